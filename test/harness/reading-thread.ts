// The file from which a reading thread starts, built from the sources: tests run on these, a thread from a file.

import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { threadId } from "node:worker_threads";
import { buildSync } from "esbuild";
import type { ReadingThread } from "@avtal/replay/read/thread/reading-thread";

const root = fileURLToPath(new URL("../..", import.meta.url));
let script: string | undefined;

/** For files of any size. */
export function readingThread(blockBytes: number): ReadingThread {
  return { script: (script ??= built("cli/reading-thread.ts")), blockBytes, leastBytes: 0 };
}

/** Gives the path of a file with all that `entry` leads to, in the folder of this run of tests. */
function built(entry: string): string {
  const folder = process.env["AVTAL_SAMPLES"] ?? tmpdir();
  const outfile = join(folder, `reading-thread-${process.pid}-${threadId}.mjs`);
  buildSync({
    entryPoints: [join(root, entry)],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    conditions: ["avtal-source"],
    external: ["@duckdb/node-bindings"],
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    logLevel: "error",
  });
  return outfile;
}
