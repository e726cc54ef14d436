// Which rows and readings a line stands on.
// Rule: what its rule reads on the decision days of the records that count in it, and on the days of each `vid`.

import { byCodePoint } from "./code-point-order.ts";
import { dateText } from "./calendar.ts";
import { UNKNOWN } from "./columns.ts";
import { suppliedMeasure } from "./dated-values.ts";
import type { QuestionCode } from "./evaluator-code.ts";
import type { GroupState } from "./group-state.ts";
import { readsOnDay, type ReadElsewhere, type ReadOnDay, type Written } from "./reads-on-a-day.ts";
import type { UsedReading, UsedRow } from "./result.ts";
import type { RuleRun } from "./rule-run.ts";
import { decisionDay, type Choices, type RunState } from "./run-state.ts";

export interface Used {
  /** Sorted by document, value and first day; each once. */
  readonly rows: readonly UsedRow[];
  /** Sorted by document and question; each once. */
  readonly readings: readonly UsedReading[];
}

/** What each group of a rule stands on; groups of the same part share what they read on their decision days. */
export function usedBy<R extends RunState>(state: RuleRun<R>, run: R): (group: GroupState<R, unknown>) => Used {
  const ofPart = new Map<number, Used>();
  const packs = new Map<string, Pack<R>>();
  return (group) => {
    if (state.keepsMembers) return usedByMembers(state, group, run, packs);
    const known = ofPart.get(group.part);
    if (known !== undefined) return known;
    const used = sorted([packOn(state.written, "", group.day, run, packs)]);
    ofPart.set(group.part, used);
    return used;
  };
}

/** What is read on one day. */
interface Pack<R extends RunState> {
  readonly rows: ReadonlyMap<string, UsedRow>;
  readonly readings: ReadonlyMap<string, UsedReading>;
  readonly elsewhere: readonly ReadElsewhere<R>[];
}

function usedByMembers<R extends RunState>(
  state: RuleRun<R>,
  group: GroupState<R, unknown>,
  run: R,
  packs: Map<string, Pack<R>>,
): Used {
  const used = new Set<Pack<R>>();
  const { members } = group;
  for (let index = 0; index < members.length; index += 3) {
    const [record = -1, day = UNKNOWN, theDay = UNKNOWN] = members.slice(index, index + 3);
    collect(state.written, "", { record, day, theDay }, run, packs, used);
  }
  return sorted([...used]);
}

function collect<R extends RunState>(
  written: readonly Written<R>[],
  path: string,
  at: { readonly record: number; readonly day: number; readonly theDay: number },
  run: R,
  packs: Map<string, Pack<R>>,
  used: Set<Pack<R>>,
): void {
  const pack = packOn(written, path, at.day, run, packs);
  used.add(pack);
  pack.elsewhere.forEach((on, index) => {
    const day = on.date(run, at.record, at.day, at.theDay);
    if (day > UNKNOWN) collect([[{ guard: null, it: [on.of] }]], `${path}/${index}`, { ...at, day }, run, packs, used);
  });
}

/** `path` says what is read: the rule itself, or the place of each `vid` on the way. */
function packOn<R extends RunState>(
  written: readonly Written<R>[],
  path: string,
  day: number,
  run: R,
  packs: Map<string, Pack<R>>,
): Pack<R> {
  const key = `${path} ${day}`;
  const known = packs.get(key);
  if (known !== undefined) return known;
  const reads = readsOnDay(written, day, run.choices);
  const pack = {
    rows: rowsOf(reads, day, run.choices),
    readings: readingsOf(reads, day, run.choices),
    elsewhere: reads.elsewhere,
  };
  packs.set(key, pack);
  return pack;
}

function rowsOf<R extends RunState>(reads: ReadOnDay<R>, day: number, choices: Choices): Map<string, UsedRow> {
  const rows = new Map<string, UsedRow>();
  const add = (row: UsedRow): void => void rows.set(orderText(row.document, row.value, row.from ?? ""), row);
  for (const [{ name, document }, inForce] of reads.rows) {
    if (inForce === null) continue;
    const supplied = inForce.supplied !== null;
    add({ value: name, document, from: supplied || inForce.from === null ? null : dateText(inForce.from), supplied });
  }
  for (const measured of reads.measured) {
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

function sorted<R extends RunState>(packs: readonly Pack<R>[]): Used {
  return { rows: inOrder(packs.map(({ rows }) => rows)), readings: inOrder(packs.map(({ readings }) => readings)) };
}

function inOrder<T>(parts: readonly ReadonlyMap<string, T>[]): T[] {
  const all = new Map<string, T>();
  for (const part of parts) for (const [key, thing] of part) all.set(key, thing);
  return [...all].sort(([a], [b]) => byCodePoint(a, b)).map(([, thing]) => thing);
}

function orderText(...parts: readonly string[]): string {
  return parts.join("\u0000");
}
