// Measures the evaluator against hand-written code over the same episodes: medians of runs that take turns.
// Rule: every rival gives the lines and the account that Avtal gives, or nothing is measured.

import { deepStrictEqual } from "node:assert";
import { cpus, loadavg } from "node:os";
import { writeFileSync } from "node:fs";
import { evaluatorFor, kernelEvaluatorFor, repeatingEvaluatorFor } from "@avtal/compiler/emit/typescript/load";
import type { Columns } from "@avtal/runtime/columns";
import type { Ratio } from "@avtal/runtime/ratio";
import type { Evaluation } from "@avtal/runtime/result";
import * as runtime from "@avtal/runtime/runtime";
import { columnsByHand, dates, integers, luxon, objectsByHand, objectsOf, type Calendar } from "./by-hand.ts";
import { drawnEpisodes, type DrawnEpisodes } from "./episodes.ts";
import { evaluateOfModule } from "./generated-module.ts";
import { plainObjects, plainObjectsByHand, type PlainEpisode } from "./plain-objects.ts";
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

interface Rival {
  readonly name: string;
  /** How many of the episodes it is given, from the first on: the slow ones take turns with a part of them. */
  readonly episodes: number;
  readonly run: () => Answer | Promise<Answer>;
}

interface Measured extends Rival {
  /** Of the first run of all, which its code is made in. */
  readonly first: number;
  readonly spent: number[];
}

const [sizes, times, results] = askedFor(process.argv.slice(2));
const kernels = kernelEvaluatorFor(program, runtime);
const general = evaluatorFor(program, runtime);
const repeated = repeatingEvaluatorFor(program, runtime);
const ofModule = await evaluateOfModule(process.cwd());
const limit = { over: 13n, under: 10n };
const told: string[] = [];
for (const count of sizes) told.push([`## ${count} episodes`, "", ...table(await measured(count)), ""].join("\n"));
const head = [
  `# Results`,
  "",
  `Written by \`node bench/evaluator.mjs --write\` on ${results ?? "(not written)"}. Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}.`,
  "Processor time of the whole process, helper threads of the engine included; medians of runs that took turns, each after one run that was not measured.",
  "The first run is that in which the engine makes its code, in a process that has made nothing alike yet or, further down, has.",
  'Asked for are lines and the account. "All that a run tells" also names every undecided record and what it lacked, which nothing by hand does.',
  "Objects with texts are what `evaluate(episodes)` takes: each is checked, its id held against all others; by hand nothing is.",
  `Processes that wanted a processor meanwhile: ${(loadavg()[0] ?? 0).toFixed(1)}. Where that is more than there are processors, times are upper bounds.`,
  "",
].join("\n");
process.stdout.write(`${told.join("\n")}\n`);
if (results !== null) writeFileSync("bench/RESULTS.md", `${head}\n${told.join("\n")}`);

/** The processor time of each rival in each turn, in nanoseconds an episode. */
async function measured(count: number): Promise<readonly Measured[]> {
  const drawn = drawnEpisodes(count, municipalities(), 7);
  const rivals = rivalsFor(drawn);
  const wanted = new Map<number, Answer>();
  const measured: Measured[] = [];
  for (const rival of rivals) {
    const { name, episodes } = rival;
    const [first, given] = await timed(rival);
    const answer = wanted.get(episodes) ?? answerOf(kernels.inParts(headOf(drawn, episodes).columns, options, 1));
    wanted.set(episodes, answer);
    deepStrictEqual(given, answer, `${name} differs`);
    measured.push({ ...rival, first, spent: [] });
  }
  for (let turn = 0; turn < times; turn += 1) {
    for (const rival of measured) {
      // The engine drops code that was not run for a while, so each is run once before it is measured.
      await rival.run();
      rival.spent.push((await timed(rival))[0]);
    }
  }
  return measured;
}

/** Nanoseconds of the processors for an episode, and the answer. */
async function timed({ run, episodes }: Rival): Promise<[number, Answer]> {
  const before = process.cpuUsage();
  const answer = await run();
  const { user, system } = process.cpuUsage(before);
  return [((user + system) * 1_000) / episodes, answer];
}

function rivalsFor(drawn: DrawnEpisodes): readonly Rival[] {
  const { count } = drawn.columns;
  const { columns } = drawn;
  const rivals: Rival[] = [
    { name: "Avtal, columns", episodes: count, run: () => answerOf(kernels.inParts(columns, options, 1)) },
    {
      name: "Avtal, columns that were not seen before",
      episodes: count,
      run: () => answerOf(kernels.inParts({ ...columns }, options, 1)),
    },
    { name: "Avtal, columns, all that a run tells", episodes: count, run: () => answerInFull(columns) },
    { name: "Avtal, columns in 7 parts", episodes: count, run: () => answerOf(kernels.inParts(columns, options, 7)) },
    { name: "columns by hand", episodes: count, run: () => columnsByHand(drawn) },
    { name: "Avtal, 11 thresholds one after another", episodes: count, run: () => sweep(columns) },
    plainRival("Avtal, objects with texts", drawn, (objects) => evaluateObjects(objects)),
    plainRival("objects with texts by hand", drawn, plainObjectsByHand),
  ];
  if (count < 50_000) {
    const run = (): Answer => answerOf(general.evaluate(columns, options));
    rivals.push({ name: "Avtal, without kernels", episodes: count, run });
  }
  return [
    ...rivals,
    objectRival("objects with integers by hand", drawn, 1_000_000, integers),
    objectRival("objects with Date by hand", drawn, 1_000_000, dates),
    objectRival("objects with Luxon by hand", drawn, 10_000, luxon),
    ruleEngineRival(drawn, 100_000, zenExpression),
    ruleEngineRival(drawn, 20_000, zenDecision),
    ruleEngineRival(drawn, 10_000, jsonRules),
    ruleEngineRival(drawn, 1_000, publicodes),
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

function evaluateObjects(objects: readonly PlainEpisode[]): Answer {
  return answerOf(ofModule(objects, { values: { tidsgräns: "1,3", "pris.dygnsbelopp": "9300" } }));
}

/** Some of the episodes, as objects with texts take a lot of memory. */
function plainRival(
  name: string,
  drawn: DrawnEpisodes,
  run: (objects: readonly PlainEpisode[], payers: readonly string[]) => Answer,
): Rival {
  const head = headOf(drawn, 200_000);
  const objects = plainObjects(head);
  return { name, episodes: head.columns.count, run: () => run(objects, head.payers) };
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

function table(measured: readonly Measured[]): string[] {
  const middle = (times: readonly number[]): number =>
    [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  const own = middle(measured[0]?.spent ?? []);
  const rows = measured.map(({ name, episodes, first, spent }) => {
    const median = middle(spent);
    const ratio = (median / own).toFixed(2);
    return `| ${name} | ${episodes} | ${Math.round(median)} | ${Math.round(Math.min(...spent))} | ${Math.round(first)} | ${ratio} |`;
  });
  const memory = Math.round(process.resourceUsage().maxRSS / 1_024);
  return [
    "| what | episodes | median, ns an episode | least | first run | of Avtal's median |",
    "|---|---|---|---|---|---|",
    ...rows,
    "",
    `Most memory of the process that held all of them: ${memory} MB.`,
  ];
}

function answerOf(evaluation: Evaluation): Answer {
  if (evaluation.kind !== "completed") throw new Error(`The run stopped at ${evaluation.value}.`);
  const { lines, accounting } = evaluation;
  const { inRule, notCharged, undecided } = accounting;
  const told = lines.map(({ keys, amount }) => `${keys.payer.code} ${keys.period} ${amount}`);
  return { lines: told.sort(), inRule, notCharged, undecided };
}

function askedFor(words: readonly string[]): [readonly number[], number, string | null] {
  const sizes = words.filter((word) => /^\d+$/.test(word)).map(Number);
  const write = words.includes("--write");
  const times = Number(words.find((word) => word.startsWith("--times="))?.slice(8) ?? "7");
  return [
    sizes.length === 0 ? [10_000, 100_000, 1_000_000] : sizes,
    times,
    write ? new Date().toISOString().slice(0, 10) : null,
  ];
}
