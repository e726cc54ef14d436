// What `avtal check` does: compiles the folder, shows what is wrong in the files asked for, repairs and seals if told.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strictProblems } from "@avtal/compiler/check/strict";
import { isError, type Problem } from "@avtal/compiler/problem";
import { lockText } from "@avtal/compiler/lock/seals";
import { agreementsFolder, isAsked, notThere, type AgreementsFolder } from "../agreements-folder.ts";
import { withFixes } from "../apply-fixes.ts";
import { compileFolder, problemsText, type Compiled } from "../compiled.ts";
import { countWords } from "../count-words.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";
import { replaceFile } from "../replace-file.ts";
import { dataProblemJson, problemJson } from "../problem-json.ts";
import { outStyle } from "../say-style.ts";
import type { Terminal } from "../terminal.ts";
import { refuse } from "./refuse.ts";

export interface CheckOptions {
  readonly strict?: true;
  readonly fix?: true;
  readonly seal?: true;
  readonly json?: true;
  readonly sources?: string;
}

export function check(paths: readonly string[], options: CheckOptions, terminal: Terminal): ExitCode {
  const gone = notThere([...paths, ...(options.sources === undefined ? [] : [options.sources])]);
  if (gone.length > 0) return refuse(gone, terminal);
  const place = agreementsFolder(paths);
  let compiled = compileFolder(place, options.sources);
  if (options.fix === true) compiled = repaired(compiled, options, terminal);
  const { read, compilation } = compiled;
  const strict = options.strict === true ? strictProblems(compilation.front.documents) : [];
  const found = read.problems.length > 0 ? [] : [...compilation.problems, ...strict];
  const shown = found.filter((one) => isAsked(one.span.file, place));
  const errors = read.problems.length + shown.filter(isError).length;

  if (options.json === true) terminal.out(checkJson(compiled, shown));
  else {
    terminal.out(problemsText(read.problems, shown, compiled, outStyle(terminal)));
    saySummary(compiled, { errors, warnings: shown.length - shown.filter(isError).length }, terminal);
  }
  if (errors > 0 || compilation.kind === "rejected") return exitCode.refused;
  if (options.seal === true) seal(compiled, place, terminal);
  return exitCode.ok;
}

/** Applies the fixes that can only be one way, until there are no more. */
function repaired(compiled: Compiled, options: CheckOptions, terminal: Terminal): Compiled {
  const { place } = compiled;
  let now = compiled;
  let applied = 0;
  for (let pass = 0; pass < 10; pass++) {
    const problems = now.compilation.problems.filter((one) => isAsked(one.span.file, place));
    const texts = new Map(now.read.workspace.files.map((file) => [file.path, file.text]));
    const { changed, count } = withFixes(problems, texts);
    if (count === 0) break;
    for (const [path, text] of changed) replaceFile(join(place.folder, path), text);
    applied += count;
    now = compileFolder(place, options.sources);
  }
  terminal.say(
    terminal.words({
      sv: `${countWords(applied, "rättning gjord", "rättningar gjorda")}.`,
      en: `${countWords(applied, "fix made", "fixes made")}.`,
    }),
  );
  return now;
}

function seal(compiled: Compiled, place: AgreementsFolder, terminal: Terminal): void {
  const path = join(place.folder, "avtal.lock");
  const text = lockText(compiled.compilation.front.documents);
  if (compiled.read.workspace.lock !== text) {
    if (compiled.read.workspace.lock === undefined) writeFileSync(path, text, { flag: "wx" });
    else replaceFile(path, text);
  }
  const seals = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#")).length;
  terminal.say(
    terminal.words({
      sv: `${countWords(seals, "beslutad text är förseglad", "beslutade texter är förseglade")} i ${place.shown("avtal.lock")}.`,
      en: `${countWords(seals, "decided text is sealed", "decided texts are sealed")} in ${place.shown("avtal.lock")}.`,
    }),
  );
}

function saySummary(
  { read }: Compiled,
  { errors, warnings }: { readonly errors: number; readonly warnings: number },
  terminal: Terminal,
): void {
  const files = read.workspace.files.length;
  const colour = errors > 0 ? terminal.sayColours.red : terminal.sayColours.green;
  const sv = `${countWords(files, "fil", "filer")}, ${countWords(errors, "fel", "fel")}, ${countWords(warnings, "varning", "varningar")}.`;
  const en = `${countWords(files, "file", "files")}, ${countWords(errors, "error", "errors")}, ${countWords(warnings, "warning", "warnings")}.`;
  terminal.say(colour(terminal.words({ sv, en })));
  if (read.sourcesFrom !== undefined) return;
  terminal.say(
    terminal.words({
      sv: "Citaten är inte prövade: jag har inga källtexter. Ange mappen med `--sources`.",
      en: "Quotes are not checked: I have no source texts. Name their folder with `--sources`.",
    }),
  );
}

function checkJson(compiled: Compiled, shown: readonly Problem[]): string {
  const { read, place } = compiled;
  const texts = new Map(read.workspace.files.map((file) => [file.path, file.text]));
  const textOf = (path: string): string => texts.get(path) ?? read.workspace.registers.get(path) ?? "";
  const problems = [
    ...read.problems.map((one) => dataProblemJson(one.file === null ? one : { ...one, file: place.shown(one.file) })),
    ...shown.map((one) => problemJson(one, { textOf, shown: place.shown })),
  ];
  const document = {
    formatVersion: 1,
    files: read.workspace.files.map((file) => place.shown(file.path)),
    quotesChecked: read.sourcesFrom !== undefined,
    problems,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
