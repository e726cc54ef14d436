// What `avtal build` does: writes each agreement for other programs, whole or not at all.

import type { Program } from "@avtal/compiler/ir/ir";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import type { DataProblem } from "@avtal/replay/data-problem";
import { writeWhole, type FileToWrite } from "@avtal/replay/write-whole";
import { agreementsFolder } from "../agreements-folder.ts";
import type { BuildOptions } from "../commands/build.ts";
import { acceptedOr, compileFolder, isProgram, programNamed } from "../compiled.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";
import type { Terminal } from "../terminal.ts";
import { version } from "../version.ts";
import { refuse } from "./refuse.ts";

export async function build(
  agreement: string | undefined,
  options: BuildOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const accepted = acceptedOr(compileFolder(agreementsFolder([]), undefined), terminal);
  if (accepted === undefined) return exitCode.refused;
  const { programs } = accepted.compilation;
  const only = agreement === undefined ? undefined : programNamed(agreement, programs);
  if (only !== undefined && !isProgram(only)) return refuse([only], terminal);

  const chosen = only === undefined ? [...programs.values()] : [only];
  const inOrder = chosen.sort((a, b) => byCodePoint(a.main, b.main));
  const built = await Promise.all(inOrder.map((program) => filesFor(program, options)));
  const problems = built.flatMap((each) => each.problems);
  if (problems.length > 0) return refuse(problems, terminal);
  const files = built.flatMap((each) => each.files);
  const problem = writeWhole(options.out, files, (written) => ({
    name: "manifest.json",
    contents: `${JSON.stringify({ formatVersion: 1, avtal: version, target: options.target, files: written }, null, 2)}\n`,
  }));
  if (problem !== undefined) {
    return refuse([problem], terminal, problem.code === "AV9210" ? exitCode.environment : exitCode.refused);
  }
  const names = files.map(({ name }) => `${options.out}/${name}`);
  if (options.json === true) terminal.out(`${JSON.stringify({ formatVersion: 1, files: names }, null, 2)}\n`);
  else terminal.out(names.map((name) => `${name}\n`).join(""));
  return exitCode.ok;
}

interface Built {
  readonly files: readonly FileToWrite[];
  readonly problems: readonly DataProblem[];
}

async function filesFor(program: Program, { target, dialect }: BuildOptions): Promise<Built> {
  const name = asciiName(program.main);
  switch (target) {
    case "sql": {
      const { viewOf } = await import("@avtal/replay/engines/view");
      const view = viewOf(program, dialect, `avtal_${name}`);
      return view.kind === "problem"
        ? { files: [], problems: [view.problem] }
        : { files: [{ name: `${name}.${dialect}.sql`, contents: view.sql }], problems: [] };
    }
    case "typescript": {
      // Loaded here, because it takes half a second and only this target needs it.
      const { typeScriptModule } = await import("@avtal/compiler/emit/typescript/module");
      const contents = typeScriptModule(program, { compilerVersion: version });
      return { files: [{ name: `${name}.ts`, contents }], problems: [] };
    }
    case "json":
      return { files: [{ name: `${name}.json`, contents: `${JSON.stringify(program, null, 2)}\n` }], problems: [] };
  }
}

/** File names hold no letter that an archive or a disk may spell in two ways. */
function asciiName(name: string): string {
  return name.normalize("NFC").replaceAll(/[åä]/g, "a").replaceAll("ö", "o").replaceAll(/[éü]/g, "e");
}
