// Which rows and readings a line stands on, as SQL: for each stretch of decision days, whether a record of the group has one.
// Rule: what is read in a stretch is known beforehand, so the statement says only which stretches a group holds.

import { canonical } from "../../ir/canonical.ts";
import { possibleChanges, readsOn, spanEnds, writtenIn, type Reads, type Written } from "../../ir/reads.ts";
import { usedOn, usedTogether, type Used } from "../../interpret/used.ts";
import { stretches } from "./causes.ts";
import { filtered } from "./dialect.ts";
import type { Emission } from "./emission.ts";
import { expression } from "./expression.ts";
import type { Grouped } from "./groups.ts";
import { COUNTS } from "./judged.ts";
import { ownDay, type Place } from "./place.ts";
import { onOwnDay } from "./segments.ts";
import { shortValue } from "./shortened.ts";
import {
  and,
  built,
  compared,
  FALSE,
  firstOf,
  isConstant,
  isPresent,
  not,
  number,
  numberIn,
  surely,
  TRUE,
  type Sql,
} from "./sql.ts";
import { column } from "./stage.ts";
import { NEVER, valueOf } from "./value.ts";

/** Rows and readings that a group stands on: those of `always`, and of each cell those whose bit is set in its number. */
export interface UsedLayout {
  readonly always: Used;
  readonly cells: readonly (readonly Used[])[];
}

interface Found {
  readonly when: Sql;
  readonly used: Used;
}

const bitsOfCell = 60;

export function usedSegments(
  group: Grouped,
  emission: Emission,
): { readonly layout: UsedLayout; readonly cells: readonly string[] } {
  const { judged } = group.answer;
  const { rule, place } = judged;
  if (rule.purpose.kind !== "charge") return { layout: { always: usedTogether([]), cells: [] }, cells: [] };
  const written = [...spanEnds(rule), ...writtenIn(rule)];
  const found = collected(written, place, 0);
  const always = found.filter(({ when }) => isConstant(when, TRUE)).map(({ used }) => used);
  const sometimes = differing(found.filter(({ when }) => !isConstant(when, TRUE)).map(({ used }) => used));
  const chunks = Array.from({ length: Math.ceil(sometimes.length / bitsOfCell) }, (_, index) =>
    sometimes.slice(index * bitsOfCell, (index + 1) * bitsOfCell),
  );
  const { dialect, names } = emission;
  const cells = chunks.map((chunk) => {
    const bits = new Map(chunk.map((used, index) => [canonical(used), 2n ** BigInt(index)]));
    const mask = dialect.long(bitsRead(written, place, bits, 0));
    const held = column(place.stage, mask, "grundas på", emission);
    const name = names.fresh("grundas på");
    const counts = compared(judged.standing, "=", number(COUNTS));
    group.aggregates.push({ name, text: `bit_or(${held.text})${filtered(counts)}` });
    return dialect.textOf({ text: dialect.identifier(name), level: 0, nullable: true }).text;
  });
  return { layout: { always: usedTogether(always), cells: chunks }, cells };
}

/** Each once, without those that hold nothing. */
function differing(all: readonly Used[]): readonly Used[] {
  const found = new Map<string, Used>();
  for (const used of all) if (used.rows.length + used.readings.length > 0) found.set(canonical(used), used);
  return [...found.values()];
}

function collected(written: readonly Written[], place: Place, depth: number): readonly Found[] {
  const { run } = place.emission;
  return stretches(place, possibleChanges(written, run)).flatMap(({ when, day, there }): readonly Found[] => {
    const reads = readsOn(written, day, run);
    const own = { when, used: usedOn(reads, { own: day, run }) };
    const elsewhere = readElsewhere(reads, there, depth).flatMap(({ isDate, of, inside }) =>
      collected(of, inside, depth + 1).map((found) => ({ ...found, when: and(when, isDate, found.when) })),
    );
    return [own, ...elsewhere].filter((found) => !isConstant(found.when, FALSE));
  });
}

/** The bits of what one record reads, as one number: a branch for each stretch of days. */
function bitsRead(written: readonly Written[], place: Place, bits: ReadonlyMap<string, bigint>, depth: number): Sql {
  const { run } = place.emission;
  return onOwnDay(place, possibleChanges(written, run), (day, there) => {
    const reads = readsOn(written, day, run);
    const own = number(bits.get(canonical(usedOn(reads, { own: day, run }))) ?? 0n);
    const elsewhere = readElsewhere(reads, there, depth).map(({ isDate, of, inside }) =>
      firstOf([{ when: isDate, then: bitsRead(of, inside, bits, depth + 1) }], number(0)),
    );
    return valueOf(elsewhere.reduce(bothBits, own), FALSE);
  }).value;
}

function bothBits(left: Sql, right: Sql): Sql {
  const [a, b] = [numberIn(left), numberIn(right)];
  if (a !== undefined && b !== undefined) return number(a | b);
  if (a === 0n) return right;
  return b === 0n ? left : built(`(${left.text} | ${right.text})`, [left, right]);
}

interface Elsewhere {
  readonly isDate: Sql;
  readonly of: readonly Written[];
  readonly inside: Place;
}

/** `X vid D`: what X reads, on D. */
function readElsewhere({ elsewhere }: Reads, place: Place, depth: number): readonly Elsewhere[] {
  if (depth > 8) throw new Error("What a line reads goes round in a ring.");
  const seen = new Set<string>();
  return elsewhere.flatMap(({ of, at }): readonly Elsewhere[] => {
    const key = canonical([of, at]);
    if (seen.has(key)) return [];
    seen.add(key);
    const date = shortValue(expression(at, { ...place, group: null }), place, "vid");
    const isDate = and(isPresent(date.value), date.never ? not(surely(compared(date.value, "=", NEVER))) : TRUE);
    if (isConstant(isDate, FALSE)) return [];
    const inside: Place = { ...place, own: ownDay({ ...date.value, nullable: false }) };
    return [{ isDate, of: [[{ guard: null, it: [of] }]], inside }];
  });
}
