// Builds the extension in `dist/extension/`: client and server as one file each, for desktop and for browser.
// Rule: what lies there is all that is shipped; nothing in it is fetched, and nothing of a workspace is run.

import { build } from "esbuild";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parquetInBundle } from "./parquet-in-bundle.mjs";

const room = dirname(fileURLToPath(import.meta.url));
const root = dirname(room);
const out = join(room, "dist/extension");

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await bundle("client/node.ts", "client.js", "node");
await bundle("client/browser.ts", "client-browser.js", "browser");
await bundle("server/node.ts", "server.js", "node");
await bundle("server/browser.ts", "server-browser.js", "browser");
await bundle("workshop/node.ts", "workshop.js", "node");
await bundle("workshop/browser.ts", "workshop-browser.js", "browser");
await writeMade();
for (const name of ["package.nls.json", "language-configuration.json", "icons", "walkthrough"]) {
  cpSync(join(room, name), join(out, name), { recursive: true });
}
cpSync(join(root, "LICENSE"), join(out, "LICENSE.txt"));
cpSync(join(room, "README.md"), join(out, "README.md"));
cpSync(join(root, "docs/problems"), join(out, "problems"), { recursive: true });
writeManifest();
// Everything in the folder is shipped.
writeFileSync(join(out, ".vscodeignore"), "");

async function bundle(entry, name, platform) {
  await build({
    absWorkingDir: root,
    entryPoints: [join(room, entry)],
    outfile: join(out, name),
    bundle: true,
    minify: true,
    // A worker of the browser is no module; everything else is loaded as CommonJS.
    format: platform === "browser" && !entry.startsWith("client/") ? "iife" : "cjs",
    platform,
    target: "es2022",
    conditions: ["avtal-source"],
    ...(platform === "browser" ? { alias: { "node:util": join(room, "workshop/deep-equal.ts") } } : {}),
    // The browser's workshop reads no data file.
    plugins: name === "workshop.js" ? [parquetInBundle] : [],
    external: ["vscode", "@duckdb/node-bindings", "ts-morph"],
    legalComments: "none",
    charset: "utf8",
    logLevel: "warning",
  });
}

/** The makers are TypeScript of the project: bundled in memory and run. */
async function writeMade() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [join(room, "contributions/made.ts")],
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    conditions: ["avtal-source"],
    write: false,
    logLevel: "warning",
  });
  const code = Buffer.from(outputFiles[0].contents).toString("base64");
  const { madeContributions } = await import(`data:text/javascript;base64,${code}`);
  for (const [name, text] of madeContributions()) writeFileSync(join(out, name), text);
}

/** VS Code reads the bundles as CommonJS, so the manifest that is shipped does not speak of modules. */
function writeManifest() {
  const manifest = JSON.parse(readFileSync(join(room, "package.json"), "utf8"));
  delete manifest.type;
  delete manifest.private;
  writeFileSync(join(out, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}
