// What `avtal build` does: writes each agreement for other programs, whole or not at all.

import type { DialectName } from "@avtal/compiler/emit/sql/dialect";
import type { Program } from "@avtal/compiler/ir/ir";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import type { DataProblem } from "@avtal/replay/data-problem";
import { writeWhole, type FileToWrite } from "@avtal/replay/write-whole";
import { agreementsFolder } from "../agreements-folder.ts";
import { builtFile, type BuildTarget } from "../built-files.ts";
import { acceptedOr, compileFolder, isProgram, programNamed } from "../compiled.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";
import type { Terminal } from "../terminal.ts";
import { version } from "../version.ts";
import { refuse } from "./refuse.ts";

export interface BuildOptions {
  readonly target: BuildTarget["kind"];
  readonly dialect: DialectName;
  readonly out: string;
  readonly json?: true;
}

export async function build(
  agreement: string | undefined,
  options: BuildOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const chosen = chosenPrograms(agreement, terminal);
  if (typeof chosen === "number") return chosen;
  const { target: kind, dialect } = options;
  const target: BuildTarget = kind === "sql" ? { kind, dialect } : { kind };
  const built = await Promise.all(chosen.map((program) => builtFile(program, target)));
  const problems = built.filter(isProblem);
  if (problems.length > 0) return refuse(problems, terminal);
  const files = built.filter((each): each is FileToWrite => !isProblem(each));
  const problem = writeWhole(options.out, files, (written) => ({
    name: "manifest.json",
    contents: `${JSON.stringify({ formatVersion: 1, avtal: version, target: kind, files: written }, null, 2)}\n`,
  }));
  if (problem !== undefined) {
    return refuse([problem], terminal, problem.code === "AV9210" ? exitCode.environment : exitCode.refused);
  }
  const names = files.map(({ name }) => `${options.out}/${name}`);
  if (options.json === true) terminal.out(`${JSON.stringify({ formatVersion: 1, files: names }, null, 2)}\n`);
  else terminal.out(names.map((name) => `${name}\n`).join(""));
  return exitCode.ok;
}

/** One agreement or all, by name; the exit code where something was refused, which has been said. */
export function chosenPrograms(agreement: string | undefined, terminal: Terminal): readonly Program[] | ExitCode {
  const accepted = acceptedOr(compileFolder(agreementsFolder([]), undefined), terminal);
  if (accepted === undefined) return exitCode.refused;
  const { programs } = accepted.compilation;
  if (agreement === undefined) return [...programs.values()].sort((a, b) => byCodePoint(a.main, b.main));
  const only = programNamed(agreement, programs);
  return isProgram(only) ? [only] : refuse([only], terminal);
}

function isProblem(built: FileToWrite | DataProblem): built is DataProblem {
  return "code" in built;
}
