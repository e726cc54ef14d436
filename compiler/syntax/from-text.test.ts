// What the tree says of the samples, and that it says the same however the file was saved.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { convertFile } from "../format/format.ts";
import type { RuleLine, Statement } from "./ast.ts";
import { parseFile } from "./from-text.ts";
import { plain, sample, sampleNames } from "./samples/samples.ts";

/** The statement type that may have this kind. */
type Of<Kind, Each = Statement> = Each extends Statement ? (Kind extends Each["kind"] ? Each : never) : never;

function statement<Kind extends Statement["kind"]>(text: string, kind: Kind): Of<Kind> {
  const { tree, problems } = parseFile({ path: "x.avtal", text: `språk sv\n\nordlista x "X"\n\n${text}` });
  expect(problems).toEqual([]);
  const found = tree.statements.find((each): each is Statement & Of<Kind> => each.kind === kind);
  if (found === undefined) throw new Error(`no ${kind}`);
  return found;
}

function ruleLines(lines: string): readonly RuleLine[] {
  return statement(`regel r\n${lines}`, "rule").lines;
}

function term(expression: string): unknown {
  return plain(statement(`begrepp t i dagar\n  = ${expression}`, "term").definition);
}

describe("the samples", () => {
  test.each(sampleNames)("%s is read without problems", (name) => {
    expect(parseFile(sample(name)).problems).toEqual([]);
  });

  test.each(sampleNames)("%s gives the same tree with English keywords", (name) => {
    const english = convertFile(sample(name), "en") ?? "";
    const { tree, problems } = parseFile({ path: name, text: english });
    expect(problems).toEqual([]);
    expect(tree.language).toBe("en");
    expect(plain(tree)).toEqual(plain(parseFile(sample(name)).tree));
  });

  test.each(sampleNames)("every place in %s lies in its text, and names stand where their places say", (name) => {
    const source = sample(name);
    visit(parseFile(source).tree, (node) => {
      const { start, end } = node.span;
      expect(start >= 0 && end >= start && end <= source.text.length).toBe(true);
      if (node.kind === "name" && node.document === undefined && node.text !== "") {
        expect([node.text, "dygnet"]).toContain(source.text.slice(start, end));
      }
    });
  });
});

interface Placed {
  readonly span: { readonly start: number; readonly end: number };
  readonly kind?: unknown;
  readonly document?: unknown;
  readonly text?: unknown;
}

function visit(value: unknown, see: (node: Placed) => void): void {
  if (typeof value !== "object" || value === null) return;
  if ("span" in value) see(value as Placed);
  for (const [key, inner] of Object.entries(value)) if (key !== "span") visit(inner, see);
}

describe("expressions", () => {
  const name = (text: string) => ({ kind: "name", text });
  const one = (digits: string, unit?: string) => ({ kind: "number", digits, ...(unit === undefined ? {} : { unit }) });

  test("product before sum, both to the left", () => {
    expect(term("a - b - c * d / e")).toMatchObject({
      operator: "-",
      left: { operator: "-", left: name("a"), right: name("b") },
      right: { operator: "/", left: { operator: "*", left: name("c"), right: name("d") }, right: name("e") },
    });
  });

  test("`inte` before `och` before `eller` before `om`", () => {
    expect(term("x om inte a och b eller c annars y om d annars z")).toMatchObject({
      kind: "if",
      then: name("x"),
      condition: { kind: "or", left: { kind: "and", left: { kind: "not", of: name("a") } }, right: name("c") },
      otherwise: { kind: "if", then: name("y"), condition: name("d"), otherwise: name("z") },
    });
  });

  test("`vid` and attributes bind tightest", () => {
    expect(term("frist vid dag-noll + 1 dag")).toMatchObject({
      operator: "+",
      left: { kind: "at", of: name("frist"), at: name("dag-noll") },
      right: one("1", "days"),
    });
    expect(term("datum för utskriven + 2 dagar")).toMatchObject({
      left: { kind: "attribute", name: name("datum"), of: name("utskriven") },
    });
  });

  test("an aggregate takes one term, whom it is about, and a condition that reaches to the end", () => {
    expect(term("2 * antal vårdtillfällen där a är minst 1 dag och b")).toMatchObject({
      operator: "*",
      right: { kind: "aggregate", of: { function: "countEpisodes" }, where: { kind: "and" } },
    });
    expect(term("genomsnitt av (genomsnitt av x per kommunen) för vårdtillfällen där a")).toMatchObject({
      kind: "aggregate",
      of: { function: "mean", value: { kind: "parenthesis", per: { name: name("kommunen") } } },
      over: { kind: "episodes" },
      where: name("a"),
    });
    expect(term("summa av x för dygn från a (räknas) till b (räknas inte)")).toMatchObject({
      over: { kind: "days", from: { counted: true, at: name("a") }, to: { counted: false, at: name("b") } },
    });
  });

  test("numbers lose their grouping and keep their decimals; units are told by their words", () => {
    expect(term("7\u00A0800,50 kr")).toEqual(one("7800.50", "kronor"));
    expect(term("2,0 dagar")).toEqual(one("2.0", "days"));
    expect(term("1 dygn + 15 % + 3 timmar")).toMatchObject({
      left: { left: one("1", "careDays"), right: one("15", "percent") },
      right: one("3", "hours"),
    });
  });

  test("clock times are seconds, months have a year, `ja` is a name of the language", () => {
    expect(term("tid efter kl. 12.00")).toMatchObject({ operator: "after", right: { kind: "clock", seconds: 43200 } });
    expect(term("m är 2020-10")).toMatchObject({ right: { kind: "month", year: 2020, month: 10 } });
    expect(term("a är ja")).toMatchObject({ operator: "is", right: name("ja") });
  });

  test("each comparison and test has its own meaning", () => {
    const said = [
      "överstiger",
      "understiger",
      "är minst",
      "är högst",
      "är",
      "är inte",
      "före",
      "efter",
      "senast",
      "tidigast",
    ];
    const read = said.map((word) => (term(`a ${word} b`) as { operator: string }).operator);
    expect(read).toEqual([
      ...[
        "exceeds",
        "fallsBelow",
        "atLeast",
        "atMost",
        "is",
        "isNot",
        "before",
        "after",
        "noLaterThan",
        "noEarlierThan",
      ],
    ]);
    const tests = ["finns", "saknas", "är okänt", "är vardag"].map(
      (word) => (term(`a ${word}`) as { test: string }).test,
    );
    expect(tests).toEqual(["exists", "isMissing", "isUnknown", "isWeekday"]);
  });
});

describe("statements", () => {
  test("a step is a name that `=` follows, wherever its line ends", () => {
    const lines = ruleLines("följer d\nper kommunen och månad för d\nx = a\n+ b\nmånad = 5\nbelopp = x");
    expect(lines.map((line) => line.kind)).toEqual(["follows", "per", "step", "step", "step"]);
  });

  test("`krävs A om C` has no other case", () => {
    expect(plain(ruleLines("krävs a om c")[0] ?? {})).toMatchObject({
      kind: "requires",
      condition: { kind: "if", then: { text: "a" }, condition: { text: "c" } },
    });
  });

  test("the letter of a paragraph belongs to it only before the sign", () => {
    const lines = ruleLines("krävs a enligt lus 5 kap. 7 a §\nkrävs b enligt prop 7\na = b\nbelopp = a");
    expect(plain(lines[0]?.cites ?? {})).toMatchObject({
      references: [
        {
          places: [
            { kind: "chapter", number: "5" },
            { kind: "paragraph", number: "7 a" },
          ],
        },
      ],
    });
    expect(lines.map((line) => line.kind)).toEqual(["requires", "requires", "step", "step"]);
  });

  test("`inget` alone and `inget` about a question are different things", () => {
    const patch = (lines: string) => statement(`i regeln r\n${lines}`, "patch").content;
    expect(patch("inget")).toMatchObject({ kind: "rule", lines: "nothing" });
    expect(patch("inget se tolkningsfråga q")).toMatchObject({ lines: [{ kind: "nothing", question: { text: "q" } }] });
  });

  test("a question without `vald` ends before the next statement at its own column", () => {
    const text =
      'tolkningsfråga q\n  tolkning a "A" som skrivet\n  tolkning b "B"\n    i regeln r\n      krävs x\n\nregel r2\n  krävs y';
    const { tree, problems } = parseFile({ path: "x", text: `språk sv\nordlista x "X"\n${text}` });
    expect(problems).toEqual([]);
    expect(tree.statements.map((each) => each.kind)).toEqual(["question", "rule"]);
    expect(tree.statements[0]).toMatchObject({ chosen: undefined, readings: [{}, {}] });
  });

  test("a doc comment belongs to the statement, field or line directly below it", () => {
    const rule = statement("## En\n## två\nregel r\n  ## Raden.\n  krävs a\n\n  ## inte denna\n\n  krävs b", "rule");
    expect(rule.doc).toBe("En\ntvå");
    expect(rule.lines.map((line) => line.doc)).toEqual(["Raden.", undefined]);
  });

  test("names keep what JavaScript would trip over", () => {
    const { tree } = parseFile({
      path: "x",
      text: 'språk sv\nordlista constructor "X"\nbegrepp toString i dagar\n= await',
    });
    expect(tree.head?.name.text).toBe("constructor");
    expect(tree.statements[0]).toMatchObject({ name: { text: "toString" }, definition: { text: "await" } });
  });
});

/** Changes what is neither quoted nor a comment. */
function outsideTexts(text: string, change: (words: string) => string): string {
  return text.replace(/("[^"\n]*"|#[^\n]*)|[^"#]+/g, (words, kept: string | undefined) => kept ?? change(words));
}

describe("letters and lines", () => {
  const source = sample("every-form.avtal");
  const expected = plain(parseFile(source).tree);

  test.each([
    ["A03 a byte order mark", (text: string) => `\uFEFF${text}`],
    ["A03 CRLF", (text: string) => text.replaceAll("\n", "\r\n")],
    ["A03 CR", (text: string) => text.replaceAll("\n", "\r")],
    ["A03 no final newline", (text: string) => text.trimEnd()],
    ["hard spaces", (text: string) => outsideTexts(text, (words) => words.replaceAll(" ", "\u00A0"))],
    ["curly quotes", (text: string) => text.replace(/"([^"\n]*)"/g, "”$1”")],
    ["A04 decomposed letters", (text: string) => text.normalize("NFD")],
    [
      "non-breaking hyphens in names",
      (text: string) => outsideTexts(text, (words) => words.replace(/(?<=\p{L})-(?=\p{L})/gu, "\u2011")),
    ],
  ])("%s: the same tree", (_, change) => {
    const { tree, problems } = parseFile({ path: "x", text: change(source.text) });
    expect(problems).toEqual([]);
    expect(plain(tree)).toEqual(expected);
  });

  test("after decomposed letters every place is still right", () => {
    const decomposed = { path: "x", text: source.text.normalize("NFD") };
    visit(parseFile(decomposed).tree, (node) => {
      if (node.kind !== "name" || node.document !== undefined || node.text === "dygnet") return;
      expect(decomposed.text.slice(node.span.start, node.span.end).normalize("NFC")).toBe(node.text);
    });
  });

  test("any text gives a tree, in its own places, and no exception", () => {
    const words = fc.constantFrom(
      "regel",
      "värde",
      "=",
      "(",
      "om",
      '"',
      "##",
      "1,3",
      "kr",
      "\n",
      "å",
      "–",
      "2020-11-31",
      "vald",
      "é",
      ">",
    );
    const anything = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(words).map((all) => all.join(" ")),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const { tree, problems } = parseFile({ path: "x", text });
        expect(tree.span.end).toBe(text.length);
        for (const { span } of problems) expect(span.start <= span.end && span.end <= text.length).toBe(true);
      }),
      { numRuns: 400, verbose: 1 },
    );
  });
});
