// Measures the claim: 200 000 episodes through `avtal run` in under 3 s and 300 MB on two cores.

import { existsSync, mkdirSync, rmSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { measured, printTable, root, row } from "./measured.mjs";

const folder = join(root, ".cache", "bench");
mkdirSync(folder, { recursive: true });
const claim = { milliseconds: 3_000, megabytes: 300 };
const times = Number(process.argv[2] ?? "5");

const csv = sample("csv");
const parquet = sample("parquet");
printTable([
  row("run stockholm, 200 000 episodes of 2022, CSV", measured(["run", "stockholm", "--data", csv], times), claim),
  row("  the same with --json", measured(["run", "stockholm", "--data", csv, "--json"], times), claim),
  row("  the same from Parquet", measured(["run", "stockholm", "--data", parquet], times), claim),
  row("data check of the CSV", measured(["data", "check", csv], times), claim),
]);

function sample(format) {
  const path = join(folder, `stockholm-200k.${format}`);
  if (existsSync(path)) rmSync(path);
  const words = [
    "data",
    "sample",
    "--agreement",
    "stockholm",
    "--episodes",
    "200000",
    "--from",
    "2022-01",
    "--to",
    "2022-12",
  ];
  const made = spawnSync(process.execPath, [join(root, "cli/dist/avtal.js"), ...words, "--out", path], {
    cwd: root,
    stdio: "inherit",
  });
  if (made.status !== 0) process.exit(made.status ?? 1);
  return path;
}
