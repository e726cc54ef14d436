// Stockholm's mean rule with rule engines: the engine decides each episode, the sums are by hand.
// Rule: each engine in the fastest of the ways that were tried with it; bench/README.md says which were.

import { evaluateExpressionSync, ZenEngine } from "@gorules/zen-engine";
import { Engine, type ConditionProperties } from "json-rules-engine";
import Publicodes, { type ASTNode, type RawPublicodes } from "publicodes";
import type { DrawnEpisodes } from "./episodes.ts";
import { answerOf, firstDay, months, monthTable, newSums, type Answer } from "./sums.ts";

const names = [
  "admission",
  "ready",
  "clock",
  "discharged",
  "summons",
  "needed",
  "contact",
  "sip",
  "outpatient",
] as const;
type Name = (typeof names)[number];

/** Days since 1970, seconds of the day; a missing day is below zero. Conditions: no is 0, yes is 1, unknown is 2. */
export type Facts = Readonly<Record<Name, number>>;

export interface RuleEngine {
  readonly name: string;
  /** The days of each episode, or one of the two codes below, in the order of the episodes. */
  readonly outcomes: () => Promise<readonly number[]> | readonly number[];
}

const [notCharged, undecided] = [-1, -2];
const noon = 43_200;
const batch = 1_000;

export function factsOf({ columns, at, condition }: DrawnEpisodes): Facts[] {
  const column = columns.columns.get("ready_notice_at");
  const clock = column?.kind === "moment" ? column.seconds : new Int32Array(0);
  const day = (code: string, record: number): number => Math.max(-1, at(code)[record] ?? 0);
  return Array.from({ length: columns.count }, (_, record) => ({
    admission: day("admission_notice_at", record),
    ready: day("ready_notice_at", record),
    clock: clock[record] ?? 0,
    discharged: day("discharged_at", record),
    summons: day("sip_summons_date", record),
    needed: condition("care_contact_needed")[record] ?? 0,
    contact: condition("care_contact")[record] ?? 0,
    sip: condition("sip_needed")[record] ?? 0,
    outpatient: condition("outpatient_unavailable")[record] ?? 0,
  }));
}

export function answerFrom(outcomes: readonly number[], { at, payers }: DrawnEpisodes): Answer {
  const sums = newSums(payers.length);
  const [payer, discharged, monthOf] = [at("municipality"), at("discharged_at"), monthTable()];
  for (const [record, outcome] of outcomes.entries()) {
    if (outcome === notCharged) sums.notCharged += 1;
    else if (outcome === undecided) sums.undecided += 1;
    else {
      const cell = (payer[record] ?? 0) * months + (monthOf[(discharged[record] ?? 0) - firstDay] ?? 0);
      sums.episodes[cell] = (sums.episodes[cell] ?? 0) + 1;
      sums.days[cell] = (sums.days[cell] ?? 0) + outcome;
      if (outcome >= 1) sums.counting[cell] = (sums.counting[cell] ?? 0) + 1;
      sums.inRule += 1;
    }
  }
  return answerOf(sums, payers);
}

/** One expression of zen's language over a thousand episodes, each fact a list: the least there is to hand over. */
export function zenExpression(episodes: readonly Facts[]): RuleEngine {
  const batches = inBatches(episodes).map((part) => {
    const written = `map([0..${part.length - 1}], ${zenOutcome((name) => `${name}[#]`)})`;
    return { written, lists: Object.fromEntries(names.map((name) => [name, part.map((facts) => facts[name])])) };
  });
  return {
    name: "zen-engine, an expression over lists",
    outcomes: () => batches.flatMap(({ written, lists }) => evaluateExpressionSync(written, lists) as number[]),
  };
}

/** A decision of zen's that goes through a thousand episodes by itself, each with its facts by name. */
export function zenDecision(episodes: readonly Facts[]): RuleEngine {
  const step = {
    id: "outcome",
    name: "outcome",
    type: "expressionNode",
    position: { x: 0, y: 0 },
    content: {
      expressions: [{ id: "days", key: "days", value: zenOutcome((name) => name) }],
      inputField: "episodes",
      outputPath: "outcomes",
      executionMode: "loop",
      passThrough: false,
    },
  };
  const [start, end] = ["inputNode", "outputNode"].map((type) => ({
    id: type,
    type,
    name: type,
    position: step.position,
  }));
  const decision = new ZenEngine().createDecision({
    nodes: [start, step, end],
    edges: [
      { id: "in", type: "edge", sourceId: "inputNode", targetId: "outcome" },
      { id: "out", type: "edge", sourceId: "outcome", targetId: "outputNode" },
    ],
  });
  const batches = inBatches(episodes);
  return {
    name: "zen-engine, a decision in a loop",
    outcomes: async () => {
      const outcomes: number[] = [];
      for (const part of batches) {
        const { result } = (await decision.evaluate({ episodes: part })) as {
          result: { outcomes: { days: number }[] };
        };
        for (const { days } of result.outcomes) outcomes.push(days);
      }
      return outcomes;
    },
  };
}

function zenOutcome(fact: (name: Name) => string): string {
  const late = `(${fact("summons")} < 0 or ${fact("summons")} > ${fact("ready")} + 3)`;
  const start = `${fact("ready")} - (${fact("clock")} > ${noon} ? 1 : 0)`;
  return [
    `${fact("admission")} < 0 or ${fact("ready")} < 0 or ${fact("outpatient")} != 0`,
    ` or (${fact("needed")} == 1 and ${fact("contact")} == 0) or (${fact("sip")} == 1 and ${late}) ? ${notCharged}`,
    ` : (${fact("needed")} != 0 and ${fact("contact")} != 1) or (${fact("sip")} == 2 and ${late}) ? ${undecided}`,
    ` : max([0, ${fact("discharged")} - ${start}])`,
  ].join("");
}

/** One run for each episode, as there is nothing else; the first rule that holds stops it. Days are counted by hand. */
export function jsonRules(episodes: readonly Facts[]): RuleEngine {
  const engine = new Engine();
  engine.addOperator<number, number>("isLateFor", (summons, ready) => summons < 0 || summons > ready + 3);
  const is = (fact: Name, operator: string, value: number | { fact: Name }): ConditionProperties => ({
    fact,
    operator,
    value,
  });
  const late = is("summons", "isLateFor", { fact: "ready" });
  engine.addRule({
    priority: 2,
    event: { type: "not charged" },
    onSuccess: () => void engine.stop(),
    conditions: {
      any: [
        is("admission", "lessThan", 0),
        is("ready", "lessThan", 0),
        is("outpatient", "notEqual", 0),
        { all: [is("needed", "equal", 1), is("contact", "equal", 0)] },
        { all: [is("sip", "equal", 1), late] },
      ],
    },
  });
  engine.addRule({
    priority: 1,
    event: { type: "undecided" },
    conditions: {
      any: [
        { all: [is("needed", "notEqual", 0), is("contact", "notEqual", 1)] },
        { all: [is("sip", "equal", 2), late] },
      ],
    },
  });
  return {
    name: "json-rules-engine",
    outcomes: async () => {
      const outcomes: number[] = [];
      for (const facts of episodes) {
        const [event] = (await engine.run(facts)).events;
        outcomes.push(event === undefined ? daysOf(facts) : event.type === "undecided" ? undecided : notCharged);
      }
      return outcomes;
    },
  };
}

function daysOf({ ready, clock, discharged }: Facts): number {
  return Math.max(0, discharged - ready - (clock > noon ? 1 : 0));
}

/** One situation for each episode, its numbers read beforehand: one of several episodes costs more for each. */
export function publicodes(episodes: readonly Facts[]): RuleEngine {
  const late = "summons late";
  const any = (...of: unknown[]): Record<string, unknown> => ({ "une de ces conditions": of });
  const all = (...of: unknown[]): Record<string, unknown> => ({ "toutes ces conditions": of });
  const rules: RawPublicodes<string> = {
    ...Object.fromEntries(names.map((name) => [name, null])),
    [late]: any("summons < 0", "summons > ready + 3"),
    "not charged": any(
      "admission < 0",
      "ready < 0",
      "outpatient != 0",
      all("needed = 1", "contact = 0"),
      all("sip = 1", late),
    ),
    undecided: any(all("needed != 0", "contact != 1"), all("sip = 2", late)),
    "after noon": { variations: [{ si: `clock > ${noon}`, alors: 1 }, { sinon: 0 }] },
    days: { valeur: "discharged - ready - after noon", plancher: 0 },
    outcome: {
      variations: [{ si: "not charged", alors: notCharged }, { si: "undecided", alors: undecided }, { sinon: "days" }],
    },
  };
  const engine = new Publicodes<string>(rules, {
    warn: false,
    strict: { situation: false, checkPossibleValues: false },
    flag: { automaticNamespaceDisabling: false },
  });
  const read = ([name, nodeValue]: [string, number]): [string, ASTNode] => {
    return [name, { nodeKind: "constant", type: "number", nodeValue, fullPrecision: true }];
  };
  const situations = episodes.map((facts) => Object.fromEntries(Object.entries(facts).map(read)));
  return {
    name: "publicodes",
    outcomes: () => situations.map((facts) => Number(engine.setSituation(facts).evaluate("outcome").nodeValue)),
  };
}

function inBatches<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / batch) }, (_, part) =>
    all.slice(part * batch, (part + 1) * batch),
  );
}
