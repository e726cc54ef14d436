// Who takes a record: the queue of rules, the rules on top of them, and the statistics that stand outside.
// Rule: what one rule takes the next does not see (docs/meaning.md, section 3). A record stops at the first episode rule
// that is or may be about it, unless an earlier day rule has days of it; a day goes to the first rule that sees it.

import { holds } from "../../ir/in-force.ts";
import { descendants } from "../../ir/children.ts";
import type { Expr, Grain, Rule } from "../../ir/ir.ts";
import { changeDays, spanEnds } from "../../ir/reads.ts";
import { causesOfAll, under, type Cause } from "./causes.ts";
import type { Emission } from "./emission.ts";
import { expression } from "./expression.ts";
import { aboutRule, guardTruth, judged, sunkAbout, type About, type Judged } from "./judged.ts";
import { noDay, ownDay, type Place } from "./place.ts";
import { changesOfGuard } from "./segments.ts";
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
  perhaps,
  surely,
  TRUE,
  type Sql,
} from "./sql.ts";
import { column, newStage, reference, rowsOf, sunk, type Body, type Stage } from "./stage.ts";
import { NEVER, valueOf } from "./value.ts";

/** What a rule has been given to judge. */
export interface Answer {
  readonly rule: Rule;
  /** In which order its verdicts on a record are met. */
  readonly ordinal: number;
  /** Its place in the queue, from 1; 0 outside. */
  readonly position: number;
  readonly grain: Grain["kind"];
  readonly judged: Judged;
  /** Records whose days cannot be told: a stage with the facts lacked. Null where that cannot be. */
  readonly unknownSpan: UnknownSpan | null;
  /** Condition over the records: the rule is about the record and it has no day. Null for episode rules. */
  readonly withoutDays: Sql | null;
  /** Condition over the records: the rule was asked about the record. */
  readonly isOffered: Sql;
  /** The records as the rule was offered them, and where its expressions stand there. */
  readonly base: Stage;
  readonly recordPlace: Place;
  /** First and last day of the span, over the records; null for episode rules. */
  readonly firstDay: Sql | null;
  readonly lastDay: Sql | null;
  readonly spanIsUnknown: Sql;
  /** Over the records: the rule may be about the record, asked on the day on which its span is read. */
  readonly mayBeAbout: Sql;
}

export interface UnknownSpan {
  /** Condition over the records. */
  readonly when: Sql;
  /** What is lacking, as a stage sees it whose rows are records. */
  readonly causes: (stage: Stage) => readonly Cause[];
}

/** What is known of a rule before anything is taken. */
interface Asked {
  readonly rule: Rule;
  readonly position: number;
  readonly place: Place;
  readonly about: About;
  readonly days: AskedDays | null;
}

interface AskedDays {
  /** All days that a rule may see: a row each, with its own `about`. Null while it is the record's. */
  readonly stage: Stage;
  readonly place: Place;
  readonly about: About;
  readonly first: Sql;
  readonly last: Sql;
  /** The span cannot be told, and the rule may be about the record. */
  readonly unknownSpan: UnknownSpan | null;
  readonly withoutDays: Sql;
  /** The rule sees at least one day; over the records. */
  readonly hasDays: Sql;
  readonly isUnknown: Sql;
  readonly mayBeAbout: Sql;
}

export interface Queue {
  readonly answers: readonly Answer[];
  /** All stages in the order in which they must stand. */
  readonly stages: readonly Stage[];
}

export function queueOf(records: Stage, emission: Emission): Queue {
  const alive = emission.program.rules.filter((rule) => !isDead(rule, records, emission));
  const isStatistic = ({ purpose }: Rule): boolean => purpose.kind === "statistic";
  const inQueue = alive.filter((rule) => !isStatistic(rule) && rule.onTopOf.length === 0);
  const onTop = alive.filter((rule) => !isStatistic(rule) && rule.onTopOf.length > 0);
  const asked = inQueue
    .map((rule, index) => ask(rule, index + 1, records, emission))
    .filter(({ about, days }) => !isConstant(about.about, FALSE) || days !== null);
  const stages: Stage[] = asked.flatMap(({ days }) => (days === null ? [] : [days.stage]));
  const hasDays = new Map<number, Sql>();
  const taking = takingStage(asked, hasDays, records, emission);

  const answers = asked.map((each, index): Answer => {
    const answer = answerInQueue(each, asked.slice(0, index), hasDays, taking, emission);
    stages.push(answer.judged.place.stage);
    return { ...answer, ordinal: index };
  });
  let ordinal = answers.length;
  for (const rule of inOrderOfNaming(onTop)) {
    const answer = answerOnTop(rule, answers, taking, stages, emission);
    if (answer === undefined) continue;
    stages.push(answer.judged.place.stage);
    answers.push({ ...answer, ordinal: ordinal + onTop.indexOf(rule) });
  }
  ordinal += onTop.length;
  for (const rule of alive.filter(isStatistic)) {
    const answer = answerOfAll(rule, taking, TRUE, stages, emission);
    stages.push(answer.judged.place.stage);
    answers.push({ ...answer, ordinal });
    ordinal += 1;
  }
  const first = stages.filter((stage) => stage.parent === records);
  const rest = stages.filter((stage) => stage.parent !== records);
  return { answers, stages: [records, ...first.filter((stage) => stage !== taking), taking, ...rest] };
}

/** A rule whose readings are not chosen on any day does not exist in this run. */
function isDead(rule: Rule, records: Stage, emission: Emission): boolean {
  const anyDay: Place = placeIn(records, rule, emission, ownDay({ ...reference("record", true, emission) }), null);
  return rule.guards.some((guard) => isConstant(guardTruth(guard, anyDay), FALSE));
}

function placeIn(stage: Stage, rule: Rule, emission: Emission, own: Place["own"], theDay: Sql | null): Place {
  return { emission, stage, document: rule.document, own, theDay, group: null };
}

function ask(rule: Rule, position: number, stage: Stage, emission: Emission): Asked {
  const before = placeIn(stage, rule, emission, noDay, null);
  const { grain } = rule;
  if (grain.kind === "day" && followsTheDay(rule, before)) {
    return { rule, position, place: before, about: noAbout, days: daysByDay(rule, grain, before) };
  }
  const followed = followedDay(rule, before);
  const place = placeIn(stage, rule, emission, ownDay(followed.day), null);
  const about: About = {
    own: followed.day,
    about: column(stage, aboutRule(rule, place), `${rule.name} gäller`, emission),
    causesOfOwn: followed.causes,
  };
  if (grain.kind === "episode") return { rule, position, place, about, days: null };
  return { rule, position, place, about, days: daysBetweenEnds(rule, grain, about, place) };
}

const noAbout: About = { own: NULL, about: FALSE, causesOfOwn: [] };

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
function daysBetweenEnds(rule: Rule, grain: Grain & { kind: "day" }, about: About, place: Place): AskedDays {
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
    () => eachDayOf(stage, first, last, theDay, and(not(isUnknown), mayBeAbout), emission),
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
    hasDays: dependsOnDay ? NULL : and(some, not(isUnknown), mayBeAbout),
    isUnknown,
    mayBeAbout,
  };
}

/** Ends read on each day: from one change of what they read to the next they are the same. */
function daysByDay(rule: Rule, grain: Grain & { kind: "day" }, place: Place): AskedDays {
  const { emission, stage } = place;
  const changes = changeDays(spanEnds(rule), emission.run);
  const parts = [-Infinity, ...changes].map((from, index) => {
    const until = changes[index] ?? Infinity;
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
    const clippedFirst = clipped("GREATEST", first, from);
    const clippedLast = clipped("LEAST", last, until - 1);
    const endsHere = and(
      isDates,
      ...(Number.isFinite(from) ? [surely(compared(end.value, ">=", number(from)))] : []),
      ...(Number.isFinite(until) ? [surely(compared(end.value, "<", number(until)))] : []),
    );
    return {
      isUnknown: or(start.unknown, end.unknown),
      first: clippedFirst,
      last: clippedLast,
      end,
      endsHere,
      there,
      from,
      until,
    };
  });
  const isUnknown = column(stage, or(...parts.map((part) => part.isUnknown)), `${rule.name} dagar okända`, emission);
  const theDay = emission.names.fresh(`${rule.name} dygn`);
  const [least, greatest] = [
    extremeOf(
      "LEAST",
      parts.map((part) => part.first),
    ),
    extremeOf(
      "GREATEST",
      parts.map((part) => part.last),
    ),
  ];
  const first = column(stage, least, `${rule.name} första`, emission);
  const last = column(stage, greatest, `${rule.name} sista`, emission);
  const columnsOfParts = parts.map((part) => ({
    first: column(stage, part.first, `${rule.name} första`, emission),
    last: column(stage, part.last, `${rule.name} sista`, emission),
  }));
  const dayStage = newStage(
    emission.names.fresh(`${rule.name} dygnen`),
    () => eachDayOf(stage, first, last, theDay, not(isUnknown), emission),
    `Days of ${rule.id}`,
    stage,
  );
  const day = reference(theDay, false, emission);
  const there: Place = { ...place, stage: dayStage, theDay: day, own: ownDay(day) };
  const inside = or(
    ...columnsOfParts.map((part) =>
      and(surely(compared(day, ">=", sunk(part.first))), surely(compared(day, "<=", sunk(part.last)))),
    ),
  );
  const aboutDay = aboutRule(rule, there);
  const about: About = {
    own: day,
    about: column(
      dayStage,
      parts.length === 1 ? aboutDay : and(inside, aboutDay),
      `${rule.name} gäller dygnet`,
      emission,
    ),
    causesOfOwn: [],
  };
  const onNoDay = perhaps(aboutRule(rule, { ...place, own: noDay }));
  const unknownCauses = (at: Stage): readonly Cause[] =>
    parts.flatMap((part, index) => {
      const earlier = or(...parts.slice(0, index).map((other) => other.isUnknown));
      const there: Place = { ...part.there, stage: at };
      return under(sunk(and(part.isUnknown, not(earlier))), () => causesOfAll([grain.from, grain.to], there));
    });
  const some = or(...columnsOfParts.map((part) => surely(compared(part.first, "<=", part.last))));
  const endBranches = parts.map((part) => ({ when: part.endsHere, then: part.end.value }));
  const end = column(stage, firstOf(endBranches, NULL), `${rule.name} slut`, emission);
  const atEnd: Place = { ...place, own: ownDay({ ...end, nullable: false }), theDay: end };
  const withoutDays = isConstant(end, NULL)
    ? FALSE
    : and(not(isUnknown), not(some), isPresent(end), surely(aboutRule(rule, atEnd)));
  return {
    stage: dayStage,
    place: there,
    about,
    first,
    last,
    unknownSpan: isConstant(isUnknown, FALSE) ? null : { when: and(isUnknown, onNoDay), causes: unknownCauses },
    withoutDays,
    hasDays: NULL,
    isUnknown,
    mayBeAbout: onNoDay,
  };
}

/** The records with where each stops and which rules have days of it. */
function takingStage(asked: readonly Asked[], hasDays: Map<number, Sql>, records: Stage, emission: Emission): Stage {
  const { identifier } = emission.dialect;
  const byDay = asked.filter(({ days }) => days !== null && days.hasDays.text === "NULL");
  const names = new Map(byDay.map(({ position, rule }) => [position, emission.names.fresh(`${rule.name} har dygn`)]));
  const stage = newStage(
    emission.names.fresh("tagna"),
    () => {
      const joins = byDay.map(({ days, position }, index) => {
        if (days === null) return "";
        const name = identifier(names.get(position) ?? "");
        const seen = perhaps(days.about.about);
        return `\nLEFT JOIN (SELECT DISTINCT ${identifier("record")} AS ${name} FROM ${identifier(days.stage.name)} WHERE ${seen.text}) AS d${index} ON ${name} = ${identifier("record")}`;
      });
      const columns = byDay.map(({ position }, index) => {
        const name = names.get(position) ?? "";
        return { name, text: `d${index}.${identifier(name)}` };
      });
      return {
        kind: "select",
        all: { alias: "r", of: records.name },
        columns,
        rest: `FROM ${identifier(records.name)} AS r${joins.join("")}`,
      };
    },
    "Who takes each record",
    records,
  );
  for (const { days, position } of asked) {
    if (days === null) continue;
    const name = names.get(position);
    hasDays.set(position, name === undefined ? sunk(days.hasDays) : isPresent(reference(name, true, emission)));
  }
  const branches = asked.flatMap(({ about, days, position }, index) => {
    if (days !== null) {
      return days.unknownSpan === null ? [] : [{ when: sunk(days.unknownSpan.when), then: number(position) }];
    }
    const earlier = or(
      ...asked.slice(0, index).flatMap((other) => (other.days === null ? [] : [hasDays.get(other.position) ?? FALSE])),
    );
    return [{ when: and(perhaps(sunk(about.about)), not(earlier)), then: number(position) }];
  });
  const stop = column(stage, firstOf(branches, number(0)), "stannar vid", emission);
  stage.known.set("stop", valueOf(stop, FALSE));
  return stage;
}

function answerInQueue(
  { rule, position, about, days, place }: Asked,
  earlier: readonly Asked[],
  hasDays: ReadonlyMap<number, Sql>,
  taking: Stage,
  emission: Emission,
): Omit<Answer, "ordinal"> {
  const { identifier } = emission.dialect;
  const stop = stopOf(taking);
  const earlierDays = or(
    ...earlier.flatMap((other) => (other.days === null ? [] : [hasDays.get(other.position) ?? FALSE])),
  );
  const reached = or(compared(stop, "=", number(0)), compared(stop, ">=", number(position)));
  if (days === null) {
    const name = emission.names.fresh(`${rule.name} bedömda`);
    const mine = compared(sunk(stop), "=", number(position));
    const from = (): Body => rowsOf(taking.name, "t", ` WHERE ${mine.text}`, emission);
    const stage = newStage(name, from, `Records that ${rule.id} takes`, taking);
    const there: Place = { ...place, stage, own: ownDay(sunk(about.own)) };
    const isOffered = and(reached, not(earlierDays));
    return {
      rule,
      position,
      grain: "episode",
      judged: judged(rule, sunkAbout(about), there),
      unknownSpan: null,
      withoutDays: null,
      isOffered,
      ...ofRecords(place, about, null, taking),
    };
  }
  const name = emission.names.fresh(`${rule.name} bedömda`);
  const others = earlier.flatMap((other) =>
    other.days === null ? [] : [{ stage: other.days.stage, about: other.days.about, day: other.days.place.theDay }],
  );
  const from = (): Body => {
    const day = days.place.theDay?.text ?? "";
    const gone = others.map(
      (other) =>
        ` AND NOT EXISTS (SELECT 1 FROM ${identifier(other.stage.name)} AS g WHERE g.${identifier("record")} = d.${identifier("record")} AND g.${other.day?.text ?? ""} = d.${day} AND ${perhaps(prefixed(other.about.about, "g")).text})`,
    );
    const stopped = identifier(emission.names.fresh("stannar vid"));
    const later = `${stopped} = 0 OR ${stopped} > ${position}`;
    const isAlone = others.length === 0 && !mayStopBefore(earlier) && days.unknownSpan === null;
    const join = isAlone
      ? ""
      : `\nJOIN (SELECT ${identifier("record")} AS ${identifier("r")}, ${stop.text} AS ${stopped} FROM ${identifier(taking.name)}) AS s ON s.${identifier("r")} = d.${identifier("record")} AND (${later})`;
    return rowsOf(days.stage.name, "d", `${join}\nWHERE ${perhaps(days.about.about).text}${gone.join("")}`, emission);
  };
  const stage = newStage(name, from, `Days that ${rule.id} takes`, days.stage);
  const there: Place = { ...days.place, stage, own: ownDay(sunk(days.about.own)) };
  const unknownSpan =
    days.unknownSpan === null
      ? null
      : {
          when: and(compared(stop, "=", number(position)), sunk(days.unknownSpan.when)),
          causes: days.unknownSpan.causes,
        };
  return {
    rule,
    position,
    grain: "day",
    judged: judged(rule, sunkAbout(days.about), there),
    unknownSpan,
    withoutDays: sunk(days.withoutDays),
    isOffered: reached,
    ...ofRecords(place, about, days, taking),
  };
}

function mayStopBefore(earlier: readonly Asked[]): boolean {
  return earlier.some(({ days }) => days === null || days.unknownSpan !== null);
}

/** Offered what the rules that it names have taken. */
function answerOnTop(
  rule: Rule,
  answers: readonly Answer[],
  taking: Stage,
  stages: Stage[],
  emission: Emission,
): Omit<Answer, "ordinal"> | undefined {
  const { identifier } = emission.dialect;
  const below = answers.filter((answer) => rule.onTopOf.includes(answer.rule.id));
  if (below.length === 0) return undefined;
  const record = identifier("record");
  const taken = (day: string | null): string =>
    below
      .map(({ judged: { place, standing } }) => {
        const own = place.theDay?.text ?? "NULL";
        const column = day === null ? "" : `, CAST(${own} AS BIGINT) AS ${day}`;
        return `SELECT ${record} AS ${identifier("r")}${column} FROM ${identifier(place.stage.name)} WHERE ${compared(standing, "<", number(4)).text}`;
      })
      .join(" UNION ALL ");
  const isBelow = (alias: string): string =>
    `${alias}.${record} IN (SELECT ${identifier("r")} FROM (${taken(null)}) AS b)`;
  return answerOfAll(
    rule,
    taking,
    built(isBelow("r"), [], false),
    stages,
    emission,
    (day) =>
      ` AND EXISTS (SELECT 1 FROM (${taken(identifier("d"))}) AS b WHERE b.${identifier("r")} = d.${record} AND (b.${identifier("d")} IS NULL OR b.${identifier("d")} = d.${day}))`,
  );
}

/** Offered every record for which a condition holds, whatever others have taken. */
function answerOfAll(
  rule: Rule,
  taking: Stage,
  condition: Sql,
  stages: Stage[],
  emission: Emission,
  ofDay: (day: string) => string = () => "",
): Omit<Answer, "ordinal"> {
  const where = isConstant(condition, TRUE) ? "" : ` WHERE ${condition.text}`;
  const base = newStage(
    emission.names.fresh(`${rule.name} erbjudna`),
    () => rowsOf(taking.name, "r", where, emission),
    `Records offered to ${rule.id}`,
    taking,
  );
  const asked = ask(rule, 0, base, emission);
  stages.push(base);
  const { days, about, place } = asked;
  const offered = column(base, TRUE, "erbjuden", emission);
  if (days === null) {
    const from = (): Body => rowsOf(base.name, "t", ` WHERE ${perhaps(about.about).text}`, emission);
    const stage = newStage(emission.names.fresh(`${rule.name} bedömda`), from, `Records that ${rule.id} takes`, base);
    const there: Place = { ...place, stage, own: ownDay(sunk(about.own)) };
    return {
      rule,
      position: 0,
      grain: "episode",
      judged: judged(rule, sunkAbout(about), there),
      unknownSpan: null,
      withoutDays: null,
      isOffered: offered,
      ...ofRecords(place, about, null, base),
    };
  }
  stages.push(days.stage);
  const from = (): Body => {
    const where = ` WHERE ${perhaps(days.about.about).text}${ofDay(days.place.theDay?.text ?? "")}`;
    return rowsOf(days.stage.name, "d", where, emission);
  };
  const stage = newStage(emission.names.fresh(`${rule.name} bedömda`), from, `Days that ${rule.id} takes`, days.stage);
  const there: Place = { ...days.place, stage, own: ownDay(sunk(days.about.own)) };
  return {
    rule,
    position: 0,
    grain: "day",
    judged: judged(rule, sunkAbout(days.about), there),
    unknownSpan: days.unknownSpan,
    withoutDays: null,
    isOffered: offered,
    ...ofRecords(place, about, days, base),
  };
}

function ofRecords(
  place: Place,
  about: About,
  days: AskedDays | null,
  base: Stage,
): Pick<Answer, "base" | "recordPlace" | "firstDay" | "lastDay" | "spanIsUnknown" | "mayBeAbout"> {
  const own = days !== null && about === noAbout ? noDay : ownDay(sunk(about.own));
  const isBase = place.stage === base;
  return {
    base,
    recordPlace: { ...place, stage: base, own: isBase ? place.own : own, theDay: null },
    firstDay: days === null ? null : isBase ? days.first : sunk(days.first),
    lastDay: days === null ? null : isBase ? days.last : sunk(days.last),
    mayBeAbout: days === null ? FALSE : isBase ? days.mayBeAbout : sunk(days.mayBeAbout),
    spanIsUnknown: days === null ? FALSE : isBase ? days.isUnknown : sunk(days.isUnknown),
  };
}

/** A rule stands after those that it names. */
function inOrderOfNaming(rules: readonly Rule[]): readonly Rule[] {
  const found: Rule[] = [];
  const add = (rule: Rule): void => {
    if (found.includes(rule)) return;
    for (const other of rules) if (rule.onTopOf.includes(other.id)) add(other);
    found.push(rule);
  };
  rules.forEach(add);
  return found;
}

export function stopOf(taking: Stage): Sql {
  const stop = taking.known.get("stop");
  if (stop === undefined) throw new Error("No stage says where a record stops.");
  return stop.value;
}

function eachDayOf(stage: Stage, first: Sql, last: Sql, day: string, condition: Sql, { dialect }: Emission): Body {
  const source = isConstant(condition, TRUE)
    ? dialect.identifier(stage.name)
    : `(SELECT * FROM ${dialect.identifier(stage.name)} AS a WHERE ${condition.text})`;
  const { column: text, rest } = dialect.eachDay(source, first.text, last.text, dialect.identifier(day));
  return { kind: "select", all: { alias: "r", of: stage.name }, columns: [{ name: day, text }], rest };
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

function prefixed(condition: Sql, alias: string): Sql {
  return { ...condition, text: /^["`]/.test(condition.text) ? `${alias}.${condition.text}` : condition.text };
}
