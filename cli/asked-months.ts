// The months of a run as they were typed.

import { allMonths, monthFromText, type Months } from "@avtal/replay/months";

/** Undefined where a month cannot be read, or the last comes before the first. */
export function askedMonths({ from, to }: { readonly from?: string; readonly to?: string }): Months | undefined {
  const first = from === undefined ? allMonths.from : monthFromText(from);
  const last = to === undefined ? allMonths.through : monthFromText(to);
  if (first === undefined || last === undefined) return undefined;
  return first !== null && last !== null && last < first ? undefined : { from: first, through: last };
}
