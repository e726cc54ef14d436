// Which lines of a rule or a condition stand for the same thing, so that one written later can take the other's place.
// Rule: steps and roundings go by their name, every other line by its kind alone.

import type { ConditionLine, RuleLine } from "../syntax/ast.ts";

/** Two lines with the same slot replace each other; `nothing` lines only mark a place and never do. */
export type Slot = string;

export type Line = RuleLine | ConditionLine;

export function slotOf(line: Line): Slot {
  switch (line.kind) {
    case "step":
      return `step ${line.name.text}`;
    case "round":
      return `round ${line.name.text}`;
    case "nothing":
      return `nothing ${line.question?.text ?? ""}`;
    default:
      return line.kind;
  }
}

/** Lines of these kinds may stand several times in one statement, so another one takes nothing away. */
export function mayStandSeveralTimes(line: Line): boolean {
  return line.kind === "requires" || line.kind === "notWhen" || line.kind === "insteadOf" || line.kind === "onTopOf";
}

/** The formatter's order of lines, as a rank; lines of one rank keep their written order. */
export function rankOf({ kind }: Pick<Line, "kind">): number {
  return order.indexOf(kind);
}

const order: readonly Line["kind"][] = [
  "insteadOf",
  "onTopOf",
  "validity",
  "scope",
  "requires",
  "notWhen",
  "nothing",
  "follows",
  "per",
  "payment",
  "step",
  "when",
  "round",
  "invoicer",
  "noCharge",
  "triggers",
  "notModelled",
];

/**
 * The lines with `later` put in the place of those with the same slot. A slot that was not there yet
 * goes where the formatter would put it.
 */
export function withReplaced<L extends Line>(lines: readonly L[], later: readonly L[]): readonly L[] {
  const slots = new Map<Slot, L[]>();
  for (const line of later) slots.set(slotOf(line), [...(slots.get(slotOf(line)) ?? []), line]);

  const result: L[] = [];
  const placed = new Set<Slot>();
  for (const line of lines) {
    const slot = slotOf(line);
    const instead = slots.get(slot);
    if (instead === undefined) result.push(line);
    else if (!placed.has(slot)) result.push(...instead);
    if (instead !== undefined) placed.add(slot);
  }
  for (const [slot, added] of slots) {
    if (!placed.has(slot)) result.splice(placeFor(added[0], result), 0, ...added);
  }
  return result;
}

function placeFor(line: Line | undefined, lines: readonly Line[]): number {
  if (line === undefined) return lines.length;
  const last = lines.findLastIndex((other) => rankOf(other) <= rankOf(line));
  return last + 1;
}
