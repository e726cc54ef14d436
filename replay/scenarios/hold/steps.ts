// What single steps must give, held against the steps and figures that the agreement has.
// Rule: a value is read as the kind that its step has, exactly; `saknas` is a step that cannot be worked out.

import type { Program, Rule, RuleStep, ValueKind } from "@avtal/compiler/ir/ir";
import { unitWord } from "@avtal/compiler/ir/unit-word";
import { dayFromText } from "@avtal/runtime/calendar";
import { unknownStep } from "../problems/not-found.ts";
import { stepNotGivenSo } from "../problems/not-given-so.ts";
import { absentStep, isWord } from "../read/keys.ts";
import type { PlainText } from "../read/plain.ts";
import type { WrittenFact } from "../read/written.ts";
import type { ExpectedStep, ExpectedValue, Selector } from "../scenario.ts";
import { exactAmount, exampleOf, fitsUnit, repairedAmount } from "./exact-amount.ts";
import type { Holding } from "./holding.ts";

export function stepsFrom(written: readonly WrittenFact[], where: Selector, holding: Holding): ExpectedStep[] {
  return written.flatMap(({ name, value }) => {
    const having = rulesWith(name.text, where.rule, holding.program);
    const steps = having.flatMap((rule) => rule.steps.filter((step) => step.name === name.text));
    if (steps.length === 0) {
      holding.problems.push(unknownStep(name, knownSteps(where.rule, holding.program)));
      return [];
    }
    const expected = valueFrom(value, steps);
    if (expected === undefined) {
      const example = exampleFor(steps);
      holding.problems.push(stepNotGivenSo(value.span, name.text, example, repairedAmount(value.text, example)));
      return [];
    }
    const rules = new Set(having.map((rule) => rule.name));
    return [{ where, name: name.text, rules, value: expected, span: name.span }];
  });
}

function rulesWith(step: string, rule: string | null, program: Program): Rule[] {
  return program.rules.filter(
    (known) => (rule === null || known.name === rule) && known.steps.some(({ name }) => name === step),
  );
}

function knownSteps(rule: string | null, program: Program): string[] {
  const rules = program.rules.filter((known) => rule === null || known.name === rule);
  return [...new Set(rules.flatMap(({ steps }) => steps.map(({ name }) => name)))];
}

function valueFrom(value: PlainText, steps: readonly RuleStep[]): ExpectedValue | undefined {
  if (isWord(value.text, absentStep)) return { kind: "absent", text: value.text };
  for (const { kind } of steps) {
    const found = valueOf(value.text, kind);
    if (found !== undefined) return found;
  }
  return undefined;
}

function valueOf(text: string, kind: ValueKind): ExpectedValue | undefined {
  switch (kind.kind) {
    case "quantity": {
      const amount = exactAmount(text);
      const fits = amount !== undefined && fitsUnit(amount.of, unitWord(kind.unit));
      return fits ? { kind: "quantity", ...amount } : undefined;
    }
    case "date": {
      const day = dayFromText(text);
      return day === undefined ? undefined : { kind: "date", day, text };
    }
    case "condition": {
      const holds = truths.get(text.toLowerCase());
      return holds === undefined ? undefined : { kind: "condition", holds, text };
    }
    default:
      return { kind: "text", text };
  }
}

const truths: ReadonlyMap<string, "yes" | "no" | "unknown"> = new Map([
  ["ja", "yes"],
  ["yes", "yes"],
  ["nej", "no"],
  ["no", "no"],
  ["okänt", "unknown"],
  ["unknown", "unknown"],
]);

function exampleFor([first]: readonly RuleStep[]): string {
  switch (first?.kind.kind) {
    case "quantity":
      return exampleOf(first.kind.unit);
    case "condition":
      return "ja";
    case "date":
      return "2022-04-08";
    default:
      return "Huddinge";
  }
}
