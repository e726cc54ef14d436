// What `avtal run` does: reads what was asked, compiles, runs, and shows or writes the result.

import { resolve } from "node:path";
import type { FrontEnd } from "@avtal/compiler/compile";
import type { RunChoices } from "@avtal/replay/evidence/manifest";
import { engineFor, engineTitle, isPostgresAddress, type EngineName } from "@avtal/replay/engines/engine";
import { notWithThisEngine } from "@avtal/replay/problems/engine";
import { unreadableOption } from "@avtal/replay/problems/asked";
import type { DataProblem } from "@avtal/replay/data-problem";
import { readManifest } from "@avtal/replay/evidence/read-manifest";
import { runThereAlready } from "@avtal/replay/problems/output";
import { cannotSupersede } from "@avtal/replay/problems/supersede";
import { resultCsv } from "@avtal/replay/result-csv";
import { resultInPieces, type CompletedRun } from "@avtal/replay/result-json";
import { run, type RunOutcome } from "@avtal/replay/run";
import { groupsThatFit } from "@avtal/replay/lines-that-fit";
import type { Corrected } from "@avtal/replay/supersede/correction-files";
import {
  openSuperseded,
  whyNotSuperseded,
  type SupersededRun,
  type Superseding,
} from "@avtal/replay/supersede/superseded-run";
import { unfitForWriting } from "@avtal/replay/write-whole";
import { correctedBy, runFiles, writeRun } from "@avtal/replay/write-run";
import { writtenSteps } from "@avtal/replay/written-steps";
import { agreementsFolder } from "../agreements-folder.ts";
import { askedMonths } from "../asked-months.ts";
import { acceptedOr, compileFolder, isProgram, programNamed } from "../compiled.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";
import { correctedText } from "../corrected-report.ts";
import { refusedText } from "../refused-report.ts";
import { renderDataProblem } from "../render-problem.ts";
import { reconciliation, runReport, sentence } from "../run-report.ts";
import { statisticsReport } from "../statistics-report.ts";
import { progressOn } from "../progress.ts";
import { secondReader } from "../second-reader.ts";
import { sayStyle } from "../say-style.ts";
import type { Terminal } from "../terminal.ts";
import { chosenFrom, type ChosenOptions } from "./chosen.ts";
import type { AskedOverData } from "./over-data.ts";
import { refuse } from "./refuse.ts";
import { refuseRun } from "./refuse-run.ts";
import { writePublication } from "./publish.ts";
import { reportCommand, writeRunReport } from "./run-report.ts";
import { version } from "../version.ts";
import { wholeNumber } from "../whole-number.ts";
import { descriptionFrom } from "./description.ts";

export interface RunCommandOptions extends AskedOverData, ChosenOptions {
  readonly statistics?: true;
  readonly out?: string;
  readonly perPayer?: true;
  readonly publish?: true;
  readonly report?: string;
  readonly supersede?: string;
  readonly format: "table" | "json" | "csv" | "csv-sv";
  readonly json?: true;
  readonly engine?: EngineName;
  readonly master?: string;
}

export async function runCommand(what: string, options: RunCommandOptions, terminal: Terminal): Promise<ExitCode> {
  const months = askedMonths(options);
  const maxRefused = wholeNumber(options.maxRefused);
  const folders = [options.out, options.report].flatMap((folder) => folder ?? []);
  const wrong = [
    ...(months === undefined ? [unreadableOption("--from, --to", "--from 2022-01 --to 2022-12")] : []),
    ...(maxRefused === undefined ? [unreadableOption("--max-refused", "--max-refused 10")] : []),
    ...folders.flatMap((folder) => unfitForRun(folder) ?? []),
    ...outOfPlace(options),
    ...needsFolder(options),
  ];
  if (months === undefined || maxRefused === undefined || wrong.length > 0) return refuse(wrong, terminal);

  const progress = progressOn(terminal);
  progress.says({ sv: "Granskar överenskommelserna", en: "Checking the agreements" });
  const compiled = compileFolder(agreementsFolder([]), undefined);
  progress.ends();
  const accepted = acceptedOr(compiled, terminal);
  if (accepted === undefined) return exitCode.refused;
  const [name = "", wording = null] = what.split("@");
  const program = programNamed(name, accepted.compilation.programs);
  if (!isProgram(program)) return refuse([program], terminal);
  const { description, problems } = descriptionFrom(options.columns, program);
  if (problems.length > 0) return refuse(problems, terminal);

  const asked = { wording, ...chosenFrom(options) };
  // The address of a database may hold a password, so it is never shown.
  const place = isPostgresAddress(options.data) ? { sv: "databasen", en: "the database" } : undefined;
  progress.says({
    sv: `Läser ${place?.sv ?? options.data} och räknar`,
    en: `Reading ${place?.en ?? options.data} and computing`,
  });
  const statistics = options.statistics === true;
  const perPayer = options.perPayer === true;
  const choices = { asked, data: options.data, description, months, maxRefused, statistics, perPayer };
  const replaced = supersededBy(options, { agreement: program.main, choices });
  if ("problems" in replaced) return refuse(replaced.problems, terminal);
  const { engine, master = null } = options;
  const { front } = accepted.compilation;
  const keepsRecords = options.report !== undefined;
  const held = replaced.superseded === null ? {} : { groups: groupsThatFit("correcting") };
  const outcome = await run({ program, front, ...choices, engine, master, keepsRecords, held, thread: secondReader() });
  progress.ends();
  return show(outcome, options, { front, choices, what, ...replaced }, terminal);
}

/** A result that is written can be proved against its file; data that stay in a database or a cluster have none. */
function outOfPlace({ out, report, engine, data }: RunCommandOptions): DataProblem[] {
  const place = engineFor(engine, data);
  if (place !== "postgres" && place !== "spark") return [];
  const asked = [...(out === undefined ? [] : ["--out"]), ...(report === undefined ? [] : ["--report"])];
  return asked.map((option) => notWithThisEngine(option, engineTitle(place)));
}

/** A folder that holds a run already may be meant to be corrected. */
function unfitForRun(folder: string): DataProblem | undefined {
  const unfit = unfitForWriting(folder);
  const isRun = unfit !== undefined && readManifest(folder, runFiles.manifest, "run") !== undefined;
  return isRun ? runThereAlready(folder) : unfit;
}

/** The run that is to be corrected, asked for before anything is computed. */
function supersededBy(
  { supersede, out }: RunCommandOptions,
  asked: Omit<Superseding, "out">,
): { readonly superseded: SupersededRun | null } | { readonly problems: readonly DataProblem[] } {
  if (supersede === undefined || out === undefined) return { superseded: null };
  const opened = openSuperseded(supersede);
  if (!opened.ok) return opened;
  const why = whyNotSuperseded(supersede, opened, { ...asked, out });
  return why === undefined ? { superseded: opened.superseded } : { problems: [why] };
}

function needsFolder({ out, perPayer, publish, report, supersede }: RunCommandOptions): readonly DataProblem[] {
  if (perPayer === true && (out === undefined || publish === true)) {
    return [unreadableOption("--per-payer", "--out resultat --per-payer")];
  }
  if (supersede !== undefined && (out === undefined || publish === true)) {
    return [unreadableOption("--supersede", "--out rättad --supersede resultat")];
  }
  if (out !== undefined && report !== undefined && resolve(out) === resolve(report)) {
    return [unreadableOption("--report", "--out resultat --report rapport")];
  }
  return publish === true && out === undefined ? [unreadableOption("--publish", "--out publicering --publish")] : [];
}

/** What the outcome came from. */
interface From {
  readonly front: FrontEnd;
  readonly choices: RunChoices;
  /** The agreement as it was typed. */
  readonly what: string;
  /** The run that this one corrects; null where it corrects none. */
  readonly superseded: SupersededRun | null;
}

async function show(
  outcome: RunOutcome,
  options: RunCommandOptions,
  from: From,
  terminal: Terminal,
): Promise<ExitCode> {
  switch (outcome.kind) {
    case "rejected":
      return refuse(outcome.problems, terminal);
    case "too-many-refused":
    case "stopped":
      return refuseRun(outcome, options, terminal);
    case "completed":
      return showCompleted(outcome, options, from, terminal);
  }
}

async function showCompleted(
  completed: CompletedRun,
  options: RunCommandOptions,
  from: From,
  terminal: Terminal,
): Promise<ExitCode> {
  const { front, choices, what, superseded } = from;
  const claim = { run: completed, choices, texts: front.workspace.files, version, superseded };
  const corrected = correctedBy(claim);
  if (corrected?.correction.lines.length === 0) {
    return refuse([cannotSupersede(options.supersede ?? "", "nothing-changed")], terminal);
  }
  for (const warning of completed.warnings) terminal.say(renderDataProblem(warning, sayStyle(terminal)));
  if (completed.refused.rows.length > 0) terminal.say(refusedText(completed.refused, terminal));
  if (options.out !== undefined) {
    const problem =
      options.publish === true
        ? await writePublication(options.out, completed)
        : writeRun(options.out, { ...claim, written: writtenSteps(front) });
    if (problem !== undefined) return refuse([problem], terminal, exitCode.environment);
  }
  if (corrected !== null) sayCorrected(corrected, options, terminal);
  await showData(completed, { ...options, statistics: choices.statistics }, terminal);
  if (options.out !== undefined && options.publish !== true) sayWritten(options.out, completed, terminal);
  if (options.report === undefined) return exitCode.ok;
  const report = { lang: terminal.lang, command: reportCommand(what, options, terminal.lang) };
  return (await writeRunReport(options.report, { run: completed, front, choices, report }, terminal)) ?? exitCode.ok;
}

async function showData(
  completed: CompletedRun,
  options: Pick<RunCommandOptions, "format" | "json"> & { readonly statistics: boolean },
  terminal: Terminal,
): Promise<void> {
  const form = options.json === true ? "json" : options.format;
  if (form === "table") {
    terminal.out(runReport(completed, terminal));
    if (options.statistics) terminal.out(`\n${statisticsReport(completed.result.figures, terminal)}`);
    return;
  }
  const data = form === "json" ? resultInPieces(completed, options) : resultCsv(completed.result.lines, form);
  await terminal.outInPieces(data);
  terminal.say(terminal.words(sentence(completed)));
  terminal.say(terminal.words(reconciliation(completed)));
}

/** First of what is shown; beside it where the data themselves are shown. */
function sayCorrected(
  corrected: Corrected,
  { format, json }: Pick<RunCommandOptions, "format" | "json">,
  terminal: Terminal,
): void {
  const text = correctedText(corrected, terminal);
  if (json === true || format !== "table") terminal.say(text);
  else terminal.out(`${terminal.outColours.bold(text)}\n\n`);
}

function sayWritten(folder: string, { result }: CompletedRun, terminal: Terminal): void {
  const [first] = result.lines;
  terminal.say("");
  terminal.say(
    terminal.words({ sv: `Hela resultatet ligger i ${folder}/.`, en: `The whole result lies in ${folder}/.` }),
  );
  if (first === undefined) return;
  terminal.say(
    terminal.words({
      sv: `Varför en rad blev vad den blev: avtal förklara ${first.id} --run ${folder}`,
      en: `Why a line is what it is: avtal explain ${first.id} --run ${folder}`,
    }),
  );
}
