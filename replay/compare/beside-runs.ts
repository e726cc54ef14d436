// Two runs over the same episodes beside each other: by payer, by period, by rule and line by line.
// Rule: every division sums to the difference of the totals; the order is the same whichever side is first.

import { byCodePoint } from "@avtal/runtime/code-point-order";
import type { Completed, InvoiceLine, Payer } from "@avtal/runtime/result";
import type {
  Comparison,
  LineDifference,
  PayerDifference,
  PayerPeriodDifference,
  PayerVerdict,
  PeriodDifference,
  RuleDifference,
} from "./comparison.ts";
import { amounts, linesBy, sumOf, totalsByPayer } from "./sums.ts";

export type Divisions = Pick<Comparison, "total" | "payers" | "periods" | "payerPeriods" | "rules" | "lines">;

/** What the two runs charge. */
type Charges = Pick<Completed, "lines">;

/** `payers`: of every group and line of either, by code. */
export function besideRuns(a: Charges, b: Charges, payers: ReadonlyMap<string, Payer>): Divisions {
  const divisions: Divisions = {
    total: amounts(sumOf(a.lines), sumOf(b.lines)),
    payers: byPayer(a, b, payers),
    periods: byPeriod(a.lines, b.lines),
    payerPeriods: byPayerAndPeriod(a, b, payers),
    rules: byRule(a.lines, b.lines),
    lines: byLine(a.lines, b.lines),
  };
  assertTiesOut(divisions);
  return divisions;
}

function byPayer(a: Charges, b: Charges, payers: ReadonlyMap<string, Payer>): readonly PayerDifference[] {
  const [totalsA, totalsB] = [totalsByPayer(a.lines), totalsByPayer(b.lines)];
  return [...payers.values()]
    .sort((one, other) => byCodePoint(one.code, other.code))
    .map((payer) => {
      const [ofA, ofB] = [totalsA.get(payer.code) ?? 0n, totalsB.get(payer.code) ?? 0n];
      return { payer, ...amounts(ofA, ofB), verdict: verdictOf(ofA, ofB) };
    });
}

function verdictOf(a: bigint, b: bigint): PayerVerdict {
  if (a === b) return a === 0n ? "nothing" : "same";
  if (a === 0n) return "starts";
  if (b === 0n) return "stops";
  return b > a ? "more" : "less";
}

function byPeriod(a: readonly InvoiceLine[], b: readonly InvoiceLine[]): readonly PeriodDifference[] {
  return paired(a, b, ({ keys }) => keys.period).map(({ key, ofA, ofB }) => ({
    period: key,
    ...amounts(sumOf(ofA), sumOf(ofB)),
  }));
}

function byPayerAndPeriod(
  a: Charges,
  b: Charges,
  payers: ReadonlyMap<string, Payer>,
): readonly PayerPeriodDifference[] {
  const keyOf = ({ keys }: InvoiceLine): string => `${keys.payer.code}\n${keys.period}`;
  return paired(a.lines, b.lines, keyOf).map(({ key, ofA, ofB }) => {
    const [code = "", period = ""] = key.split("\n");
    return { payer: payerOf(code, payers), period, ...amounts(sumOf(ofA), sumOf(ofB)) };
  });
}

function payerOf(code: string, payers: ReadonlyMap<string, Payer>): Payer {
  return payers.get(code) ?? { code, name: code };
}

function byRule(a: readonly InvoiceLine[], b: readonly InvoiceLine[]): readonly RuleDifference[] {
  const keyOf = ({ place }: InvoiceLine): string => `${place.document}\n${place.rule}`;
  return paired(a, b, keyOf).map(({ ofA, ofB }) => {
    const place = (ofA[0] ?? ofB[0])?.place ?? { document: "", rule: "", clause: "" };
    return { ...place, ...amounts(sumOf(ofA), sumOf(ofB)), lines: { a: ofA.length, b: ofB.length } };
  });
}

function byLine(a: readonly InvoiceLine[], b: readonly InvoiceLine[]): readonly LineDifference[] {
  return paired(a, b, lineKey).flatMap(({ key, ofA, ofB }) =>
    Array.from({ length: Math.max(ofA.length, ofB.length) }, (_, index): LineDifference => {
      const [lineA = null, lineB = null] = [ofA[index], ofB[index]];
      const own = index === 0 ? key : `${key} ${index + 1}`;
      return { key: own, lineA, lineB, ...amounts(lineA?.amount ?? 0n, lineB?.amount ?? 0n) };
    }),
  );
}

/** Payer, period, part, episode, further keys and rule: what a line is about, whatever version of the rule made it. */
function lineKey({ keys, place }: InvoiceLine): string {
  const part = keys.part === null ? "" : `${keys.part.from}–${keys.part.through}`;
  const others = keys.others.map(({ value }) => value);
  return [keys.payer.code, keys.period, part, keys.episode ?? "", ...others, `${place.document}.${place.rule}`].join(
    " ",
  );
}

interface Pair {
  readonly key: string;
  readonly ofA: readonly InvoiceLine[];
  readonly ofB: readonly InvoiceLine[];
}

/** Sorted by key. */
function paired(
  a: readonly InvoiceLine[],
  b: readonly InvoiceLine[],
  keyOf: (line: InvoiceLine) => string,
): readonly Pair[] {
  const [linesA, linesB] = [linesBy(a, keyOf), linesBy(b, keyOf)];
  return [...new Set([...linesA.keys(), ...linesB.keys()])]
    .sort(byCodePoint)
    .map((key) => ({ key, ofA: linesA.get(key) ?? [], ofB: linesB.get(key) ?? [] }));
}

/** A division that does not sum to the total is our own fault. */
function assertTiesOut({ total, ...divisions }: Divisions): void {
  for (const [name, parts] of Object.entries(divisions)) {
    const sum = parts.reduce((all: bigint, part: { readonly difference: bigint }) => all + part.difference, 0n);
    if (sum !== total.difference)
      throw new Error(`The ${name} of a comparison sum to ${sum}, not ${total.difference}.`);
  }
}
