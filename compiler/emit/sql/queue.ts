// Who takes a record: the queue of rules, the rules on top of them, and the statistics that stand outside.
// Rule: what one rule takes the next does not see (docs/meaning.md, section 3). A record stops at the first episode rule
// that is or may be about it, unless an earlier day rule has days of it; a day goes to the first rule that sees it.

import type { Grain, Rule } from "../../ir/ir.ts";
import type { Emission } from "./emission.ts";
import { daysGone, reachedDays } from "./days-left.ts";
import { guardTruth, judged, sunkAbout, type About, type Judged } from "./judged.ts";
import { noDay, ownDay, type Place } from "./place.ts";
import {
  FALSE,
  TRUE,
  and,
  built,
  compared,
  firstOf,
  isConstant,
  isPresent,
  not,
  number,
  or,
  perhaps,
  type Sql,
} from "./sql.ts";
import { column, newStage, reference, rowsOf, sunk, type Body, type Stage } from "./stage.ts";
import { valueOf } from "./value.ts";
import { ask, noAbout, placeIn, type Asked, type AskedDays, type UnknownSpan } from "./asked.ts";

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
  /** No record and no day can be its own: it is over before any of them, or has not begun. */
  readonly isVacant: boolean;
}

export interface Queue {
  readonly answers: readonly Answer[];
  /** All stages in the order in which they must stand. */
  readonly stages: readonly Stage[];
  /** Where the last rules of the queue read which of them keeps a record; it lacks those that were kept before. */
  readonly taking: Stage;
  /** The records that stop nowhere before the first day rule; null where all of them are asked all rules. */
  readonly left: Stage | null;
}

export function queueOf(records: Stage, emission: Emission): Queue {
  const alive = emission.program.rules.filter((rule) => !isDead(rule, records, emission));
  const isStatistic = ({ purpose }: Rule): boolean => purpose.kind === "statistic";
  const inQueue = alive.filter((rule) => !isStatistic(rule) && rule.onTopOf.length === 0);
  const onTop = alive.filter((rule) => !isStatistic(rule) && rule.onTopOf.length > 0);
  const { early, kept, late, left } = askedInTurn(inQueue, records, emission);
  const stages: Stage[] = [];
  const hasDays = new Map<number, Sql>();
  const taking = takingStage(late, hasDays, left, emission);

  const answers = [...early, ...late].map((each, index): Answer => {
    const answer =
      index < early.length
        ? answerInQueue(each, early.slice(0, index), hasDays, kept, emission)
        : answerInQueue(each, late.slice(0, index - early.length), hasDays, taking, emission);
    stages.push(answer.judged.place.stage);
    return { ...answer, ordinal: index };
  });
  const all = left === records ? taking : records;
  let ordinal = answers.length;
  for (const rule of inOrderOfNaming(onTop)) {
    const answer = answerOnTop(rule, answers, all, stages, emission);
    if (answer === undefined) continue;
    stages.push(answer.judged.place.stage);
    answers.push({ ...answer, ordinal: ordinal + onTop.indexOf(rule) });
  }
  ordinal += onTop.length;
  for (const rule of alive.filter(isStatistic)) {
    const answer = answerOfAll(rule, all, TRUE, stages, emission);
    stages.push(answer.judged.place.stage);
    answers.push({ ...answer, ordinal });
    ordinal += 1;
  }
  const days = late.flatMap((each) => (each.days === null ? [] : [each.days.stage]));
  const rest = stages.filter((stage) => !days.includes(stage));
  const once = [records, left, ...days, taking].filter((stage, index, each) => each.indexOf(stage) === index);
  return { answers, stages: [...once, ...rest], taking, left: left === records ? null : left };
}

interface AskedInTurn {
  /** Rules that keep a record before any other is asked of it, and the records with which of them does. */
  readonly early: readonly Asked[];
  readonly kept: Stage;
  readonly late: readonly Asked[];
  /** The records that are left for the late ones. */
  readonly left: Stage;
}

/**
 * Before the first day rule, a record that an episode rule is or may be about stops there. Where such a rule charges,
 * most records do, and what the rules after it read is worked out for the others alone.
 */
function askedInTurn(rules: readonly Rule[], records: Stage, emission: Emission): AskedInTurn {
  const firstOfDays = rules.findIndex(({ grain }) => grain.kind === "day");
  const before = firstOfDays < 0 ? rules.length : firstOfDays;
  const asked = (from: number, until: number, stage: Stage, gone: Sql): Asked[] =>
    rules
      .slice(from, until)
      .map((rule, index) => ask(rule, from + index + 1, stage, gone, emission))
      .filter(({ about, days }) => !isConstant(about.about, FALSE) || days !== null);
  const early = asked(0, before, records, FALSE);
  if (early.some(({ rule }) => rule.purpose.kind === "charge")) {
    const left = leftBy(early, records, emission);
    const late = asked(before, rules.length, left, FALSE);
    if (late.length > 0) return { early, kept: records, late, left };
  }
  const gone = or(...early.map(({ about }) => perhaps(about.about)));
  const late = [...early, ...asked(before, rules.length, records, gone)];
  return { early: [], kept: records, late, left: records };
}

/** The records that none of the rules keeps. */
function leftBy(early: readonly Asked[], records: Stage, emission: Emission): Stage {
  const kept = takingStage(early, new Map(), records, emission);
  const nobody = compared(sunk(stopOf(kept)), "=", number(0));
  const from = (): Body => rowsOf(kept.name, "t", ` WHERE ${nobody.text}`, emission);
  return newStage(emission.names.fresh("kvar"), from, "The care episodes that no rule keeps so far", kept);
}

/** A rule whose readings are not chosen on any day does not exist in this run. */
function isDead(rule: Rule, records: Stage, emission: Emission): boolean {
  const anyDay: Place = placeIn(records, rule, emission, ownDay({ ...reference("record", true, emission) }), null);
  return rule.guards.some((guard) => isConstant(guardTruth(guard, anyDay), FALSE));
}

/** The records with where each stops: themselves, where no rule has to be asked which records it has days of. */
function takingStage(asked: readonly Asked[], hasDays: Map<number, Sql>, records: Stage, emission: Emission): Stage {
  const byDay = asked.filter(({ days }) => days !== null && days.hasDays === null);
  if (byDay.length > 0) return takingWithDays(asked, byDay, hasDays, records, emission);
  // Whatever a rule knows of a record stands in a column before this one.
  const level = records.levels.length;
  const here = (sql: Sql): Sql => ({ ...sql, level: Math.max(level, sql.level) });
  for (const { days, position } of asked) if (days !== null) hasDays.set(position, here(days.hasDays ?? FALSE));
  const stop = column(records, here(stopping(asked, hasDays, here)), "stannar vid", emission);
  records.known.set("stop", valueOf(stop, FALSE));
  return records;
}

/** The records with where each stops and which rules have days of it. */
function takingWithDays(
  asked: readonly Asked[],
  byDay: readonly Asked[],
  hasDays: Map<number, Sql>,
  records: Stage,
  emission: Emission,
): Stage {
  const { identifier } = emission.dialect;
  const record = identifier(emission.identity);
  const names = new Map(byDay.map(({ position, rule }) => [position, emission.names.fresh(`${rule.name} har dygn`)]));
  const stage = newStage(
    emission.names.fresh("tagna"),
    () => {
      const joins = byDay.map(({ days, position }, index) => {
        if (days === null) return "";
        const name = identifier(names.get(position) ?? "");
        const seen = perhaps(days.about.about);
        return `\nLEFT JOIN (SELECT DISTINCT ${record} AS ${name} FROM ${identifier(days.stage.name)} WHERE ${seen.text}) AS d${index} ON ${name} = ${record}`;
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
    const known = days.hasDays === null ? FALSE : sunk(days.hasDays);
    hasDays.set(position, name === undefined ? known : isPresent(reference(name, true, emission)));
  }
  const stop = column(stage, stopping(asked, hasDays, sunk), "stannar vid", emission);
  stage.known.set("stop", valueOf(stop, FALSE));
  return stage;
}

/** The place of the rule that keeps a record whatever comes after it, 0 where none does. */
function stopping(asked: readonly Asked[], hasDays: ReadonlyMap<number, Sql>, here: (sql: Sql) => Sql): Sql {
  const branches = asked.flatMap(({ about, days, position }, index) => {
    if (days !== null) {
      return days.unknownSpan === null ? [] : [{ when: here(days.unknownSpan.when), then: number(position) }];
    }
    const earlier = or(
      ...asked.slice(0, index).flatMap((other) => (other.days === null ? [] : [hasDays.get(other.position) ?? FALSE])),
    );
    return [{ when: and(perhaps(here(about.about)), not(earlier)), then: number(position) }];
  });
  return firstOf(branches, number(0));
}

function answerInQueue(
  { rule, position, about, days, place }: Asked,
  earlier: readonly Asked[],
  hasDays: ReadonlyMap<number, Sql>,
  taking: Stage,
  emission: Emission,
): Omit<Answer, "ordinal"> {
  const stop = stopOf(taking);
  const here = (sql: Sql): Sql => (taking === place.stage ? sql : sunk(sql));
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
      isVacant: false,
      isOffered,
      ...ofRecords(place, about, null, taking),
    };
  }
  const name = emission.names.fresh(`${rule.name} bedömda`);
  const others = earlier.flatMap((other) => (other.days === null ? [] : [other.days]));
  const isAlone = others.length === 0 && !mayStopBefore(earlier) && days.unknownSpan === null;
  const from = (): Body => {
    const where = `${perhaps(days.about.about).text}${daysGone(others, days, emission)}`;
    const left = isAlone ? { join: "", where } : reachedDays(where, position, { taking, stop, days }, emission);
    return rowsOf(days.stage.name, "d", `${left.join}\nWHERE ${left.where}`, emission);
  };
  const stage = newStage(name, from, `Days that ${rule.id} takes`, days.stage);
  const there: Place = { ...days.place, stage, own: ownDay(sunk(days.about.own)) };
  const unknownSpan =
    days.unknownSpan === null
      ? null
      : {
          when: and(compared(stop, "=", number(position)), here(days.unknownSpan.when)),
          causes: days.unknownSpan.causes,
        };
  return {
    rule,
    position,
    grain: "day",
    judged: judged(rule, sunkAbout(days.about), there),
    unknownSpan,
    withoutDays: here(days.withoutDays),
    isVacant: isVacant(days),
    isOffered: reached,
    ...ofRecords(place, about, days, taking),
  };
}

function isVacant({ about, unknownSpan }: AskedDays): boolean {
  return isConstant(about.about, FALSE) && (unknownSpan === null || isConstant(unknownSpan.when, FALSE));
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
  const record = identifier(emission.identity);
  // No column has the name of a query: before a point, some engines take it for the column.
  const ofRecord = identifier(emission.names.fresh("taget"));
  const ofDay = identifier(emission.names.fresh("taget dygn"));
  const taken = below
    .map(({ judged: { place, standing } }) => {
      const day = `CAST(${place.theDay?.text ?? "NULL"} AS BIGINT) AS ${ofDay}`;
      const isTaken = compared(standing, "<", number(4)).text;
      return `SELECT ${record} AS ${ofRecord}, ${day} FROM ${identifier(place.stage.name)} WHERE ${isTaken}`;
    })
    .join(" UNION ALL ");
  const isBelow = `r.${record} IN (SELECT ${ofRecord} FROM (${taken}) AS b)`;
  const isBelowOn = (day: string): string =>
    ` AND EXISTS (SELECT 1 FROM (${taken}) AS b WHERE b.${ofRecord} = d.${record} AND (b.${ofDay} IS NULL OR b.${ofDay} = d.${day}))`;
  return answerOfAll(rule, taking, built(isBelow, [], false), stages, emission, isBelowOn);
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
  const asked = ask(rule, 0, base, FALSE, emission);
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
      isVacant: false,
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
    isVacant: isVacant(days),
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
