// How a case came to its outcome: every group with its steps, their exact values and the clauses that they stand on.

import { holds } from "@avtal/compiler/ir/in-force";
import type { ClauseIndex, Program } from "@avtal/compiler/ir/ir";
import { runOf, type Run } from "@avtal/compiler/ir/run";
import type { Words } from "@avtal/compiler/problem";
import type { Group, Step } from "@avtal/runtime/result";
import { stepText } from "../compare/steps.ts";
import { shownPlace } from "../compare/selecting.ts";
import { optionsOf, type Case, type Outcome } from "./run-scenario.ts";

export interface TracedGroup {
  /** `Huddinge 2022-04 genomsnitt`. */
  readonly about: string;
  readonly outcome: Group["outcome"];
  readonly records: number;
  readonly steps: readonly TracedStep[];
}

export interface TracedStep {
  readonly name: string;
  readonly value: Words;
  /** The place cited, or the words of an assumption; empty where the step cites nothing of its own. */
  readonly clause: string;
}

/** Empty for a stopped run, and where no episode came to a group. */
export function caseTrace(one: Case, { evaluation }: Outcome, program: Program): TracedGroup[] {
  if (evaluation.kind === "stopped") return [];
  const run = runOf(program, optionsOf(one));
  return evaluation.groups.map((group) => ({
    about: shownPlace(group),
    outcome: group.outcome,
    records: group.records,
    steps: group.steps.map((step) => ({
      name: step.name,
      value: stepText(step),
      clause: clauseOf(step, group, run),
    })),
  }));
}

function clauseOf(step: Step, { place }: Group, run: Run): string {
  const { program } = run;
  const found = program.rules
    .filter(({ document, name }) => document === place.document && name === place.rule)
    .flatMap(({ steps }) => steps)
    .find(({ name, guard }) => name === step.name && holds(guard, null, run));
  return shownClause(found?.clause ?? null, program);
}

function shownClause(index: ClauseIndex | null, program: Program): string {
  const clause = index === null ? undefined : program.clauses[index];
  if (clause === undefined) return "";
  return clause.assumption ? `antagande: ${clause.source}` : clause.place;
}
