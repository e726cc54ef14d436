// What the report of a run stands on and holds, as the last file of its folder.
// Rule: the manifest of the run, with the language and the command that the page names, so that it can be made again.

import type { WrittenFile } from "../write-whole.ts";
import { runManifest, type RunClaim } from "./manifest.ts";
import { isRecord, readManifest, type StoredManifest } from "./read-manifest.ts";

/** What a report shows beside the run. */
export interface ReportedRun {
  readonly lang: "sv" | "en";
  /** What to type for the same report. */
  readonly command: string;
}

export function runReportManifest(claim: RunClaim, report: ReportedRun, files: readonly WrittenFile[]): object {
  return { ...runManifest(claim, files), kind: "run-report", report };
}

export interface StoredRunReport {
  readonly manifest: StoredManifest;
  readonly report: ReportedRun;
}

/** Undefined where the folder holds no report of a run. */
export function readRunReport(folder: string, name: string): StoredRunReport | undefined {
  const manifest = readManifest(folder, name, "run-report");
  const report = manifest?.whole["report"];
  if (manifest === undefined || !isRecord(report)) return undefined;
  const { lang, command } = report;
  if ((lang !== "sv" && lang !== "en") || typeof command !== "string") return undefined;
  return { manifest, report: { lang, command } };
}
