// What `avtal build --check` does: holds the files of a folder against what the agreements give now.
// Rule: it writes nothing; files that avtal did not build are none of its business.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { checkBuilt, checkStranger } from "@avtal/compiler/emit/built-file";
import type { Program } from "@avtal/compiler/ir/ir";
import type { Problem } from "@avtal/compiler/problem";
import type { SourceFile } from "@avtal/compiler/source";
import type { DataProblem } from "@avtal/replay/data-problem";
import { nothingBuiltThere } from "@avtal/replay/problems/output";
import { notOpened } from "@avtal/replay/problems/not-opened";
import { codeOf, openFile } from "@avtal/replay/read/open-file";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import { builtFile, builtName, dialects, type BuildTarget } from "../built-files.ts";
import { countWords } from "../count-words.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";
import { dataProblemJson, problemJson } from "../problem-json.ts";
import { renderDataProblem, renderProblem } from "../render-problem.ts";
import { sayStyle } from "../say-style.ts";
import type { Terminal } from "../terminal.ts";
import { chosenPrograms } from "./build.ts";
import { refuse } from "./refuse.ts";

export interface BuildCheckOptions {
  readonly check: string;
  readonly json?: true;
}

export async function buildCheck(
  agreement: string | undefined,
  { check: folder, json }: BuildCheckOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const chosen = chosenPrograms(agreement, terminal);
  if (typeof chosen === "number") return chosen;
  const names = namesIn(folder);
  if (!Array.isArray(names)) return refuse([names], terminal);
  const expected = new Map(chosen.flatMap((program) => targets.map((to) => [builtName(program, to), { program, to }])));
  const found: Checked[] = [];
  for (const name of names) {
    const one = await checkedFile(join(folder, name), expected.get(name), agreement === undefined ? chosen : []);
    if (one !== undefined) found.push(one);
  }
  if (found.length === 0) return refuse([nothingBuiltThere(folder, agreement)], terminal);

  if (json === true) terminal.out(checkedJson(found));
  else terminal.out(found.map(({ file, problem }) => (problem === undefined ? "" : `${file.path}\n`)).join(""));
  saySummary(found, terminal);
  return endOf(found);
}

interface Checked {
  readonly file: SourceFile;
  readonly problem: Problem | DataProblem | undefined;
}

interface Expected {
  readonly program: Program;
  readonly to: BuildTarget;
}

const targets: readonly BuildTarget[] = [
  { kind: "typescript" },
  { kind: "json" },
  ...dialects.map((dialect) => ({ kind: "sql", dialect }) as const),
];

/** Ordinary names in one order everywhere, or why the folder cannot be read. */
function namesIn(folder: string): string[] | DataProblem {
  try {
    return readdirSync(folder).sort(byCodePoint);
  } catch (error) {
    return notOpened(folder, codeOf(error));
  }
}

/** More characters than any agreement builds. */
const greatestBytes = 64_000_000;

/** Undefined for a file that is not ours. */
async function checkedFile(
  path: string,
  expected: Expected | undefined,
  all: readonly Program[],
): Promise<Checked | undefined> {
  if (expected === undefined && !path.endsWith(".ts")) return undefined;
  const opened = openFile(path);
  if (!opened.ok) return expected === undefined ? undefined : { file: { path, text: "" }, problem: opened.problem };
  const { file } = opened;
  const bytes = expected === undefined ? file.head : file.part(0, Math.min(file.bytes, greatestBytes));
  file.close();
  const read = { path, text: bytes.toString("utf8") };
  if (expected === undefined) {
    const agreements = all.map(({ main }) => main);
    const problem = agreements.length === 0 ? undefined : checkStranger(read, agreements);
    return problem === undefined ? undefined : { file: read, problem };
  }
  const now = await builtFile(expected.program, expected.to);
  if ("code" in now) return { file: read, problem: now };
  return { file: read, problem: checkBuilt(read, String(now.contents)) };
}

/** An edited file is refused input; one that is merely old is a difference. */
function endOf(found: readonly Checked[]): ExitCode {
  const problems = found.flatMap(({ problem }) => problem ?? []);
  if (problems.length === 0) return exitCode.ok;
  return problems.every(({ code }) => code === "AV7011") ? exitCode.differs : exitCode.refused;
}

function saySummary(found: readonly Checked[], terminal: Terminal): void {
  const style = sayStyle(terminal);
  const bad = found.filter(({ problem }) => problem !== undefined);
  for (const { file, problem } of bad) {
    if (problem === undefined) continue;
    const text = (): string => file.text;
    const same = (path: string): string => path;
    terminal.say("span" in problem ? renderProblem(problem, text, same, style) : renderDataProblem(problem, style));
  }
  const good = found.length - bad.length;
  const colour = bad.length > 0 ? terminal.sayColours.red : terminal.sayColours.green;
  const sv = `${countWords(found.length, "byggd fil", "byggda filer")}: ${good} som överenskommelserna ger nu, ${bad.length} inte.`;
  const en = `${countWords(found.length, "generated file", "generated files")}: ${good} as the agreements give now, ${bad.length} not.`;
  terminal.say(colour(terminal.words({ sv, en })));
}

function checkedJson(found: readonly Checked[]): string {
  const files = found.map(({ file, problem }) => ({
    file: file.path,
    isCurrent: problem === undefined,
    problem: problem === undefined ? null : problemAsJson(problem, file),
  }));
  return `${JSON.stringify({ formatVersion: 1, files }, null, 2)}\n`;
}

function problemAsJson(problem: Problem | DataProblem, file: SourceFile): object {
  return "span" in problem
    ? problemJson(problem, { textOf: () => file.text, shown: (path) => path })
    : dataProblemJson(problem);
}
