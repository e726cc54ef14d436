// Reads back what `avtal run --out` wrote, for explanations.
// Rule: a file that is not what the manifest says is not explained.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { nearest } from "@avtal/compiler/nearest";
import type { DataProblem } from "./data-problem.ts";
import { eachLineOf } from "./evidence/read-in-pieces.ts";
import { readManifest } from "./evidence/read-manifest.ts";
import { unknownLine, unreadableRun } from "./problems/explained.ts";
import type { LineTrace } from "./trace.ts";
import { runFiles } from "./write-run.ts";

export type FoundTrace =
  { readonly ok: true; readonly trace: LineTrace } | { readonly ok: false; readonly problem: DataProblem };

export function traceOf(line: string, folder: string): FoundTrace {
  const failed = (problem: DataProblem): FoundTrace => ({ ok: false, problem });
  if (!existsSync(folder)) return failed(unreadableRun(folder, "missing"));
  const sealed = sealOfTraces(folder);
  if (sealed === undefined) return failed(unreadableRun(folder, "not-a-run"));
  const path = join(folder, runFiles.traces);
  if (!existsSync(path)) return failed(unreadableRun(folder, "changed"));
  // A trace begins with its id, so that only the one that is asked for is taken apart.
  const begins = `{"id":${JSON.stringify(line.normalize("NFC"))},`;
  let found: string | undefined;
  const { sha256 } = eachLineOf(path, (text) => {
    if (text.startsWith(begins)) found ??= text;
  });
  if (sha256 !== sealed) return failed(unreadableRun(folder, "changed"));
  if (found !== undefined) return { ok: true, trace: JSON.parse(found) };
  return failed(unknownLine(folder, nearest(line, idsIn(path))));
}

function idsIn(path: string): string[] {
  const ids: string[] = [];
  eachLineOf(path, (text) => {
    const trace: LineTrace = JSON.parse(text);
    ids.push(trace.id);
  });
  return ids;
}

/** The hash that the manifest gives for the traces; undefined where there is no manifest of ours. */
function sealOfTraces(folder: string): string | undefined {
  return readManifest(folder, runFiles.manifest, "run")?.files.find(({ name }) => name === runFiles.traces)?.sha256;
}
