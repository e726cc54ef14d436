// The group stage of a rule as a function: its tallies read, its steps one after another, and who pays whom.
// Rule: exact fractions throughout; a step is a constant that carries its name and its clause.

import { canonical } from "../../ir/canonical.ts";
import { descendants } from "../../ir/children.ts";
import { kindOf } from "../../ir/kind-of.ts";
import { readOfGroups } from "../../ir/parts.ts";
import type { Alternatives, Expr, Rule, RuleStep } from "../../ir/ir.ts";
import {
  array,
  call,
  conditional,
  constant,
  name,
  nothing,
  number,
  object,
  path,
  returned,
  text,
  type Code,
  type Statement,
} from "./code.ts";
import { docOf } from "./docs.ts";
import { library, libraryName, type Emission } from "./emission.ts";
import { alternativesCode, fractionCode, guardCode, numberCode, type Place } from "./expression-code.ts";
import { meaningCode } from "./meaning-code.ts";
import { camelCase, naming } from "./naming.ts";
import type { Tallies } from "./tallies-of-a-rule.ts";
import { figureCode } from "./tally-code.ts";
import { unitWord } from "../../ir/unit-word.ts";

/** Whether a rule comes to figures at all. */
export function hasFigures(rule: Rule): boolean {
  return rule.purpose.kind === "charge" || rule.purpose.kind === "statistic";
}

export function looksBack(rule: Rule): boolean {
  return readOfGroups(rule).some((expr) => [...descendants(expr)].some((part) => part.kind === "inARow"));
}

export function figuresFunction(rule: Rule, base: string, tallies: Tallies, type: string, emission: Emission): string {
  return emission.declared(`figures ${rule.id}`, `${base}Figures`, (declared) => {
    const steps = stepsOf(rule, emission);
    const place = groupPlace(rule, tallies, type, emission, steps.read);
    return {
      kind: "function",
      name: declared,
      parameters: [
        { name: "run", type: "Run" },
        { name: "group", type: groupType(type, emission) },
        ...(looksBack(rule) ? [{ name: "inARow", type: `${emission.use("type InARow").slice(5)}<Run, ${type}>` }] : []),
      ],
      returns: emission.use("type GroupFigures").slice(5),
      body: [...steps.statements(place), returned(outcomeCode(rule, place, steps, emission))],
      doc: docOf(emission, { says: `${rule.name}: what a group comes to`, clause: rule.clause }),
      exported: false,
    };
  });
}

/** Where the price may differ between the records of a group: the price of one of them. */
export function priceOfEachCode(rule: Rule, tallies: Tallies, type: string, emission: Emission): Code {
  const prices = rule.quantity.map(({ guard, it }) => ({ guard, it: it.unitPrice }));
  const differs = prices.some(
    ({ it }) => it !== null && [...descendants(it)].some((part) => part.kind === "ofEpisode"),
  );
  if (!differs) return nothing;
  const place = inlinedPlace(rule, tallies, type, emission);
  const body = priceCode(prices, place, emission);
  return {
    kind: "arrow",
    parameters: [
      { name: "run", type: "Run" },
      { name: "group", type: groupType(type, emission) },
    ],
    returns: emission.use("type Fraction").slice(5),
    body,
  };
}

function groupType(type: string, emission: Emission): string {
  return `${emission.use("type GroupState").slice(5)}<Run, ${type}>`;
}

/** The group at hand; `step` says what stands for a step. */
function groupPlace(
  rule: Rule,
  tallies: Tallies,
  type: string,
  emission: Emission,
  step: (name: string) => Code,
): Place {
  const place: Place = {
    document: rule.document,
    record: path("group", "record"),
    day: path("group", "day"),
    theDay: path("group", "theDay"),
    kinds: emission.kindsIn(rule),
    group: {
      key: (wanted) => keyRead(rule, wanted, emission),
      step,
      aggregate: (aggregate) =>
        aggregate.kind === "aggregate"
          ? figureCode(aggregate, path("group", "tallies", tallies.nameOf(aggregate)), emission)
          : nothing,
      inARow: ({ condition, months }) => {
        const asked = conditionFunction(condition, rule, tallies, type, emission);
        return call("inARow", name("group"), number(months), asked);
      },
    },
  };
  return place;
}

/** The same with steps written out, for functions that stand beside the one that computes them. */
function inlinedPlace(rule: Rule, tallies: Tallies, type: string, emission: Emission): Place {
  const place: Place = groupPlace(rule, tallies, type, emission, (wanted) => {
    const alternatives = rule.steps.filter((step) => step.name === wanted);
    return stepAlternatives(alternatives, place, emission);
  });
  return place;
}

/** A condition that is asked of other groups too, as a function of a group. */
function conditionFunction(condition: Expr, rule: Rule, tallies: Tallies, type: string, emission: Emission): Code {
  const place = inlinedPlace(rule, tallies, type, emission);
  return {
    kind: "arrow",
    parameters: [{ name: "group", type: groupType(type, emission) }],
    returns: null,
    body: numberCode(condition, place, emission),
  };
}

function keyRead(rule: Rule, wanted: string, emission: Emission): Code {
  const key = rule.keys.flatMap(({ it }) => it).find((each) => each.name === wanted);
  const read = library(emission, "keyNamed", name("group"), text(wanted));
  if (key?.kind.kind !== "quantity") return read;
  const isWhole = emission.forms.ofRecord(key.value).kind === "number";
  return isWhole ? read : library(emission, "fractionNamed", read, path("run", "names"));
}

interface Steps {
  readonly statements: (place: Place) => readonly Statement[];
  readonly read: (name: string) => Code;
  readonly shown: (place: Place) => readonly Code[];
}

/** Steps of one name that stand side by side are one constant; the first whose guard holds is the step. */
function stepsOf(rule: Rule, emission: Emission): Steps {
  const runs: { readonly name: string; readonly steps: readonly RuleStep[] }[] = [];
  for (const step of rule.steps) {
    const last = runs.at(-1);
    if (last?.name === step.name) runs[runs.length - 1] = { name: step.name, steps: [...last.steps, step] };
    else runs.push({ name: step.name, steps: [step] });
  }
  const own = naming([]);
  const constants = runs.map((each, index) => ({
    ...each,
    constant: emission.localName(own.nameOf(`${index}`, camelCase(each.steps[0]?.code ?? each.name))),
  }));
  const earlier = (index: number): readonly RuleStep[] =>
    constants.slice(0, index).flatMap((each) => (each.name === constants[index]?.name ? each.steps : []));
  return {
    statements: (place) =>
      constants.map(({ constant: declared, steps }) =>
        constant({
          name: declared,
          value: stepAlternatives(steps, place, emission),
          doc: docOf(emission, { says: steps[0]?.name ?? "", clause: steps[0]?.clause ?? null }),
        }),
      ),
    read: (wanted) => {
      const named = constants.filter((each) => each.name === wanted);
      const [only, ...others] = named;
      if (only === undefined) return libraryName(emission, "MISSING");
      if (others.length === 0) return name(only.constant);
      const day = { day: path("group", "day") };
      return named.reduceRight<Code>(
        (rest, each) => {
          const test = anyGuard(each.steps, day, emission);
          return test === null ? name(each.constant) : conditional(test, name(each.constant), rest);
        },
        libraryName(emission, "MISSING"),
      );
    },
    shown: (place) =>
      constants.map(({ constant: declared, steps }, index) =>
        shownCode(declared, steps, earlier(index), place, emission),
      ),
  };
}

function stepAlternatives(steps: readonly RuleStep[], place: Place, emission: Emission): Code {
  const kind = steps[0]?.kind.kind;
  const alternatives = steps.map(({ guard, value }) => ({
    guard,
    code: kind === "quantity" ? fractionCode(value, place, emission) : numberCode(value, place, emission),
  }));
  const isComplete = steps.some(({ guard }) => guard === null);
  const fallback = { guard: null, code: libraryName(emission, "MISSING") };
  return alternativesCode(isComplete ? alternatives : [...alternatives, fallback], place, emission);
}

/** A step as results show it, where it stands under the chosen readings. */
function shownCode(
  constantName: string,
  steps: readonly RuleStep[],
  before: readonly RuleStep[],
  place: Place,
  emission: Emission,
): Code {
  const [first] = steps;
  if (first === undefined) return array([]);
  const shown = steps.map((step) => ({ guard: step.guard, code: stepShown(constantName, step, place, emission) }));
  const isSame = new Set(steps.map((step) => canonical(step.kind))).size === 1;
  const complete = steps.some(({ guard }) => guard === null);
  const none = { guard: null, code: array([]) };
  const code =
    isSame && complete
      ? stepShown(constantName, first, place, emission)
      : alternativesCode([...shown, none], place, emission);
  const isTaken = before.length === 0 ? null : anyGuard(before, place, emission);
  return isTaken === null ? code : conditional(isTaken, array([]), code);
}

function stepShown(constantName: string, step: RuleStep, place: Place, emission: Emission): Code {
  if (step.kind.kind === "quantity") {
    return library(emission, "quantityStep", text(step.name), name(constantName), text(unitWord(step.kind.unit)));
  }
  const meaning = meaningCode(step.kind, step.value, place, emission);
  return library(emission, "valueStep", text(step.name), name(constantName), meaning, place.day, name("run"));
}

/** True where one of the steps stands; null where one always does. */
function anyGuard(steps: readonly RuleStep[], place: Pick<Place, "day">, emission: Emission): Code | null {
  const tests = steps.map(({ guard }) => guardCode(guard, place, emission));
  if (tests.some((test) => test === null)) return null;
  const known = tests.filter((test) => test !== null);
  return known.reduce((all, test): Code => ({ kind: "binary", operator: "||", left: all, right: test }));
}

function outcomeCode(rule: Rule, place: Place, steps: Steps, emission: Emission): Code {
  const missing = libraryName(emission, "MISSING");
  const quantities = rule.quantity;
  const completed = (
    alternatives: readonly { guard: Rule["guards"][number] | null; code: Code }[],
    otherwise: Code,
  ): Code =>
    alternativesCode(
      alternatives.some(({ guard }) => guard === null)
        ? alternatives
        : [...alternatives, { guard: null, code: otherwise }],
      place,
      emission,
    );
  return object([
    {
      name: "payer",
      value: completed(
        rule.payer.map(({ guard, it }) => ({ guard, code: payerCode(it, place, emission) })),
        nothing,
      ),
    },
    { name: "payee", value: whoCode(rule.payee, place, emission) },
    { name: "invoicer", value: whoCode(rule.invoicer, place, emission) },
    {
      name: "when",
      value: completed(
        rule.chargedWhen.map(({ guard, it }) => ({ guard, code: numberCode(it, place, emission) })),
        libraryName(emission, "YES"),
      ),
    },
    { name: "steps", value: library(emission, "inOrder", ...steps.shown(place)) },
    { name: "amount", value: steps.read("belopp") },
    {
      name: "quantity",
      value: completed(
        quantities.map(({ guard, it }) => ({ guard, code: fractionCode(it.quantity, place, emission) })),
        missing,
      ),
    },
    {
      name: "unit",
      value: completed(
        quantities.map(({ guard, it }) => ({ guard, code: text(unitWord(it.unit)) })),
        nothing,
      ),
    },
    {
      name: "unitPrice",
      value: priceCode(
        quantities.map(({ guard, it }) => ({ guard, it: it.unitPrice })),
        place,
        emission,
      ),
    },
  ]);
}

function priceCode(prices: Alternatives<Expr | null>, place: Place, emission: Emission): Code {
  const missing = libraryName(emission, "MISSING");
  const alternatives = prices.map(({ guard, it }) => ({
    guard,
    code: it === null ? missing : fractionCode(it, place, emission),
  }));
  const isComplete = prices.some(({ guard }) => guard === null);
  return alternativesCode(
    isComplete ? alternatives : [...alternatives, { guard: null, code: missing }],
    place,
    emission,
  );
}

function payerCode(expr: Expr, place: Place, emission: Emission): Code {
  const kind = kindOf(expr, place.kinds);
  return object([
    { name: "value", value: numberCode(expr, place, emission) },
    { name: "meaning", value: meaningCode(kind, expr, place, emission) },
    { name: "key", value: expr.kind === "key" ? text(expr.name) : nothing },
  ]);
}

/** Payee or invoicer, as people read it. */
function whoCode(alternatives: Alternatives<Expr>, place: Place, emission: Emission): Code {
  const undefinedWord: Code = { kind: "word", word: "undefined" };
  const shown = alternatives.map(({ guard, it }) => ({ guard, code: whoShown(it, place, emission) }));
  const isComplete = alternatives.some(({ guard }) => guard === null);
  return alternativesCode(isComplete ? shown : [...shown, { guard: null, code: undefinedWord }], place, emission);
}

function whoShown(expr: Expr, place: Place, emission: Emission): Code {
  if (expr.kind === "text") return text(expr.text);
  const kind = kindOf(expr, place.kinds);
  const meaning = meaningCode(kind, expr, place, emission);
  const value = numberCode(expr, place, emission);
  return kind.kind === "choice"
    ? library(emission, "choiceCodeText", value, meaning, name("run"))
    : library(emission, "shownText", value, meaning, place.day, name("run"));
}
