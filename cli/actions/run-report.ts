// What `--report DIR` of `avtal run` does: the report of one run and its evidence, written whole or not at all.

import type { FrontEnd } from "@avtal/compiler/compile";
import type { RunClaim } from "@avtal/replay/evidence/manifest";
import { manifestText, nameOf } from "@avtal/replay/evidence/manifest";
import { runReportManifest, type ReportedRun } from "@avtal/replay/evidence/run-report-manifest";
import type { MadeAgain } from "@avtal/replay/evidence/verify-run";
import { doesNotTieOut } from "@avtal/replay/problems/evidence";
import type { CompletedRun } from "@avtal/replay/result-json";
import { writeWhole } from "@avtal/replay/write-whole";
import { writtenSteps } from "@avtal/replay/written-steps";
import type { Report } from "@avtal/report/comparison-report";
import { exitCode, type ExitCode } from "../exit-code.ts";
import { progressOn } from "../progress.ts";
import type { Terminal } from "../terminal.ts";
import { version } from "../version.ts";
import type { ChosenOptions } from "./chosen.ts";
import { evidenceName } from "./diff-report.ts";
import type { AskedOverData } from "./over-data.ts";
import { refuse } from "./refuse.ts";
import { quoted, typedOption } from "./typed-command.ts";

export interface RunToReport {
  readonly run: CompletedRun;
  readonly front: FrontEnd;
  readonly choices: RunClaim["choices"];
  readonly report: ReportedRun;
}

/** Undefined where the report was written and ties out. */
export async function writeRunReport(
  folder: string,
  toReport: RunToReport,
  terminal: Terminal,
): Promise<ExitCode | undefined> {
  const progress = progressOn(terminal);
  progress.says({ sv: "Skriver rapporten", en: "Writing the report" });
  const { files, tiesOut } = await reportOf(toReport);
  const claim = claimOf(toReport);
  const problem = writeWhole(folder, files, (written) => ({
    name: evidenceName,
    contents: manifestText(runReportManifest(claim, toReport.report, written)),
  }));
  progress.ends();
  if (problem !== undefined) {
    return refuse([problem], terminal, problem.code === "AV9210" ? exitCode.environment : exitCode.refused);
  }
  terminal.say(
    terminal.words({
      sv: `Rapporten ligger i ${folder}/. Öppna ${folder}/korning.html, och pröva den med avtal verifiera ${folder}.`,
      en: `The report lies in ${folder}/. Open ${folder}/korning.html, and test it with avtal verify ${folder}.`,
    }),
  );
  return tiesOut ? undefined : refuse([doesNotTieOut(folder)], terminal, exitCode.differs);
}

/** The folder of `avtal run --report`, for verifying it. */
export function reportMadeAgain({ front, choices, report }: Omit<RunToReport, "run">): MadeAgain {
  return {
    last: evidenceName,
    keepsRecords: true,
    files: async (run) => (await reportOf({ run, front, choices, report })).files,
    manifest: (run, written) => runReportManifest(claimOf({ run, front, choices, report }), report, written),
  };
}

/** Drawing and workbook are loaded only for those who ask for a report. */
async function reportOf({ run, front, choices, report }: RunToReport): Promise<Report> {
  const { columns } = run;
  if (columns === undefined) throw new Error("A run is to be reported, but its records were not kept.");
  const { runReport } = await import("@avtal/report/run-report");
  return runReport({ run, columns, written: writtenSteps(front), ...report, data: nameOf(choices.data) });
}

function claimOf({ run, front, choices }: RunToReport): RunClaim {
  return { run, choices, texts: front.workspace.files, version };
}

/** What to type for the same report. */
export function reportCommand(what: string, options: AskedOverData & ChosenOptions, lang: string): string {
  const { data, columns, from, to, reading = [], event = [], set = [], maxRefused } = options;
  return [
    "avtal run",
    quoted(what),
    ...typedOption("data", nameOf(data)),
    ...typedOption("columns", columns === undefined ? undefined : nameOf(columns)),
    ...typedOption("from", from),
    ...typedOption("to", to),
    ...reading.flatMap((one) => typedOption("reading", one)),
    ...event.flatMap((one) => typedOption("event", one)),
    ...set.flatMap((one) => typedOption("set", one)),
    ...(maxRefused === "0" ? [] : typedOption("max-refused", maxRefused)),
    ...(lang === "sv" ? [] : typedOption("lang", lang)),
    "--report rapport",
  ].join(" ");
}
