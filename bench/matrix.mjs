// Measures two claims: every shipped scenario in every wording in under 5 s, and a draft of one limit in under 2 s.

import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { measured, printTable, root, row } from "./measured.mjs";

const times = Number(process.argv[2] ?? "5");
const copy = join(root, ".cache", "bench", "draft", "agreements");
rmSync(copy, { recursive: true, force: true });
mkdirSync(copy, { recursive: true });
cpSync(join(root, "agreements"), copy, { recursive: true });
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

const rows = [
  row("test, all scenarios in all wordings", measured(["test"], times), { milliseconds: 5_000 }),
  row("  the stockholm scenarios alone", measured(["test", "agreements/stockholm"], times), { milliseconds: 5_000 }),
  row("  the same held against the interpreter", measured(["test", "--targets"], 1), { milliseconds: 60_000 }),
];
printTable(rows);

// A draft moves cases, so the command ends with 1: what it says first is shown beside its time.
const start = performance.now();
const draft = spawnSync(
  process.execPath,
  [join(root, "cli/dist/avtal.js"), "test", "agreements/stockholm/scenarios/gransen.yaml"],
  { cwd: join(copy, ".."), encoding: "utf8", maxBuffer: 1 << 28 },
);
const milliseconds = Math.round(performance.now() - start);
console.log(`\ndraft 1,3 → 1,2, gransen.yaml: ${milliseconds / 1000} s (claim < 2 s), exit ${draft.status}`);
console.log(draft.stdout.split("\n")[0]);
