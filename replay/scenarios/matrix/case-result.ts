// What became of one case: held against its expectation, or against what the outcome file keeps.

import type { Words } from "@avtal/compiler/problem";
import { exactAmount } from "../hold/exact-amount.ts";
import type { Mismatch } from "../compare/mismatch.ts";
import type { TracedGroup } from "../run/case-trace.ts";
import type { Case } from "../run/run-scenario.ts";
import { inForceWording } from "../scenario.ts";

export type Status =
  /** The scenario says what must come out, and it did. */
  | "held"
  /** The scenario says what must come out, and something else did. */
  | "failed"
  /** As the outcome file has it. */
  | "kept"
  /** As in the wording before. */
  | "followed"
  /** Otherwise than the outcome file has it. */
  | "changed"
  /** Otherwise than in the wording before, and nobody has accepted it. */
  | "moved"
  /** Nobody has said what must come out. */
  | "new";

export interface CaseResult {
  readonly of: Case;
  readonly status: Status;
  /** The outcome in short. */
  readonly text: Words;
  /** What the outcome file or the wording before says; null where the scenario says it, or nothing does. */
  readonly yardstick: string | null;
  readonly mismatches: readonly Mismatch[];
  /** How much more the lines come to than was expected, in öre; null where the two cannot be held against each other. */
  readonly more: bigint | null;
  /** How the case came to its outcome; empty where it passed. */
  readonly trace: readonly TracedGroup[];
  /** Whether the outcome was found by an earlier run, and not worked out again. */
  readonly isRemembered: boolean;
}

export function isPassed({ status, mismatches }: Pick<CaseResult, "status" | "mismatches">): boolean {
  return mismatches.length === 0 && (status === "held" || status === "kept" || status === "followed");
}

/** `2021-11-01`, `gällande`, `2021-11-01, faktor=alla`: the case within its scenario, as outcome files name it. */
export function caseName({ wording, variant }: Pick<Case, "wording" | "variant">): string {
  const shown = wording === inForceWording ? "gällande" : wording;
  return variant.label === "" ? shown : `${shown}, ${variant.label}`;
}

/** Whether an outcome in short says that the run was stopped, so that it comes to nothing. */
export function isStopText(text: string): boolean {
  return text.split("; ").some((part) => part.startsWith("stoppat: "));
}

/** What the lines of an outcome in short come to, in öre; undefined where the run was stopped. */
export function sumOfText(text: string): bigint | undefined {
  if (isStopText(text)) return undefined;
  let sum = 0n;
  for (const part of text.split("; ")) {
    const found = /^(?:(\d+) × )?(?!vilande: ).* = (-?[\d ]+,\d{2} kr)$/u.exec(part);
    const amount = exactAmount(found?.[2] ?? "");
    if (amount !== undefined) sum += BigInt(found?.[1] ?? "1") * amount.exact.over;
  }
  return sum;
}
