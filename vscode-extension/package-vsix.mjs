// Packs `dist/extension/` as `dist/avtal.vsix`.
// Rule: the packager is set up outside the tree's lock; a file larger than 3 MB is refused.

import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const room = dirname(fileURLToPath(import.meta.url));
const vsix = join(room, "dist/avtal.vsix");
const greatestSize = 3_000_000;

execFileSync(
  process.execPath,
  [
    join(room, "../.cache/vsce/node_modules/@vscode/vsce/vsce"),
    "package",
    "--no-dependencies",
    "--allow-missing-repository",
    "--out",
    vsix,
  ],
  { cwd: join(room, "dist/extension"), stdio: ["ignore", "ignore", "inherit"] },
);
const { size } = statSync(vsix);
if (size > greatestSize) throw new Error(`The extension is ${size} bytes; ${greatestSize} are allowed.`);
console.log(`vscode-extension/dist/avtal.vsix: ${size} bytes`);
