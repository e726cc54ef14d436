// Which rows and readings a line stands on, as SQL: for each stretch of decision days, whether a record of the group has one.
// Rule: what is read in a stretch is known beforehand, so the statement says only which stretches a group holds.

import { canonical } from "../../ir/canonical.ts";
import type { Expr } from "../../ir/ir.ts";
import { possibleChanges, readsOn, spanEnds, writtenIn, type Written } from "../../ir/reads.ts";
import { usedOn, usedTogether, type Used } from "../../interpret/used.ts";
import { stretches } from "./causes.ts";
import { filtered } from "./dialect.ts";
import type { Emission } from "./emission.ts";
import { expression } from "./expression.ts";
import type { Grouped } from "./groups.ts";
import { COUNTS } from "./judged.ts";
import { ownDay, type Place } from "./place.ts";
import { shortValue } from "./shortened.ts";
import { and, compared, FALSE, isConstant, isPresent, not, number, surely, TRUE, type Sql } from "./sql.ts";
import { column } from "./stage.ts";
import { NEVER } from "./value.ts";

/** What each cell of a group stands for: rows and readings where it is not 0; those of `always` in any case. */
export interface UsedLayout {
  readonly always: Used;
  readonly cells: readonly Used[];
}

interface Found {
  readonly when: Sql;
  readonly used: Used;
}

export function usedSegments(
  group: Grouped,
  emission: Emission,
): { readonly layout: UsedLayout; readonly cells: readonly string[] } {
  const { judged } = group.answer;
  const { rule, place } = judged;
  if (rule.purpose.kind !== "charge") return { layout: { always: { rows: [], readings: [] }, cells: [] }, cells: [] };
  const found = byWhen(collected([...spanEnds(rule), ...writtenIn(rule)], place, 0));
  const always = found.filter(({ when }) => isConstant(when, TRUE)).map(({ used }) => used);
  const sometimes = found.filter(
    ({ when, used }) => !isConstant(when, TRUE) && used.rows.length + used.readings.length > 0,
  );
  const cells = sometimes.map(({ when }) => {
    const held = column(place.stage, when, "grundas på", emission);
    const counts = compared(judged.standing, "=", number(COUNTS));
    const name = emission.names.fresh("grundas på");
    group.aggregates.push({ name, text: `COUNT(*)${filtered(and(counts, held))}` });
    return emission.dialect.textOf({ text: emission.dialect.identifier(name), level: 0, nullable: false }).text;
  });
  return {
    layout: { always: usedTogether(always), cells: sometimes.map(({ used }) => used) },
    cells,
  };
}

function collected(written: readonly Written[], place: Place, depth: number): readonly Found[] {
  if (depth > 8) throw new Error("What a line reads goes round in a ring.");
  const { emission } = place;
  const { run } = emission;
  return stretches(place, possibleChanges(written, run)).flatMap(({ when, day, there }): readonly Found[] => {
    const reads = readsOn(written, day, run);
    const own = { when, used: usedOn(reads, { own: day, run }) };
    const seen = new Set<string>();
    const elsewhere = reads.elsewhere.flatMap(({ of, at }): readonly Found[] => {
      const key = canonical([of, at]);
      if (seen.has(key)) return [];
      seen.add(key);
      return onDay(of, at, there, depth).map((found) => ({ ...found, when: and(when, found.when) }));
    });
    return [own, ...elsewhere];
  });
}

function onDay(of: Expr, at: Expr, place: Place, depth: number): readonly Found[] {
  const date = shortValue(expression(at, { ...place, group: null }), place, "vid");
  const isDate = and(isPresent(date.value), date.never ? not(surely(compared(date.value, "=", NEVER))) : TRUE);
  if (isConstant(isDate, FALSE)) return [];
  const there: Place = { ...place, own: ownDay({ ...date.value, nullable: false }) };
  return collected([[{ guard: null, it: [of] }]], there, depth + 1).map((found) => ({
    ...found,
    when: and(isDate, found.when),
  }));
}

function byWhen(all: readonly Found[]): readonly Found[] {
  const found = new Map<string, Found>();
  for (const { when, used } of all) {
    if (isConstant(when, FALSE)) continue;
    const other = found.get(when.text);
    found.set(when.text, { when, used: usedTogether(other === undefined ? [used] : [other.used, used]) });
  }
  return [...found.values()];
}
