// The folder of a run: result, lines for programs and for Excel, traces, refused rows, and last the manifest.
// Rule: the manifest names every other file with its hash, and the data, the rules and the choices by theirs.

import type { SourceFile } from "@avtal/compiler/source";
import type { InvoiceLine } from "@avtal/runtime/result";
import { manifestText, runId, runManifest, type RunChoices } from "./evidence/manifest.ts";
import { filesPerPayer } from "./per-payer.ts";
import { inPieces, jsonLines, type Pieces } from "./pieces.ts";
import { isStandIn } from "./protected-records.ts";
import type { CompletedRun } from "./result-json.ts";
import { resultCsv } from "./result-csv.ts";
import { lineJson, resultInPieces } from "./result-json.ts";
import { correctionOf } from "./supersede/correction.ts";
import { correctionJson, filesOfCorrection, supersedesJson, type Corrected } from "./supersede/correction-files.ts";
import { invoicedLine, type InvoicedLine } from "./supersede/invoiced-line.ts";
import type { SupersededRun } from "./supersede/superseded-run.ts";
import { tracing, type LineTrace } from "./trace.ts";
import { writeWhole, type FileToWrite } from "./write-whole.ts";
import type { DataProblem } from "./data-problem.ts";
import type { WrittenSteps } from "./written-steps.ts";

export const runFiles = {
  result: "result.json",
  lines: "lines.csv",
  linesSv: "fakturarader.csv",
  traces: "traces.jsonl",
  refused: "refused.csv",
  protected: "skyddade.jsonl",
  manifest: "manifest.json",
} as const;

export interface RunToShow {
  readonly run: CompletedRun;
  readonly written: WrittenSteps;
  readonly statistics: boolean;
  /** Whether each payer has a file of its own too. */
  readonly perPayer: boolean;
}

export interface RunToWrite extends Pick<RunToShow, "run" | "written"> {
  readonly choices: RunChoices;
  /** Every agreement file that was compiled. */
  readonly texts: readonly SourceFile[];
  /** Version of the program that ran. */
  readonly version: string;
  /** The run that this one corrects; null where it corrects none. */
  readonly superseded: SupersededRun | null;
}

export function writeRun(folder: string, toWrite: RunToWrite): DataProblem | undefined {
  const { run, written, choices } = toWrite;
  const corrected = correctedBy(toWrite);
  const files = [
    ...filesOfRun({ run, written, ...choices }),
    ...(corrected === null ? [] : filesOfCorrection(corrected)),
  ];
  return writeWhole(folder, files, (sealed) => ({
    name: runFiles.manifest,
    contents: manifestText({ ...runManifest(toWrite, sealed), ...correctedJson(corrected) }),
  }));
}

/** What the run changes in the one that it corrects. */
export function correctedBy(toWrite: Omit<RunToWrite, "written">): Corrected | null {
  const { run, choices, superseded } = toWrite;
  if (superseded === null) return null;
  const correction = correctionOf(superseded.lines, invoicedIn(run));
  return { superseded, correction, run: runId(toWrite), perPayer: choices.perPayer };
}

/** The lines of a run by way of the form that a result holds them in, as those of the replaced run came. */
function* invoicedIn({ result }: CompletedRun): Iterable<InvoicedLine> {
  for (const line of result.lines) {
    const invoiced = invoicedLine(JSON.parse(JSON.stringify(lineJson(line))));
    if (invoiced === undefined) throw new Error("A line of our own cannot be read back.");
    yield invoiced;
  }
}

/** The entries of the manifest that a corrected run has beside those of every run. */
export function correctedJson(corrected: Corrected | null): object {
  return corrected === null ? {} : { supersedes: supersedesJson(corrected), correction: correctionJson(corrected) };
}

/** Everything but the manifest; the same bytes for the same run. */
export function filesOfRun({ run, written, statistics, perPayer }: RunToShow): FileToWrite[] {
  const { lines } = run.result;
  const traceOf = tracing(run, written);
  return [
    { name: runFiles.result, contents: resultInPieces(run, { statistics }) },
    { name: runFiles.lines, contents: resultCsv(lines, "csv") },
    { name: runFiles.linesSv, contents: resultCsv(lines, "csv-sv") },
    { name: runFiles.traces, contents: jsonLines(lines, (line) => withoutPerson(traceOf(line))) },
    { name: runFiles.refused, contents: refusedCsv(run) },
    ...protectedFile(run, traceOf),
    ...(perPayer ? filesPerPayer(lines) : []),
  ];
}

/** A line of one protected record says what is paid, and nothing of how it came about. */
function withoutPerson(trace: LineTrace): LineTrace {
  return isStandIn(trace.episode) ? { ...trace, steps: [], rows: [] } : trace;
}

/** Who is behind each stand-in, and the whole reason of its lines: a file of its own, to be kept by fewer. */
function protectedFile({ facts, result }: CompletedRun, traceOf: (line: InvoiceLine) => LineTrace): FileToWrite[] {
  const { hidden = [] } = facts;
  if (hidden.length === 0) return [];
  const linesOf = new Map<string | null, InvoiceLine[]>(hidden.map(({ standIn }) => [standIn, []]));
  for (const line of result.lines) linesOf.get(line.keys.episode)?.push(line);
  const contents = jsonLines(hidden, ({ standIn, id }) => ({
    standIn,
    id,
    lines: (linesOf.get(standIn) ?? []).map(traceOf),
  }));
  return [{ name: runFiles.protected, contents }];
}

/** Row number, code and column name: nothing of the row itself. */
function refusedCsv({ refused }: CompletedRun): Pieces {
  return inPieces(function* () {
    yield "row,code,column\n";
    for (const { row, code, column } of refused.rows) yield `${row},${code},${column ?? ""}\n`;
  });
}
