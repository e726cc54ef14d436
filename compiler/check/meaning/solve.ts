// Looks for a case in which a formula holds, by asking only for what its answer hangs on.
// Rule: `impossible` is said only when every case has been looked at; a search that grows too large gives up.

import { YES } from "@avtal/runtime/columns";
import type { Id, Program } from "../../ir/ir.ts";
import { answer, isOpen, type Case, type CaseValue, type Formula } from "./formula.ts";
import { domainsOf, type Domains } from "./domains.ts";
import { independentParts } from "./independent-parts.ts";

export type Outcome =
  | { readonly kind: "impossible" | "tooLarge" }
  | { readonly kind: "possible"; readonly cases: readonly Case[]; readonly domains: Domains };

export interface Search {
  readonly readingsOf: (question: Id) => readonly string[];
  /** How many cases are wanted; the search ends with the last of them. */
  readonly wanted: number;
  readonly effort: Effort;
}

/** What may still be spent on one document, in questions asked; counted, so that every host gives up at the same place. */
export interface Effort {
  left: number;
}

export function effortFor(questions: number): Effort {
  return { left: questions };
}

/** Questions asked before one search gives up. */
const limit = 8_000;

export function solve(formula: Formula, search: Search): Outcome {
  const domains = domainsOf(formula);
  const solved: Solved[] = [];
  for (const part of independentParts(formula)) {
    const found = casesOf(part, domains, search);
    if (found.cases.length === 0 && found.isWhole) return { kind: "impossible" };
    solved.push(found);
  }
  if (solved.some(({ cases }) => cases.length === 0)) return { kind: "tooLarge" };
  const mostCases = Math.max(1, ...solved.map(({ cases }) => cases.length));
  return {
    kind: "possible",
    cases: Array.from({ length: mostCases }, (_, index) => joinedCase(solved, index)),
    domains,
  };
}

/** The readings of each question, the chosen ones first. */
export function readingsIn({ questions }: Program): Search["readingsOf"] {
  return (id) => {
    const question = questions.find((each) => each.id === id);
    const chosen = (question?.chosen ?? []).map(({ reading }) => reading);
    const others = (question?.readings ?? []).map(({ name }) => name).filter((name) => !chosen.includes(name));
    return [...chosen, ...others];
  };
}

interface Solved {
  readonly cases: readonly Case[];
  /** False where the search gave up before it had looked at everything. */
  readonly isWhole: boolean;
}

function casesOf(formula: Formula, domains: Domains, { readingsOf, wanted, effort }: Search): Solved {
  const cases: Case[] = [];
  const values = new Map<string, CaseValue>();
  const readings = new Map<Id, string>();
  const end = Math.max(0, effort.left - limit);
  const mayAsk = (): boolean => effort.left > end;

  const search = (): void => {
    if (cases.length >= wanted || !mayAsk()) return;
    effort.left -= 1;
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
  return { cases, isWhole: mayAsk() };
}

/** One case of each part together; parts with fewer cases begin again. */
function joinedCase(solved: readonly Solved[], index: number): Case {
  const chosen = solved.flatMap(({ cases }) => cases[index % cases.length] ?? []);
  return {
    values: new Map(chosen.flatMap(({ values }) => [...values])),
    readings: new Map(chosen.flatMap(({ readings }) => [...readings])),
  };
}
