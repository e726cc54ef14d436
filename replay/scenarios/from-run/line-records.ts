// The records that count in one line of a run, found by asking halves of the data whether the line's group is there.
// Rule: a group is there exactly where a record counts in it, so whatever half has none of it is put aside at once.

import type { Columns } from "@avtal/runtime/columns";
import type { Evaluation, Group, InvoiceLine } from "@avtal/runtime/result";
import { pick } from "../../months.ts";

/** Places of the records, ascending. `evaluate` runs some records under the choices of the run. */
export function recordsOfLine(
  line: InvoiceLine,
  columns: Columns,
  evaluate: (columns: Columns) => Evaluation,
): readonly number[] {
  const among = (places: readonly number[]): readonly number[] => {
    const evaluation = evaluate(pick(columns, places));
    if (evaluation.kind === "stopped" || !evaluation.groups.some((group) => isOf(group, line))) return [];
    if (places.length === 1) return places;
    const half = Math.ceil(places.length / 2);
    return [...among(places.slice(0, half)), ...among(places.slice(half))];
  };
  return columns.count === 0 ? [] : among(Array.from({ length: columns.count }, (_, place) => place));
}

/** The same rule and keys. A part without a period is shown by its own records, so it tells nothing in a half. */
export function isOf({ place, keys }: Pick<Group, "place" | "keys">, line: Pick<Group, "place" | "keys">): boolean {
  const own = line.keys;
  return (
    place.document === line.place.document &&
    place.rule === line.place.rule &&
    keys.payer.code === own.payer.code &&
    keys.period === own.period &&
    keys.episode === own.episode &&
    (own.period === "" || keys.part?.from === own.part?.from) &&
    keys.others.every(
      ({ name, value }, index) => own.others[index]?.name === name && own.others[index]?.value === value,
    )
  );
}
