// The folder of a run: result, lines for programs and for Excel, traces, refused rows, and last the manifest.
// Rule: the manifest names every other file with its hash, and the data, the rules and the choices by theirs.

import { meaningHash } from "@avtal/compiler/ir/meaning-hash";
import type { CompletedRun } from "./result-json.ts";
import { resultCsv } from "./result-csv.ts";
import { resultJson, suppliedJson } from "./result-json.ts";
import { traces } from "./trace.ts";
import { writeWhole, type FileToWrite, type WrittenFile } from "./write-whole.ts";
import type { DataProblem } from "./data-problem.ts";
import type { WrittenSteps } from "./written-steps.ts";

export const runFiles = {
  result: "result.json",
  lines: "lines.csv",
  linesSv: "fakturarader.csv",
  traces: "traces.jsonl",
  refused: "refused.csv",
  manifest: "manifest.json",
} as const;

export interface RunToWrite {
  readonly run: CompletedRun;
  readonly written: WrittenSteps;
  readonly statistics: boolean;
  /** Version of the program that ran. */
  readonly version: string;
}

export function writeRun(folder: string, toWrite: RunToWrite): DataProblem | undefined {
  const { run, written, statistics } = toWrite;
  const files: FileToWrite[] = [
    { name: runFiles.result, text: resultJson(run, { statistics }) },
    { name: runFiles.lines, text: resultCsv(run.result.lines, "csv") },
    { name: runFiles.linesSv, text: resultCsv(run.result.lines, "csv-sv") },
    {
      name: runFiles.traces,
      text: traces(run, written)
        .map((trace) => `${JSON.stringify(trace)}\n`)
        .join(""),
    },
    { name: runFiles.refused, text: refusedCsv(run) },
  ];
  return writeWhole(folder, files, (sealed) => manifest(toWrite, sealed));
}

/** Row number, code and column name: nothing of the row itself. */
function refusedCsv({ refused }: CompletedRun): string {
  const rows = refused.rows.map(({ row, code, column }) => `${row},${code},${column ?? ""}\n`);
  return `row,code,column\n${rows.join("")}`;
}

function manifest({ run, version }: RunToWrite, files: readonly WrittenFile[]): FileToWrite {
  const { program, options, facts, result } = run;
  const document = {
    formatVersion: 1,
    avtal: version,
    agreement: program.main,
    wording: options.wording,
    meaningHash: meaningHash(program),
    supplied: suppliedJson(options, program),
    data: { sha256: facts.sha256, bytes: facts.bytes, rows: facts.rows, format: facts.format.kind },
    accounting: result.accounting,
    files,
  };
  return { name: runFiles.manifest, text: `${JSON.stringify(document, null, 2)}\n` };
}
