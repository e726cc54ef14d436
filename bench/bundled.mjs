// Puts the sources of a measurement together into one file of its own, as the command line is put together.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "./measured.mjs";

/** `entry` and `name`: below `bench/` and `.cache/bench/`; gives the path of the file. */
export async function bundled(entry, name) {
  const outfile = join(root, ".cache", "bench", name);
  mkdirSync(join(root, ".cache", "bench"), { recursive: true });
  await build({
    entryPoints: [join(root, "bench", entry)],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    conditions: ["avtal-source"],
    external: [
      "@duckdb/node-api",
      "@duckdb/node-bindings",
      "ts-morph",
      "esbuild",
      "pg",
      "@gorules/zen-engine",
      "json-rules-engine",
      "publicodes",
    ],
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    logLevel: "error",
  });
  return outfile;
}
