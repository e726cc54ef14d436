// Builds what people run and import: the command line in cli/dist, and the runtime that generated modules import.
// Rule: the same sources give the same bytes; nothing here reads a clock or the network.

import { build } from "esbuild";
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = dirname(fileURLToPath(import.meta.url));

await buildCommandLine();
buildRuntime();

/** One file a command, loaded when it is needed: start-up pays only for what runs. */
async function buildCommandLine() {
  const out = join(root, "cli/dist");
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ["cli/avtal.ts", "cli/generate.ts", "cli/scenario-thread.ts", "cli/reading-thread.ts"].filter((path) =>
      existsSync(join(root, path)),
    ),
    outdir: out,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    conditions: ["avtal-source"],
    external: ["@duckdb/node-bindings", "pg", "ts-morph", "z3-solver"],
    chunkNames: "chunks/[name]-[hash]",
    legalComments: "none",
    charset: "utf8",
    // Bundled CommonJS packages ask for Node's own modules by `require`.
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    logLevel: "warning",
    write: false,
  });
  // The build before stays whole until this one is: chunks are named by their contents, and stale ones go last.
  const written = new Set(outputFiles.map(({ path }) => path));
  for (const { path, contents } of [...outputFiles].reverse()) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, contents);
  }
  chmodSync(join(out, "avtal.js"), 0o755);
  for (const name of existsSync(join(out, "chunks")) ? readdirSync(join(out, "chunks")) : []) {
    if (!written.has(join(out, "chunks", name))) rmSync(join(out, "chunks", name));
  }
  const pages = join(root, "docs/problems");
  if (existsSync(pages)) cpSync(pages, join(out, "problems"), { recursive: true });
  cpSync(join(root, "cli/template"), join(out, "template"), { recursive: true });
}

/** Plain JavaScript and declarations, file by file: `@avtal/runtime/ratio` is `runtime/dist/ratio.js`. */
function buildRuntime() {
  const folder = join(root, "runtime");
  rmSync(join(folder, "dist"), { recursive: true, force: true });
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .sort()
    .map((name) => join(folder, name));
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2023.d.ts"],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
    rewriteRelativeImportExtensions: true,
    declaration: true,
    noCheck: true,
    types: [],
    rootDir: folder,
    outDir: join(folder, "dist"),
  });
  const { emitSkipped, diagnostics } = program.emit(undefined, (path, text) => {
    mkdirSync(dirname(path), { recursive: true });
    // TypeScript rewrites `./x.ts` in code but not in declarations.
    writeFileSync(path, path.endsWith(".d.ts") ? text.replace(/(from "\.[^"]*)\.ts"/g, '$1.js"') : text);
  });
  if (emitSkipped || diagnostics.length > 0) {
    process.stderr.write(ts.formatDiagnostics(diagnostics, diagnosticHost));
    process.exitCode = 1;
  }
}

const diagnosticHost = {
  getCanonicalFileName: (name) => name,
  getCurrentDirectory: () => root,
  getNewLine: () => "\n",
};
