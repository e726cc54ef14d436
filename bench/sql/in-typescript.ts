// Reads a file and evaluates Stockholm's agreement over it in this process, as `avtal run` does once it has its words and
// its programs: lines, account and what that took, as JSON.
// Rule: what the command does besides (starting, compiling, printing) is not counted.

import { resolve } from "node:path";
import { compileFolder } from "../../cli/compiled.ts";
import { agreementsFolder } from "../../cli/agreements-folder.ts";
import { allMonths } from "@avtal/replay/months";
import { plainDescription } from "@avtal/replay/read/description";
import type { ReadingThread } from "@avtal/replay/read/thread/reading-thread";
import { run } from "@avtal/replay/run";

const { compilation } = compileFolder(agreementsFolder([]), undefined);
if (compilation.kind !== "accepted") throw new Error("The agreements do not compile.");
const program = compilation.programs.get("stockholm");
if (program === undefined) throw new Error("There is no agreement of Stockholm.");
/** As the command has it. */
const thread: ReadingThread = {
  script: resolve("cli/dist/reading-thread.js"),
  blockBytes: 2 << 20,
  leastBytes: 64 << 20,
};
const [start, before] = [performance.now(), process.cpuUsage()];
const outcome = await run({
  program,
  front: compilation.front,
  asked: { wording: null, readings: [], events: [], values: [] },
  data: process.argv[2] ?? "",
  description: plainDescription,
  months: allMonths,
  statistics: false,
  maxRefused: 0,
  thread,
});
if (outcome.kind !== "completed") throw new Error(`The run ended: ${outcome.kind}.`);
const { lines, accounting } = outcome.result;
const told = lines.map(({ keys, amount }) => `${keys.payer.code} ${keys.period} ${amount}`);
const { user, system } = process.cpuUsage(before);
const milliseconds = performance.now() - start;
const { inRule, notCharged, undecided } = accounting;
const answer = [...told.sort(), `${inRule} ${notCharged} ${undecided}`];
const megabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(
  JSON.stringify({ answer, isRefused: false, milliseconds, processor: (user + system) / 1000, megabytes }),
);
