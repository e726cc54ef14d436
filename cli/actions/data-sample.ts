// What `avtal data sample` does: writes a made-up file of care episodes for the vocabulary at hand.

import { byCodePoint } from "@avtal/runtime/code-point-order";
import { monthFromText } from "@avtal/replay/months";
import { unreadableOption } from "@avtal/replay/problems/asked";
import { samplePayers } from "@avtal/replay/sample/payers";
import { writeSample } from "@avtal/replay/sample/write-sample";
import { agreementsFolder } from "../agreements-folder.ts";
import { acceptedOr, compileFolder, isProgram, programNamed } from "../compiled.ts";
import { countWords } from "../count-words.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";
import type { Terminal } from "../terminal.ts";
import { wholeNumber } from "../whole-number.ts";
import { refuse } from "./refuse.ts";

export interface DataSampleOptions {
  readonly episodes: string;
  readonly seed: string;
  readonly out: string;
  readonly from: string;
  readonly to: string;
  readonly agreement?: string;
  readonly json?: true;
}

export async function dataSample(options: DataSampleOptions, terminal: Terminal): Promise<ExitCode> {
  const episodes = wholeNumber(options.episodes);
  const seed = wholeNumber(options.seed);
  const [from, through] = [monthFromText(options.from), monthFromText(options.to)];
  if (episodes === undefined) return refuse([unreadableOption("--episodes", "--episodes 5000")], terminal);
  if (seed === undefined) return refuse([unreadableOption("--seed", "--seed 1")], terminal);
  if (from === undefined || through === undefined || through < from) {
    return refuse([unreadableOption("--from, --to", "--from 2020-01 --to 2022-12")], terminal);
  }
  const accepted = acceptedOr(compileFolder(agreementsFolder([]), undefined), terminal);
  if (accepted === undefined) return exitCode.refused;
  const { programs } = accepted.compilation;
  const program = programNamed(options.agreement ?? [...programs.keys()].sort(byCodePoint)[0] ?? "", programs);
  if (!isProgram(program)) return refuse([program], terminal);
  const payers = samplePayers(
    program.fields,
    program.registers,
    options.agreement === undefined ? undefined : program.main,
  );
  if (payers === undefined) {
    return refuse([unreadableOption("--agreement", "--agreement stockholm")], terminal);
  }

  const format = options.out.endsWith(".parquet") ? "parquet" : "csv";
  const problem = await writeSample(
    { path: options.out, format },
    { episodes, seed, from, through },
    program.fields,
    payers,
  );
  if (problem !== undefined) {
    return refuse([problem], terminal, problem.code === "AV9210" ? exitCode.environment : exitCode.refused);
  }
  if (options.json === true) {
    const written = { formatVersion: 1, file: options.out, format, episodes, seed, from: options.from, to: options.to };
    terminal.out(`${JSON.stringify(written, null, 2)}\n`);
  }
  terminal.say(
    terminal.words({
      sv: `${countWords(episodes, "påhittat vårdtillfälle", "påhittade vårdtillfällen")} i ${options.out} (frö ${seed}).`,
      en: `${countWords(episodes, "made-up care episode", "made-up care episodes")} in ${options.out} (seed ${seed}).`,
    }),
  );
  return exitCode.ok;
}
