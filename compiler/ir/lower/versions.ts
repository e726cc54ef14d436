// Texts that apply for some days and under some readings, as stretches of days with their alternatives.
// Rule: the first stretch has no beginning, so that a day before every amendment reads the decided text.

import type { Day, Versioned } from "../../resolve/document.ts";

export interface Stretch<T> {
  readonly from: Day | null;
  readonly texts: readonly T[];
}

/** What applies from which day, sorted; two neighbouring stretches never hold the same texts. */
export function stretchesOf<T extends Pick<Versioned<unknown>, "days">>(texts: readonly T[]): readonly Stretch<T>[] {
  const borders = new Set<Day>();
  for (const { days } of texts) {
    if (days.from !== undefined) borders.add(days.from);
    if (days.until !== undefined) borders.add(days.until);
  }
  const starts: readonly (Day | undefined)[] = [undefined, ...[...borders].sort((a, b) => a - b)];
  const stretches: Stretch<T>[] = [];
  for (const from of starts) {
    const active = texts.filter(({ days }) => appliesOn(days, from));
    const last = stretches.at(-1);
    if (last !== undefined && sameTexts(last.texts, active)) continue;
    if (last === undefined && active.length === 0) continue;
    stretches.push({ from: last === undefined ? null : (from ?? null), texts: active });
  }
  return stretches;
}

/** `from` undefined is the time before every border. */
function appliesOn(days: Versioned<unknown>["days"], from: Day | undefined): boolean {
  if (days.from !== undefined && (from === undefined || from < days.from)) return false;
  return days.until === undefined || from === undefined || from < days.until;
}

function sameTexts<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}
