// What the interpreter passed while scenarios ran, gathered by the lines of the agreement.
// Rule: kept by line, so that the same line in several programs, versions and readings is one.

import { YES } from "@avtal/runtime/columns";
import { compare, minus, whole, zero, type Ratio } from "@avtal/runtime/ratio";
import type { Observe, Passing } from "@avtal/compiler/interpret/passing";
import { isAbsent, isSame, truthOf, type Value } from "@avtal/compiler/interpret/values";
import { descendants } from "@avtal/compiler/ir/children";
import type { Expr, Program } from "@avtal/compiler/ir/ir";
import { linesOf, ownerOfRule } from "../lines/from-program.ts";

export interface Passed {
  /** How many cases were run so far; they are numbered from 0 in the order in which they are run. */
  cases: number;
  /** The cases that reached each line, by the line's key. */
  readonly lines: Map<string, number[]>;
  /** By line and place in it. */
  readonly branches: Map<string, Set<"yes" | "no" | "unknown">>;
  readonly met: Map<string, Met>;
  /** Owners of rules that took a record, `document.name`. */
  readonly took: Set<string>;
}

/** How near the two sides of a comparison have come: the smallest distances, whether they met, whether they differed. */
export interface Met {
  readonly below: Ratio | null;
  readonly at: boolean;
  readonly above: Ratio | null;
  readonly isOther: boolean;
}

export function nothingPassed(): Passed {
  return { cases: 0, lines: new Map(), branches: new Map(), met: new Map(), took: new Set() };
}

/** A part of a line: its place among the expressions of the line, the line itself first. */
export function partKey(line: string, part: number): string {
  return `${line}\n${part}`;
}

/** Told of the runs of one program; `newCase` begins the next case. */
export interface Watching {
  readonly observe: Observe;
  readonly newCase: () => void;
}

export function watching(program: Program, passed: Passed): Watching {
  const partsOf = partsByExpression(program);
  const cells = cellKeys(program);
  const reach = (line: string): void => {
    const number = passed.cases - 1;
    const reaching = passed.lines.get(line) ?? [];
    if (reaching.at(-1) !== number) reaching.push(number);
    passed.lines.set(line, reaching);
  };
  const observe = (passing: Passing): void => {
    switch (passing.kind) {
      case "gave":
        for (const { line, part } of partsOf.get(passing.expr) ?? []) {
          reach(line);
          const holds = holdsIn(passing.value);
          if (holds !== undefined) added(passed.branches, partKey(line, part), holds);
        }
        return;
      case "compared":
        for (const { line, part } of partsOf.get(passing.expr) ?? []) {
          meet(passed.met, partKey(line, part), passing.left, passing.right);
        }
        return;
      case "read":
        for (const line of cells.get(passing.cell) ?? []) reach(line);
        return;
      case "took": {
        const { document, name } = ownerOfRule(passing.rule);
        passed.took.add(`${document}.${name}`);
      }
    }
  };
  return { observe, newCase: () => void (passed.cases += 1) };
}

interface Part {
  readonly line: string;
  readonly part: number;
}

function partsByExpression(program: Program): ReadonlyMap<Expr, readonly Part[]> {
  const parts = new Map<Expr, Part[]>();
  for (const { key, expr } of linesOf(program)) {
    if (expr === null) continue;
    descendants(expr).forEach((each, part) => {
      const known = parts.get(each) ?? [];
      if (!known.some((one) => one.line === key)) known.push({ line: key, part });
      parts.set(each, known);
    });
  }
  return parts;
}

function cellKeys(program: Program): ReadonlyMap<unknown, readonly string[]> {
  const keys = new Map<unknown, string[]>();
  for (const { key, cell } of linesOf(program)) if (cell !== null) keys.set(cell, [...(keys.get(cell) ?? []), key]);
  return keys;
}

function holdsIn(value: Value): "yes" | "no" | "unknown" | undefined {
  if (value.kind === "missing" || value.kind === "unknown") return "unknown";
  if (value.kind !== "condition") return undefined;
  return truthOf(value) === YES ? "yes" : "no";
}

/** Left less right: in days, seconds or months, or in the unit of a quantity; undefined where there is no order. */
function differenceOf(left: Value, right: Value): Ratio | undefined {
  if (left.kind === "quantity" && right.kind === "quantity") return minus(left.exact, right.exact);
  if (left.kind === "date" && right.kind === "date") return whole(left.day - right.day);
  if (left.kind === "clock" && right.kind === "clock") return whole(left.seconds - right.seconds);
  if (left.kind === "period" && right.kind === "period") return whole(left.index - right.index);
  if (left.kind === "moment" && right.kind === "moment")
    return whole((left.day - right.day) * 86_400 + left.seconds - right.seconds);
  return undefined;
}

function meet(met: Map<string, Met>, key: string, left: Value, right: Value): void {
  if (isAbsent(left) || isAbsent(right)) return;
  const known = met.get(key) ?? { below: null, at: false, above: null, isOther: false };
  const difference = differenceOf(left, right);
  const order = difference === undefined ? undefined : compare(difference, zero);
  if (difference === undefined)
    met.set(key, isSame(left, right) ? { ...known, at: true } : { ...known, isOther: true });
  else if (order === 0) met.set(key, { ...known, at: true });
  else if (order === 1) met.set(key, { ...known, above: nearer(known.above, difference), isOther: true });
  else met.set(key, { ...known, below: nearer(known.below, minus(zero, difference)), isOther: true });
}

function nearer(known: Ratio | null, distance: Ratio): Ratio {
  return known === null || compare(distance, known) < 0 ? distance : known;
}

function added<T>(sets: Map<string, Set<T>>, key: string, one: T): void {
  const set = sets.get(key) ?? new Set<T>();
  sets.set(key, set.add(one));
}
