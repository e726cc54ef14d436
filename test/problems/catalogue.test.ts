// Every code that exists has its title, its page, its test folder and a place that reports it, and nothing else has.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Words } from "@avtal/compiler/problem";
import { titles } from "@avtal/compiler/problem-titles/catalogue";
import { filesBelow } from "../harness/folder-workspace.ts";

const root = join(import.meta.dirname, "../..");
const folders = readdirSync(import.meta.dirname).filter((name) => /^AV\d{4}-/.test(name));
const code = ["compiler", "runtime"]
  .flatMap((room) => filesBelow(join(root, room)))
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"));
const reporting = code.filter((path) => !path.includes("problem-titles")).map((path) => readFileSync(path, "utf8"));
const tests = filesBelow(root).filter((path) => path.endsWith(".test.ts") && !path.includes("node_modules"));

describe.each(Object.entries<Words>(titles))("%s", (name, title) => {
  test("has a page that opens with its title", () => {
    const page = join(root, "docs/problems", `${name}.md`);
    expect(existsSync(page), page).toBe(true);
    const text = readFileSync(page, "utf8");
    expect(text.split("\n")[0]).toBe(`# ${name} · ${title.sv} / ${title.en}`);
    expect(text).toContain("## Svenska");
    expect(text).toContain("## English");
  });

  test("has a test folder, or a test that names it", () => {
    const named =
      folders.some((folder) => folder.startsWith(name)) ||
      tests.some((path) => readFileSync(path, "utf8").includes(name));
    expect(named).toBe(true);
  });

  test("is reported somewhere", () => {
    expect(reporting.some((text) => text.includes(`"${name}"`))).toBe(true);
  });
});

test("no page or folder speaks of a compiler code that does not exist", () => {
  const pages = existsSync(join(root, "docs/problems")) ? readdirSync(join(root, "docs/problems")) : [];
  const known = new Set(Object.keys(titles));
  const strangers = [...pages, ...folders]
    .map((name) => name.slice(0, 6))
    .filter((name) => /^AV[1-7]/.test(name) && !known.has(name));
  expect(strangers).toEqual([]);
});
