// Reads back what `avtal run --out` wrote, for explanations.
// Rule: a file that is not what the manifest says is not explained.

import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { nearest } from "@avtal/compiler/nearest";
import type { DataProblem } from "./data-problem.ts";
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
  const text = existsSync(path) ? readFileSync(path) : undefined;
  if (text === undefined || createHash("sha256").update(text).digest("hex") !== sealed) {
    return failed(unreadableRun(folder, "changed"));
  }
  const all: LineTrace[] = text
    .toString("utf8")
    .split("\n")
    .filter((one) => one !== "")
    .map((one) => JSON.parse(one));
  const found = all.find((trace) => trace.id === line.normalize("NFC"));
  if (found !== undefined) return { ok: true, trace: found };
  return failed(
    unknownLine(
      folder,
      nearest(
        line,
        all.map((trace) => trace.id),
      ),
    ),
  );
}

/** The hash that the manifest gives for the traces; undefined where there is no manifest of ours. */
function sealOfTraces(folder: string): string | undefined {
  return readManifest(folder, runFiles.manifest, "run")?.files.find(({ name }) => name === runFiles.traces)?.sha256;
}
