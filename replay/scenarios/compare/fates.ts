// Episodes that were undecided, not charged or refused, against what is expected of them.
// Rule: the short form is about all of them and asks for one at least; the long form tells every one, by number.

import type { Program } from "@avtal/compiler/ir/ir";
import type { Words } from "@avtal/compiler/problem";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import type { Completed } from "@avtal/runtime/result";
import { isWithin, placeText } from "../hold/clauses.ts";
import type { Expectation, ExpectedFate, ExpectedSort, RefusedEpisode } from "../scenario.ts";
import { same, type Mismatch } from "./mismatch.ts";

/** Some records of one fate. */
interface Fated {
  readonly count: number;
  readonly rule: string | null;
  readonly episode: string | null;
  /** What befell them, as people read it. */
  readonly shown: string;
  /** Whether it is what the expectation says. */
  readonly is: (what: readonly string[]) => boolean;
}

export function undecidedMismatches(
  { undecided: expected, span }: Expectation,
  { undecided }: Completed,
  program: Program,
  isStrict: boolean,
): Mismatch[] {
  const about: Words = { sv: "oavgjort", en: "undecided" };
  const fated = undecided.map(({ id, missing, rule }) => ({
    count: 1,
    rule,
    episode: id,
    shown: missing.map((code) => nameOf(code, program)).join(", "),
    is: (what: readonly string[]) => [...missing].sort(byCodePoint).join("\n") === what.join("\n"),
  }));
  if (expected !== null) return fateMismatches(about, expected, fated, (code) => nameOf(code, program));
  if (!isStrict || fated.length === 0) return [];
  return [{ about, expected: nobody, actual: shownAll(fated), span }];
}

export function notChargedMismatches({ notCharged: expected }: Expectation, { notCharged }: Completed): Mismatch[] {
  if (expected === null) return [];
  const fated = notCharged.map(({ clause, reason, records, rule }) => ({
    count: records,
    rule: rule === "" ? null : rule,
    episode: null,
    shown: clause === "" ? reason : clause,
    is: ([what = ""]: readonly string[]) =>
      what === reason || clause.split("; ").some((place) => isWithin(placeText(place), what)),
  }));
  return fateMismatches({ sv: "inte debiterat", en: "not charged" }, expected, fated, (what) => what);
}

export function refusedMismatches(
  { refused: expected, span }: Expectation,
  refused: readonly RefusedEpisode[],
): Mismatch[] {
  const about: Words = { sv: "avvisat", en: "refused" };
  const fated = refused.map(({ id, code }) => ({
    count: 1,
    rule: null,
    episode: id,
    shown: code,
    is: ([what]: readonly string[]) => code === what,
  }));
  if (expected !== null) return fateMismatches(about, expected, fated, (code) => code);
  return fated.length === 0 ? [] : [{ about, expected: nobody, actual: shownAll(fated), span }];
}

function fateMismatches(
  about: Words,
  expected: ExpectedFate,
  fated: readonly Fated[],
  shown: (what: string) => string,
): Mismatch[] {
  const { span } = expected;
  if (expected.kind === "all") {
    if (fated.length > 0 && fated.every(({ is }) => is(expected.what))) return [];
    return [{ about, expected: same(expected.what.map(shown).join(", ")), actual: shownAll(fated), span }];
  }
  const total = fated.reduce((sum, { count }) => sum + count, 0);
  const wanted = expected.sorts.reduce((sum, { count }) => sum + count, 0);
  const isRight = total === wanted && expected.sorts.every((sort) => countOf(sort, fated) === sort.count);
  if (isRight) return [];
  const sorts = expected.sorts.map(({ count, what }) => `${count} × ${what.map(shown).join(", ")}`);
  return [{ about, expected: same(sorts.join("; ")), actual: shownAll(fated), span }];
}

function countOf({ what, rule, episode }: ExpectedSort, fated: readonly Fated[]): number {
  return fated
    .filter(
      (one) => one.is(what) && (rule === null || one.rule === rule) && (episode === null || one.episode === episode),
    )
    .reduce((sum, { count }) => sum + count, 0);
}

const nobody: Words = { sv: "inget", en: "nothing" };

function shownAll(fated: readonly Fated[]): Words {
  if (fated.length === 0) return nobody;
  const counts = new Map<string, number>();
  for (const { shown, count } of fated) counts.set(shown, (counts.get(shown) ?? 0) + count);
  return same(
    [...counts]
      .sort(([a], [b]) => byCodePoint(a, b))
      .map(([shown, count]) => `${count} × ${shown}`)
      .join("; "),
  );
}

function nameOf(code: string, program: Program): string {
  return program.fields.find((field) => field.code === code)?.name ?? code;
}
