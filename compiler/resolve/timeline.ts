// The decided text and its amendments as layers over time, and the stretches of days between their ends.
// Rule: the text in force on a day is the base with every amendment whose days hold that day worked in, in order.

import { byCodePoint } from "@avtal/runtime/code-point-order";
import type { FileTree } from "../syntax/ast.ts";
import type { Day, Days, Origin } from "./document.ts";

/** One file of a document: the decided text, or an amendment with the days for which it speaks. */
export interface Layer {
  readonly tree: FileTree;
  readonly days: Days;
  readonly origin: Origin;
}

/** What one layer contributes to one thing. */
export interface Part<T> {
  readonly layer: Layer;
  readonly it: T;
}

export interface Stretch<T> {
  readonly days: Days;
  /** In the order in which they are worked in; never empty. */
  readonly parts: readonly Part<T>[];
}

/**
 * The longest stretches of days with the same contributions, sorted. Days in which nothing contributes
 * are left out, and so are the days of `without`.
 */
export function stretchesOf<T>(parts: readonly Part<T>[], without: readonly Days[]): readonly Stretch<T>[] {
  const borders = bordersOf([...parts.map((part) => part.layer.days), ...without]);
  const stretches: Stretch<T>[] = [];
  for (let index = 0; index <= borders.length; index++) {
    const days: Days = { from: borders[index - 1], until: borders[index] };
    if (without.some((gap) => covers(gap, days))) continue;
    const active = parts.filter((part) => covers(part.layer.days, days));
    if (active.length === 0) continue;
    const last = stretches.at(-1);
    if (last !== undefined && last.days.until === days.from && sameParts(last.parts, active)) {
      stretches[stretches.length - 1] = { days: { from: last.days.from, until: days.until }, parts: active };
    } else stretches.push({ days, parts: active });
  }
  return stretches;
}

/** The days that two spans of days share, or undefined where they share none. */
export function shared(a: Days, b: Days): Days | undefined {
  const from = a.from === undefined ? b.from : b.from === undefined ? a.from : Math.max(a.from, b.from);
  const until = a.until === undefined ? b.until : b.until === undefined ? a.until : Math.min(a.until, b.until);
  return from !== undefined && until !== undefined && from >= until ? undefined : { from, until };
}

/** Amendments by their first day, then by name; one without a first day comes before all others. */
export function byFirstDay(a: Layer, b: Layer): number {
  const first = (layer: Layer): Day => layer.days.from ?? Number.NEGATIVE_INFINITY;
  if (first(a) !== first(b)) return first(a) < first(b) ? -1 : 1;
  return byCodePoint(a.origin.amendment ?? "", b.origin.amendment ?? "");
}

export const always: Days = { from: undefined, until: undefined };

function bordersOf(spans: readonly Days[]): readonly Day[] {
  const borders = new Set<Day>();
  for (const { from, until } of spans) {
    if (from !== undefined) borders.add(from);
    if (until !== undefined) borders.add(until);
  }
  return [...borders].sort((a, b) => a - b);
}

function covers(outer: Days, inner: Days): boolean {
  const begins = outer.from === undefined || (inner.from !== undefined && outer.from <= inner.from);
  const ends = outer.until === undefined || (inner.until !== undefined && inner.until <= outer.until);
  return begins && ends;
}

function sameParts<T>(a: readonly Part<T>[], b: readonly Part<T>[]): boolean {
  return a.length === b.length && a.every((part, index) => part === b[index]);
}
