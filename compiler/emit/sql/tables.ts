// The side tables of a statement: registers of payers, and calendars that number the weekdays.
// Rule: what holds on which day is worked out here, once, so that a lookup finds one row or none.

import { dateText } from "@avtal/runtime/calendar";
import { isWeekday } from "@avtal/runtime/weekdays";
import type { Id, RegisterIr } from "../../ir/ir.ts";
import type { Emission, SideTable } from "./emission.ts";
import { writtenBody } from "./stage.ts";

/** The first and last day that a calendar knows. A day outside stops the statement. */
export const calendarFrom = 7305; // 1990-01-01
export const calendarThrough = 40176; // 2079-12-31

/** Code → a fact of the entry that stands for it on a day. `daily`: rows also say from and until which day. */
export interface FactTable {
  readonly name: string;
  readonly daily: boolean;
}

type Entry = RegisterIr["entries"][number];

export function factTable(registerId: Id, fact: string, emission: Emission): FactTable {
  const register = emission.run.registerOf(registerId);
  const index = register.facts.indexOf(fact);
  const stretches = [...new Set(register.entries.map(({ code }) => code))].flatMap((code) =>
    stretchesOf(register.entries, code, (entry) => entry.facts[index] ?? null),
  );
  const daily = stretches.some(({ from, until }) => Number.isFinite(from) || Number.isFinite(until));
  const key = `fact ${registerId} ${fact}`;
  const withAbsent = daily ? [...stretches, ...onNoDay(register, index)] : stretches;
  const query = emission.tables.get(key) ?? tableOf(withAbsent, daily, `${registerId} ${fact}`, emission);
  emission.tables.set(key, query);
  return { name: query.name, daily };
}

/** The payers of a register by what a fact says of them; undefined where that depends on the day. */
export function payersByFact(
  registerId: Id,
  fact: string,
  { run }: Emission,
): ReadonlyMap<string, string[]> | undefined {
  const { entries, facts } = run.registerOf(registerId);
  const found = new Map<string, string[]>();
  for (const code of new Set(entries.map((entry) => entry.code))) {
    const stretches = stretchesOf(entries, code, (entry) => entry.facts[facts.indexOf(fact)] ?? null);
    const [only] = stretches;
    if (only === undefined || stretches.length > 1) return undefined;
    if (only.value !== null) found.set(only.value, [...(found.get(only.value) ?? []), code]);
  }
  return found;
}

/** Stands for the absent day, which no stretch of real days reaches. */
export const absentDay = 2147483646;

/** What the first entry of each payer says, for a record whose decision day is absent. */
function onNoDay({ entries }: RegisterIr, index: number): (Stretch & { readonly code: string })[] {
  return [...new Set(entries.map(({ code }) => code))].map((code) => ({
    code,
    from: absentDay,
    until: absentDay + 1,
    value: entries.find((entry) => entry.code === code)?.facts[index] ?? null,
  }));
}

/** Payers for whom somebody else stands on some day: code, from, until, who (NULL: nobody). */
export function successorTable(registerId: Id, emission: Emission): string | undefined {
  const register = emission.run.registerOf(registerId);
  const key = `successors ${registerId}`;
  const codes = [...new Set(register.entries.map(({ code }) => code))];
  const stretches = codes.flatMap((code) => {
    const days = new Set(register.entries.flatMap(({ from, until }) => [from, until].filter((day) => day !== null)));
    const found = stretched([...days], (day) => standsFor(register, code, day));
    return found.every(({ value }) => value === code) ? [] : found.map((stretch) => ({ code, ...stretch }));
  });
  if (stretches.length === 0) return undefined;
  const query = emission.tables.get(key) ?? tableOf(stretches, true, `${registerId} efterträdare`, emission);
  emission.tables.set(key, query);
  return query.name;
}

/** Days with whether each is a weekday of a document, and how many weekdays there have been up to and with it. */
export function calendarTable(document: string, emission: Emission): string {
  const except = new Set(emission.run.documentOf(document).weekdaysExcept);
  const key = `calendar ${[...except].sort().join(" ")}`;
  const known = emission.tables.get(key);
  if (known !== undefined) return known.name;
  const { dialect, names } = emission;
  const inWeek = new Set([...except].filter((day) => day === "saturdays" || day === "sundays"));
  const free: number[] = [];
  for (let day = calendarFrom; day <= calendarThrough; day += 1) {
    if (isWeekday(day, inWeek) && !isWeekday(day, except)) free.push(day);
  }
  const [days, from, d] = [dialect.identifier("dag"), dialect.identifier("från"), dialect.identifier("till")];
  const ofWeek = `((${days} + 3) % 7)`;
  const rest = [
    ...(inWeek.has("saturdays") ? [`${ofWeek} = 5`] : []),
    ...(inWeek.has("sundays") ? [`${ofWeek} = 6`] : []),
    ...(free.length === 0 ? [] : [`${days} IN (${free.join(", ")})`]),
  ];
  const is = rest.length === 0 ? "TRUE" : `NOT (${rest.join(" OR ")})`;
  const source = `(SELECT CAST(${calendarFrom} AS BIGINT) AS ${from}, CAST(${calendarThrough} AS BIGINT) AS ${d})`;
  const each = dialect.eachDay(source, from, d, days);
  const series = `SELECT ${each.column} AS ${days} ${each.rest}`;
  const [weekday, upTo] = [dialect.identifier("vardag"), dialect.identifier("vardagar")];
  const query: SideTable = {
    name: names.fresh(`vardagar i ${document}`),
    says: `Weekdays of ${document}, ${dateText(calendarFrom)} to ${dateText(calendarThrough)}`,
    body: writtenBody(
      `SELECT ${days}, ${weekday},\n  CAST(SUM(CASE WHEN ${weekday} THEN 1 ELSE 0 END) OVER (ORDER BY ${days}) AS BIGINT) AS ${upTo}\nFROM (SELECT ${days}, (${is}) AS ${weekday} FROM (${series}) AS s) AS d`,
    ),
    after: null,
    endsStage: true,
    isList: false,
  };
  emission.tables.set(key, query);
  return query.name;
}

interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly value: string | null;
}

function stretchesOf(
  entries: readonly Entry[],
  code: string,
  valueOf: (entry: Entry) => string | null,
): (Stretch & { readonly code: string })[] {
  const ofCode = entries.filter((entry) => entry.code === code);
  const days = ofCode.flatMap(({ from, until }) => [from, until].filter((day) => day !== null));
  return stretched(days, (day) => {
    const entry = ofCode.find((each) => existsOn(each, day)) ?? ofCode[0];
    return entry === undefined ? null : valueOf(entry);
  }).map((stretch) => ({ code, ...stretch }));
}

/** The days cut at `changes`, neighbours with the same value taken together. */
function stretched(changes: readonly number[], valueOn: (day: number) => string | null): Stretch[] {
  const sorted = [...new Set(changes)].sort((a, b) => a - b);
  const found: Stretch[] = [];
  [-Infinity, ...sorted].forEach((from, index) => {
    const until = sorted[index] ?? Infinity;
    const value = valueOn(Number.isFinite(from) ? from : Number.isFinite(until) ? until - 1 : 0);
    const before = found[found.length - 1];
    if (before !== undefined && before.value === value) found[found.length - 1] = { ...before, until };
    else found.push({ from, until, value });
  });
  return found;
}

function standsFor({ entries }: RegisterIr, of: string, day: number): string | null {
  let code = of;
  for (let steps = 0; steps <= entries.length; steps += 1) {
    const ofCode = entries.filter((entry) => entry.code === code);
    if (ofCode.length === 0 || ofCode.some((entry) => existsOn(entry, day))) return code;
    const ended = ofCode.findLast((entry) => entry.until !== null && entry.until <= day);
    if (ended === undefined || ended.successor === null) return null;
    code = ended.successor;
  }
  throw new Error("The successors of a payer go round in a ring.");
}

function existsOn(entry: Entry, day: number): boolean {
  return (entry.from === null || entry.from <= day) && (entry.until === null || day < entry.until);
}

function tableOf(
  stretches: readonly (Stretch & { readonly code: string })[],
  daily: boolean,
  wish: string,
  { dialect, names }: Emission,
): SideTable {
  const name = names.fresh(wish);
  const text = (value: string | null): string => (value === null ? "NULL" : dialect.text(value).text);
  const bound = (day: number): string =>
    Number.isFinite(day) ? String(day) : day < 0 ? "-2147483647" : String(absentDay);
  const rows = stretches.map(({ code, from, until, value }) => [
    text(code),
    ...(daily ? [bound(from), bound(until)] : []),
    text(value),
  ]);
  const columns = ["code", ...(daily ? ["first_day", "until_day"] : []), "found"];
  return { name, says: "", body: writtenBody(dialect.rows(rows, columns)), after: null, endsStage: true, isList: true };
}
