// What `avtal format` does: lays files out in the one way, says which would change, or shows the other keywords.

import { join } from "node:path";
import { compile } from "@avtal/compiler/compile";
import { convertFile, formatFile } from "@avtal/compiler/format/format";
import { isError } from "@avtal/compiler/problem";
import type { SourceFile } from "@avtal/compiler/source";
import { unreadableOption } from "@avtal/replay/problems/asked";
import { readWorkspace } from "@avtal/replay/read-workspace";
import { agreementsFolder, isAsked, notThere } from "../agreements-folder.ts";
import { problemsText } from "../compiled.ts";
import { countWords } from "../count-words.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";
import { replaceFile } from "../replace-file.ts";
import { sayStyle } from "../say-style.ts";
import type { Terminal } from "../terminal.ts";
import { refuse } from "./refuse.ts";

export interface FormatOptions {
  readonly check?: true;
  readonly language?: string;
  readonly json?: true;
}

interface Formatted {
  readonly file: SourceFile;
  /** Undefined where the file cannot be laid out until its mistakes are mended. */
  readonly text: string | undefined;
}

export function format(paths: readonly string[], options: FormatOptions, terminal: Terminal): ExitCode {
  const { language } = options;
  if (language !== undefined && language !== "sv" && language !== "en") {
    return refuse([unreadableOption("--language", "--language en")], terminal);
  }
  const gone = notThere(paths);
  if (gone.length > 0) return refuse(gone, terminal);
  const place = agreementsFolder(paths);
  const read = readWorkspace({ folder: place.folder, sources: undefined });
  const files = read.workspace.files.filter((file) => isAsked(file.path, place));
  const formatted = files.map((file): Formatted => {
    return { file, text: language === undefined ? formatFile(file) : convertFile(file, language) };
  });
  const unwritable = formatted.filter(({ text }) => text === undefined).map(({ file }) => file.path);
  if (read.problems.length > 0 || unwritable.length > 0) {
    const compilation = compile(read.workspace);
    const found = compilation.problems.filter((one) => isError(one) && unwritable.includes(one.span.file));
    terminal.say(problemsText(read.problems, found, { place, read, compilation }, sayStyle(terminal)));
    return exitCode.refused;
  }
  if (language !== undefined) {
    showConverted(formatted, options, place.shown, terminal);
    return exitCode.ok;
  }
  const changed = formatted.filter(({ file, text }) => text !== file.text);
  if (options.check !== true) {
    for (const { file, text } of changed) if (text !== undefined) replaceFile(join(place.folder, file.path), text);
  }
  sayChanged(
    changed.map(({ file }) => place.shown(file.path)),
    files.length,
    options,
    terminal,
  );
  return options.check === true && changed.length > 0 ? exitCode.differs : exitCode.ok;
}

/** Several files stand one after the other, each under its name as a comment. */
function showConverted(
  formatted: readonly Formatted[],
  options: FormatOptions,
  shown: (path: string) => string,
  terminal: Terminal,
): void {
  if (options.json === true) {
    const files = formatted.map(({ file, text }) => ({ file: shown(file.path), text }));
    terminal.out(`${JSON.stringify({ formatVersion: 1, files }, null, 2)}\n`);
  } else if (formatted.length === 1) terminal.out(formatted[0]?.text ?? "");
  else terminal.out(formatted.map(({ file, text }) => `# ${shown(file.path)}\n${text ?? ""}`).join("\n"));
}

function sayChanged(
  changed: readonly string[],
  count: number,
  { check, json }: FormatOptions,
  terminal: Terminal,
): void {
  if (json === true) terminal.out(`${JSON.stringify({ formatVersion: 1, changed }, null, 2)}\n`);
  else terminal.out(changed.map((file) => `${file}\n`).join(""));
  const [rows, rowsEn] = [countWords(changed.length, "fil", "filer"), countWords(changed.length, "file", "files")];
  terminal.say(
    check === true
      ? terminal.words({ sv: `${rows} av ${count} skulle ändras.`, en: `${rowsEn} of ${count} would change.` })
      : terminal.words({ sv: `${rows} av ${count} ändrades.`, en: `${rowsEn} of ${count} changed.` }),
  );
}
