// The difference split over the changes: each unit of changes gets what the amount moves by when it is applied.
// Rule: the parts sum to the whole to the öre, for every payer too; swapping the sides negates each of them.

import type { Columns } from "@avtal/runtime/columns";
import type { Places } from "@avtal/runtime/places";
import type { InvoiceLine, Ore, Payer } from "@avtal/runtime/result";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import { canonical } from "@avtal/compiler/ir/canonical";
import { select } from "@avtal/compiler/ir/select";
import { mixture, type Mixing } from "../changes/mixture.ts";
import type { Side, Standing } from "../changes/side.ts";
import { evaluatorFor } from "../evaluator.ts";
import type { Attribution, AttributedPart } from "./comparison.ts";
import { mostUnits, splitBothWays, splitByMeanOfOrders } from "./shapley.ts";
import { charging, remainingAfter, type KnownRun, type Remaining } from "./changed-rules.ts";
import { totalsByPayer } from "./sums.ts";

export interface Attributing {
  readonly units: readonly (readonly string[])[];
  readonly mixing: Mixing;
  readonly a: Side;
  readonly b: Side;
  readonly ranA: RunWithPlaces;
  readonly ranB: RunWithPlaces;
  readonly payers: ReadonlyMap<string, Payer>;
  /** Records as the vocabulary of either side reads them; the same where the vocabularies are. */
  readonly columns: { readonly a: Columns; readonly b: Columns };
}

/** What a side's run charges, and in which rules its records count. */
export interface RunWithPlaces {
  readonly lines: readonly InvoiceLine[];
  readonly places: Places;
}

/** Total by payer code; undefined where the mixture stops at a value that is not known. */
export type Totals = ReadonlyMap<string, bigint>;

/** With more changes than every order can be tried of, the mean over every order gives way to both ways. */
export function attributionOf(method: Attribution["method"], attributing: Attributing): Attribution {
  const mixtures = evaluating(attributing);
  const { units } = attributing;
  if (units.length === 0) return { method, parts: [], evaluations: 0 };
  if (method !== "clause-order") {
    const used = units.length > mostUnits ? "both-ways" : method;
    const split = splits[used](units.length, mixtures.withB);
    if (split !== undefined) {
      const parts = units.map((changes, index) => partFrom(changes, split[index] ?? new Map(), attributing.payers));
      return { method: used, parts, evaluations: mixtures.count() };
    }
  }
  const parts = oneAtATime(attributing, mixtures.withB);
  return { method: "clause-order", parts, evaluations: mixtures.count() };
}

const splits = { shapley: splitByMeanOfOrders, "both-ways": splitBothWays } as const;

interface Mixtures {
  /** Totals where these units, by place, are as in `b`. */
  readonly withB: (applied: readonly boolean[]) => Totals | undefined;
  readonly count: () => number;
}

function evaluating({ units, mixing, ranA, ranB, columns }: Attributing): Mixtures {
  const [totalsA, totalsB] = [totalsByPayer(ranA.lines), totalsByPayer(ranB.lines)];
  const sides = [
    { standing: charging(mixing.a), ...ranA },
    { standing: charging(mixing.b), ...ranB },
  ];
  const unitOf = new Map(units.flatMap((keys, index) => keys.map((key): [string, number] => [key, index])));
  const known = new Map<string, Totals | undefined>();
  let evaluations = 0;
  const evaluated = (applied: readonly boolean[]): Totals | undefined => {
    const isB = (key: string): boolean => applied[unitOf.get(key) ?? -1] === true;
    const standing = charging(mixture(mixing, isB));
    const usesVocabularyOfB = [...unitOf.keys()].some((key) => /^(field|register) /u.test(key) && isB(key));
    evaluations += 1;
    return totalsOf(standing, usesVocabularyOfB ? columns.b : columns.a, columns.a === columns.b ? sides : []);
  };
  return {
    withB: (applied) => {
      if (applied.every((is) => !is)) return totalsA;
      if (applied.every((is) => is)) return totalsB;
      const key = applied.map(Number).join("");
      if (!known.has(key)) known.set(key, evaluated(applied));
      return known.get(key);
    },
    count: () => evaluations,
  };
}

/** `sides`: runs over the same records, from which a mixture may differ in some rules alone. */
function totalsOf(standing: Standing, records: Columns, sides: readonly KnownRun[]): Totals | undefined {
  const { readings, events, values } = standing;
  const options = { wording: null, readings, events, values };
  const remaining = sides.flatMap((side) => remainingAfter(side, standing) ?? []);
  const whole: Remaining = { program: standing.program, gone: null, lines: [] };
  const { program, gone, lines } = remaining.find((one) => one.gone !== null) ?? remaining[0] ?? whole;
  const evaluator = evaluatorFor(select(program, options));
  if (gone !== null) {
    const found = evaluator.among(records, options, gone);
    return "kind" in found ? undefined : totalsByPayer([...lines, ...found]);
  }
  const result = evaluator.evaluate(records, options);
  return result.kind === "stopped" ? undefined : totalsByPayer([...lines, ...result.lines]);
}

/** From the older side on, in clause order. Where a step cannot be run, it is taken together with the next. */
function oneAtATime(attributing: Attributing, withB: Mixtures["withB"]): readonly AttributedPart[] {
  const { units, payers } = attributing;
  const fromA = beginsWithA(attributing);
  const parts: AttributedPart[] = [];
  let before = certain(withB(units.map(() => !fromA)));
  let together: string[] = [];
  units.forEach((keys, index) => {
    together.push(...keys);
    const after = withB(units.map((_, place) => (place <= index ? fromA : !fromA)));
    if (after === undefined) return;
    const difference = fromA ? minus(after, before) : minus(before, after);
    parts.push(partFrom(together, difference, payers));
    before = after;
    together = [];
  });
  return parts;
}

/** The side with the earlier day, or the one whose text changed last earlier; else by what they say. */
function beginsWithA({ a, b, mixing }: Attributing): boolean {
  const days: [number, number][] = [
    [a.wording ?? Infinity, b.wording ?? Infinity],
    [a.program.wordings.at(-1)?.day ?? -Infinity, b.program.wordings.at(-1)?.day ?? -Infinity],
  ];
  for (const [ofA, ofB] of days) if (ofA !== ofB) return ofA < ofB;
  return byCodePoint(textOf(mixing.a), textOf(mixing.b)) <= 0;
}

function textOf({ program, readings, events, values }: Mixing["a"]): string {
  const { values: rows, measured, terms, rules, questions, documents } = program;
  const supplied = values.map(({ value, from, exact }) => [value, from, String(exact.over), String(exact.under)]);
  return canonical([rows, measured, terms, rules, questions, documents, [...readings], [...events], supplied]);
}

export function minus(a: Totals, b: Totals): Totals {
  const codes = new Set([...a.keys(), ...b.keys()]);
  return new Map([...codes].map((code) => [code, (a.get(code) ?? 0n) - (b.get(code) ?? 0n)]));
}

function partFrom(changes: readonly string[], byPayer: Totals, payers: ReadonlyMap<string, Payer>): AttributedPart {
  const moved = [...byPayer].filter(([, amount]) => amount !== 0n).sort(([a], [b]) => byCodePoint(a, b));
  return {
    changes,
    difference: moved.reduce((sum, [, amount]) => sum + amount, 0n) as Ore,
    payers: moved.map(([code, amount]) => ({
      payer: payers.get(code) ?? { code, name: code },
      difference: amount as Ore,
    })),
  };
}

function certain(totals: Totals | undefined): Totals {
  if (totals === undefined) throw new Error("A side that was run has no totals.");
  return totals;
}
