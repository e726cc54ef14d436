import { describe, expect, test } from "vitest";
import { documentNamed, documentsFrom } from "./test-documents.ts";
import { written } from "./written.ts";

function definition(text: string): string {
  const read = documentsFrom({ "a.avtal": `ordlista a "A" begrepp x i dagar = ${text}` });
  return written(documentNamed("a", read).terms.get("x")?.[0]?.it.definition);
}

describe("one thing written in two ways is the same", () => {
  test.each([
    ["2,0 dagar", "2 dagar"],
    ["2,50 dagar", "2,5 dagar"],
    ["7 800 dagar", "7800 dagar"],
    ["(a + b)", "a + b"],
    ["((a)) * b", "a * b"],
    ["a om b är c annars d", "a   om b är c\n  annars (d)"],
  ])("%s and %s", (one, other) => {
    expect(definition(one)).toBe(definition(other));
  });
});

describe("two things are not", () => {
  test.each([
    ["2,0 dagar", "20 dagar"],
    ["2 dagar", "2 vardagar"],
    ["a * (b + c)", "a * b + c"],
    ["a - (b - c)", "a - b - c"],
    ["a", "ord.a"],
    [`a om b är "x y" annars c`, `a om b är "xy" annars c`],
    ["(genomsnitt av a per b)", "(genomsnitt av a)"],
    ["kalenderdagar från a (räknas) till b (räknas)", "kalenderdagar från a (räknas) till b (räknas inte)"],
  ])("%s and %s", (one, other) => {
    expect(definition(one)).not.toBe(definition(other));
  });
});
