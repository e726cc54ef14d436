// Why an amount is so: each step of a case with its numbers, the clause that it stands on, and the line that makes it.

import { caseName } from "@avtal/replay/scenarios/matrix/case-result";
import { casesOf } from "@avtal/replay/scenarios/matrix/matrix";
import { shownPlace } from "@avtal/replay/scenarios/compare/selecting";
import { stepText } from "@avtal/replay/scenarios/compare/steps";
import { optionsOf, runScenario, type Case } from "@avtal/replay/scenarios/run/run-scenario";
import { holds } from "@avtal/compiler/ir/in-force";
import type { Clause, Program } from "@avtal/compiler/ir/ir";
import { runOf } from "@avtal/compiler/ir/run";
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
  const { program, yardstick } = targets(scenario.agreement);
  const cases = scenario.variants.flatMap((variant) => casesOf(scenario, variant, program));
  const one = cases.find((each) => caseName(each) === name);
  if (one === undefined) return [];
  const { evaluation } = runScenario(one, yardstick);
  if (evaluation.kind === "stopped") return [];
  return evaluation.groups.map((group) => ({
    about: shownPlace(group),
    steps: group.steps.map((step) => tracedStep(step, group, { one, program, opened, lang })),
  }));
}

interface Tracing {
  readonly one: Case;
  readonly program: Program;
  readonly opened: Opened;
  readonly lang: Lang;
}

function tracedStep(step: Step, group: Group, tracing: Tracing): TracedStep {
  const clause = clauseOf(step, group, tracing);
  const assumed = tracing.lang === "sv" ? "antagande" : "assumption";
  return {
    name: step.name,
    value: stepText(step)[tracing.lang],
    clause: clause === undefined ? "" : clause.assumption ? `${assumed}: ${clause.source}` : clause.place,
    quote: clause?.quote ?? "",
    place: lineOf(step, group, tracing.opened),
  };
}

/** The step's own clause, else its rule's. */
function clauseOf(step: Step, { place }: Group, { one, program }: Tracing): Clause | undefined {
  const run = runOf(program, optionsOf(one));
  const rules = program.rules.filter(({ document, name }) => document === place.document && name === place.rule);
  const found = rules
    .flatMap(({ steps }) => steps)
    .find(({ name, guard }) => name === step.name && holds(guard, null, run));
  const index = found?.clause ?? rules[0]?.clause ?? null;
  return index === null ? undefined : program.clauses[index];
}

function lineOf(step: Step, { place }: Group, opened: Opened): PlaceInFile | null {
  const rules = opened.front.documents.get(place.document)?.rules.filter(({ name }) => name === place.rule) ?? [];
  const lines = rules.flatMap((rule) => rule.lines.map(({ line }) => line));
  const made = lines.find((line) => line.kind === "step" && line.name.text === step.name);
  const span = made?.span ?? rules[0]?.statement.name.span;
  return span === undefined ? null : placeOf(span, opened);
}
