// Measures how a run grows: 10⁵, 10⁶ and 10⁷ episodes of 2022 from CSV and Parquet. Time should grow as the records do;
// memory grows with them too, and the column of bytes says how much one more record takes.
//
//   node bench/growth.mjs [episodes…] [--times=1]

import { existsSync, mkdirSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { measured, printLines, root, verdict } from "./measured.mjs";

const folder = join(root, ".cache", "bench");
mkdirSync(folder, { recursive: true });
const words = process.argv.slice(2);
const times = Number(words.find((word) => word.startsWith("--times="))?.slice(8) ?? "1");
const asked = words.filter((word) => !word.startsWith("--")).map(Number);
const sizes = asked.length > 0 ? asked : [100_000, 1_000_000, 10_000_000];

/** However many the episodes are. */
const greatestMegabytes = 300;

const lines = [
  ["episodes", "file", "clock", "processor", "a record", "most memory", "one more record", "claim", "holds"],
];
for (const format of ["csv", "parquet"]) {
  let before;
  for (const episodes of sizes) {
    const runs = measured(["run", "stockholm", "--data", sample(episodes, format)], times);
    const now = { episodes, ...best(runs) };
    lines.push(line(format, now, before));
    before = now;
  }
}
printLines(lines);

function best(runs) {
  return {
    milliseconds: Math.min(...runs.map((run) => run.milliseconds)),
    processor: Math.min(...runs.map((run) => run.processor)),
    megabytes: Math.min(...runs.map((run) => run.megabytes)),
  };
}

/** What a further record takes is the slope from the row before, which the start of the process has no part in. */
function line(format, now, before) {
  const further = before === undefined ? undefined : now.episodes - before.episodes;
  const slope = (what, unit) =>
    further === undefined ? "" : `${Math.round(((now[what] - before[what]) * unit) / further)}`;
  return [
    String(now.episodes),
    format,
    `${(now.milliseconds / 1000).toFixed(1)} s`,
    `${(now.processor / 1000).toFixed(1)} s`,
    further === undefined ? "" : `${slope("processor", 1e6)} ns`,
    `${Math.round(now.megabytes)} MB`,
    further === undefined ? "" : `${slope("megabytes", 1 << 20)} bytes`,
    `<= ${greatestMegabytes} MB`,
    verdict(now.megabytes <= greatestMegabytes),
  ];
}

/** Drawn once: the same seed gives the same episodes. */
function sample(episodes, format) {
  const path = join(folder, `stockholm-${episodes}.${format}`);
  if (existsSync(path)) return path;
  const drawn = ["data", "sample", "--agreement", "stockholm", "--episodes", String(episodes)];
  const months = ["--from", "2022-01", "--to", "2022-12", "--out", path];
  const made = spawnSync(process.execPath, [join(root, "cli/dist/avtal.js"), ...drawn, ...months], { cwd: root });
  if (made.status !== 0) throw new Error(`avtal data sample ended with ${made.status}:\n${made.stderr}`);
  return path;
}
