// Measures the evaluator against hand-written code over the same episodes: medians of runs that take turns.
// Rule: every rival gives the lines and the account that Avtal gives, or nothing is measured.

import { deepStrictEqual } from "node:assert";
import { cpus, loadavg } from "node:os";
import { writeFileSync } from "node:fs";
import { compileFolder } from "../../cli/compiled.ts";
import { agreementsFolder } from "../../cli/agreements-folder.ts";
import { evaluatorFor, kernelEvaluatorFor } from "@avtal/compiler/emit/typescript/load";
import type { Program } from "@avtal/compiler/ir/ir";
import { withoutStatistics } from "@avtal/compiler/ir/without-statistics";
import type { Evaluation, RunOptions } from "@avtal/runtime/result";
import * as runtime from "@avtal/runtime/runtime";
import { columnsByHand, dates, integers, luxon, objectsByHand, objectsOf, type Answer } from "./by-hand.ts";
import { drawnEpisodes, type DrawnEpisodes } from "./episodes.ts";

interface Rival {
  readonly name: string;
  readonly run: () => Answer;
}

const [sizes, times, results] = askedFor(process.argv.slice(2));
const program = stockholm();
const options: RunOptions = {
  wording: null,
  readings: new Map(),
  events: new Map(),
  values: [
    { value: "tidsgräns", from: null, exact: { over: 13n, under: 10n } },
    { value: "pris.dygnsbelopp", from: null, exact: { over: 930_000n, under: 1n } },
  ],
};
const told = sizes.map((count) => [`## ${count} episodes`, "", ...table(measured(count)), ""].join("\n"));
const head = [
  `# Results`,
  "",
  `Written by \`node bench/evaluator.mjs --write\` on ${results ?? "(not written)"}. Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}.`,
  "Processor time of the whole process, helper threads of the engine included; medians of runs that took turns.",
  `Processes that wanted a processor meanwhile: ${(loadavg()[0] ?? 0).toFixed(1)}. Where that is more than there are processors, times are upper bounds.`,
  "",
].join("\n");
process.stdout.write(`${told.join("\n")}\n`);
if (results !== null) writeFileSync("bench/RESULTS.md", `${head}\n${told.join("\n")}`);

/** The processor time of each rival in each turn, in nanoseconds an episode. */
function measured(count: number): ReadonlyMap<string, number[]> {
  const rivals = rivalsFor(drawnEpisodes(count, municipalities(), 7));
  const [first, ...others] = rivals.map(({ run }) => run());
  for (const [index, other] of others.entries())
    deepStrictEqual(other, first, `${rivals[index + 1]?.name ?? ""} differs`);
  const spent = new Map(rivals.map(({ name }): [string, number[]] => [name, []]));
  for (let turn = 0; turn < times; turn += 1) {
    for (const { name, run } of rivals) {
      const before = process.cpuUsage();
      run();
      const { user, system } = process.cpuUsage(before);
      spent.get(name)?.push(((user + system) * 1_000) / count);
    }
  }
  return spent;
}

function rivalsFor(drawn: DrawnEpisodes): readonly Rival[] {
  const kernels = kernelEvaluatorFor(program, runtime);
  const general = evaluatorFor(program, runtime);
  const { columns } = drawn;
  const small = { ...columns, count: Math.min(columns.count, 49_999) };
  const rivals: Rival[] = [
    { name: "Avtal, columns", run: () => answerOf(kernels(columns, options, 1)) },
    { name: "Avtal, columns in 7 parts", run: () => answerOf(kernels(columns, options, 7)) },
    { name: "columns by hand", run: () => columnsByHand(drawn) },
  ];
  if (small.count === columns.count) {
    rivals.push({ name: "Avtal, without kernels", run: () => answerOf(general.evaluate(columns, options)) });
  }
  const [whole, dated] = [objectsOf(drawn, integers.made), objectsOf(drawn, dates.made)];
  rivals.push({ name: "objects with integers by hand", run: () => objectsByHand(whole, drawn, integers) });
  rivals.push({ name: "objects with Date by hand", run: () => objectsByHand(dated, drawn, dates) });
  if (columns.count <= 100_000) {
    const zoned = objectsOf(drawn, luxon.made);
    rivals.push({ name: "objects with Luxon by hand", run: () => objectsByHand(zoned, drawn, luxon) });
  }
  return rivals;
}

function table(spent: ReadonlyMap<string, number[]>): string[] {
  const middle = (times: readonly number[]): number =>
    [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  const own = middle(spent.get("Avtal, columns") ?? []);
  const rows = [...spent].map(([name, times]) => {
    const median = middle(times);
    return `| ${name} | ${Math.round(median)} | ${Math.round(Math.min(...times))} | ${(median / own).toFixed(2)} |`;
  });
  const memory = Math.round(process.resourceUsage().maxRSS / 1_024);
  return [
    "| what | median, ns an episode | least | of Avtal's median |",
    "|---|---|---|---|",
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

function stockholm(): Program {
  const compiled = compileFolder(agreementsFolder([]), undefined);
  const found = "compilation" in compiled ? compiled.compilation : undefined;
  const programs = found?.kind === "accepted" ? found.programs : undefined;
  const whole = programs?.get("stockholm");
  if (whole === undefined) throw new Error("Stockholm's agreement does not compile.");
  return withoutStatistics(whole);
}

/** The county's municipalities but Stockholm itself, which pays by district. */
function municipalities(): readonly string[] {
  return program.registers.flatMap(({ entries, id }) =>
    id.endsWith("kommuner")
      ? entries
          .filter(({ facts, code }) => facts.includes("Region Stockholm") && code !== "0180")
          .map(({ code }) => code)
      : [],
  );
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
