// What becomes of what a rule has taken, as columns: whether it counts, why not, what it lacks, and where it belongs.
// Rule: the first line that is no decides, even where another is unknown (docs/meaning.md 3.6).

import { byCodePoint } from "@avtal/runtime/code-point-order";
import { canonical } from "../../ir/canonical.ts";
import { definitionOn, holds, pick } from "../../ir/in-force.ts";
import type { Key, Requirement, Rule } from "../../ir/ir.ts";
import { cutsOf } from "../../ir/reads.ts";
import { byFact, causesOfAll, causesOfLines, stretches, under, type Cause } from "./causes.ts";
import { Unsayable } from "./emission.ts";
import { expression, lines, type Line } from "./expression.ts";
import type { Place } from "./place.ts";
import { changesOfAlternatives, changesOfGuard, changesOfTerm } from "./segments.ts";
import {
  and,
  built,
  compared,
  FALSE,
  firstOf,
  isConstant,
  isNull,
  isPresent,
  not,
  NULL,
  number,
  or,
  surely,
  TRUE,
  type Sql,
} from "./sql.ts";
import { column, columns, fromParent, newStage, reference, rowsOf, sunk, type Stage } from "./stage.ts";
import { isAbsent, valueOf, type SqlValue } from "./value.ts";

/** How a row stands in its rule. */
export const COUNTS = 1;
export const NOT_CHARGED = 2;
export const UNDECIDED = 3;
/** Undecided, and not even known to be the rule's. */
export const NOT_TAKEN = 4;

export interface Reason {
  readonly says: string;
  readonly clause: string;
}

export interface JudgedKey {
  readonly key: Key;
  readonly value: SqlValue;
}

/** The rows of one rule: its records, or their days. */
export interface Judged {
  readonly rule: Rule;
  readonly place: Place;
  /** A number by which the rows of one record are known. */
  readonly record: Sql;
  readonly standing: Sql;
  /** Certainly true of the rows that count and of no other: the same as the standing, worked out for itself. */
  readonly counts: Sql;
  /** A number into `reasons`, or NULL. */
  readonly reason: Sql;
  readonly reasons: readonly Reason[];
  readonly undecided: UndecidedRows;
  readonly keys: readonly JudgedKey[];
  readonly part: Sql;
  readonly cuts: readonly number[];
}

/** Only these are asked what they lack. */
export interface UndecidedRows {
  readonly stage: Stage;
  /** A sum of powers of two: the n-th bit is the n-th of `facts`. */
  readonly lacks: Sql;
  readonly facts: readonly string[];
}

/** Whether a rule is about a row at all, and on which day it is asked; made before anything is taken. */
export interface About {
  readonly own: Sql;
  readonly about: Sql;
  readonly causesOfOwn: readonly Cause[];
}

export function judged(rule: Rule, about: About, place: Place): Judged {
  const { emission, stage } = place;
  const all = lines(rule.requires, place, place);
  const isLacking = isNull(about.own);
  const isDoubtful = isNull(about.about);
  const keys = keysOf(rule, place);
  const why = reasonsOf(rule, all, place);
  const { reasons } = why;
  const reason = column(stage, why.reason, `${rule.name} skäl`, emission);
  // Where a line fails there is a reason; which one is asked only of those rows.
  const fails = or(...all.map(({ stands, holds: it }) => and(stands, surely(not(it)))));
  const unknown = or(...all.map(({ stands, holds: it }) => and(stands, isNull(it))));
  const unknownLine = column(stage, unknown, `${rule.name} oklart`, emission);
  const absentKey = or(...keys.map(({ value }) => isAbsent(value)));
  const placed = rule.purpose.kind === "charge" || rule.purpose.kind === "statistic";
  const standing = column(
    stage,
    firstOf(
      [
        { when: or(isLacking, isDoubtful), then: number(NOT_TAKEN) },
        { when: fails, then: number(NOT_CHARGED) },
        { when: unknownLine, then: number(UNDECIDED) },
        ...(rule.purpose.kind === "notModelled" ? [{ when: TRUE, then: number(UNDECIDED) }] : []),
        ...(rule.purpose.kind === "noCharge" ? [{ when: TRUE, then: number(NOT_CHARGED) }] : []),
        ...(placed ? [{ when: absentKey, then: number(UNDECIDED) }] : []),
      ],
      number(COUNTS),
    ),
    `${rule.name} läge`,
    emission,
  );
  const cuts = cutsOf(rule, emission.run);
  const isTheirs = placed ? and(...keys.map(({ value }) => isPresent(value.value))) : FALSE;
  const isMet = and(...all.map(({ stands, holds: it }) => or(not(stands), it)));
  return {
    rule,
    place,
    record: reference("record", false, emission),
    standing,
    counts: and(isPresent(about.own), about.about, isMet, isTheirs),
    reason,
    reasons,
    undecided: undecidedOf(rule, about, standing, unknownLine, place),
    keys,
    part: partOf(cuts, about.own, place),
    cuts,
  };
}

function undecidedOf(rule: Rule, about: About, standing: Sql, unknownLine: Sql, place: Place): UndecidedRows {
  const { emission } = place;
  const where = ` WHERE ${compared(standing, ">=", number(UNDECIDED)).text}`;
  const stage = newStage(
    emission.names.fresh(`${rule.name} oavgjorda`),
    () => rowsOf(place.stage.name, "t", where, emission),
    `What ${rule.id} lacks where it is undecided`,
    place.stage,
  );
  const there: Place = { ...place, stage, own: { ...place.own, day: sunkDay(place.own.day) } };
  const found = lacking(rule, sunkAbout(about), there, sunk(unknownLine));
  const facts = [...found.keys()].sort(byCodePoint);
  if (facts.length > 60) throw new Unsayable("more than 60 facts that one rule may lack");
  const lacks = bitsOf(facts, (fact) => found.get(fact) ?? FALSE);
  return { stage, lacks: column(stage, lacks, `${rule.name} brister`, emission), facts };
}

/** The rows that count, as a stage of their own. */
export function countingAlone(judged: Judged): Judged {
  const { rule, place, keys } = judged;
  const { emission } = place;
  const stage = newStage(
    emission.names.fresh(`${rule.name} räknade`),
    () => rowsOf(place.stage.name, "t", ` WHERE ${judged.counts.text}`, emission),
    `What counts in ${rule.id}`,
    place.stage,
  );
  return {
    ...judged,
    place: { ...place, stage, own: { ...place.own, day: sunkDay(place.own.day) } },
    standing: number(COUNTS),
    counts: TRUE,
    keys: keys.map(({ key, value }) => ({ key, value: fromParent(value) })),
    part: sunk(judged.part),
  };
}

function sunkDay(day: (() => Sql) | null): (() => Sql) | null {
  return day === null ? null : () => sunk(day());
}

export function sunkAbout({ own, about, causesOfOwn }: About): About {
  return { own: sunk(own), about: sunk(about), causesOfOwn: causesOfOwn.map(sunkCause) };
}

export function sunkCause({ fact, when }: Cause): Cause {
  return { fact, when: sunk(when) };
}

/** The bit of each fact that is lacking, the n-th that of the n-th fact. */
export function bitsOf(facts: readonly string[], lacking: (fact: string) => Sql): Sql {
  const bits = facts.map((fact, index) =>
    firstOf([{ when: surely(lacking(fact)), then: number(2n ** BigInt(index)) }], number(0)),
  );
  return bits.length === 0 ? number(0) : built(`(${bits.map(({ text }) => text).join(" + ")})`, bits);
}

/** Kleene *and* over what decides whether a rule is about a record. */
export function aboutRule(rule: Rule, place: Place): Sql {
  const guards = rule.guards.map((guard) => guardTruth(guard, place));
  if (guards.some((guard) => isConstant(guard, FALSE))) return FALSE;
  return and(...guards, ...decidingTruths(rule, place).map(({ value }) => value));
}

export function causesOfAbout(rule: Rule, place: Place): readonly Cause[] {
  const { emission } = place;
  const document = emission.run.documentOf(rule.document).inForce;
  return [
    ...causesOfAll([document], place),
    ...[rule.inForce, rule.scope].flatMap((alternatives) =>
      stretches(place, changesOfAlternatives(alternatives, emission)).flatMap(({ when, day, there }) => {
        const it = pick(alternatives, day, emission.run);
        return it === undefined ? [] : under(when, () => causesOfAll([it], there));
      }),
    ),
  ];
}

function keysStanding(rule: Rule, place: Place): readonly Key[] {
  const standing = rule.keys.filter(({ guard }) => !isConstant(guardTruth(guard, place), FALSE));
  const [first, ...others] = standing;
  if (first === undefined) return [];
  if (others.length > 0 && !isConstant(guardTruth(first.guard, place), TRUE))
    throw new Unsayable("keys that change with a reading over time");
  return first.it;
}

export function keysOf(rule: Rule, place: Place): readonly JudgedKey[] {
  const { emission, stage } = place;
  return keysStanding(rule, place).map((key) => {
    if (key.role === "episode") return { key, value: valueOf(reference("id", false, emission), FALSE) };
    const value = columns(stage, expression(key.value, place), key.name, emission);
    if (value.under.text !== "1") throw new Unsayable("a fraction as a key");
    return { key, value };
  });
}

export function guardTruth(guard: Rule["guards"][number] | null, place: Place): Sql {
  if (guard === null) return TRUE;
  const { emission } = place;
  const found = stretches(place, changesOfGuard(guard, emission)).filter(({ day }) => holds(guard, day, emission.run));
  return or(...found.map(({ when }) => when));
}

function decidingTruths(rule: Rule, place: Place): readonly SqlValue[] {
  const { emission } = place;
  const document = emission.run.documentOf(rule.document).inForce;
  return [
    expression(document, place),
    ...[rule.inForce, rule.scope].map((alternatives) => pickedTruth(alternatives, place)),
  ];
}

function pickedTruth(alternatives: Rule["scope"], place: Place): SqlValue {
  const { emission } = place;
  const found = stretches(place, changesOfAlternatives(alternatives, emission)).map(({ when, day, there }) => {
    const it = pick(alternatives, day, emission.run);
    return { when, then: it === undefined ? TRUE : expression(it, there).value };
  });
  const last = found[found.length - 1];
  if (last === undefined) return valueOf(TRUE, FALSE);
  return valueOf(firstOf(found.slice(0, -1), last.then), FALSE);
}

function lacking(rule: Rule, about: About, place: Place, unknownLine: Sql): ReadonlyMap<string, Sql> {
  const isLacking = isNull(about.own);
  const isDoubtful = and(not(isLacking), isNull(about.about));
  const taken = and(not(isLacking), not(isDoubtful));
  const keysLacking = and(taken, not(unknownLine));
  return byFact([
    ...under(isLacking, () => about.causesOfOwn),
    ...under(isDoubtful, () => causesOfAbout(rule, place)),
    ...under(and(taken, unknownLine), () => causesOfLines(lines(rule.requires, place, place), place)),
    ...under(keysLacking, () => causesOfKeys(rule, place)),
  ]);
}

function causesOfKeys(rule: Rule, place: Place): readonly Cause[] {
  if (rule.purpose.kind === "notModelled") return [];
  const exprs = keysStanding(rule, place).filter(({ role }) => role !== "episode");
  return causesOfAll(
    exprs.map(({ value }) => value),
    place,
  );
}

/** The first line that is no, or the first one inside it that is; `ingen debitering` is its own reason. */
function reasonsOf(
  rule: Rule,
  all: readonly Line[],
  place: Place,
): { readonly reason: Sql; readonly reasons: readonly Reason[] } {
  const { program } = place.emission;
  const clauseOf = (clause: number | null): string => (clause === null ? "" : (program.clauses[clause]?.place ?? ""));
  const reasons: Reason[] = [];
  const numbered = (reason: Reason): Sql => {
    const known = reasons.findIndex((each) => each.says === reason.says && each.clause === reason.clause);
    if (known >= 0) return number(known);
    reasons.push(reason);
    return number(reasons.length - 1);
  };
  const branches = all.flatMap(({ line, stands, holds: it }) => {
    const fails = and(stands, surely(not(it)));
    if (isConstant(fails, FALSE)) return [];
    const own = { says: line.says, clause: clauseOf(line.clause ?? rule.clause) };
    const within = failingInside(line, place).map(({ when, says, clause }) => ({
      when,
      then: numbered({ says, clause: clauseOf(clause) === "" ? own.clause : clauseOf(clause) }),
    }));
    return [{ when: fails, then: firstOf(within, numbered(own)) }];
  });
  if (rule.purpose.kind === "noCharge") {
    const free = numbered({ says: "ingen debitering", clause: clauseOf(rule.clause) });
    const unknownLine = or(...all.map(({ stands, holds: it }) => and(stands, isNull(it))));
    return { reason: firstOf([...branches, { when: unknownLine, then: NULL }], free), reasons };
  }
  return { reason: firstOf(branches, NULL), reasons };
}

interface Failing {
  readonly when: Sql;
  readonly says: string;
  readonly clause: number | null;
}

/** Of a `villkor` that fails, its first failing line; of that line's own `villkor` likewise. */
function failingInside({ condition }: Requirement, place: Place): readonly Failing[] {
  if (condition.kind !== "term" || condition.at !== null) return [];
  const { emission } = place;
  const term = emission.run.termOf(condition.term);
  const found = stretches(place, changesOfTerm(condition.term, emission)).map(({ when, day, there }) => {
    const body = definitionOn(term, day, emission.run)?.body;
    if (body?.kind !== "condition") return { when, failing: [] };
    const inside = { ...there, document: term.document };
    const failing = lines(body.lines, there, inside).flatMap(({ line, stands, holds: it }): readonly Failing[] => {
      const fails = and(stands, surely(not(it)));
      const deeper = failingInside(line, inside).map((each) => ({ ...each, when: and(fails, each.when) }));
      return [...deeper, { when: fails, says: line.says, clause: line.clause ?? term.clause }];
    });
    return { when, failing };
  });
  const [first, ...others] = found;
  if (first !== undefined && others.every(({ failing }) => areSameFailing(failing, first.failing)))
    return first.failing;
  return found.flatMap(({ when, failing }) => failing.map((each) => ({ ...each, when: and(when, each.when) })));
}

function areSameFailing(one: readonly Failing[], other: readonly Failing[]): boolean {
  const said = (all: readonly Failing[]): string =>
    canonical(all.map(({ when, says, clause }) => [when.text, says, clause]));
  return said(one) === said(other);
}

/** How many of the cuts lie at or before the decision day. */
function partOf(cuts: readonly number[], own: Sql, { stage, emission }: Place): Sql {
  if (cuts.length === 0) return number(0);
  const branches = cuts.map((cut, index) => ({ when: compared(own, "<", number(cut)), then: number(index) }));
  const counted = firstOf([{ when: isNull(own), then: number(0) }, ...branches], number(cuts.length));
  return column(stage, counted, "del", emission);
}
