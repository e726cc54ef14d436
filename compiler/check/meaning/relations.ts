// When one rule stands before another: by which lines `i stället för`, under which readings.
// Rule: a relation reaches through, and a chain stands only where every line of it does.

import { NO, YES } from "@avtal/runtime/columns";
import type { Document, Guard } from "../../resolve/document.ts";
import type { Formula } from "./formula.ts";

/** As a formula over readings, by the names of two rules of `document`. */
export type StandsBefore = (rule: string, other: string) => Formula;

interface Edge {
  readonly to: string;
  readonly under: readonly Guard[];
}

export function standsBefore(document: Document): StandsBefore {
  const edges = new Map<string, Edge[]>();
  for (const text of document.rules) {
    const own = text.guard === undefined ? [] : [text.guard];
    for (const { line, guard } of text.lines) {
      if (line.kind !== "insteadOf") continue;
      const under = guard === undefined ? own : [...own, guard];
      const found = edges.get(text.name) ?? [];
      found.push(...line.rules.map(({ text: to }) => ({ to, under })));
      edges.set(text.name, found);
    }
  }
  return (rule, other) => ({ kind: "or", of: chains(rule, other, edges, [rule]).map(allOf) });
}

/** The guards of every chain of lines from one rule to another. */
function chains(
  from: string,
  to: string,
  edges: ReadonlyMap<string, readonly Edge[]>,
  passed: readonly string[],
): readonly (readonly Guard[])[] {
  return (edges.get(from) ?? []).flatMap((edge) => {
    if (edge.to === to) return [edge.under];
    if (passed.includes(edge.to)) return [];
    return chains(edge.to, to, edges, [...passed, edge.to]).map((rest) => [...edge.under, ...rest]);
  });
}

function allOf(guards: readonly Guard[]): Formula {
  if (guards.length === 0) return { kind: "truth", holds: YES };
  return {
    kind: "and",
    of: guards.map(({ document, question, readings }) => ({
      kind: "reading",
      question: `${document}.${question}`,
      readings,
    })),
  };
}

export const never: Formula = { kind: "truth", holds: NO };
