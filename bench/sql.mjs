// The SQL target against SQL written by hand: `node bench/sql.mjs [episodes…] [--times=5] [--without-postgres] [--write]`.
// Puts the sources together and runs them as a process of their own; fails where the answers differ.

import { spawnSync } from "node:child_process";
import { bundled } from "./bundled.mjs";
import { root } from "./measured.mjs";

const outfile = await bundled("sql/main.ts", "sql.mjs");
const { status } = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], { cwd: root, stdio: "inherit" });
process.exit(status ?? 1);
