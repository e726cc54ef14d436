// The SQL target against SQL written by hand, and `avtal run` of a file against SQL that checks what it reads:
// `node bench/sql.mjs [episodes…] [--times=5] [--without-postgres] [--without-files] [--write]`.
// Puts the sources together and runs them as a process of their own; fails where the answers differ.

import { spawnSync } from "node:child_process";
import { bundled } from "./bundled.mjs";
import { root } from "./measured.mjs";

await bundled("sql/in-typescript.ts", "sql-typescript.mjs");
const outfile = await bundled("sql/main.ts", "sql.mjs");
const { status } = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], { cwd: root, stdio: "inherit" });
process.exit(status ?? 1);
