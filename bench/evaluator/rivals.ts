// Who is measured: what is like what in a group, and each group in a process of its own.
// Rule: every rival gives the lines and the account that Avtal gives.

import { deepStrictEqual } from "node:assert";
import { evaluatorFor, kernelEvaluatorFor, repeatingEvaluatorFor } from "@avtal/compiler/emit/typescript/load";
import type { Columns } from "@avtal/runtime/columns";
import type { Ratio } from "@avtal/runtime/ratio";
import type { Evaluation } from "@avtal/runtime/result";
import * as runtime from "@avtal/runtime/runtime";
import { columnsByHand, dates, integers, luxon, objectsByHand, objectsOf, type Calendar } from "./by-hand.ts";
import { checkedObjectsByHand } from "./checked-objects.ts";
import { drawnEpisodes, type DrawnEpisodes } from "./episodes.ts";
import { evaluateOfModule, type EvaluateObjects } from "./generated-module.ts";
import { badObjects, plainObjects, plainObjectsByHand, type PlainEpisode } from "./plain-objects.ts";
import {
  answerFrom,
  factsOf,
  jsonRules,
  publicodes,
  zenDecision,
  zenExpression,
  type Facts,
  type RuleEngine,
} from "./rule-engines.ts";
import { municipalities, options, program } from "./stockholm.ts";
import type { Answer } from "./sums.ts";

export interface Rival {
  readonly name: string;
  /** How many of the episodes it is given, from the first on: the slow ones take turns with a part of them. */
  readonly episodes: number;
  readonly run: () => Answer | Promise<Answer>;
}

/** A process for each, so that none pays for what another holds or throws away. */
export const groups = ["columns", "objects with texts", "objects by hand", "rule engines"] as const;
export type Group = (typeof groups)[number];

/** The rivals of a group, and what each must answer. */
export interface Contest {
  readonly rivals: readonly Rival[];
  readonly wanted: (episodes: number) => Answer;
}

const kernels = kernelEvaluatorFor(program, runtime);
const limit = { over: 13n, under: 10n };
const repeated = repeatingEvaluatorFor(program, runtime);

export async function contestOf(group: Group, count: number): Promise<Contest> {
  const most = { columns: count, "objects with texts": 200_000, "objects by hand": 1_000_000, "rule engines": 100_000 };
  const drawn = drawnEpisodes(Math.min(count, most[group]), municipalities(), 7);
  const wanted = new Map<number, Answer>();
  return {
    rivals: await rivalsOf(group, drawn),
    wanted: (episodes) => {
      const answer = wanted.get(episodes) ?? answerOf(kernels.inParts(headOf(drawn, episodes).columns, options, 1));
      wanted.set(episodes, answer);
      return answer;
    },
  };
}

async function rivalsOf(group: Group, drawn: DrawnEpisodes): Promise<readonly Rival[]> {
  switch (group) {
    case "columns":
      return overColumns(drawn);
    case "objects with texts":
      return overTexts(drawn, await evaluateOfModule(process.cwd()));
    case "objects by hand":
      return [
        objectRival("objects with integers by hand", drawn, 1_000_000, integers),
        objectRival("objects with Date by hand", drawn, 1_000_000, dates),
        objectRival("objects with Luxon by hand", drawn, 10_000, luxon),
      ];
    case "rule engines":
      return [
        ruleEngineRival(drawn, 100_000, zenExpression),
        ruleEngineRival(drawn, 20_000, zenDecision),
        ruleEngineRival(drawn, 10_000, jsonRules),
        ruleEngineRival(drawn, 1_000, publicodes),
      ];
  }
}

function overColumns(drawn: DrawnEpisodes): readonly Rival[] {
  const { columns } = drawn;
  const rival = (name: string, run: () => Answer): Rival => ({ name, episodes: columns.count, run });
  const general = evaluatorFor(program, runtime);
  const slow = rival("Avtal, without kernels", () => answerOf(general.evaluate(columns, options)));
  return [
    rival("Avtal, columns", () => answerOf(kernels.inParts(columns, options, 1))),
    rival("Avtal, columns that were not seen before", () => answerOf(kernels.inParts({ ...columns }, options, 1))),
    rival("Avtal, columns, all that a run tells", () => answerInFull(columns)),
    rival("Avtal, columns in 7 parts", () => answerOf(kernels.inParts(columns, options, 7))),
    rival("columns by hand", () => columnsByHand(drawn)),
    rival("Avtal, 11 thresholds one after another", () => sweep(columns)),
    ...(columns.count < 50_000 ? [slow] : []),
  ];
}

/** Some of the episodes, as objects with texts take a lot of memory. */
function overTexts(drawn: DrawnEpisodes, evaluate: EvaluateObjects): readonly Rival[] {
  const { payers } = drawn;
  const objects = plainObjects(drawn);
  const supplied = { values: { tidsgräns: "1,3", "pris.dygnsbelopp": "9300" } };
  const careTypes = new Set(program.fields.find(({ code }) => code === "care_type")?.choices.map(({ code }) => code));
  const bad = badObjects(objects);
  deepStrictEqual(
    checkedObjectsByHand(bad, payers, careTypes).refused,
    [...new Set(evaluate(bad, supplied).refusals.map(({ row }) => row))],
    "What is checked by hand refuses others than Avtal",
  );
  const rival = (name: string, run: () => Answer): Rival => ({ name, episodes: objects.length, run });
  const byHand = (given: readonly PlainEpisode[]): Answer => {
    const { refused, ...answer } = checkedObjectsByHand(given, payers, careTypes);
    if (refused.length > 0) throw new Error("An episode that is as it should be was refused.");
    return answer;
  };
  const backwards = objects.toReversed();
  return [
    rival("Avtal, objects with texts", () => answerOf(evaluate(objects, supplied))),
    rival("Avtal, objects with texts, the last first", () => answerOf(evaluate(backwards, supplied))),
    rival("objects with texts by hand, checked", () => byHand(objects)),
    rival("objects with texts by hand, checked, the last first", () => byHand(backwards)),
    rival("objects with texts by hand, nothing checked", () => plainObjectsByHand(objects, payers)),
  ];
}

/** Undecided records are named when somebody asks for them, which who wants only lines and the account does not. */
function answerInFull(columns: Columns): Answer {
  const evaluation = kernels.inParts(columns, options, 1);
  if (evaluation.kind === "completed" && evaluation.undecided.length !== evaluation.accounting.undecided) {
    throw new Error("An undecided record has no name.");
  }
  return answerOf(evaluation);
}

/** The sweep ends with the threshold that all rivals have; each sweep looks at the records anew. */
function sweep(columns: Columns): Answer {
  const thresholds = Array.from({ length: 11 }, (_, step) => 8n + BigInt((step + 6) % 11));
  const evaluate = sweeping({ ...columns });
  return thresholds.map((over) => answerOf(evaluate({ over, under: 10n }))).at(-1) ?? answerOf(evaluate(limit));
}

function sweeping(columns: Columns): (threshold: Ratio) => Evaluation {
  return (exact) => {
    const values = options.values.map((row) => (row.value === "tidsgräns" ? { ...row, exact } : row));
    return repeated(columns, { ...options, values });
  };
}

function objectRival<M>(name: string, drawn: DrawnEpisodes, most: number, calendar: Calendar<M>): Rival {
  const head = headOf(drawn, most);
  const objects = objectsOf(head, calendar.made);
  return { name, episodes: head.columns.count, run: () => objectsByHand(objects, head, calendar) };
}

function ruleEngineRival(drawn: DrawnEpisodes, most: number, made: (episodes: readonly Facts[]) => RuleEngine): Rival {
  const head = headOf(drawn, most);
  const { name, outcomes } = made(factsOf(head));
  return { name, episodes: head.columns.count, run: async () => answerFrom(await outcomes(), head) };
}

function headOf(drawn: DrawnEpisodes, most: number): DrawnEpisodes {
  return { ...drawn, columns: { ...drawn.columns, count: Math.min(drawn.columns.count, most) } };
}

function answerOf(evaluation: Evaluation): Answer {
  if (evaluation.kind !== "completed") throw new Error(`The run stopped at ${evaluation.value}.`);
  const { lines, accounting } = evaluation;
  const { inRule, notCharged, undecided } = accounting;
  const told = lines.map(({ keys, amount }) => `${keys.payer.code} ${keys.period} ${amount}`);
  return { lines: told.sort(), inRule, notCharged, undecided };
}
