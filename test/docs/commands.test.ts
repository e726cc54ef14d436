// Every command line in the papers is one that there is: command, words and options as they can be typed today.
// Rule: nothing is run here; what commands do is tested where they are.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CommanderError } from "commander";
import { describe, expect, test } from "vitest";
import { commandLine } from "../../cli/command-line.ts";
import { terminalOf } from "../../cli/terminal.ts";

const root = join(import.meta.dirname, "../..");
const pagesIn = (folder: string): string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name));
const papers = [
  ...pagesIn(".").filter((name) => !name.startsWith("CHANGELOG")),
  ...pagesIn("docs"),
  ...pagesIn("docs/problems"),
  ...readdirSync(join(root, "agreements"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => pagesIn(`agreements/${entry.name}`)),
];
const shown = papers.flatMap((path) =>
  commandsIn(readFileSync(join(root, path), "utf8")).map((line) => ({ path, line })),
);

const swedish: Readonly<Record<string, string>> = {
  check: "granska",
  run: "kör",
  diff: "jämför",
  verify: "verifiera",
  build: "bygg",
  witness: "vittne",
  readings: "tolkningar",
  sweep: "svep",
};

test("the papers show commands of every sort", () => {
  const named = new Set(shown.map(({ line }) => line.split(" ")[1]));
  const missing = ["check", "run", "diff", "verify", "build", "witness", "readings", "sweep"].filter(
    (name) => !named.has(name) && ![...named].some((word) => swedish[name] === word),
  );
  expect(missing).toEqual([]);
});

describe.each([...new Set(shown.map(({ path }) => path))])("%s", (paper) => {
  test("shows only commands that there are", async () => {
    const wrong: string[] = [];
    for (const { line } of shown.filter(({ path }) => path === paper)) {
      const problem = await problemOf(line);
      if (problem !== undefined) wrong.push(`${line}: ${problem}`);
    }
    expect(wrong).toEqual([]);
  });
});

/** Lines of fenced blocks, and of tables and prose in back quotes, that begin with `avtal`. */
function commandsIn(text: string): string[] {
  const blocks = [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap((found) => (found[1] ?? "").split("\n"));
  const inline = [...text.matchAll(/`(avtal [^`\n]*)`/g)].map((found) => found[1] ?? "");
  return [...blocks, ...inline]
    .map((line) => line.replace(/^(npx|\$) /, "").replace(/\s+[#&].*$/, ""))
    .filter((line) => /^avtal [a-zåäö]/.test(line) && !line.includes("…"));
}

/** A command that is only named, as in a sentence, need not be whole. */
const incomplete = [
  "commander.missingArgument",
  "commander.missingMandatoryOptionValue",
  "commander.optionMissingArgument",
];

/** What the command line has against it; undefined where it would begin its work. */
async function problemOf(line: string): Promise<string | undefined> {
  const words = [...line.matchAll(/"([^"]*)"|((?:[^\s"]|"[^"]*")+)/g)].map((found) => found[1] ?? found[2] ?? "");
  const program = commandLine({ terminal: terminalOf("en"), does: () => Promise.resolve() });
  try {
    await program.parseAsync(words.slice(1), { from: "user" });
    return undefined;
  } catch (error) {
    if (error instanceof CommanderError && incomplete.includes(error.code)) return undefined;
    return error instanceof Error ? error.message : String(error);
  }
}
