// Repeats what a corrected run says that it changes: the credits and debits against the run that it replaces.
// Rule: the replaced run is found where it was named, or beside the folder, and must be the one that was replaced.

import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { DataProblem } from "../data-problem.ts";
import { manifestDiffers, otherResult } from "../problems/evidence.ts";
import { supersededNotFound } from "../problems/supersede.ts";
import { filesOfCorrection } from "../supersede/correction-files.ts";
import { openSuperseded } from "../supersede/superseded-run.ts";
import { correctedBy, correctedJson } from "../write-run.ts";
import { sealed } from "../write-whole.ts";
import { firstDifference } from "./first-difference.ts";
import { manifestText, type RunClaim } from "./manifest.ts";
import { isRecord, jsonIn, type StoredManifest } from "./read-manifest.ts";

export type VerifiedCorrection =
  | { readonly kind: "same" }
  | { readonly kind: "differs"; readonly problem: DataProblem }
  | { readonly kind: "refused"; readonly problems: readonly DataProblem[] };

/** `claim`: the run of the folder as it was computed again. */
export function verifyCorrection(folder: string, manifest: StoredManifest, claim: RunClaim): VerifiedCorrection {
  const { supersedes } = manifest.whole;
  if (supersedes === undefined) return { kind: "same" };
  const name = isRecord(supersedes) ? supersedes["folder"] : undefined;
  const run = isRecord(supersedes) ? supersedes["run"] : undefined;
  if (typeof name !== "string") return { kind: "differs", problem: manifestDiffers(folder, "supersedes") };
  const place = [name, join(dirname(resolve(folder)), name)].find((path) => existsSync(path));
  if (place === undefined) return { kind: "refused", problems: [supersededNotFound(name, "missing")] };
  const opened = openSuperseded(place);
  if (!opened.ok) return { kind: "refused", problems: opened.problems };
  if (opened.superseded.run !== run) return { kind: "refused", problems: [supersededNotFound(name, "other-run")] };
  const superseded = { ...opened.superseded, folder: name };
  const made = correctedBy({ ...claim, superseded });
  const own = manifest.whole["run"];
  if (made === null || typeof own !== "string") return { kind: "differs", problem: manifestDiffers(folder, "run") };
  // A changed comment gives the run another id, and is nothing.
  const corrected = { ...made, run: own };
  for (const { name: file, sha256 } of filesOfCorrection(corrected).map(sealed)) {
    const then = manifest.files.find((one) => one.name === file)?.sha256;
    if (then !== sha256) return { kind: "differs", problem: otherResult(folder, file, "") };
  }
  const { correction } = manifest.whole;
  const at = firstDifference({ supersedes, correction }, jsonIn(manifestText(correctedJson(corrected))));
  return at === undefined ? { kind: "same" } : { kind: "differs", problem: manifestDiffers(folder, at) };
}
