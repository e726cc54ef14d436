// What is known of a rule before anything is taken: when it is about a record, and which days it may see.
// Rule: ends of a span are read on the date that the rule follows; on each day where that is the day itself.

import { holds } from "../../ir/in-force.ts";
import { descendants } from "../../ir/children.ts";
import type { Expr, Grain, Rule } from "../../ir/ir.ts";
import { changeDays, spanEnds } from "../../ir/reads.ts";
import { causesOfAll, under, type Cause } from "./causes.ts";
import type { Emission } from "./emission.ts";
import { expression } from "./expression.ts";
import { aboutRule, guardTruth, sunkAbout, type About } from "./judged.ts";
import { noDay, ownDay, type Place } from "./place.ts";
import { changesOfGuard } from "./segments.ts";
import {
  FALSE,
  NULL,
  TRUE,
  and,
  built,
  compared,
  firstOf,
  isConstant,
  isNull,
  isPresent,
  not,
  number,
  or,
  perhaps,
  surely,
  type Sql,
} from "./sql.ts";
import { column, newStage, reference, sunk, type Body, type Stage } from "./stage.ts";
import { NEVER } from "./value.ts";

/** What is known of a rule before anything is taken. */
export interface Asked {
  readonly rule: Rule;
  readonly position: number;
  readonly place: Place;
  readonly about: About;
  readonly days: AskedDays | null;
}

export interface AskedDays {
  /** All days that a rule may see: a row each, with its own `about`. Null while it is the record's. */
  readonly stage: Stage;
  readonly place: Place;
  readonly about: About;
  readonly first: Sql;
  readonly last: Sql;
  /** The span cannot be told, and the rule may be about the record. */
  readonly unknownSpan: UnknownSpan | null;
  readonly withoutDays: Sql;
  /** The rule sees at least one day; over the records. Null where only the days themselves can tell. */
  readonly hasDays: Sql | null;
  readonly isUnknown: Sql;
  readonly mayBeAbout: Sql;
}

export interface UnknownSpan {
  /** Condition over the records. */
  readonly when: Sql;
  /** What is lacking, as a stage sees it whose rows are records. */
  readonly causes: (stage: Stage) => readonly Cause[];
}

/** `gone`: records that an earlier rule keeps whatever this one says, so that their days are not asked for. */
export function ask(rule: Rule, position: number, stage: Stage, gone: Sql, emission: Emission): Asked {
  const before = placeIn(stage, rule, emission, noDay, null);
  const { grain } = rule;
  if (grain.kind === "day" && followsTheDay(rule, before)) {
    return { rule, position, place: before, about: noAbout, days: daysByDay(rule, grain, gone, before) };
  }
  const followed = followedDay(rule, before);
  const place = placeIn(stage, rule, emission, ownDay(followed.day), null);
  const about: About = {
    own: followed.day,
    about: column(stage, aboutRule(rule, place), `${rule.name} gäller`, emission),
    causesOfOwn: followed.causes,
  };
  if (grain.kind === "episode") return { rule, position, place, about, days: null };
  return { rule, position, place, about, days: daysBetweenEnds(rule, grain, about, gone, place) };
}

export const noAbout: About = { own: NULL, about: FALSE, causesOfOwn: [] };

export function placeIn(stage: Stage, rule: Rule, emission: Emission, own: Place["own"], theDay: Sql | null): Place {
  return { emission, stage, document: rule.document, own, theDay, group: null };
}

/** The date that a rule follows: the first alternative whose guard holds on the date that it gives itself. */
function followedDay(rule: Rule, place: Place): { readonly day: Sql; readonly causes: readonly Cause[] } {
  const { emission, stage } = place;
  let earlier: Sql = FALSE;
  const branches: { when: Sql; then: Sql }[] = [];
  const lacking: Cause[] = [];
  for (const { guard, it } of rule.follows) {
    const value = expression(it, place);
    const isNever = value.never ? compared(value.value, "=", NEVER) : FALSE;
    const day = column(stage, firstOf([{ when: isNever, then: NULL }], value.value), `${rule.name} följer`, emission);
    const there: Place = { ...place, own: ownDay(day) };
    const stands = guard === null ? TRUE : guardTruth(guard, there);
    const when = and(not(earlier), stands);
    if (!isConstant(when, FALSE)) {
      branches.push({ when: stands, then: day });
      lacking.push(...under(when, () => causesOfAll([it], { ...place, own: ownDay(day) })));
    }
    earlier = or(earlier, stands);
    if (isConstant(earlier, TRUE)) break;
  }
  return { day: column(stage, firstOf(branches, NULL), `${rule.name} följer`, emission), causes: lacking };
}

/** Whether a rule follows `dygnet`: its first alternative that stands without a date. */
function followsTheDay(rule: Rule, place: Place): boolean {
  const { run } = place.emission;
  for (const { guard, it } of rule.follows) {
    if (guard === null || changesOfGuard(guard, place.emission).length > 0 || holds(guard, null, run))
      return it.kind === "theDay";
  }
  return false;
}

/** Ends read once, on the date that the rule follows. */
function daysBetweenEnds(rule: Rule, grain: Grain & { kind: "day" }, about: About, gone: Sql, place: Place): AskedDays {
  const { emission, stage } = place;
  const [from, to] = [expression(grain.from, place), expression(grain.to, place)];
  const isUnknown = column(stage, or(from.unknown, to.unknown), `${rule.name} dagar okända`, emission);
  const isDates = and(
    ...[from, to].flatMap((end) => [
      isPresent(end.value),
      end.never ? not(surely(compared(end.value, "=", NEVER))) : TRUE,
    ]),
  );
  const first = bound(from.value, isDates, grain.fromCounted ? 0 : 1, `${rule.name} första`, place);
  const last = bound(to.value, isDates, grain.toCounted ? 0 : -1, `${rule.name} sista`, place);
  const mayBeAbout = perhaps(about.about);
  const unknownSpan = isConstant(isUnknown, FALSE)
    ? null
    : {
        when: and(isUnknown, mayBeAbout),
        causes: (at: Stage) =>
          causesOfAll([grain.from, grain.to], { ...place, stage: at, own: ownDay(sunk(about.own)) }),
      };
  const theDay = emission.names.fresh(`${rule.name} dygn`);
  const dayStage = newStage(
    emission.names.fresh(`${rule.name} dygnen`),
    () => eachDayOf(stage, first, last, theDay, and(not(isUnknown), mayBeAbout, not(gone)), emission),
    `Days of ${rule.id}`,
    stage,
  );
  const day = { ...reference(theDay, false, emission) };
  const there: Place = { ...place, stage: dayStage, theDay: day, own: ownDay(sunk(about.own)) };
  const dependsOnDay = scopeReadsTheDay(rule);
  const ofDay: About = dependsOnDay
    ? { ...sunkAbout(about), about: column(dayStage, aboutRule(rule, there), `${rule.name} gäller dygnet`, emission) }
    : sunkAbout(about);
  const some = surely(compared(first, "<=", last));
  return {
    stage: dayStage,
    place: there,
    about: ofDay,
    first,
    last,
    unknownSpan,
    withoutDays: and(isDates, not(isUnknown), surely(compared(first, ">", last)), surely(about.about)),
    hasDays: dependsOnDay ? null : and(some, not(isUnknown), mayBeAbout),
    isUnknown,
    mayBeAbout,
  };
}

/** Ends read on each day: from one change of what they read to the next they are the same. */
function daysByDay(rule: Rule, grain: Grain & { kind: "day" }, gone: Sql, place: Place): AskedDays {
  const { emission, stage } = place;
  const parts = partsOfSpan(rule, grain, place);
  const isUnknown = column(stage, or(...parts.map((part) => part.isUnknown)), `${rule.name} dagar okända`, emission);
  const theDay = emission.names.fresh(`${rule.name} dygn`);
  const { first, last, ofParts } = daysOfParts(rule, parts, place);
  const dayStage = newStage(
    emission.names.fresh(`${rule.name} dygnen`),
    () => eachDayOf(stage, first, last, theDay, and(not(isUnknown), not(gone)), emission),
    `Days of ${rule.id}`,
    stage,
  );
  const day = reference(theDay, false, emission);
  const there: Place = { ...place, stage: dayStage, theDay: day, own: ownDay(day) };
  const inside = or(
    ...ofParts.map((part) =>
      and(surely(compared(day, ">=", sunk(part.first))), surely(compared(day, "<=", sunk(part.last)))),
    ),
  );
  const aboutDay = aboutRule(rule, there);
  const isInSpan = parts.length === 1 ? aboutDay : and(inside, aboutDay);
  const about: About = {
    own: day,
    about: column(dayStage, isInSpan, `${rule.name} gäller dygnet`, emission),
    causesOfOwn: [],
  };
  const isOneSpan = parts.length === 1 || isConstant(aboutDay, FALSE);
  const someDay = isOneSpan ? someDayOf(aboutDay, day, { first, last, isUnknown }) : null;
  const onNoDay = perhaps(aboutRule(rule, { ...place, own: noDay }));
  const causes = (at: Stage): readonly Cause[] => unknownCauses(parts, grain, at);
  const some = or(...ofParts.map((part) => surely(compared(part.first, "<=", part.last))));
  return {
    stage: dayStage,
    place: there,
    about,
    first,
    last,
    unknownSpan: isConstant(isUnknown, FALSE) ? null : { when: and(isUnknown, onNoDay), causes },
    withoutDays: withoutDaysOf(rule, parts, and(not(isUnknown), not(some)), place),
    hasDays: someDay,
    isUnknown,
    mayBeAbout: onNoDay,
  };
}

/** A span with its ends as they are read from one change to the next. */
interface SpanPart {
  readonly isUnknown: Sql;
  /** The days of the span that lie within the part. */
  readonly first: Sql;
  readonly last: Sql;
  readonly end: Sql;
  /** Whether the span ends within the part. */
  readonly endsHere: Sql;
  readonly there: Place;
}

function partsOfSpan(rule: Rule, grain: Grain & { kind: "day" }, place: Place): readonly SpanPart[] {
  const changes = changeDays(spanEnds(rule), place.emission.run);
  return [-Infinity, ...changes].map((from, index) =>
    partOfSpan(rule, grain, { from, until: changes[index] ?? Infinity }, place),
  );
}

/** The part of the days from `from` up to but not including `until`. */
function partOfSpan(
  rule: Rule,
  grain: Grain & { kind: "day" },
  { from, until }: { readonly from: number; readonly until: number },
  place: Place,
): SpanPart {
  const own = Number.isFinite(from) ? from : Number.isFinite(until) ? until - 1 : 0;
  const there: Place = { ...place, own: ownDay(number(own)) };
  const [start, end] = [expression(grain.from, there), expression(grain.to, there)];
  const isDates = and(
    ...[start, end].flatMap((each) => [
      isPresent(each.value),
      each.never ? not(surely(compared(each.value, "=", NEVER))) : TRUE,
    ]),
  );
  const first = bound(start.value, isDates, grain.fromCounted ? 0 : 1, `${rule.name} första`, place);
  const last = bound(end.value, isDates, grain.toCounted ? 0 : -1, `${rule.name} sista`, place);
  return {
    isUnknown: or(start.unknown, end.unknown),
    first: clipped("GREATEST", first, from),
    last: clipped("LEAST", last, until - 1),
    end: end.value,
    endsHere: and(
      isDates,
      ...(Number.isFinite(from) ? [surely(compared(end.value, ">=", number(from)))] : []),
      ...(Number.isFinite(until) ? [surely(compared(end.value, "<", number(until)))] : []),
    ),
    there,
  };
}

interface DaysOfParts {
  /** Of all parts together. */
  readonly first: Sql;
  readonly last: Sql;
  readonly ofParts: readonly { readonly first: Sql; readonly last: Sql }[];
}

function daysOfParts({ name }: Rule, parts: readonly SpanPart[], { emission, stage }: Place): DaysOfParts {
  const named = (sql: Sql, end: "första" | "sista"): Sql => column(stage, sql, `${name} ${end}`, emission);
  const least = extremeOf(
    "LEAST",
    parts.map((part) => part.first),
  );
  const greatest = extremeOf(
    "GREATEST",
    parts.map((part) => part.last),
  );
  return {
    first: named(least, "första"),
    last: named(greatest, "sista"),
    ofParts: parts.map((part) => ({ first: named(part.first, "första"), last: named(part.last, "sista") })),
  };
}

/** What is unknown of the first part whose ends are. */
function unknownCauses(parts: readonly SpanPart[], grain: Grain & { kind: "day" }, at: Stage): readonly Cause[] {
  return parts.flatMap((part, index) => {
    const earlier = or(...parts.slice(0, index).map((other) => other.isUnknown));
    const there: Place = { ...part.there, stage: at };
    return under(sunk(and(part.isUnknown, not(earlier))), () => causesOfAll([grain.from, grain.to], there));
  });
}

/** A record without a day is about the rule where the day on which its span ends is; `isEmpty` where it has no day. */
function withoutDaysOf(rule: Rule, parts: readonly SpanPart[], isEmpty: Sql, place: Place): Sql {
  const endBranches = parts.map((part) => ({ when: part.endsHere, then: part.end }));
  const end = column(place.stage, firstOf(endBranches, NULL), `${rule.name} slut`, place.emission);
  const atEnd: Place = { ...place, own: ownDay({ ...end, nullable: false }), theDay: end };
  return isConstant(end, NULL) ? FALSE : and(isEmpty, isPresent(end), surely(aboutRule(rule, atEnd)));
}

function eachDayOf(stage: Stage, first: Sql, last: Sql, day: string, condition: Sql, { dialect }: Emission): Body {
  const source = isConstant(condition, TRUE)
    ? dialect.identifier(stage.name)
    : `(SELECT * FROM ${dialect.identifier(stage.name)} AS a WHERE ${condition.text})`;
  const { column: text, rest } = dialect.eachDay(source, first.text, last.text, dialect.identifier(day));
  return { kind: "select", all: { alias: "r", of: stage.name }, columns: [{ name: day, text, makesRows: true }], rest };
}

/**
 * Whether the rule sees a day of a span, where all that it asks of the day is whether it lies before or from days that
 * are written out; null where it asks more.
 */
function someDayOf(
  about: Sql,
  day: Sql,
  span: { readonly first: Sql; readonly last: Sql; readonly isUnknown: Sql },
): Sql | null {
  if (isConstant(about, FALSE)) return FALSE;
  const bounds: { readonly isLower: boolean; readonly limit: bigint }[] = [];
  const rest: Sql[] = [];
  for (const part of about.chain?.word === "AND" ? about.chain.parts : [about]) {
    const [, sign, limit] = /^ (>=|<) \(?(-?\d+)\)?\)$/.exec(part.text.slice(day.text.length + 1)) ?? [];
    if (part.text.startsWith(`(${day.text} `) && limit !== undefined)
      bounds.push({ isLower: sign === ">=", limit: BigInt(limit) });
    else if (part.level > 0 || part.text.includes(day.text)) return null;
    else rest.push(part);
  }
  const isEmpty = bounds.some((from) => from.isLower && bounds.some((to) => !to.isLower && to.limit <= from.limit));
  return and(
    isEmpty ? FALSE : surely(compared(span.first, "<=", span.last)),
    ...bounds.map(({ isLower, limit }) =>
      surely(isLower ? compared(span.last, ">=", number(limit)) : compared(span.first, "<", number(limit))),
    ),
    not(span.isUnknown),
    perhaps(and(...rest)),
  );
}

function scopeReadsTheDay({ scope, inForce }: Rule): boolean {
  const reads = (expr: Expr): boolean => descendants(expr).some((part) => part.kind === "theDay");
  return [...scope, ...inForce].some(({ it }) => reads(it));
}

function bound(end: Sql, isDates: Sql, moved: number, wish: string, { stage, emission }: Place): Sql {
  const day = built(moved === 0 ? end.text : `(${end.text} + ${moved < 0 ? `(${moved})` : moved})`, [end]);
  return column(stage, firstOf([{ when: isDates, then: { ...day, nullable: false } }], NULL), wish, emission);
}

function clipped(name: "LEAST" | "GREATEST", day: Sql, to: number): Sql {
  if (!Number.isFinite(to)) return day;
  return firstOf([{ when: isNull(day), then: NULL }], built(`${name}(${day.text}, ${to})`, [day], false));
}

/** Absent ends are left out. */
function extremeOf(name: "LEAST" | "GREATEST", days: readonly Sql[]): Sql {
  const [first, ...others] = days;
  if (first === undefined || others.length === 0) return first ?? NULL;
  return built(`${name}(${days.map(({ text }) => text).join(", ")})`, days, true);
}
