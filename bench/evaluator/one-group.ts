// The process of one group of rivals: tells what they are and what their first run cost, lets each run for a while, and
// then measures one whenever it is asked to.
// Rule: who gives another answer than Avtal is not measured, and nor is anybody else.

import { deepStrictEqual } from "node:assert";
import { contestOf, type Group, type Rival } from "./rivals.ts";

/** What is told of a rival before the turns begin. */
export interface Told {
  readonly name: string;
  readonly episodes: number;
  /** Nanoseconds an episode of the first run of all, which its code is made in. */
  readonly first: number;
}

/** What is told of a turn. */
export interface Turn {
  /** Nanoseconds of the processors for an episode, the mean of the turn's runs. */
  readonly spent: number;
  /** Most memory of the process until now, in kilobytes. */
  readonly memory: number;
}

/** So long everybody runs before the turns begin: in its first runs an engine still makes code, and makes it anew. */
const warmUpMilliseconds = 1_000;
/** So long everybody runs in a turn before it is measured, and so long it is measured. */
const turnMilliseconds = 200;

const [group, count] = process.argv.slice(2);
const { rivals, wanted } = await contestOf(group as Group, Number(count));
const told: Told[] = [];
for (const rival of rivals) {
  const before = process.cpuUsage();
  const answer = await rival.run();
  const first = since(before, rival);
  deepStrictEqual(answer, wanted(rival.episodes), `${rival.name} differs`);
  told.push({ name: rival.name, episodes: rival.episodes, first });
}
for (const rival of rivals) await runFor(warmUpMilliseconds, rival);
process.on("message", (number: number) => void turnOf(number));
process.send?.(told);

/** Of several runs where one is short: what an engine does now and then belongs to all of them. */
async function turnOf(number: number): Promise<void> {
  const rival = rivals[number];
  if (rival === undefined) throw new Error("No such rival.");
  // While a process waits an engine tidies up, and drops code that was not run for a while.
  for (let again = 0; again < 3; again += 1) await runFor(turnMilliseconds / 3, rival);
  const before = process.cpuUsage();
  const runs = await runFor(turnMilliseconds, rival);
  process.send?.({ spent: since(before, rival) / runs, memory: process.resourceUsage().maxRSS } satisfies Turn);
}

/** At least one run; how many there were. */
async function runFor(milliseconds: number, rival: Rival): Promise<number> {
  const until = performance.now() + milliseconds;
  let runs = 0;
  do {
    await rival.run();
    runs += 1;
  } while (performance.now() < until);
  return runs;
}

function since(before: NodeJS.CpuUsage, { episodes }: Rival): number {
  const { user, system } = process.cpuUsage(before);
  return ((user + system) * 1_000) / episodes;
}
