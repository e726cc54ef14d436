// Measures comparisons: 200 000 episodes from CSV and 1 000 000 from Parquet, Stockholm 2020-01-01 against 2021-11-01.
// Claim: a million episodes in Parquet in under 10 s and 500 MB. A third argument `small` leaves the million out.

import { existsSync, mkdirSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { measured, printTable, root, row } from "./measured.mjs";

const folder = join(root, ".cache", "bench");
mkdirSync(folder, { recursive: true });
const claim = { milliseconds: 10_000, megabytes: 500 };
const times = Number(process.argv[2] ?? "3");
const isSmall = process.argv[3] === "small";
const sides = ["stockholm@2020-01-01", "stockholm@2021-11-01"];

const thousands = sample("diff-200k.csv", 200_000);
const rows = [
  row("run stockholm, 200 000 episodes, CSV", measured(["run", "stockholm", "--data", thousands], times), claim),
  row("diff, counterfactual, 200 000, CSV", measured(["diff", ...sides, "--data", thousands], times), claim),
  row("  the same, in force", measured(["diff", ...sides, "--data", thousands, "--mode", "in-force"], times), claim),
];
if (!isSmall) {
  const million = sample("diff-1m.parquet", 1_000_000);
  rows.push(
    row("diff, counterfactual, 1 000 000, Parquet", measured(["diff", ...sides, "--data", million], times), claim),
  );
}
printTable(rows);

function sample(name, episodes) {
  const path = join(folder, name);
  if (existsSync(path)) return path;
  const words = ["data", "sample", "--agreement", "stockholm", "--episodes", String(episodes)];
  const months = ["--from", "2022-01", "--to", "2022-12"];
  const made = spawnSync(process.execPath, [join(root, "cli/dist/avtal.js"), ...words, ...months, "--out", path], {
    cwd: root,
    stdio: "inherit",
  });
  if (made.status !== 0) process.exit(made.status ?? 1);
  return path;
}
