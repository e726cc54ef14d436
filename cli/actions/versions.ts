// What `avtal versions` does: lists every day on which the text in force changes, and what changes then.

import { dateText } from "@avtal/runtime/calendar";
import type { Program } from "@avtal/compiler/ir/ir";
import { meaningHash } from "@avtal/compiler/ir/meaning-hash";
import type { Words } from "@avtal/compiler/problem";
import type { Document } from "@avtal/compiler/resolve/document";
import { agreementsFolder } from "../agreements-folder.ts";
import { acceptedOr, compileFolder, isProgram, programNamed, type Accepted } from "../compiled.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";
import type { Terminal } from "../terminal.ts";
import { wrapped } from "../wrapped.ts";
import { refuse } from "./refuse.ts";

export interface VersionsOptions {
  readonly json?: true;
}

export function versions(agreement: string, options: VersionsOptions, terminal: Terminal): ExitCode {
  const accepted = acceptedOr(compileFolder(agreementsFolder([]), undefined), terminal);
  if (accepted === undefined) return exitCode.refused;
  const vocabulary = vocabularyNamed(agreement, accepted.compilation);
  if (vocabulary !== undefined) {
    terminal.out(
      options.json === true ? json(agreement, null, []) : `${terminal.words(withoutWordings(vocabulary))}\n`,
    );
    return exitCode.ok;
  }
  const program = programNamed(agreement, accepted.compilation.programs);
  if (!isProgram(program)) return refuse([program], terminal);
  terminal.out(options.json === true ? versionsJson(program) : versionsText(program, terminal));
  return exitCode.ok;
}

/** A vocabulary decides nothing, so that no text of it is in force on one day and another on the next. */
function vocabularyNamed(name: string, { front }: Accepted["compilation"]): Document | undefined {
  const document = front.documents.get(name);
  return document?.head.sort === "vocabulary" ? document : undefined;
}

function withoutWordings({ name }: Document): Words {
  return {
    sv: `\`${name}\` är en ordlista och har inga lydelser: dess värden följer dagarna i de dokument som använder den.`,
    en: `\`${name}\` is a vocabulary and has no wordings: its values follow the days of the documents that use it.`,
  };
}

function versionsText(program: Program, terminal: Terminal): string {
  const title = program.documents.find((document) => document.name === program.main)?.title ?? "";
  const lines = program.wordings.flatMap((wording) => [
    "",
    terminal.outColours.bold(`${program.main}@${dateText(wording.day)}`),
    ...wording.changes.flatMap((change) => {
      const place = placeOf(program, change.clause);
      const [first = "", ...rest] = wrapped(`${terminal.words(change.says)}${place}`, 76);
      return [`  ${first}`, ...rest.map((line) => `    ${line}`)];
    }),
  ]);
  return `${[title, ...lines].join("\n")}\n`;
}

function placeOf(program: Program, clause: number | null): string {
  const place = clause === null ? undefined : program.clauses[clause]?.place;
  return place === undefined || place === "" ? "" : `   [${place}]`;
}

function versionsJson(program: Program): string {
  const wordings = program.wordings.map(({ day, changes }) => ({
    wording: `${program.main}@${dateText(day)}`,
    day: dateText(day),
    changes: changes.map(({ what, says, clause }) => ({
      what,
      says,
      clause: clause === null ? null : (program.clauses[clause]?.place ?? null),
    })),
  }));
  return json(program.main, meaningHash(program), wordings);
}

function json(agreement: string, hash: string | null, wordings: readonly object[]): string {
  return `${JSON.stringify({ formatVersion: 1, agreement, meaningHash: hash, wordings }, null, 2)}\n`;
}
