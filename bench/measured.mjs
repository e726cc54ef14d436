// Runs the built command line as a process of its own, several times, and gives wall time and greatest memory.
// Rule: everything counts from the start of the process to its end, loading of Node included.

import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Says the greatest resident memory in kB and the processor time in microseconds as the last line on stderr. */
const sayUsage = [
  "data:text/javascript,process.on('exit',()=>{",
  "const{maxRSS,userCPUTime,systemCPUTime}=process.resourceUsage();",
  "process.stderr.write('usage='+maxRSS+' '+(userCPUTime+systemCPUTime)+'\\n')})",
].join("");

/**
 * Milliseconds by the clock and of the processors, MB and what it printed, of each run; `ends`: its exit code, `env`: what
 * its environment has beside ours.
 */
export function measured(words, times, { cwd = root, ends = 0, env = {} } = {}) {
  return Array.from({ length: times }, () => {
    const start = performance.now();
    const { status, stderr, stdout } = spawnSync(
      process.execPath,
      ["--import", sayUsage, join(root, "cli/dist/avtal.js"), ...words],
      {
        cwd,
        env: { ...process.env, ...env },
        encoding: "utf8",
        maxBuffer: 1 << 28,
      },
    );
    const milliseconds = performance.now() - start;
    if (status !== ends) throw new Error(`avtal ${words.join(" ")} ended with ${status}:\n${stderr}`);
    const [, kilobytes = "0", microseconds = "0"] = /usage=(\d+) (\d+)/.exec(stderr) ?? [];
    return { milliseconds, processor: Number(microseconds) / 1000, megabytes: Number(kilobytes) / 1024, stdout };
  });
}

/** One row: what, its best and middle time, its least processor time, its greatest memory, and the claim. */
export function row(what, runs, claim) {
  const times = runs.map((run) => run.milliseconds).sort((a, b) => a - b);
  const processor = Math.min(...runs.map((run) => run.processor));
  const memory = Math.max(...runs.map((run) => run.megabytes));
  const holds = times[0] < claim.milliseconds && (claim.megabytes === undefined || memory < claim.megabytes);
  const limit = `< ${claim.milliseconds / 1000} s${claim.megabytes === undefined ? "" : `, < ${claim.megabytes} MB`}`;
  const seconds = (time) => `${Math.round(time) / 1000} s`;
  return [
    what,
    seconds(times[0]),
    seconds(times[Math.floor(times.length / 2)]),
    seconds(processor),
    `${Math.round(memory)} MB`,
    limit,
    verdict(holds),
  ];
}

/** Whether a claim holds, as a cell; a measurement of which one does not ends with 1, once all of it has been said. */
export function verdict(holds) {
  if (!holds) process.exitCode = 1;
  return holds ? "yes" : "NO";
}

export function printTable(rows) {
  printLines([["what", "best", "median", "processor", "most memory", "claim", "holds"], ...rows]);
}

/** The first line says what the others hold. */
export function printLines(all) {
  const widths = all[0].map((_, index) => Math.max(...all.map((cells) => cells[index].length)));
  for (const cells of all)
    console.log(
      cells
        .map((cell, index) => cell.padEnd(widths[index]))
        .join("   ")
        .trimEnd(),
    );
}
