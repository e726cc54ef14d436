// A folder of agreements read and compiled, and its problems put before people.

import { compileTelling, type Compilation } from "@avtal/compiler/compile";
import type { Program } from "@avtal/compiler/ir/ir";
import { nearest } from "@avtal/compiler/nearest";
import { isError, type Problem } from "@avtal/compiler/problem";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import type { DataProblem } from "@avtal/replay/data-problem";
import { unknownAgreement } from "@avtal/replay/problems/asked";
import { spelling } from "@avtal/replay/read/columns/spelling";
import { readWorkspace, type WorkspaceRead } from "@avtal/replay/read-workspace";
import type { AgreementsFolder } from "./agreements-folder.ts";
import { renderDataProblem, renderProblem, type Style } from "./render-problem.ts";
import { countWords } from "./count-words.ts";
import { sayStyle } from "./say-style.ts";
import type { Terminal } from "./terminal.ts";

export interface Compiled {
  readonly place: AgreementsFolder;
  readonly read: WorkspaceRead;
  readonly compilation: Compilation;
}

/**
 * Problems of reading stand before those of compiling; a file that could not be read is not compiled. `tell` hears of the
 * programs before it is known whether they are accepted.
 */
export function compileFolder(
  place: AgreementsFolder,
  sources: string | undefined,
  tell: (programs: ReadonlyMap<string, Program>) => void = () => undefined,
): Compiled {
  const read = readWorkspace({ folder: place.folder, sources });
  return { place, read, compilation: compileTelling(read.workspace, tell) };
}

export type Accepted = Compiled & { readonly compilation: Compilation & { readonly kind: "accepted" } };

/** The compilation where it can be run; else its errors are said and undefined is given. */
export function acceptedOr(compiled: Compiled, terminal: Terminal): Accepted | undefined {
  const { compilation, read } = compiled;
  if (read.problems.length === 0 && compilation.kind === "accepted") return { ...compiled, compilation };
  const errors = compilation.problems.filter(isError);
  terminal.say(problemsText(read.problems, read.problems.length > 0 ? [] : errors, compiled, sayStyle(terminal)));
  const count = read.problems.length > 0 ? read.problems.length : errors.length;
  terminal.say(
    terminal.words({
      sv: `Överenskommelserna har ${countWords(count, "fel", "fel")}; inget kördes.`,
      en: `The agreements have ${countWords(count, "error", "errors")}; nothing was run.`,
    }),
  );
  return undefined;
}

/** The program of an agreement by name, whether å, ä, ö were typed or not. */
export function programNamed(name: string, programs: ReadonlyMap<string, Program>): Program | DataProblem {
  const exact = programs.get(name);
  if (exact !== undefined) return exact;
  const alike = [...programs].filter(([known]) => plain(known) === plain(name));
  const [only] = alike;
  if (only !== undefined && alike.length === 1) return only[1];
  const known = [...programs.keys()].sort(byCodePoint);
  return unknownAgreement(name, nearest(name, known), known);
}

export function isProgram(found: Program | DataProblem): found is Program {
  return "formatVersion" in found;
}

/** At most a hundred in words; the rest is counted by code. */
export function problemsText(
  ofReading: readonly DataProblem[],
  ofCompiling: readonly Problem[],
  { place, read }: Compiled,
  style: Style,
): string {
  const texts = new Map(read.workspace.files.map((file) => [file.path, file.text]));
  const { registers, lock } = read.workspace;
  const textOf = (path: string): string | undefined =>
    texts.get(path) ?? registers.get(path) ?? (path === lockFile ? lock : undefined);
  const rendered = [
    ...ofReading.map((problem) =>
      renderDataProblem(problem.file === null ? problem : { ...problem, file: place.shown(problem.file) }, style),
    ),
    ...ofCompiling.slice(0, greatestDetailCount).map((problem) => renderProblem(problem, textOf, place.shown, style)),
  ];
  const rest = ofCompiling.slice(greatestDetailCount);
  return [...rendered, ...(rest.length === 0 ? [] : [restText(rest, style)])].join("\n");
}

const greatestDetailCount = 100;
const lockFile = "avtal.lock";

function restText(rest: readonly Problem[], { lang }: Style): string {
  const counts = new Map<string, number>();
  for (const { code } of rest) counts.set(code, (counts.get(code) ?? 0) + 1);
  const list = [...counts].map(([code, count]) => `${code}: ${count}`).join(", ");
  return lang === "sv" ? `Och ${rest.length} till: ${list}.\n` : `And ${rest.length} more: ${list}.\n`;
}

function plain(name: string): string {
  return spelling(name).replaceAll(/[åä]/g, "a").replaceAll("ö", "o");
}
