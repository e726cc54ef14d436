// Looks for a case in which a formula holds, by asking only for what its answer hangs on.
// Rule: `impossible` is said only when every case has been looked at; a search that grows too large gives up.

import { YES } from "@avtal/runtime/columns";
import type { Id } from "../../ir/ir.ts";
import { answer, isOpen, type Case, type CaseValue, type Formula } from "./formula.ts";
import { domainsOf, type Domains } from "./domains.ts";

export type Outcome =
  | { readonly kind: "impossible" | "tooLarge" }
  | { readonly kind: "possible"; readonly cases: readonly Case[]; readonly domains: Domains };

export interface Search {
  readonly readingsOf: (question: Id) => readonly string[];
  /** How many cases are wanted; the search ends with the last of them. */
  readonly wanted: number;
}

/** Questions asked before the search gives up. */
const limit = 40_000;

export function solve(formula: Formula, { readingsOf, wanted }: Search): Outcome {
  const domains = domainsOf(formula);
  const cases: Case[] = [];
  const values = new Map<string, CaseValue>();
  const readings = new Map<Id, string>();
  let asked = 0;

  const search = (): void => {
    if (cases.length >= wanted || ++asked > limit) return;
    const found = answer(formula, { values, readings }, domains.placeOf);
    if (!isOpen(found)) {
      if (found === YES) cases.push({ values: new Map(values), readings: new Map(readings) });
    } else if ("question" in found) {
      for (const reading of readingsOf(found.question)) {
        readings.set(found.question, reading);
        search();
      }
      readings.delete(found.question);
    } else {
      for (const value of domains.valuesOf(found.variable)) {
        values.set(found.variable.key, value);
        search();
      }
      values.delete(found.variable.key);
    }
  };
  search();
  if (cases.length > 0) return { kind: "possible", cases, domains };
  return { kind: asked > limit ? "tooLarge" : "impossible" };
}
