// What `--report DIR` of `avtal diff` does: the report of a comparison and its evidence, written whole or not at all.

import type { Side } from "@avtal/replay/changes/side";
import type { CompareOutcome } from "@avtal/replay/compare/compare";
import { comparisonManifest, type AskedComparison } from "@avtal/replay/evidence/comparison-manifest";
import { manifestText, nameOf } from "@avtal/replay/evidence/manifest";
import { doesNotTieOut } from "@avtal/replay/problems/evidence";
import { writeWhole, type FileToWrite, type WrittenFile } from "@avtal/replay/write-whole";
import { writtenSteps } from "@avtal/replay/written-steps";
import { withoutStatistics } from "@avtal/compiler/ir/without-statistics";
import { unitWord } from "@avtal/compiler/ir/unit-word";
import { askedRange } from "@avtal/replay/compare/asked-range";
import { sweep } from "@avtal/replay/compare/sweep";
import type { DataProblem } from "@avtal/replay/data-problem";
import { repeatingEvaluator } from "@avtal/replay/evaluator";
import { stoppedBy } from "@avtal/replay/problems/stopped";
import { amountOfUnit } from "@avtal/replay/shown";
import type { Curve } from "@avtal/report/page/sections/curve";
import type { Report } from "@avtal/report/comparison-report";
import { exitCode, type ExitCode } from "../exit-code.ts";
import { progressOn } from "../progress.ts";
import type { Terminal } from "../terminal.ts";
import { version } from "../version.ts";
import { refuse } from "./refuse.ts";
import { quoted, typedOption } from "./typed-command.ts";

/** Name of the file that proves all others. */
export const evidenceName = "evidence.json";

export interface DiffToReport {
  readonly outcome: CompareOutcome & { readonly kind: "completed" };
  readonly a: Side;
  readonly b: Side;
  readonly asked: AskedComparison;
}

/** Undefined where the report was written and ties out. */
export async function writeDiffReport(
  folder: string,
  diff: DiffToReport,
  terminal: Terminal,
): Promise<ExitCode | undefined> {
  const progress = progressOn(terminal);
  progress.says({ sv: "Skriver rapporten", en: "Writing the report" });
  const report = await reportOf(diff);
  if ("problems" in report) {
    progress.ends();
    return refuse(report.problems, terminal);
  }
  const problem = writeWhole(folder, report.files, (written) => evidenceOf(diff, written));
  progress.ends();
  if (problem !== undefined) {
    return refuse([problem], terminal, problem.code === "AV9210" ? exitCode.environment : exitCode.refused);
  }
  terminal.say(
    terminal.words({
      sv: `Rapporten ligger i ${folder}/. Öppna ${folder}/jamforelse.html, och pröva den med avtal verifiera ${folder}.`,
      en: `The report lies in ${folder}/. Open ${folder}/jamforelse.html, and test it with avtal verify ${folder}.`,
    }),
  );
  return report.tiesOut ? undefined : refuse([doesNotTieOut(folder)], terminal, exitCode.differs);
}

export interface NoReport {
  readonly problems: readonly DataProblem[];
}

/** The files of a report, the same each time. Drawing and workbook are loaded only for those who ask for a report. */
export async function reportOf({ outcome, a, b, asked }: DiffToReport): Promise<Report | NoReport> {
  const curve = asked.sweep === null ? null : curveOf(asked.sweep, outcome);
  if (curve !== null && "problems" in curve) return curve;
  const { comparisonReport } = await import("@avtal/report/comparison-report");
  return comparisonReport({
    comparison: outcome.comparison,
    columns: outcome.columns,
    written: { a: writtenSteps(a.front), b: writtenSteps(b.front) },
    lang: asked.lang === "en" ? "en" : "sv",
    command: commandOf(asked),
    data: nameOf(asked.data),
    curve,
  });
}

export function evidenceOf({ outcome, a, b, asked }: DiffToReport, written: readonly WrittenFile[]): FileToWrite {
  const texts = { a: a.front.workspace.files, b: b.front.workspace.files };
  const claim = { comparison: outcome.comparison, asked, texts, version };
  return { name: evidenceName, contents: manifestText(comparisonManifest(claim, written)) };
}

/** What the second side costs as one value of it is moved. */
function curveOf(text: string, { comparison, columns }: DiffToReport["outcome"]): Curve | NoReport {
  const { program, options } = comparison.b.run;
  const asked = askedRange(text, program);
  if ("problems" in asked) return asked;
  const evaluate = repeatingEvaluator(withoutStatistics(program));
  const found = sweep(asked.range, options, (supplied) => {
    const result = evaluate(columns.b, supplied);
    return result.kind === "stopped" ? { kind: "stopped", stopped: result, dataGive: undefined } : result;
  });
  if (found.kind === "stopped") return { problems: [stoppedBy(found.stopped, found.stopped.value, undefined)] };
  const unit = unitWord(asked.unit);
  return {
    value: asked.range.value,
    points: found.sweep.points.map(({ at, total }) => ({ name: amountOfUnit(at, unit), total })),
  };
}

/** What to type for the same report. */
function commandOf(asked: AskedComparison): string {
  return [
    "avtal diff",
    quoted(asked.a),
    ...(asked.b === null ? [] : [quoted(asked.b)]),
    ...typedOption("base", asked.base === null ? null : nameOf(asked.base)),
    ...typedOption("data", nameOf(asked.data)),
    ...typedOption("mode", asked.mode),
    ...typedOption("columns", asked.columns),
    ...typedOption("from", asked.from),
    ...typedOption("to", asked.to),
    ...asked.readings.flatMap((one) => typedOption("reading", one)),
    ...asked.events.flatMap((one) => typedOption("event", one)),
    ...asked.values.flatMap((one) => typedOption("set", one)),
    ...(asked.attribution === "clause-order" ? [] : typedOption("attribution", asked.attribution)),
    ...typedOption("sweep", asked.sweep),
    ...typedOption("charged-through", asked.chargedThrough),
    ...(asked.maxRefused === "0" ? [] : typedOption("max-refused", asked.maxRefused)),
    ...(asked.lang === "sv" ? [] : typedOption("lang", asked.lang)),
    "--report rapport",
  ].join(" ");
}
