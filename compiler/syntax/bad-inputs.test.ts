// Files that no person would write, by their numbers in the list of faults.
// Rule: refused with a code, in no time, with a tree and without an exception.

import { describe, expect, test } from "vitest";
import { parseFile } from "./from-text.ts";

function codes(text: string): readonly string[] {
  return parseFile({ path: "x.avtal", text }).problems.map((problem) => problem.code);
}

const head = 'språk sv\n\növerenskommelse x "X"\n\n';

describe("A01 nothing to read", () => {
  test.each(["", " \n\t\n", "# bara\n## kommentarer\n", "\uFEFF"])("%j", (text) => {
    const { tree, problems } = parseFile({ path: "x.avtal", text });
    expect(problems.map((problem) => problem.code)).toEqual(["AV1002"]);
    expect(tree.statements).toEqual([]);
  });

  test("comments are kept, for the editor", () => {
    expect(parseFile({ path: "x", text: "# a\n" }).tree.comments).toHaveLength(1);
  });
});

describe("A02 what is no text", () => {
  test.each([
    ["NUL", "\u0000"],
    ["a lone surrogate", "\uD800"],
    ["the second half of a surrogate pair", "\uDC00"],
    ["the sign for bytes that were no text", "\uFFFD"],
    ["a control sign", "\u0007"],
  ])("%s is refused with its place", (_, sign) => {
    const text = `${head}regel r\n  krävs a${sign} och b${sign}\n`;
    const [problem, ...more] = parseFile({ path: "x", text }).problems;
    expect(more).toEqual([]);
    expect(problem?.code).toBe("AV1006");
    expect(problem?.span.start).toBe(text.indexOf(sign));
  });
});

describe("A05 signs that deceive", () => {
  test("Cyrillic letters that look like ours, with the fix", () => {
    const text = `${head}regel genоmsnitt\n  krävs а\n`;
    const { problems, tree } = parseFile({ path: "x", text });
    expect(problems.map((problem) => problem.code)).toEqual(["AV1007", "AV1007"]);
    expect(problems[0]?.fixes[0]?.edits[0]?.text).toBe("genomsnitt");
    expect(tree.statements[0]).toMatchObject({ name: { text: "genomsnitt" } });
  });

  test("a keyword in another alphabet is still that keyword", () => {
    expect(codes(`${head}rеgel r\n  krävs a\n`)).toEqual(["AV1007"]);
  });

  test("Cyrillic in a quoted text is a quotation", () => {
    expect(codes(`${head}utelämnat "Договор" enligt ök 1\n`)).toEqual([]);
  });

  test("signs that turn the text are refused, also inside texts and comments", () => {
    expect(codes(`${head}utelämnat "a\u202Eb" enligt ök 1 # \u2066c\u2069\n`)).toEqual(["AV1008"]);
  });

  test("soft hyphens and spaces without width are one problem, whose fix removes all of them", () => {
    const text = `${head}regel genom\u00ADsnitt\n  krävs \u200Ba\n`;
    const [problem, ...more] = parseFile({ path: "x", text }).problems;
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ code: "AV1009", fixes: [{ edits: [{ text: "" }, { text: "" }] }] });
  });
});

describe("A06 nesting", () => {
  const nested = (opening: string, closing: string, times: number) =>
    `${head}regel r\n  x = ${opening.repeat(times)}a${closing.repeat(times)}\n  belopp = b\n`;

  test.each([
    ["parentheses", "(\n", ")\n"],
    ["inte", "inte ", ""],
    ["genomsnitt av", "genomsnitt av ", ""],
    ["annars", "a om b annars ", ""],
    ["minsta av", "minsta av (a; ", ") "],
    ["attributes", "månad för ", ""],
    ["påbörjade dygn", "påbörjade dygn från ", " till a"],
  ])("10 000 of %s are refused, and the lines around them are read", (_, opening, closing) => {
    const text = nested(opening, closing, 10_000).replace(/(.{200}) /g, "$1\n");
    const { tree, problems } = parseFile({ path: "x", text });
    expect(problems.map((problem) => problem.code)).toEqual(["AV1005"]);
    expect(tree.statements).toMatchObject([{ kind: "rule", lines: [{ kind: "step", name: { text: "belopp" } }] }]);
  });

  test("a chain of many sums is refused before it can exhaust what walks the tree", () => {
    expect(codes(`${head}begrepp x i dagar\n= a${"\n+ a".repeat(5000)}`)).toContain("AV1005");
  });

  test("64 parentheses are read", () => {
    expect(codes(nested("(", ")", 64))).toEqual([]);
    expect(codes(nested("(", ")", 65))).toEqual(["AV1005"]);
  });

  test("many lines are no nesting", () => {
    expect(codes(`${head}villkor v\n${"  krävs inte (a + b)\n".repeat(300)}`)).toEqual([]);
  });
});

describe("A07 size", () => {
  test("a line of a million signs is refused", () => {
    expect(codes(`${head}# ${"x".repeat(900_000)}`)).toEqual(["AV1004"]);
    expect(codes("(".repeat(999_999))).toEqual(["AV1004"]);
  });

  test("a file of five million signs is refused", () => {
    expect(codes(`${head}${"krävs a\n".repeat(700_000)}`)).toEqual(["AV1003"]);
  });

  test("refusing takes no time, because nothing is read", () => {
    const texts = ["(".repeat(999_999), "krävs a\n".repeat(700_000), "\u0430".repeat(999_999)];
    const before = performance.now();
    for (const text of texts) expect(codes(text)).toHaveLength(1);
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});

test("E11 no pattern takes more than a moment for a long row of almost matching signs", () => {
  const before = performance.now();
  for (const sign of ["a-", "1 000 ", "från ", "# ", '" ', "1.", "räknas (", "\u00AD", "språk ", "2020-"]) {
    codes(`${head}${`${sign.repeat(60)}\n`.repeat(80)}`);
  }
  expect(performance.now() - before).toBeLessThan(40_000);
});

test("A20 names that mean something to JavaScript are data, or refused", () => {
  expect(codes(`${head}begrepp constructor i dagar kod toString\n= prototype\n`)).toEqual([]);
  expect(codes(`${head}begrepp __proto__ i dagar\n= a\n`)).toEqual(["AV1015"]);
  expect(codes(`${head}begrepp a i dagar kod __proto__\n= a\n`)).toEqual(["AV1017"]);
});
