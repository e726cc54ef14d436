// Measures the evaluator against hand-written code over the same episodes: medians of runs that take turns.
// Rule: every rival gives the lines and the account that Avtal gives, or nothing is measured. A group of rivals has a
// process of its own, and one of them runs at a time.

import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cpus, loadavg } from "node:os";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Told, Turn } from "./one-group.ts";
import { claimsShown } from "./claims.ts";
import { groups, type Group } from "./rivals.ts";

interface Measured extends Told {
  readonly group: Group;
  readonly process: ChildProcess;
  /** Its number in its group. */
  readonly number: number;
  readonly turns: Turn[];
}

const [sizes, times, results] = askedFor(process.argv.slice(2));
const told: string[] = [];
for (const count of sizes)
  told.push([`## ${count} episodes`, "", ...table(count, await measured(count)), ""].join("\n"));
const head = [
  `# Results`,
  "",
  `Written by \`node bench/evaluator.mjs --write\` on ${results ?? "(not written)"}. Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}.`,
  "Processor time of the whole process, helper threads of the engine included; medians of turns that the rivals took, each the mean of a fifth of a second or of one run, after as long and three runs or more that were not measured; in each turn another begins; all after a second in which each ran by itself.",
  "Columns, objects with texts, other objects and rule engines have a process each; one rival runs at a time. The first run is that in which the engine makes its code.",
  'Asked for are lines and the account. "All that a run tells" also names every undecided record and what it lacked, which nothing by hand does.',
  "Objects with texts are what `evaluate(episodes)` takes, which checks all twenty fields that the agreement reads, and ids against each other. So does what is by hand and checked, but for one form of each field, and nine fields must not be there, as it knows one rule of the agreement. It reads nothing twice, says of no refused episode what is wrong with it, keeps no ids to name an undecided one by, and freezes nothing.",
  `Processes that wanted a processor meanwhile: ${(loadavg()[0] ?? 0).toFixed(1)}. Where that is more than there are processors, times are upper bounds.`,
  "",
].join("\n");
process.stdout.write(`${told.join("\n")}\n`);
if (results !== null) writeFileSync("bench/RESULTS.md", `${head}\n${told.join("\n")}`);

/** What each rival spends in each turn. */
async function measured(count: number): Promise<readonly Measured[]> {
  const rivals: Measured[] = [];
  // One after another: what is made beforehand must not stand in the way of a first run.
  for (const group of groups) {
    const own = fork(join(import.meta.dirname, "evaluator-group.mjs"), [group, `${count}`]);
    own.on("exit", (status) => {
      if (status !== 0) process.exit(1);
    });
    const told = (await saidBy(own)) as readonly Told[];
    rivals.push(...told.map((each, number) => ({ ...each, group, process: own, number, turns: [] })));
  }
  for (let turn = 0; turn < times; turn += 1) {
    for (const { process: own, number, turns } of groups.flatMap((group) => goneRound(rivals, group, turn))) {
      own.send(number);
      turns.push((await saidBy(own)) as Turn);
    }
  }
  for (const own of new Set(rivals.map(({ process: each }) => each))) own.disconnect();
  return rivals;
}

/**
 * The rivals of a group, another first in each turn: while a process waited its engine gave memory back, which whoever runs
 * first pays for.
 */
function goneRound(rivals: readonly Measured[], group: Group, turn: number): readonly Measured[] {
  const own = rivals.filter((rival) => rival.group === group);
  const first = turn % own.length;
  return [...own.slice(first), ...own.slice(0, first)];
}

/** What a process says next. */
async function saidBy(own: ChildProcess): Promise<unknown> {
  const [said]: unknown[] = await once(own, "message");
  return said;
}

function table(count: number, measured: readonly Measured[]): string[] {
  const middle = (times: readonly number[]): number =>
    [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  const own = middle(spentBy(measured[0]));
  const rows = measured.map((rival) => {
    const { name, episodes, first } = rival;
    const spent = spentBy(rival);
    const median = middle(spent);
    const ratio = (median / own).toFixed(2);
    return `| ${name} | ${episodes} | ${Math.round(median)} | ${Math.round(Math.min(...spent))} | ${Math.round(first)} | ${ratio} |`;
  });
  const memory = groups.map((group) => {
    const kept = measured.filter((rival) => rival.group === group).flatMap(({ turns }) => turns);
    return `${group} ${Math.round(Math.max(...kept.map((turn) => turn.memory)) / 1_024)} MB`;
  });
  return [
    "| what | episodes | median, ns an episode | least | first run | of Avtal's median |",
    "|---|---|---|---|---|---|",
    ...rows,
    "",
    `Most memory of each process: ${memory.join(", ")}.`,
    ...claimsShown(count, new Map(measured.map((rival) => [rival.name, middle(spentBy(rival))]))),
  ];
}

function spentBy(rival: Measured | undefined): readonly number[] {
  return rival?.turns.map(({ spent }) => spent) ?? [];
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
