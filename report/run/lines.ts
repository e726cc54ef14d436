// Every line of one run with its steps, and every group that gave none, in the form that pages and workbooks show.
// Rule: a group without a line is shown with what it came to, so that the reader sees why nobody pays.

import type { CompletedRun } from "@avtal/replay/result-json";
import type { WrittenSteps } from "@avtal/replay/written-steps";
import type { Group, InvoiceLine, Ore } from "@avtal/runtime/result";
import { sidesOf, type ShownLine } from "../drill-down/lines.ts";
import { groupKey, groupNames } from "../episodes/group-names.ts";

/** Lines in their order, then groups of several episodes without a line; a single episode that costs nothing is none. */
export function shownRunLines(run: CompletedRun, written: WrittenSteps): ShownLine[] {
  const { lines, groups } = run.result;
  const nameOf = groupNames(run.result);
  const charged = new Set(lines.map(nameOf));
  const without = groups.filter((group) => group.keys.episode === null && !charged.has(nameOf(group)));
  const sideOf = sidesOf(run, written, new Set([...charged, ...without.map(nameOf)]));
  const used = new Map<string, number>();
  const named = (own: string): string => {
    const times = (used.get(own) ?? 0) + 1;
    used.set(own, times);
    return times === 1 ? own : `${own}-${times}`;
  };
  const shown = (id: string, of: Group | InvoiceLine, line: InvoiceLine | null): ShownLine => {
    const name = nameOf(of);
    const amount = line?.amount ?? (0n as Ore);
    const pair = { key: id, lineA: null, lineB: line, a: 0n as Ore, b: amount, difference: amount };
    return { id: named(id), key: groupKey(of), groups: { a: "", b: name }, pair, a: null, b: sideOf(line, name) };
  };
  return [
    ...lines.map((line) => shown(line.id, line, line)),
    ...without.map((group) => shown(idOf(group), group, null)),
  ];
}

/** As a line of the group would be called. */
function idOf({ place, keys }: Group): string {
  const { payer, period, part, others } = keys;
  return [payer.code, period, part?.from ?? "", place.rule, ...others.map(({ value }) => value)]
    .filter((word) => word !== "")
    .join("-");
}
