// Why an amount is so: each step of a case with its numbers, the clause that it stands on, and the line that makes it.

import { caseName } from "@avtal/replay/scenarios/matrix/case-result";
import { casesOf } from "@avtal/replay/scenarios/matrix/matrix";
import { shownPlace } from "@avtal/replay/scenarios/compare/selecting";
import { stepText } from "@avtal/replay/scenarios/compare/steps";
import { optionsOf, runScenario, type Case } from "@avtal/replay/scenarios/run/run-scenario";
import { interpreterOf } from "@avtal/replay/scenarios/run/targets";
import { workedNumbers } from "@avtal/replay/worked-numbers";
import { holds } from "@avtal/compiler/ir/in-force";
import type { Clause, Program, RuleStep } from "@avtal/compiler/ir/ir";
import { runOf } from "@avtal/compiler/ir/run";
import { isOperandName, withOperands } from "@avtal/compiler/ir/with-operands";
import type { Group, Step } from "@avtal/runtime/result";
import type { Lang, PlaceInFile, TracedGroup, TracedStep } from "./messages.ts";
import { placeOf, type Opened } from "./opened.ts";
import { chosen, type TargetsOf } from "./scenarios.ts";

export function traceOf(
  { id, name }: { readonly id: string; readonly name: string },
  opened: Opened,
  targets: TargetsOf,
  lang: Lang,
): TracedGroup[] {
  const [scenario] = chosen([id], opened);
  if (scenario === undefined) return [];
  const { program } = targets(scenario.agreement);
  const cases = scenario.variants.flatMap((variant) => casesOf(scenario, variant, program));
  const one = cases.find((each) => caseName(each) === name);
  if (one === undefined) return [];
  // The numbers behind the steps are worked out beside them, for this alone.
  const { evaluation } = runScenario(one, interpreterOf(withOperands(program)));
  if (evaluation.kind === "stopped") return [];
  return evaluation.groups.map((group) => ({
    about: shownPlace(group),
    steps: group.steps
      .filter(({ name }) => !isOperandName(name))
      .map((step) => tracedStep(step, group, { one, program, opened, lang })),
  }));
}

interface Tracing {
  readonly one: Case;
  readonly program: Program;
  readonly opened: Opened;
  readonly lang: Lang;
}

function tracedStep(step: Step, group: Group, tracing: Tracing): TracedStep {
  const made = madeBy(step, group, tracing);
  const clause = clauseOf(made, group, tracing);
  const operands = new Map(group.steps.map(({ name, value }) => [name, value]));
  const numbers = made === undefined ? undefined : workedNumbers(step, made.value, { steps: group.steps, operands });
  const assumed = tracing.lang === "sv" ? "antagande" : "assumption";
  return {
    name: step.name,
    worked: numbers?.worked ?? "",
    value: stepText(step)[tracing.lang],
    clause: clause === undefined ? "" : clause.assumption ? `${assumed}: ${clause.source}` : clause.place,
    quote: clause?.quote ?? "",
    place: lineOf(step, group, tracing.opened),
  };
}

/** The line of the program that gave the step, with the readings of the case. */
function madeBy(step: Step, { place }: Group, { one, program }: Tracing): RuleStep | undefined {
  const run = runOf(program, optionsOf(one));
  return program.rules
    .filter(({ document, name }) => document === place.document && name === place.rule)
    .flatMap(({ steps }) => steps)
    .find(({ name, guard }) => name === step.name && holds(guard, null, run));
}

/** The step's own clause, else its rule's. */
function clauseOf(made: RuleStep | undefined, { place }: Group, { program }: Tracing): Clause | undefined {
  const rule = program.rules.find(({ document, name }) => document === place.document && name === place.rule);
  const index = made?.clause ?? rule?.clause ?? null;
  return index === null ? undefined : program.clauses[index];
}

function lineOf(step: Step, { place }: Group, opened: Opened): PlaceInFile | null {
  const rules = opened.front.documents.get(place.document)?.rules.filter(({ name }) => name === place.rule) ?? [];
  const lines = rules.flatMap((rule) => rule.lines.map(({ line }) => line));
  const made = lines.find((line) => line.kind === "step" && line.name.text === step.name);
  const span = made?.span ?? rules[0]?.statement.name.span;
  return span === undefined ? null : placeOf(span, opened);
}
