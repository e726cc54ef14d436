// Holds the table of rooms in ARCHITECTURE.md against the imports in the code.
// Rule: imports point one way; each outside package has one keeper.

import { readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { describe, expect, test } from "vitest";
import { filesBelow } from "../harness/folder-workspace.ts";

const root = join(import.meta.dirname, "../..");

/** Room → packages that it may import. Node's own modules are allowed only where `disk` or they themselves are named. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  grammar: ["chevrotain"],
  runtime: [],
  compiler: ["@avtal/grammar", "@avtal/runtime", "ts-morph", "yaml"],
  replay: ["@avtal/compiler", "@avtal/runtime", "@duckdb/node-bindings", "pg", "yaml", "vitest", "z3-solver", "disk"],
  report: ["@avtal/compiler", "@avtal/replay", "@avtal/runtime", "echarts", "exceljs", "node:events", "node:zlib"],
  "language-server": [
    "@avtal/compiler",
    "@avtal/grammar",
    "@avtal/replay",
    "@avtal/runtime",
    "vscode-languageserver",
    "vscode-languageserver-textdocument",
    "disk",
  ],
  "vscode-extension": [
    "@avtal/grammar",
    "@avtal/runtime",
    "@avtal/compiler",
    "@avtal/replay",
    "@avtal/language-server",
    "vscode",
    "vscode-languageclient",
    "hyparquet",
    "fzstd",
    "node:zlib",
    "disk",
  ],
  cli: [
    "@avtal/grammar",
    "@avtal/runtime",
    "@avtal/compiler",
    "@avtal/replay",
    "@avtal/report",
    "@avtal/language-server",
    "commander",
    "picocolors",
    "disk",
  ],
};

/** Outside package → the only files or folders that may import it. */
const keepers: Readonly<Record<string, readonly string[]>> = {
  chevrotain: ["grammar/"],
  "ts-morph": ["compiler/emit/typescript/module.ts"],
  "@duckdb/node-bindings": ["replay/duckdb/"],
  pg: ["replay/engines/postgres.ts"],
  commander: ["cli/"],
  echarts: ["report/plots/"],
  exceljs: ["report/workbook/"],
  "vscode-languageserver": ["language-server/"],
  vscode: ["vscode-extension/client/"],
  "vscode-languageclient": ["vscode-extension/client/"],
  hyparquet: ["vscode-extension/workshop/read-parquet.ts", "vscode-extension/workshop/parquet-text.ts"],
  fzstd: ["vscode-extension/workshop/read-parquet.ts"],
  vitest: ["replay/scenarios/vitest.ts"],
  "z3-solver": ["replay/witness/second-opinion/z3.ts"],
};

describe.each(Object.entries(rooms))("%s", (room, allowed) => {
  test("imports only what its row in the table allows", () => {
    const strangers = sourcesOf(room).flatMap((path) =>
      importsOf(path)
        .filter((name) => !name.startsWith("."))
        .map((name) => (name.startsWith("node:") && !allowed.includes(name) ? "disk" : packageOf(name)))
        .filter((name) => name !== `@avtal/${room}` && !allowed.includes(name))
        .map((name) => `${shown(path)} imports ${name}`),
    );
    expect(strangers).toEqual([]);
  });
});

test("each outside package is imported by its keeper alone", () => {
  const strangers = Object.keys(rooms).flatMap((room) =>
    sourcesOf(room).flatMap((path) =>
      importsOf(path)
        .map(packageOf)
        .filter((name) => keepers[name]?.every((keeper) => !shown(path).startsWith(keeper)))
        .map((name) => `${shown(path)} imports ${name}`),
    ),
  );
  expect(strangers).toEqual([]);
});

test("nothing outside test and bench imports from test or bench", () => {
  const strangers = Object.keys(rooms).flatMap((room) =>
    sourcesOf(room)
      .filter((path) => importsOf(path).some((name) => /(^|\/)(test|bench)\//.test(name)))
      .map(shown),
  );
  expect(strangers).toEqual([]);
});

test("an action of the command line knows nothing of the command that starts it", () => {
  const strangers = sourcesOf("cli/actions").filter((path) =>
    importsOf(path).some((name) => name.includes("commands/")),
  );
  expect(strangers.map(shown)).toEqual([]);
});

test("ARCHITECTURE.md names every room of the table", () => {
  const text = readFileSync(join(root, "ARCHITECTURE.md"), "utf8");
  expect(Object.keys(rooms).filter((room) => !text.includes(`\`${room}/\``))).toEqual([]);
});

function sourcesOf(room: string): string[] {
  return filesBelow(join(root, room)).filter(
    (path) =>
      path.endsWith(".ts") && !path.endsWith(".test.ts") && !/node_modules|[/\\](dist|samples)[/\\]|golden/.test(path),
  );
}

function importsOf(path: string): string[] {
  const text = readFileSync(path, "utf8");
  return [
    ...text.matchAll(/^\s*(?:import|export)\b[^"'`;]*?from\s+"([^"]+)"|\bimport\("([^"]+)"\)|^import\s+"([^"]+)"/gm),
  ].map((found) => found[1] ?? found[2] ?? found[3] ?? "");
}

function packageOf(name: string): string {
  const parts = name.split("/");
  return name.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] ?? name);
}

function shown(path: string): string {
  return relative(root, path).split(sep).join("/");
}
