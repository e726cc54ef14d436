// The evaluator against hand-written code: `node bench/evaluator.mjs [episodes…] [--times=7] [--write]`.
// Puts the sources together and runs them as a process of their own; fails where a rival gives other lines.

import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "./measured.mjs";

const outfile = join(root, ".cache", "bench", "evaluator.mjs");
mkdirSync(join(root, ".cache", "bench"), { recursive: true });
await build({
  entryPoints: [join(root, "bench", "evaluator", "main.ts")],
  outfile,
  bundle: true,
  format: "esm",
  platform: "node",
  conditions: ["avtal-source"],
  external: ["@duckdb/node-api", "ts-morph", "@gorules/zen-engine", "json-rules-engine", "publicodes"],
  banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  logLevel: "error",
});
const { status } = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], { cwd: root, stdio: "inherit" });
process.exit(status ?? 1);
