// Every line of a comparison with its steps on both sides, as the page and the workbook show it.
// Rule: a side without a line shows the group that gave none, so that the reader sees why.

import type { Comparison, LineDifference } from "@avtal/replay/compare/comparison";
import { isOfProtected } from "@avtal/replay/protected-records";
import { traces, type LineTrace } from "@avtal/replay/trace";
import type { CountedRun } from "@avtal/replay/result-json";
import type { WrittenSteps } from "@avtal/replay/written-steps";
import type { Group, InvoiceLine, Ore } from "@avtal/runtime/result";
import { groupKey, groupNames, type NameOf } from "../episodes/group-names.ts";

export interface LineSide {
  readonly trace: LineTrace;
  readonly amount: Ore;
  /** Null where the group gave no line. */
  readonly line: InvoiceLine | null;
}

export interface ShownLine {
  /** The same in every report of the same comparison; part of an address inside the page. */
  readonly id: string;
  /** What it is about, on both sides alike. */
  readonly key: string;
  /** Names of its groups, as `groupNames` has them. */
  readonly groups: { readonly a: string; readonly b: string };
  readonly pair: LineDifference;
  readonly a: LineSide | null;
  readonly b: LineSide | null;
}

export interface Written {
  readonly a: WrittenSteps;
  readonly b: WrittenSteps;
}

export function shownLines(comparison: Comparison, written: Written): ShownLine[] {
  const inPairs = comparison.lines.flatMap(({ lineA, lineB }) => [lineA, lineB]);
  const keys = new Set(inPairs.flatMap((line) => (line === null ? [] : [groupKey(line)])));
  const sides = {
    a: sidesOf(comparison.a.run, written.a, keys),
    b: sidesOf(comparison.b.run, written.b, keys),
  };
  const names = { a: nameIn(comparison.a.run), b: nameIn(comparison.b.run) };
  const used = new Map<string, number>();
  return comparison.lines.map((pair): ShownLine => {
    const line = pair.lineB ?? pair.lineA;
    const key = line === null ? "" : groupKey(line);
    const groups = { a: names.a(pair.lineA, key), b: names.b(pair.lineB, key) };
    const own = line?.id ?? pair.key;
    const times = (used.get(own) ?? 0) + 1;
    used.set(own, times);
    return {
      id: times === 1 ? own : `${own}-${times}`,
      key,
      groups,
      pair,
      a: sides.a(pair.lineA, groups.a),
      b: sides.b(pair.lineB, groups.b),
    };
  });
}

/** The name of a line's group; without a line, of the first group of its key. */
function nameIn({ result }: CountedRun): (line: InvoiceLine | null, key: string) => string {
  const nameOf = groupNames(result);
  return (line, key) => (line === null ? key : nameOf(line));
}

export type SideOf = (line: InvoiceLine | null, group: string) => LineSide | null;

/** What the lines of a run show, and its groups of these names that gave no line. */
export function sidesOf(run: CountedRun, written: WrittenSteps, names: ReadonlySet<string>): SideOf {
  const { lines, groups } = run.result;
  const nameOf: NameOf = groupNames(run.result);
  const inLines = new Set(lines.map(nameOf));
  const without = groups.filter((group) => names.has(nameOf(group)) && !inLines.has(nameOf(group))).map(asLine);
  const all = [...lines, ...without];
  const traced = traces({ ...run, result: { ...run.result, lines: all } }, written);
  const ofLine = new Map<InvoiceLine, LineTrace>();
  const ofGroup = new Map<string, LineTrace>();
  all.forEach((line, index) => {
    const trace = traced[index];
    if (trace === undefined) return;
    const shown = isOfProtected(line) ? { ...trace, steps: [], rows: [] } : trace;
    ofLine.set(line, shown);
    if (index >= lines.length) ofGroup.set(nameOf(line), shown);
  });
  return (line, group) => {
    const trace = line === null ? ofGroup.get(group) : ofLine.get(line);
    return trace === undefined ? null : { trace, line, amount: line?.amount ?? (0n as Ore) };
  };
}

/** A group that gave no line, in the form that traces are made of. */
function asLine({ place, keys, steps, leftOut }: Group): InvoiceLine {
  const nothing = { quantity: null, unit: null, unitPrice: null, amount: 0n as Ore, rows: [], readings: [] };
  return { id: "", place, keys, payee: "", invoicer: null, steps, leftOut, ...nothing };
}
