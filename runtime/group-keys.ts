// The keys of a group as people read them, the part of a period that it stands for, and what its id ends with.
// Rule: the payer is who the rule says pays; every other key is shown once, in the order the rule writes them.

import { dateText, firstDayOfMonth } from "./calendar.ts";
import type { GroupState } from "./group-state.ts";
import type { GroupFigures, KeyCode } from "./rule-code.ts";
import type { GroupKeys, Payer } from "./result.ts";
import { keysInMonth } from "./rule-run.ts";
import type { RunState } from "./run-state.ts";
import { codeText, payerShown, shownText, type Dictionary } from "./shown-values.ts";
import { isAbsent } from "./whole-numbers.ts";
import { NEVER } from "./record-dates.ts";

export interface NamedGroup {
  readonly keys: GroupKeys;
  /** False where the rule says who pays, but it cannot be told. */
  readonly hasPayer: boolean;
  /** What stands in an id after payer, period and rule. */
  readonly idTail: readonly string[];
}

type Group<R extends RunState> = GroupState<R, unknown>;

/** `siblings` are all groups of the rule, by their keys without the part. */
export function nameGroup<R extends RunState>(
  group: Group<R>,
  payer: GroupFigures["payer"],
  place: { readonly cuts: readonly number[]; readonly siblings: Siblings<R> },
  dictionary: Dictionary,
  idOf: (record: number) => string,
): NamedGroup {
  const { keys, values } = group;
  const period = finestPeriod(keys);
  const episode = keys.findIndex((key) => key.role === "episode");
  const paying = payerOf(group, payer, dictionary);
  const textAt = (index: number): string => {
    const key = keys[index];
    if (key === undefined) return "";
    return key.role === "episode" ? idOf(values[index] ?? 0) : codeText(values[index] ?? 0, key.meaning, dictionary);
  };
  const part = partOf(group, period, place);
  const others = keys.flatMap((key, index) => {
    if (index === period || index === episode || index === paying.key) return [];
    const shown =
      key.role === "episode" ? textAt(index) : shownText(values[index] ?? 0, key.meaning, group.day, dictionary);
    return [{ name: key.name, value: shown ?? "", code: textAt(index) }];
  });
  return {
    keys: {
      payer: paying.shown,
      period: period < 0 ? "" : textAt(period),
      episode: episode < 0 ? null : textAt(episode),
      others: others.map(({ name, value }) => ({ name, value })),
      part: part?.shown ?? null,
    },
    hasPayer: paying.isKnown,
    idTail: [
      ...others.map(({ code }) => code),
      ...(part === null ? [] : [part.name]),
      ...(episode < 0 ? [] : [textAt(episode)]),
    ],
  };
}

/** Groups that differ in their part alone, by their keys. */
export type Siblings<R extends RunState> = ReadonlyMap<string, readonly Group<R>[]>;

export function groupsByKeys<R extends RunState>(groups: readonly Group<R>[]): Siblings<R> {
  const byKeys = new Map<string, Group<R>[]>();
  for (const group of groups) {
    const text = keysInMonth(group.keys, group.values, 0);
    const ofKeys = byKeys.get(text);
    if (ofKeys === undefined) byKeys.set(text, [group]);
    else ofKeys.push(group);
  }
  return byKeys;
}

const nobody: Payer = { code: "", name: "" };

/** `key` is the place of the key that the payer is, -1 where it is none. */
function payerOf<R extends RunState>(
  { keys, values, day }: Group<R>,
  payer: GroupFigures["payer"],
  dictionary: Dictionary,
): { readonly shown: Payer; readonly key: number; readonly isKnown: boolean } {
  if (payer === null) {
    const index = keys.findIndex((key) => key.role === "payer");
    const key = keys[index];
    const shown = key === undefined ? nobody : payerShown(values[index] ?? 0, key.meaning, day, dictionary);
    return { shown, key: index, isKnown: true };
  }
  const index = payer.key === null ? -1 : keys.findIndex((key) => key.name === payer.key);
  if (isAbsent(payer.value)) return { shown: nobody, key: index, isKnown: false };
  return { shown: payerShown(payer.value, payer.meaning, day, dictionary), key: index, isKnown: true };
}

const fineness = ["year", "quarter", "month", "date"];

/** The place of the finest period among the keys, -1 where there is none: month before quarter before year. */
function finestPeriod<R extends RunState>(keys: readonly KeyCode<R>[]): number {
  return keys.reduce((best, key, index) => {
    if (key.role !== "period") return best;
    const other = keys[best];
    return other === undefined || fineness.indexOf(key.meaning.kind) > fineness.indexOf(other.meaning.kind)
      ? index
      : best;
  }, -1);
}

interface Part {
  readonly shown: NonNullable<GroupKeys["part"]>;
  /** The bound that tells it from the other parts: the last day of the first part, else the first day. */
  readonly name: string;
}

function partOf<R extends RunState>(
  group: Group<R>,
  period: number,
  { cuts, siblings }: { readonly cuts: readonly number[]; readonly siblings: Siblings<R> },
): Part | null {
  const days = daysOfPeriod(group.keys[period], group.values[period] ?? NEVER);
  if (days === null) return partWithoutPeriod(group, siblings);
  const from = Math.max(days.first, cuts[group.part - 1] ?? -Infinity);
  const through = Math.min(days.last, (cuts[group.part] ?? Infinity) - 1);
  if (from === days.first && through === days.last) return null;
  return from <= through
    ? partBetween(from, through, from === days.first)
    : partBetween(group.firstDay, group.lastDay, group.firstDay === days.first);
}

/** Without a period a part is stated only beside another one, from the first to the last day of its own records. */
function partWithoutPeriod<R extends RunState>(group: Group<R>, siblings: Siblings<R>): Part | null {
  const beside = siblings.get(keysInMonth(group.keys, group.values, 0)) ?? [];
  if (beside.length < 2) return null;
  return partBetween(
    group.firstDay,
    group.lastDay,
    beside.every(({ part }) => part >= group.part),
  );
}

function partBetween(from: number, through: number, isFirst: boolean): Part {
  const shown = { from: dateText(from), through: dateText(through) };
  return { shown, name: isFirst ? shown.through : shown.from };
}

function daysOfPeriod<R extends RunState>(
  key: KeyCode<R> | undefined,
  index: number,
): { readonly first: number; readonly last: number } | null {
  const months = monthsIn(key);
  if (months === 0) return null;
  return { first: firstDayOfMonth(index * months), last: firstDayOfMonth((index + 1) * months) - 1 };
}

function monthsIn<R extends RunState>(key: KeyCode<R> | undefined): number {
  switch (key?.meaning.kind) {
    case "month":
      return 1;
    case "quarter":
      return 3;
    case "year":
      return 12;
    default:
      return 0;
  }
}
