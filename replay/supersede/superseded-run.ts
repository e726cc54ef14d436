// The run that a corrected one replaces: opened from its folder, held against its seals, and found to be replaceable.
// Rule: nothing in that folder is changed; what is no invoice basis, or was replaced already, is refused.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import type { DataProblem } from "../data-problem.ts";
import { nameOf, type RunChoices } from "../evidence/manifest.ts";
import { isRecord, readManifest, type StoredManifest } from "../evidence/read-manifest.ts";
import { openEvidence } from "../evidence/verify-run.ts";
import { unreadableRun } from "../problems/explained.ts";
import { alreadySuperseded, cannotSupersede } from "../problems/supersede.ts";
import { runFiles } from "../write-run.ts";
import type { InvoicedLine } from "./invoiced-line.ts";
import { linesOfResult } from "./lines-of-result.ts";

export interface SupersededRun {
  /** As it was typed, without what names the host. */
  readonly folder: string;
  /** Its run id. */
  readonly run: string;
  readonly manifestSha256: string;
  readonly dataSha256: string;
  readonly lines: readonly InvoicedLine[];
}

export type OpenedSuperseded =
  | { readonly ok: true; readonly superseded: SupersededRun; readonly manifest: StoredManifest }
  | { readonly ok: false; readonly problems: readonly DataProblem[] };

/** The folder as it lies there: a run of ours, with every file what its manifest says. */
export function openSuperseded(folder: string): OpenedSuperseded {
  const opened = openEvidence(folder);
  if (!opened.ok) {
    const { refused: why } = opened;
    return { ok: false, problems: why.kind === "refused" ? why.problems : why.kind === "differs" ? [why.problem] : [] };
  }
  const { manifest } = opened;
  const run = manifest.whole["run"];
  const lines = linesOfResult(join(folder, runFiles.result));
  if (typeof run !== "string" || lines === undefined) {
    return { ok: false, problems: [unreadableRun(folder, "not-a-run")] };
  }
  const bytes = readFileSync(join(folder, runFiles.manifest));
  const manifestSha256 = createHash("sha256").update(bytes).digest("hex");
  const superseded = { folder: nameOf(folder), run, manifestSha256, dataSha256: manifest.dataSha256, lines };
  return { ok: true, superseded, manifest };
}

/** What a new run is to be, before it is made. */
export interface Superseding {
  readonly agreement: string;
  readonly choices: Pick<RunChoices, "asked" | "months">;
  /** Where it will be written. */
  readonly out: string;
}

/** Why the run in the folder cannot be replaced by that one; undefined where it can. */
export function whyNotSuperseded(
  folder: string,
  { superseded, manifest }: { readonly superseded: SupersededRun; readonly manifest: StoredManifest },
  { agreement, choices, out }: Superseding,
): DataProblem | undefined {
  if (manifest.agreement !== agreement) return cannotSupersede(folder, "other-agreement");
  if (manifest.choices.asked.wording !== null || choices.asked.wording !== null) {
    return cannotSupersede(folder, "counterfactual");
  }
  const { from, through } = manifest.choices.months;
  if (from !== choices.months.from || through !== choices.months.through) {
    return cannotSupersede(folder, "other-months");
  }
  const by = successorOf(superseded.run, [dirname(resolve(folder)), dirname(resolve(out))]);
  return by === undefined ? undefined : alreadySuperseded(folder, by);
}

/** A run beside the old or the new one that replaces it already, by the name of its folder. */
function successorOf(run: string, places: readonly string[]): string | undefined {
  for (const place of new Set(places)) {
    const folders = readdirSync(place, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const { name } of folders.sort((a, b) => byCodePoint(a.name, b.name))) {
      const supersedes = readManifest(join(place, name), runFiles.manifest, "run")?.whole["supersedes"];
      if (isRecord(supersedes) && supersedes["run"] === run) return name;
    }
  }
  return undefined;
}
