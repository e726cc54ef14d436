// What `avtal scenario from` does: repeats the run, takes the line's episodes without who they are, writes the scenario.

import { openEvidence } from "@avtal/replay/evidence/verify-run";
import { scenarioFromLine } from "@avtal/replay/scenarios/from-run/scenario-from-line";
import { assertHolds } from "@avtal/replay/witness/scenario-holds";
import { unfitForScenario, writeScenario } from "@avtal/replay/witness/write-scenario";
import { agreementsFolder } from "../agreements-folder.ts";
import { acceptedOr, compileFolder, isProgram, programNamed } from "../compiled.ts";
import { countWords } from "../count-words.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";
import type { Terminal } from "../terminal.ts";
import { version } from "../version.ts";
import { refuse } from "./refuse.ts";

export interface ScenarioFromOptions {
  readonly run: string;
  readonly data?: string;
  readonly out?: string;
}

export async function scenarioFrom(line: string, options: ScenarioFromOptions, terminal: Terminal): Promise<ExitCode> {
  const unfit = options.out === undefined ? undefined : unfitForScenario(options.out);
  if (unfit !== undefined) return refuse([unfit], terminal);
  const opened = openEvidence(options.run);
  if (!opened.ok) {
    const { refused: why } = opened;
    return refuse(why.kind === "refused" ? why.problems : why.kind === "differs" ? [why.problem] : [], terminal);
  }
  const accepted = acceptedOr(compileFolder(agreementsFolder([]), undefined), terminal);
  if (accepted === undefined) return exitCode.refused;
  const { programs, front } = accepted.compilation;
  const { manifest } = opened;
  const program = programNamed(manifest.agreement, programs);
  if (!isProgram(program)) return refuse([program], terminal);
  const { run: folder, data } = options;
  const made = await scenarioFromLine({ line, folder, manifest, program, front, data, version });
  if (made.kind === "refused") return refuse(made.problems, terminal);
  assertHolds(made.scenario, programs);
  if (options.out === undefined) terminal.out(made.scenario.text);
  else {
    const problem = writeScenario(options.out, made.scenario.text);
    if (problem !== undefined) return refuse([problem], terminal, exitCode.environment);
  }
  const count = {
    sv: countWords(made.episodes, "vårdtillfälle", "vårdtillfällen"),
    en: countWords(made.episodes, "episode", "episodes"),
  };
  terminal.say(
    terminal.words({
      sv: `Ett scenario med ${count.sv}, utan id och pseudonymer. Datum och klockslag står kvar: läs det innan du delar det.`,
      en: `A scenario with ${count.en}, without ids and pseudonyms. Dates and times are kept: read it before you share it.`,
    }),
  );
  return exitCode.ok;
}
