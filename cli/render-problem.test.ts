import { expect, test } from "vitest";
import type { Problem } from "@avtal/compiler/problem";
import { replaceWith } from "@avtal/compiler/problem";
import { dataProblem } from "@avtal/replay/data-problem";
import { renderDataProblem, renderProblem } from "./render-problem.ts";
import { noColours } from "./terminal.ts";

const text = "språk sv\n\nregel genomsnitt\n  när överskott överstiger 0 kr\n  överskott = medeldagar - gräns\n";
const at = (words: string): { file: string; start: number; end: number } => {
  const start = text.indexOf(words);
  return { file: "stockholm/2020.avtal", start, end: start + words.length };
};

const problem: Problem = {
  code: "AV3002",
  severity: "error",
  span: at("0 kr"),
  title: { sv: "pengar där dagar behövs", en: "money where days are needed" },
  headline: { sv: "Jag jämför dagar med kronor.", en: "I compare days with kronor." },
  cause: { sv: "`överskott` är ett antal dagar.", en: "`överskott` is a number of days." },
  advice: { sv: "Skriv gränsen i dagar.", en: "Write the limit in days." },
  fixes: [replaceWith(at("0 kr"), "0 dagar")],
  related: [{ span: at("medeldagar - gräns"), says: { sv: "Här blir det dagar:", en: "Here it becomes days:" } }],
};

test("a problem has a frame, its line with a mark, the related line, advice, the fix and its page", () => {
  const rendered = renderProblem(
    problem,
    () => text,
    (path) => `agreements/${path}`,
    { lang: "sv", colours: noColours },
  );
  const [frame, ...rest] = rendered.split("\n");
  expect(frame).toBe("── AV3002 · PENGAR DÄR DAGAR BEHÖVS ─────── agreements/stockholm/2020.avtal:4:28");
  expect(rest).toEqual([
    "",
    "Jag jämför dagar med kronor.",
    "",
    "   4 │   när överskott överstiger 0 kr",
    "     │                            ^^^^",
    "`överskott` är ett antal dagar.",
    "",
    "Här blir det dagar:",
    "",
    "   5 │   överskott = medeldagar - gräns",
    "     │               ------------------",
    "",
    "Skriv gränsen i dagar.",
    "",
    "  → Skriv `0 dagar`",
    "    avtal check --fix",
    "",
    "Mer: avtal förklara AV3002",
    "",
  ]);
});

test("in English every word is English but the agreement's own", () => {
  const rendered = renderProblem(
    problem,
    () => text,
    (path) => path,
    { lang: "en", colours: noColours },
  );
  expect(rendered).toContain("MONEY WHERE DAYS ARE NEEDED");
  expect(rendered).toContain("More: avtal explain AV3002");
  expect(rendered).not.toContain("Skriv gränsen");
});

test("signs that move the cursor or turn the line are shown as squares", () => {
  const hidden = "a\u001b[31m\u202eb";
  const span = { file: "x", start: 0, end: 1 };
  const rendered = renderProblem(
    { ...problem, span, related: [], fixes: [] },
    () => hidden,
    (path) => path,
    {
      lang: "sv",
      colours: noColours,
    },
  );
  expect(rendered).toContain("   1 │ a□[31m□b");
});

test("a mark far out on a very long line is shown with what stands around it", () => {
  const long = `${"x".repeat(100_000)}FEL${"y".repeat(100_000)}`;
  const span = { file: "x", start: 100_000, end: 100_003 };
  const rendered = renderProblem(
    { ...problem, span, related: [], fixes: [] },
    () => long,
    (path) => path,
    {
      lang: "sv",
      colours: noColours,
    },
  );
  const [line = "", marks = ""] = rendered.split("\n").slice(4, 6);
  expect(line.length).toBeLessThan(120);
  expect(line.slice(marks.indexOf("^"), marks.lastIndexOf("^") + 1)).toBe("FEL");
});

test("a problem of data names file, row and column", () => {
  const rendered = renderDataProblem(
    dataProblem({
      code: "AV9108",
      file: "mars.csv",
      row: 17,
      column: "care_contact",
      headline: { sv: "Varken eller.", en: "Neither." },
      advice: { sv: "Skriv ja eller nej.", en: "Write yes or no." },
    }),
    { lang: "sv", colours: noColours },
  );
  expect(rendered.split("\n")[0]).toMatch(/^── AV9108 · VARKEN JA ELLER NEJ ─+ mars\.csv rad 17, care_contact$/);
  expect(rendered.split("\n")[0]).toHaveLength(80);
});
