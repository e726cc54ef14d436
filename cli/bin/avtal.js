#!/usr/bin/env node
// What `npx avtal` starts: there from the first install on, before anything is built.

import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const built = new URL("../dist/avtal.js", import.meta.url);
if (existsSync(fileURLToPath(built))) await import(built.href);
else {
  process.stderr.write("avtal är inte byggt än / is not built yet: npm run build\n");
  process.exitCode = 4;
}
