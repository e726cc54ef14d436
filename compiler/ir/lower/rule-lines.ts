// The lines of a rule by what they are, each with its guard and the document whose names it uses.

import type { RuleLine } from "../../syntax/ast.ts";
import type { Alternatives, Guard } from "../ir.ts";
import { alternatives } from "./readings.ts";
import type { StandingLine } from "./rule-variants.ts";

export type LineOf<K extends RuleLine["kind"]> = Extract<RuleLine, { readonly kind: K }>;

/** What stands in the place of one kind of line, under each reading. */
export type Slots = <K extends RuleLine["kind"], T>(
  kind: K,
  lower: (line: LineOf<K>, scope: string) => T,
) => Alternatives<T>;

export function slotsOf(lines: readonly StandingLine[]): Slots {
  return (kind, lower) =>
    alternatives(linesOf(lines, kind).map(({ line, guard, scope }) => ({ guard, it: lower(line, scope) })));
}

export function linesOf<K extends RuleLine["kind"]>(
  lines: readonly StandingLine[],
  kind: K,
): readonly { readonly line: LineOf<K>; readonly guard: Guard | null; readonly scope: string }[] {
  return lines.flatMap(({ line, guard, scope }) => (isOfKind(line, kind) ? [{ line, guard, scope }] : []));
}

function isOfKind<K extends RuleLine["kind"]>(line: RuleLine, kind: K): line is LineOf<K> {
  return line.kind === kind;
}
