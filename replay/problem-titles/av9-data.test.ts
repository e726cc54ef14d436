// Every code of the family has its title, its page and a place that reports it, and nothing else has.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Words } from "@avtal/compiler/problem";
import { filesBelow } from "../../test/harness/folder-workspace.ts";
import { dataTitles } from "./av9-data.ts";

const root = join(import.meta.dirname, "../..");
const sources = ["replay", "cli"]
  .flatMap((room) => filesBelow(join(root, room)))
  .filter((path) => path.endsWith(".ts") && !/node_modules|[/\\]dist[/\\]/.test(path));
const texts = (kept: (path: string) => boolean): string[] =>
  sources.filter((path) => kept(path) && !path.includes("problem-titles")).map((path) => readFileSync(path, "utf8"));
const code = texts((path) => !path.endsWith(".test.ts"));
const endToEnd = filesBelow(join(root, "test")).filter((path) => path.endsWith(".test.ts"));
const tests = [...texts((path) => path.endsWith(".test.ts")), ...endToEnd.map((path) => readFileSync(path, "utf8"))];

describe.each(Object.entries<Words>(dataTitles))("%s", (name, title) => {
  test("has a page that opens with its title and speaks both languages", () => {
    const page = join(root, "docs/problems", `${name}.md`);
    expect(existsSync(page), page).toBe(true);
    const text = readFileSync(page, "utf8");
    expect(text.split("\n")[0]).toBe(`# ${name} · ${title.sv} / ${title.en}`);
    expect(text).toContain("## Svenska");
    expect(text).toContain("## English");
  });

  test("is reported somewhere, and a test names it", () => {
    expect(code.some((text) => text.includes(`"${name}"`))).toBe(true);
    expect(tests.some((text) => text.includes(name))).toBe(true);
  });
});

test("no page speaks of a data code that does not exist", () => {
  const pages = readdirSync(join(root, "docs/problems")).map((name) => name.slice(0, 6));
  expect(pages.filter((name) => name.startsWith("AV9") && !Object.hasOwn(dataTitles, name))).toEqual([]);
});
