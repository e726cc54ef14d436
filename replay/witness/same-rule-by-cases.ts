// Whether two rules do the same for every record and then for every group, class of cases by class of cases.
// Rule: in each class both rules are worked out under the same facts. The first class in which they are not shown to be
// the same ends it; what is counted for a group is only given one name where it is the same for every record counted.

import type { Expr, Rule } from "@avtal/compiler/ir/ir";
import { namedKinds } from "@avtal/compiler/ir/kind-of";
import type { Run } from "@avtal/compiler/ir/run";
import { groupOf, type Counted } from "./case-aggregates.ts";
import { cases, type CaseScope } from "./case-expression.ts";
import { noFacts, whereAtMostZero, whole, type Facts } from "./case-facts.ts";
import type { Own } from "./case-names.ts";
import { absent, isSameIn, named, within, type CaseValue } from "./case-value.ts";
import { negated, plus } from "./rational.ts";

/** One of the two rules, in its run. */
export interface RuleOfRun {
  readonly rule: Rule;
  readonly run: Run;
}

/** Classes of cases that are looked at for two rules, in all. */
export const usualBudget = 60_000;

/** The classes in which both count the record; undefined where they were not shown to do the same with every record. */
export function sameRecords(a: RuleOfRun, b: RuleOfRun, budget: number): readonly Facts[] | undefined {
  if (a.rule.guards.length > 0 || b.rule.guards.length > 0) return undefined;
  const left = { left: budget };
  const pair: Pair = [scopeOf(a, left), scopeOf(b, left)];
  const counted: Facts[] = [];
  const isSame = both(
    pair,
    ({ rule }) => only(rule.follows),
    noFacts,
    (date, facts) => {
      const own: Own = date.kind === "date" ? { kind: "day", of: date.of } : { kind: "none" };
      const dated: Pair = [
        { ...pair[0], own },
        { ...pair[1], own },
      ];
      return sameTaking(dated, date, facts, counted);
    },
  );
  return isSame && left.left > 0 ? counted : undefined;
}

type Pair = readonly [CaseScope, CaseScope];

function scopeOf({ rule, run }: RuleOfRun, budget: { left: number }): CaseScope {
  const kinds = namedKinds(run.program, rule);
  const own: Own = { kind: "none" };
  return { run, rule, kinds, document: rule.document, own, group: null, budget, texts: new Map() };
}

/** A sum that lacks anything is undecided, whatever it is that it lacks. */
function isSameSum(a: CaseValue, b: CaseValue, facts: Facts): boolean {
  return (a.kind === "absent" && b.kind === "absent") || isSameIn(a, b, facts);
}

/** Both give the same in every class, and `then` holds in each of them. */
function both(
  [a, b]: Pair,
  part: (scope: CaseScope) => Expr | undefined,
  facts: Facts,
  then: (value: CaseValue, facts: Facts) => boolean,
  isSame = isSameIn,
): boolean {
  const [first, second] = [part(a), part(b)];
  if (first === undefined || second === undefined) return first === second && then(absent("missing", []), facts);
  return cases(first, a, facts).every(({ facts: known, value }) =>
    cases(second, b, known).every(({ facts: now, value: other }) => isSame(value, other, now) && then(value, now)),
  );
}

function only(by: Rule["follows"]): Expr | undefined {
  const [first] = by;
  return first?.guard === null || first === undefined ? first?.it : { kind: "choose", by };
}

function sameTaking(pair: Pair, date: CaseValue, facts: Facts, counted: Facts[]): boolean {
  const inForce = ({ rule, run }: CaseScope): Expr => ({
    kind: "and",
    of: [run.documentOf(rule.document).inForce, only(rule.inForce) ?? yes],
  });
  return both(pair, inForce, facts, (isInForce, now) =>
    isNo(isInForce)
      ? true
      : both(
          pair,
          ({ rule }) => only(rule.scope) ?? yes,
          now,
          (isAbout, known) => {
            if (isNo(isAbout)) return true;
            if ([isInForce, isAbout, date].some(({ kind }) => kind === "absent")) return true;
            return sameDays(pair, known, (inside) => sameStanding(pair, inside, counted));
          },
        ),
  );
}

const yes: Expr = { kind: "truth", holds: "yes" };

function isNo(value: CaseValue): boolean {
  return value.kind === "truth" && !value.holds;
}

/** The days of a day rule: any one day lies in both spans or in neither. */
function sameDays(pair: Pair, facts: Facts, then: (facts: Facts) => boolean): boolean {
  const [a, b] = pair.map(({ rule }) => rule.grain);
  if (a?.kind === "episode" || b?.kind === "episode") return a?.kind === b?.kind && then(facts);
  if (a === undefined || b === undefined) return false;
  const first = ({ rule: { grain } }: CaseScope): Expr | undefined =>
    grain.kind === "day" ? shifted(grain.from, grain.fromCounted ? 0 : 1) : undefined;
  const last = ({ rule: { grain } }: CaseScope): Expr | undefined =>
    grain.kind === "day" ? shifted(grain.to, grain.toCounted ? 0 : -1) : undefined;
  return both(pair, first, facts, (from, since) =>
    both(pair, last, since, (to, now) => {
      if (from.kind !== "date" || to.kind !== "date") return from.kind === "absent" || to.kind === "absent";
      const day = named(`${whole}day the day`);
      const begun = whereAtMostZero(plus(from.of, negated(day)).over, false, now);
      const inside = begun === undefined ? undefined : whereAtMostZero(plus(day, negated(to.of)).over, false, begun);
      return inside === undefined || then(inside);
    }),
  );
}

function shifted(date: Expr, by: number): Expr {
  return by === 0 ? date : { kind: "addDays", date, days: { kind: "quantity", exact: `${by}`, unit: "days" } };
}

function sameStanding(pair: Pair, facts: Facts, counted: Facts[]): boolean {
  const all = ({ rule: { requires } }: CaseScope): Expr => ({
    kind: "and",
    of: requires.map(({ guard, condition }) =>
      guard === null
        ? condition
        : {
            kind: "choose",
            by: [
              { guard, it: condition },
              { guard: null, it: yes },
            ],
          },
    ),
  });
  const [a, b] = pair.map(({ rule }) => rule);
  if (a === undefined || b === undefined) return false;
  return both(pair, all, facts, (standing, now) => {
    if (standing.kind !== "truth" || !standing.holds) return true;
    if (a.purpose.kind === "noCharge" || a.purpose.kind === "notModelled") return true;
    return sameKeys(pair, 0, now, counted);
  });
}

/** Keys that are absent leave the record undecided, so they are the same too. */
function sameKeys(pair: Pair, index: number, facts: Facts, counted: Facts[]): boolean {
  const [a, b] = pair.map(({ rule }) => (rule.keys.length > 1 ? undefined : (rule.keys[0]?.it ?? [])));
  if (a === undefined || b === undefined || a.length !== b.length) return false;
  const [key, other] = [a[index], b[index]];
  if (key === undefined || other === undefined) {
    counted.push(facts);
    return true;
  }
  if (key.role !== other.role || key.kind.kind !== other.kind.kind) return false;
  if (key.role === "episode") return sameKeys(pair, index + 1, facts, counted);
  return both(
    pair,
    ({ rule }) => rule.keys[0]?.it[index]?.value,
    facts,
    (_, now) => sameKeys(pair, index + 1, now, counted),
  );
}

/** Whether the two come to the same sum for every group, given the records that both count. */
export function sameGroups(a: RuleOfRun, b: RuleOfRun, counted: readonly Facts[], budget: number): boolean {
  const left = { left: budget };
  const names: Counted[] = [];
  const own: Own = { kind: "day", of: named(`${whole}day the group's day`) };
  const scopes = [a, b].map((each): CaseScope => {
    const record: CaseScope = { ...scopeOf(each, left), own };
    return { ...record, group: groupOf(record, names, counted) };
  });
  const [first, second] = scopes;
  if (first === undefined || second === undefined) return false;
  const pair: Pair = [first, second];
  const records = within(named(`${whole}records`), 1n, null, noFacts)[0] ?? noFacts;
  const paid = (amount: CaseValue, facts: Facts): boolean => amount.kind === "absent" || samePayment(pair, facts);
  const charged = (when: CaseValue, facts: Facts): boolean =>
    isNo(when) || when.kind === "absent" || both(pair, amountOf, facts, paid, isSameSum);
  return both(pair, ({ rule }) => only(rule.chargedWhen) ?? yes, records, charged, isSameSum) && left.left > 0;
}

function amountOf({ rule }: CaseScope): Expr | undefined {
  return rule.steps.some(({ name }) => name === "belopp") ? { kind: "step", name: "belopp" } : undefined;
}

function samePayment(pair: Pair, facts: Facts): boolean {
  const mayCharge = ({ rule, run }: CaseScope): Expr => run.documentOf(rule.document).mayCharge ?? yes;
  const parts = [
    mayCharge,
    ({ rule }: CaseScope) => only(rule.payer),
    ({ rule }: CaseScope) => only(rule.payee),
    ({ rule }: CaseScope) => only(rule.invoicer),
  ];
  return parts.every((part) => both(pair, part, facts, () => true));
}
