// Measures comparisons: two wordings, a sweep and a report beside one run over the same episodes, and a million in Parquet.
// Claims: two wordings at most 1,3 and eleven limits at most 2 times one run; a report of 200 000 episodes in under 15 s
// and a page of at most 5 MB; a million episodes in Parquet in under 10 s and 500 MB. A third argument `small` leaves the
// million out.

import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measured, printTable, root, row, verdict } from "./measured.mjs";

const folder = join(root, ".cache", "bench");
mkdirSync(folder, { recursive: true });
const times = Number(process.argv[2] ?? "3");
const isSmall = process.argv[3] === "small";
const sides = ["stockholm@2020-01-01", "stockholm@2021-11-01"];
const limits = ["--set", "tidsgräns=1,0..2,0:0,1"];

const csv = sample("diff-200k.csv", 200_000);
const one = measured(["run", "stockholm", "--data", csv], times);
const best = Math.min(...one.map(({ milliseconds }) => milliseconds));
const rows = [
  row("run, 200 000 episodes, CSV", one, { milliseconds: 10_000 }),
  row("two wordings", measured(["diff", ...sides, "--data", csv], times), { milliseconds: 1.3 * best }),
  row("  the same, in force", measured(["diff", ...sides, "--data", csv, "--mode", "in-force"], times), {
    milliseconds: 1.3 * best,
  }),
  row("sweep of 11 limits", measured(["sweep", "stockholm", ...limits, "--data", csv], times), {
    milliseconds: 2 * best,
  }),
];
const { runs, pageBytes } = reports();
rows.push(row("two wordings with a report", runs, { milliseconds: 15_000 }));
if (!isSmall) {
  const million = sample("diff-1m.parquet", 1_000_000);
  const claim = { milliseconds: 10_000, megabytes: 500 };
  rows.push(row("two wordings, 1 000 000, Parquet", measured(["diff", ...sides, "--data", million], times), claim));
}
printTable(rows);
console.log(
  `The page of the report is ${(pageBytes / 1e6).toFixed(1)} MB; at most 5 MB is the claim: ${verdict(pageBytes <= 5e6)}.`,
);

/** Each into a folder of its own, since nothing is written over. */
function reports() {
  const out = mkdtempSync(join(tmpdir(), "avtal-bench-"));
  try {
    const each = Array.from({ length: times }, (_, at) => join(out, String(at)));
    const made = each.map((path) => measured(["diff", ...sides, "--data", csv, "--report", path], 1)[0]);
    return { runs: made, pageBytes: statSync(join(out, "0", "jamforelse.html")).size };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

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
