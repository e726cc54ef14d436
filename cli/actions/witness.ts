// What `avtal witness` does: reads which two are meant, looks for what tells them apart, shows it, writes it if told.

import type { Program } from "@avtal/compiler/ir/ir";
import { runOptions } from "@avtal/replay/asked-options";
import type { DataProblem } from "@avtal/replay/data-problem";
import { unreadableOption } from "@avtal/replay/problems/asked";
import { noSecondOpinion, nothingToCompare } from "@avtal/replay/problems/witness";
import { scenarioTexts, type ScenarioText } from "@avtal/replay/witness/scenario";
import { assertHolds } from "@avtal/replay/witness/scenario-holds";
import { secondOpinion } from "@avtal/replay/witness/second-opinion/second-opinion";
import { openZ3, type Solver } from "@avtal/replay/witness/second-opinion/z3";
import { usualLimits, type Side } from "@avtal/replay/witness/verdict";
import { verdictJson } from "@avtal/replay/witness/verdict-json";
import { witness } from "@avtal/replay/witness/witness";
import { unfitForScenario, writeScenario } from "@avtal/replay/witness/write-scenario";
import { agreementsFolder } from "../agreements-folder.ts";
import { acceptedOr, compileFolder, isProgram, programNamed } from "../compiled.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";
import { progressOn } from "../progress.ts";
import type { Terminal } from "../terminal.ts";
import { wholeNumber } from "../whole-number.ts";
import { opinionReport } from "../opinion-report.ts";
import { witnessReport, type NamedSides } from "../witness-report.ts";
import { chosenFrom, type ChosenOptions } from "./chosen.ts";
import { refuse } from "./refuse.ts";

export interface WitnessCommandOptions extends ChosenOptions {
  readonly episodes: string;
  readonly out?: string;
  readonly secondOpinion?: string;
  readonly json?: true;
  readonly detailedExitcode?: true;
}

export async function witnessCommand(
  [a, b]: readonly [string, string | undefined],
  options: WitnessCommandOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const episodes = wholeNumber(options.episodes);
  const unfit = options.out === undefined ? undefined : unfitForScenario(options.out);
  const wrong = [
    ...(episodes === undefined || episodes < 1 ? [unreadableOption("--episodes", "--episodes 20")] : []),
    ...(b === undefined && !choosesAnything(options) ? [nothingToCompare(a)] : []),
    ...(unfit === undefined ? [] : [unfit]),
  ];
  if (episodes === undefined || wrong.length > 0) return refuse(wrong, terminal);
  const solver = options.secondOpinion === undefined ? undefined : await openZ3();
  if (options.secondOpinion !== undefined && solver === undefined)
    return refuse([noSecondOpinion()], terminal, exitCode.environment);
  try {
    return await judged([a, b], { ...options, most: episodes }, solver, terminal);
  } finally {
    solver?.close();
  }
}

async function judged(
  [a, b]: readonly [string, string | undefined],
  options: WitnessCommandOptions & { readonly most: number },
  solver: Solver | undefined,
  terminal: Terminal,
): Promise<ExitCode> {
  const progress = progressOn(terminal);
  progress.says({ sv: "Granskar överenskommelserna", en: "Checking the agreements" });
  const accepted = acceptedOr(compileFolder(agreementsFolder([]), undefined), terminal);
  progress.ends();
  if (accepted === undefined) return exitCode.refused;
  const { programs } = accepted.compilation;
  const sides = sidesFrom(a, b, options, programs);
  if (sides.problems.length > 0 || sides.named === undefined) return refuse(sides.problems, terminal);

  progress.says({ sv: "Letar efter det minsta fallet", en: "Looking for the smallest case" });
  const { a: first, b: second } = sides.named;
  const verdict = witness(first.side, second.side, { ...usualLimits, episodes: options.most });
  const opinion = solver === undefined ? undefined : await secondOpinion(first.side, second.side, solver);
  const scenarios = verdict.kind === "differ" ? scenarioTexts(first.side, second.side, verdict) : [];
  for (const scenario of scenarios) assertHolds(scenario, programs);
  progress.ends();

  const json = options.json === true;
  const names = { a: first.name, b: second.name };
  const said = opinion === undefined ? "" : opinionReport(opinion, verdict, terminal);
  terminal.out(
    json ? verdictJson(verdict, names, scenarios, opinion) : `${witnessReport(verdict, sides.named, terminal)}${said}`,
  );
  const unwritten = options.out === undefined ? undefined : writeAll(options.out, scenarios, terminal);
  if (unwritten !== undefined) return refuse([unwritten], terminal, exitCode.environment);
  return options.detailedExitcode === true && verdict.kind !== "same" ? exitCode.differs : exitCode.ok;
}

function choosesAnything({ reading = [], event = [], set = [] }: WitnessCommandOptions): boolean {
  return reading.length + event.length + set.length > 0;
}

interface SidesRead {
  readonly named: NamedSides | undefined;
  readonly problems: readonly DataProblem[];
}

/** With two names the choices hold for both; with one they are what sets the second apart. */
function sidesFrom(
  a: string,
  b: string | undefined,
  options: WitnessCommandOptions,
  programs: ReadonlyMap<string, Program>,
): SidesRead {
  const chosen = chosenFrom(options);
  const nothing = { readings: [], events: [], values: [] };
  const list = [...chosen.readings, ...chosen.events, ...chosen.values].join(", ");
  const first = sideFrom(a, b === undefined ? nothing : chosen, programs);
  const second = sideFrom(b ?? a, chosen, programs);
  if ("problem" in first || "problem" in second) {
    const problems = [first, second].flatMap((side) => ("problem" in side ? side.problem : []));
    const once = problems.filter(
      (one, index) => problems.findIndex((each) => each.headline.sv === one.headline.sv) === index,
    );
    return { named: undefined, problems: once };
  }
  const named: NamedSides = {
    a: { name: a, side: first },
    b: { name: b ?? `${a} (${list})`, side: second },
  };
  return { named, problems: [] };
}

type Chosen = Pick<Parameters<typeof runOptions>[0], "readings" | "events" | "values">;

function sideFrom(
  what: string,
  chosen: Chosen,
  programs: ReadonlyMap<string, Program>,
): Side | { readonly problem: readonly DataProblem[] } {
  const [name = "", wording = null] = what.split("@");
  const program = programNamed(name, programs);
  if (!isProgram(program)) return { problem: [program] };
  const { options, problems } = runOptions({ wording, ...chosen }, program);
  return problems.length > 0 ? { problem: problems } : { program, options };
}

/** The second of two agreements gets its name before the ending: `skillnad.lus.yaml`. */
function writeAll(path: string, scenarios: readonly ScenarioText[], terminal: Terminal): DataProblem | undefined {
  for (const [index, { agreement, text }] of scenarios.entries()) {
    const place = index === 0 ? path : path.replace(/(\.ya?ml)$/u, `.${agreement}$1`);
    const problem = writeScenario(place, text);
    if (problem !== undefined) return problem;
    terminal.say(
      terminal.words({
        sv: `Scenariot ligger i ${place}. Det hör till ${agreement}.`,
        en: `The scenario lies in ${place}. It belongs to ${agreement}.`,
      }),
    );
  }
  return undefined;
}
