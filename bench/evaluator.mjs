// The evaluator against hand-written code: `node bench/evaluator.mjs [episodes…] [--times=7] [--write]`.
// Puts the sources together and runs them as processes of their own; fails where a rival gives other lines.

import { spawnSync } from "node:child_process";
import { bundled } from "./bundled.mjs";
import { root } from "./measured.mjs";

await bundled("evaluator/one-group.ts", "evaluator-group.mjs");
const outfile = await bundled("evaluator/main.ts", "evaluator.mjs");
const { status } = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], { cwd: root, stdio: "inherit" });
process.exit(status ?? 1);
