// Every code of the AV8 families has its title, its page and a place that reports it, and nothing else has.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Words } from "@avtal/compiler/problem";
import { filesBelow } from "../../test/harness/folder-workspace.ts";
import { differenceTitles } from "./av84-differences.ts";
import { evidenceTitles } from "./av86-evidence.ts";
import { scenarioTitles } from "./av8-scenarios.ts";
import { witnessTitles } from "./av85-witness.ts";

const titles: Readonly<Record<string, Words>> = {
  ...scenarioTitles,
  ...differenceTitles,
  ...witnessTitles,
  ...evidenceTitles,
};

const root = join(import.meta.dirname, "../..");
const sources = ["replay", "report", "cli", "test"]
  .flatMap((room) => filesBelow(join(root, room)))
  .filter((path) => path.endsWith(".ts") && !/node_modules|[/\\]dist[/\\]|problem-titles/.test(path));
const textsOf = (isTest: boolean): string[] =>
  sources.filter((path) => path.endsWith(".test.ts") === isTest).map((path) => readFileSync(path, "utf8"));
const [code, tests] = [textsOf(false), textsOf(true)];

describe.each(Object.entries(titles))("%s", (name, title) => {
  test("has a page that opens with its title, speaks both languages and shows what goes wrong and what is right", () => {
    const page = join(root, "docs/problems", `${name}.md`);
    expect(existsSync(page), page).toBe(true);
    const text = readFileSync(page, "utf8");
    expect(text.split("\n")[0]).toBe(`# ${name} · ${title.sv} / ${title.en}`);
    const [, swedish = "", english = ""] = text.split(/^## (?:Svenska|English)$/mu);
    for (const part of [swedish, english]) expect(part.split("```").length, name).toBeGreaterThanOrEqual(5);
  });

  test("is reported somewhere, and a test names it", () => {
    expect(code.some((text) => text.includes(`"${name}"`))).toBe(true);
    expect(tests.some((text) => text.includes(name))).toBe(true);
  });
});

test("no page speaks of a code of these families that does not exist", () => {
  const pages = readdirSync(join(root, "docs/problems")).map((name) => name.slice(0, 6));
  expect(pages.filter((name) => name.startsWith("AV8") && !Object.hasOwn(titles, name))).toEqual([]);
});
