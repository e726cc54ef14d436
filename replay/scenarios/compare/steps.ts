// Single steps of groups, and figures of statistics, against what they must give.
// Rule: every group that the expectation is about must give the value, and there must be one unless it is to be missing.

import type { Words } from "@avtal/compiler/problem";
import type { Completed, Step } from "@avtal/runtime/result";
import { dateText } from "@avtal/runtime/calendar";
import { equals, fitsUnit } from "../hold/exact-amount.ts";
import { amountText } from "../run/outcome-text.ts";
import type { ExpectedStep, ExpectedValue } from "../scenario.ts";
import { same, type Mismatch } from "./mismatch.ts";
import { isSelected, shownPlace, shownSelector, type Selectable } from "./selecting.ts";

export function stepMismatches(step: ExpectedStep, { groups, figures }: Completed): Mismatch[] {
  const all = [...groups, ...figures.map((figure) => ({ ...figure, steps: figure.figures }))];
  const meant = all.filter((group) => step.rules.has(group.place.rule) && isSelected(group, step.where));
  if (meant.length > 0) return meant.flatMap((group) => stepMismatchesIn(step, group, group.steps));
  if (step.value.kind === "absent") return [];
  const where = shownSelector(step.where);
  return [
    {
      about: same([where, step.name].filter((part) => part !== "").join(", ")),
      expected: same(step.value.text),
      actual: { sv: "inget vårdtillfälle räknas där", en: "no episode counts there" },
      span: step.span,
    },
  ];
}

export function stepMismatchesIn(step: ExpectedStep, group: Selectable, steps: readonly Step[]): Mismatch[] {
  const actual = steps.find(({ name }) => name === step.name);
  if (isValue(step.value, actual)) return [];
  return [
    {
      about: same(`${shownPlace(group)}, ${step.name}`),
      expected: same(step.value.text),
      actual: actual === undefined ? { sv: "saknas", en: "missing" } : stepText(actual),
      span: step.span,
    },
  ];
}

function isValue(expected: ExpectedValue, actual: Step | undefined): boolean {
  if (actual === undefined || expected.kind === "absent") return actual === undefined && expected.kind === "absent";
  const { value } = actual;
  switch (value.kind) {
    case "quantity":
      return expected.kind === "quantity" && equals(expected, value.exact) && fitsUnit(expected.of, value.unit);
    case "date":
      return expected.kind === "date" && expected.day === value.day;
    case "text":
      return expected.kind === "text" && expected.text === value.text;
    case "condition":
      return expected.kind === "condition" && expected.holds === value.holds;
  }
}

export function stepText({ value }: Step): Words {
  switch (value.kind) {
    case "quantity":
      return same(amountText(value.exact, value.unit));
    case "date":
      return same(dateText(value.day));
    case "text":
      return same(value.text);
    case "condition":
      return { yes: { sv: "ja", en: "yes" }, no: { sv: "nej", en: "no" }, unknown: { sv: "okänt", en: "unknown" } }[
        value.holds
      ];
  }
}
