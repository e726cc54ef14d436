// The process of one group of rivals: tells what they are and what their first run cost, lets each run for a while, and
// then runs one whenever it is asked to.
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
  /** Nanoseconds of the processors for an episode. */
  readonly spent: number;
  /** Most memory of the process until now, in kilobytes. */
  readonly memory: number;
}

/** So long everybody runs before the turns begin. */
const warmUpMilliseconds = 1_000;

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
for (const rival of rivals) await warmedUp(rival);
process.on("message", (number: number) => void turnOf(number));
process.send?.(told);

/** In its first runs an engine still makes code for what it has just met, and makes it anew. */
async function warmedUp(rival: Rival): Promise<void> {
  const until = performance.now() + warmUpMilliseconds;
  while (performance.now() < until) await rival.run();
}

async function turnOf(number: number): Promise<void> {
  const rival = rivals[number];
  if (rival === undefined) throw new Error("No such rival.");
  // The engine drops code that was not run for a while, so each is run once before it is measured.
  await rival.run();
  const before = process.cpuUsage();
  await rival.run();
  process.send?.({ spent: since(before, rival), memory: process.resourceUsage().maxRSS } satisfies Turn);
}

function since(before: NodeJS.CpuUsage, { episodes }: Rival): number {
  const { user, system } = process.cpuUsage(before);
  return ((user + system) * 1_000) / episodes;
}
