import { expect, test } from "vitest";
import type { Fix, Problem } from "@avtal/compiler/problem";
import { withFixes } from "./apply-fixes.ts";

const words = { sv: "", en: "" };
const fix = (start: number, end: number, text: string, file = "a"): Fix => ({
  label: words,
  edits: [{ span: { file, start, end }, text }],
});
const problem = (...fixes: readonly Fix[]): Problem => ({
  code: "AV1001",
  severity: "error",
  span: { file: "a", start: 0, end: 1 },
  title: words,
  headline: words,
  cause: words,
  advice: words,
  fixes,
  related: [],
});
const texts = new Map([
  ["a", "0123456789"],
  ["b", "xyz"],
]);

test("fixes are applied from the end, in every file", () => {
  const { changed, count } = withFixes(
    [problem(fix(1, 2, "EN")), problem(fix(8, 9, "")), problem(fix(0, 3, "Z", "b"))],
    texts,
  );
  expect([count, changed.get("a"), changed.get("b")]).toEqual([3, "0EN2345679", "Z"]);
});

test("a problem with two fixes is left to its author, and so is one that touches another", () => {
  const two = problem(fix(1, 2, "a"), fix(1, 2, "b"));
  expect(withFixes([two], texts).count).toBe(0);
  const { changed, count } = withFixes([problem(fix(1, 3, "A")), problem(fix(3, 4, "B"))], texts);
  expect([count, changed.get("a")]).toEqual([1, "0A3456789"]);
});

test("a fix in a file that is not at hand is not made", () => {
  expect(withFixes([problem(fix(0, 1, "", "c"))], texts).count).toBe(0);
});
