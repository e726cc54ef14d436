// Every place where the parser takes something although the same two words could also follow it.
// Rule: a place stands in this list with its reason, or the grammar is changed so that it disappears.

import { NonTerminal, Terminal, type IProduction, type Rule, type TokenType } from "chevrotain";
import { expect, test } from "vitest";
import { AvtalParser } from "./parser.ts";
import { greedyPlaces } from "./testing/first-follow.ts";
import { tokensOf } from "./tokens.ts";

/** Greedy on purpose: what stands there belongs to the nearest thing that can take it. */
const accepted: Readonly<Record<string, string>> = {
  "anyOf: MANY0": "`eller` after `där` belongs to its condition, which reaches to the end",
  "allOf: MANY0": "`och` after `där` belongs to its condition; in a comparison that is refused",
  "comparison: OPTION0": "a comparison after `där` belongs to its condition; `före` after a condition compares",
  "comparison: OPTION1": "`i 3 månader i rad` belongs to the nearest comparison",
  "sum: MANY0": "`+` after `där` belongs to its condition",
  "product: MANY0": "`*` after `där` belongs to its condition",
  "aggregate: OPTION0": "`för vårdtillfällen` belongs to the nearest aggregate",
  "aggregate: OPTION1": "`där` belongs to the nearest aggregate",
  "spanEnd: OPTION0": "`(räknas)` belongs to the nearest span",
  "validity: OPTION0": "an end after a first day belongs to it",
  "file: OPTION1": "the head stands first; a second one is read to be refused",
  "documentHead: MANY0": "lines of the head are also read where they were torn off",
  "amendmentHead: OPTION0": "the validity of the head is also read where it was torn off",
  "record: OPTION0": "a line `kod` of a head is never read where it was torn off, which a gate sees",
  "oneChoice: OPTION0": "a line `kod` of a head is never read where it was torn off, which a gate sees",
  "record: MANY0": "fields are also read where they were torn off",
  "register: MANY0": "fields are also read where they were torn off",
  "value: AT_LEAST_ONE0": "rows are also read where they were torn off",
  "conditionStatement: AT_LEAST_ONE0": "lines are also read where they were torn off",
  "rule: MANY0": "lines are also read where they were torn off; a step needs its `=`",
  "question: OPTION2": "`vald` is also read where it was torn off",
  "question: MANY0": "readings are also read where they were torn off",
  "reading: AT_LEAST_ONE0": "statements in a reading belong to it; a forgotten `vald` is looked for before",
  "patch: AT_LEAST_ONE0": "lines are also read where they were torn off; a step needs its `=`",
  "patch: AT_LEAST_ONE1": "lines are also read where they were torn off",
  "patch: AT_LEAST_ONE2": "lines are also read where they were torn off",
  "quantity: OPTION0": "`timmar` and `månad` are units unless `=` follows, which a gate sees",
};

const rules = new AvtalParser({ skipValidations: true }).getGAstProductions();
const found = greedyPlaces(rules, "file", classesIn(rules));

test("nothing is taken greedily except where it is meant", () => {
  expect(found.map(({ place }) => place).sort()).toEqual(Object.keys(accepted).sort());
});

test("a number takes a unit greedily only where a gate looks for the next step", () => {
  const quantity = found.find(({ place }) => place.startsWith("quantity"));
  expect(quantity?.openings.length).toBeGreaterThan(0);
  expect(quantity?.openings.every((opening) => opening.endsWith(" Equals"))).toBe(true);
});

/** Spellings that the grammar cannot tell apart are one class; one that it reads in two ways has both names. */
function classesIn(rules: Readonly<Record<string, Rule>>): (type: TokenType) => readonly string[] {
  const used = new Set(Object.values(rules).flatMap((rule) => terminals(rule.definition)));
  const classes = new Map<TokenType, Set<string>>();
  for (const type of [...tokensOf("sv"), ...tokensOf("en")]) {
    const names = [type, ...(type.CATEGORIES ?? [])].filter((each) => used.has(each));
    const name = names.map((each) => each.name.replace("Word:", "")).join("|");
    for (const each of names) classes.set(each, (classes.get(each) ?? new Set()).add(name));
  }
  return (type) => [...(classes.get(type) ?? [type.name])];
}

function terminals(productions: readonly IProduction[]): TokenType[] {
  return productions.flatMap((production) => {
    if (production instanceof Terminal) return [production.terminalType];
    // A rule's own words are found where it is defined.
    if (production instanceof NonTerminal) return [];
    return "definition" in production && Array.isArray(production.definition) ? terminals(production.definition) : [];
  });
}
