// Which rows and readings a line stands on.
// Rule: what its rule reads on the decision days of the records that count in it, and on the days of each `vid`.

import { byCodePoint } from "./code-point-order.ts";
import { dateText } from "./calendar.ts";
import { UNKNOWN } from "./columns.ts";
import { suppliedMeasure } from "./dated-values.ts";
import type { QuestionCode } from "./evaluator-code.ts";
import { LAST_PACK, cellOf } from "./group-numbers.ts";
import { numberOf, type GroupTable } from "./group-table.ts";
import { readsByDay, type ReadElsewhere, type ReadOnDay, type ReadsByDay } from "./reads-on-a-day.ts";
import type { UsedReading, UsedRow } from "./result.ts";
import { decisionDay, type Choices, type RunState } from "./run-state.ts";
import { itemOn, scheduleOf, type Schedule } from "./schedule.ts";

export interface Used {
  /** Sorted by document, value and first day; each once. */
  readonly rows: readonly UsedRow[];
  /** Sorted by document and question; each once. */
  readonly readings: readonly UsedReading[];
}

/** What some lines read on the days of one stretch, and what they read as `X vid D`, which has days of its own. */
export interface Pack<R extends RunState> {
  /** In words only where a line asks for it. */
  readonly said: () => Said;
  readonly elsewhere: readonly Elsewhere<R>[];
  /** Tells packs apart that one group may stand on. */
  readonly number: number;
}

interface Said {
  readonly rows: ReadonlyMap<string, UsedRow>;
  readonly readings: ReadonlyMap<string, UsedReading>;
  /** What a line stands on that stands on nothing else. */
  readonly alone: Used;
}

interface Elsewhere<R extends RunState> {
  readonly on: ReadElsewhere<R>;
  readonly packs: () => Schedule<Pack<R>>;
}

/** The packs of some lines by day, so that records only look theirs up. */
export function packsOf<R extends RunState>(
  reads: ReadsByDay<R>,
  choices: Choices,
  numbers = { next: 0 },
): Schedule<Pack<R>> {
  return scheduleOf(reads.changes, (day) => packOn(reads.on(day ?? UNKNOWN), day ?? UNKNOWN, choices, numbers));
}

/** Puts what a record stands on into what its group stands on, each once. */
export function collectUsed<R extends RunState>(
  packs: Schedule<Pack<R>>,
  run: R,
  record: number,
  day: number,
  theDay: number,
  groups: GroupTable<R>,
  row: number,
): void {
  const pack = itemOn(packs, day);
  if (numberOf(groups, row, LAST_PACK) !== pack.number) {
    groups.numbers[cellOf(row, LAST_PACK)] = pack.number;
    const used = (groups.used[row] ??= []);
    if (!used.includes(pack)) used.push(pack);
  }
  for (const { on, packs: there } of pack.elsewhere) {
    const date = on.date(run, record, day, theDay);
    if (date > UNKNOWN) collectUsed(there(), run, record, date, theDay, groups, row);
  }
}

export function usedIn<R extends RunState>(packs: readonly Pack<R>[]): Used {
  const [only, ...others] = packs;
  if (only !== undefined && others.length === 0) return only.said().alone;
  const said = packs.map((pack) => pack.said());
  return { rows: inOrder(said.map(({ rows }) => rows)), readings: inOrder(said.map(({ readings }) => readings)) };
}

function packOn<R extends RunState>(
  reads: ReadOnDay<R>,
  day: number,
  choices: Choices,
  numbers: { next: number },
): Pack<R> {
  let said: Said | undefined;
  return {
    number: numbers.next++,
    said: () => (said ??= saidOf(reads, day, choices)),
    elsewhere: reads.elsewhere.map((on) => elsewhereOf(on, choices, numbers)),
  };
}

function elsewhereOf<R extends RunState>(
  on: ReadElsewhere<R>,
  choices: Choices,
  numbers: { next: number },
): Elsewhere<R> {
  let packs: Schedule<Pack<R>> | undefined;
  return {
    on,
    packs: () => (packs ??= packsOf(readsByDay([[{ guard: null, it: [on.of] }]], choices), choices, numbers)),
  };
}

function saidOf<R extends RunState>(reads: ReadOnDay<R>, day: number, choices: Choices): Said {
  const rows = rowsOf(reads, day, choices);
  const readings = readingsOf(reads, day, choices);
  return { rows, readings, alone: { rows: inOrder([rows]), readings: inOrder([readings]) } };
}

function rowsOf<R extends RunState>(reads: ReadOnDay<R>, day: number, choices: Choices): Map<string, UsedRow> {
  const rows = new Map<string, UsedRow>();
  const add = (row: UsedRow): void => void rows.set(orderText(row.document, row.value, row.from ?? ""), row);
  for (const [{ name, document }, inForce] of reads.rows) {
    if (inForce === null) continue;
    const supplied = inForce.supplied !== null;
    add({ value: name, document, from: supplied || inForce.from === null ? null : dateText(inForce.from), supplied });
  }
  for (const measured of reads.measured.keys()) {
    if (suppliedMeasure(measured, choices, day) === undefined) continue;
    add({ value: measured.name, document: measured.document, from: null, supplied: true });
  }
  return rows;
}

function readingsOf<R extends RunState>(reads: ReadOnDay<R>, day: number, choices: Choices): Map<string, UsedReading> {
  const readings = new Map<string, UsedReading>();
  for (const [question, reading] of reads.readings) {
    const used = usedReading(question, reading, day, choices);
    readings.set(orderText(used.document, used.question, used.reading), used);
  }
  return readings;
}

/** A reading that the run chose itself is as good as preliminary, unless it is the chosen one. */
function usedReading(
  { name, document, chosen }: QuestionCode,
  reading: string,
  own: number,
  choices: Choices,
): UsedReading {
  const day = decisionDay(choices, document, own);
  const inForce = chosen.findLast(({ from }) => from === null || (day > UNKNOWN && from <= day)) ?? chosen[0];
  return { question: name, document, reading, preliminary: inForce?.reading === reading ? inForce.preliminary : true };
}

function inOrder<T>(parts: readonly ReadonlyMap<string, T>[]): T[] {
  const all = new Map<string, T>();
  for (const part of parts) for (const [key, thing] of part) all.set(key, thing);
  return [...all].sort(([a], [b]) => byCodePoint(a, b)).map(([, thing]) => thing);
}

function orderText(...parts: readonly string[]): string {
  return parts.join("\u0000");
}
