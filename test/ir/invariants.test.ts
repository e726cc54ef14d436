// A program that breaks a promise is our own mistake, and is stopped with the place.

import { describe, expect, test } from "vitest";
import { assertInvariants } from "@avtal/compiler/ir/invariants";
import type { Expr, Program, Rule } from "@avtal/compiler/ir/ir";
import { agreement, perEpisode, programOf, rounded } from "../meaning/run-text.ts";

const whole = programOf(
  agreement(`regel en enligt text 1 gäller vårdtillfällen där vårdform är somatisk krävs sip-behövs ${perEpisode}
    avgift = 100 kr belopp = avgift + 10 kr ${rounded}`),
);

const always: Expr = { kind: "truth", holds: "yes" };

describe("assertInvariants", () => {
  test("says nothing of what the compiler makes", () => {
    expect(() => assertInvariants(whole)).not.toThrow();
  });

  test.each<readonly [string, Program, string]>([
    ["two things of one id", { ...whole, terms: [...whole.terms, ...whole.terms] }, "two terms are called"],
    ["terms out of order", { ...whole, terms: [...whole.terms].reverse() }, "before it is found"],
    [
      "a name that nothing has",
      withScope({ kind: "field", field: "nationell.inget" }),
      "no field is called nationell.inget",
    ],
    ["a step record by record", withScope({ kind: "step", name: "avgift" }), "step is read record by record"],
    ["a key record by record", withScope({ kind: "key", name: "betalande-kommun" }), "key is read record by record"],
    [
      "a field alone in a group",
      withAmount({ kind: "field", field: "nationell.sip-behövs" }),
      "field stands alone in a group",
    ],
    ["a step that is not there", withAmount({ kind: "step", name: "rabatt" }), "has no step rabatt"],
    ["a step that comes later", withRule({ steps: [...ruleOf(whole).steps].reverse() }), "reads avgift too early"],
    ["a rule that is not there", withRule({ insteadOf: ["prov.ingen"] }), "speaks of prov.ingen"],
    [
      "a question that nobody asks",
      withRule({ guards: [{ question: "prov.vem", readings: ["x"] }] }),
      "no question is called prov.vem",
    ],
    ["a clause that is not there", withRule({ clause: 99 }), "cites no clause 99"],
    [
      "a fraction that can be shortened",
      withAmount({ kind: "quantity", exact: "2/4", unit: "money" }),
      "2/4 is not in lowest terms",
    ],
    [
      "an alternative behind one that always holds",
      withRule({ scope: [always, always].map((it) => ({ guard: null, it })) }),
      "stands after one that always holds",
    ],
  ])("stops %s", (_, program, says) => {
    expect(() => assertInvariants(program)).toThrow(says);
  });
});

function ruleOf({ rules }: Program): Rule {
  const [rule] = rules;
  if (rule === undefined) throw new Error("No rule.");
  return rule;
}

function withRule(changed: Partial<Rule>): Program {
  return { ...whole, rules: [{ ...ruleOf(whole), ...changed }] };
}

function withScope(it: Expr): Program {
  return withRule({ scope: [{ guard: null, it }] });
}

function withAmount(value: Expr): Program {
  return withRule({ steps: ruleOf(whole).steps.map((step) => (step.name === "belopp" ? { ...step, value } : step)) });
}
