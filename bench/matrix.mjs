// Measures two claims: every shipped scenario in every wording in under 5 s, and a draft of one limit in under 2 s.

import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
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

// A draft moves cases, so the command ends with 1.
const inDraft = { cwd: join(copy, ".."), ends: 1 };
const drafts = {
  limit: measured(["test", "agreements/stockholm/scenarios/gransen.yaml"], times, inDraft),
  stockholm: measured(["test", "agreements/stockholm"], times, inDraft),
  all: measured(["test"], times, inDraft),
};
printTable([
  row("test, all scenarios in all wordings", measured(["test"], times), { milliseconds: 5_000 }),
  row("  the stockholm scenarios alone", measured(["test", "agreements/stockholm"], times), { milliseconds: 5_000 }),
  row("  the same held against the interpreter", measured(["test", "--targets"], 1), { milliseconds: 60_000 }),
  row("draft 1,3 → 1,2: the scenarios of the limit", drafts.limit, { milliseconds: 2_000 }),
  row("  all stockholm scenarios", drafts.stockholm, { milliseconds: 2_000 }),
  row("  all scenarios", drafts.all, { milliseconds: 2_000 }),
]);
for (const runs of Object.values(drafts)) console.log(runs[0].stdout.split("\n")[0]);
console.log(`${availableParallelism()} processors, load ${loadavg()[0].toFixed(1)} at the end`);
