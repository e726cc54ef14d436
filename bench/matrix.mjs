// Measures two claims: every shipped scenario in every wording in under 5 s, and a draft of one limit in under 2 s.
// Rule: each label says what earlier runs had kept. The officer of the second claim ran `avtal test` before the draft.

import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { measured, printTable, root, row } from "./measured.mjs";

const times = Number(process.argv[2] ?? "5");
const folder = join(root, ".cache", "bench", "draft");
const copy = join(folder, "agreements");
const kept = join(folder, "kept");
const before = join(folder, "kept-before-the-draft");
rmSync(folder, { recursive: true, force: true });
mkdirSync(copy, { recursive: true });
cpSync(join(root, "agreements"), copy, { recursive: true });

const all = ["test"];
const stockholm = ["test", "agreements/stockholm"];
const limit = ["test", "agreements/stockholm/scenarios/gransen.yaml"];
const fiveSeconds = { milliseconds: 5_000 };
const twoSeconds = { milliseconds: 2_000 };

const whole = [
  row("all scenarios in all wordings, nothing kept", fromNothing(all), fiveSeconds),
  row("  the stockholm scenarios alone, nothing kept", fromNothing(stockholm), fiveSeconds),
  row("  all of it again, nothing changed", again(all), fiveSeconds),
  row("  all of it held against the interpreter", run(["test", "--targets"], 1), { milliseconds: 60_000 }),
];
fromNothing(all, 1);
cpSync(kept, before, { recursive: true });
writeFileSync(
  join(copy, "stockholm", "utkast-1-2.avtal"),
  [
    "språk sv",
    "ändring gräns-1-2 av stockholm",
    "  utkast",
    "  från och med 2022-03-01",
    "",
    "värde tidsgräns",
    '  från och med 2022-03-01: 1,2 dagar   enligt antagande "ett förslag"',
    "",
  ].join("\n"),
);
const drafts = { all: afterARun(all), stockholm: afterARun(stockholm), limit: afterARun(limit) };
printTable([
  ...whole,
  row("draft 1,3 → 1,2 after a run without it: all scenarios", drafts.all, twoSeconds),
  row("  all stockholm scenarios", drafts.stockholm, twoSeconds),
  row("  the scenarios of the limit", drafts.limit, twoSeconds),
  row("draft 1,3 → 1,2 where nothing is kept: all scenarios", fromNothing(all, times, 1), fiveSeconds),
  row("  the scenarios of the limit", fromNothing(limit, times, 1), twoSeconds),
]);
for (const runs of Object.values(drafts)) console.log(runs[0].stdout.split("\n")[0]);
console.log(`${availableParallelism()} processors, load ${loadavg()[0].toFixed(1)} at the end`);

/** Each run with an empty folder of outcomes. */
function fromNothing(words, count = times, ends = 0) {
  return Array.from({ length: count }, () => {
    rmSync(kept, { recursive: true, force: true });
    return run(words, 1, ends)[0];
  });
}

/** Each run with what a run of everything kept. */
function again(words) {
  fromNothing(all, 1);
  return run(words, times);
}

/** Each run with what a run without the draft kept, and nothing of the draft's own runs. A draft moves cases: ends with 1. */
function afterARun(words) {
  return Array.from({ length: times }, () => {
    rmSync(kept, { recursive: true, force: true });
    cpSync(before, kept, { recursive: true, preserveTimestamps: true });
    return run(words, 1, 1)[0];
  });
}

function run(words, count, ends = 0) {
  return measured(words, count, { cwd: folder, ends, env: { CI: "", AVTAL_CACHE: kept } });
}
