// One layout: the same tree before and after, nothing new the second time, and either keyword table.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tokenise } from "@avtal/grammar/lexer";
import { AvtalParser } from "@avtal/grammar/parser";
import { randomSentence } from "@avtal/grammar/testing/random-sentence";
import { sentenceText } from "@avtal/grammar/testing/sentence-text";
import { parseFile } from "../syntax/from-text.ts";
import { plain, sample, sampleNames } from "../syntax/samples/samples.ts";
import { convertFile, formatFile } from "./format.ts";

function formatted(text: string): string | undefined {
  return formatFile({ path: "x.avtal", text });
}

const head = 'språk sv\n\nordlista x "X"\n\n';

/** What a text in the right layout looks like: formatting it changes nothing. */
function stays(text: string): void {
  expect(formatted(head + text)).toBe(head + text);
}

describe("the samples", () => {
  test.each(sampleNames)("%s has the one layout already", (name) => {
    const source = sample(name);
    expect(formatFile(source)).toBe(source.text);
  });

  test.each(sampleNames)("%s comes back from English as it was", (name) => {
    const source = sample(name);
    const english = convertFile(source, "en") ?? "";
    expect(formatFile({ path: name, text: english })).toBe(english);
    expect(convertFile({ path: name, text: english }, "sv")).toBe(source.text);
  });

  test.each(sampleNames)("%s keeps its layout however its white space is torn", (name) => {
    const source = sample(name);
    const { tokens } = tokenise(source.text, "sv");
    const torn = tokens.map((token, at) => {
      const end = token.startOffset + token.image.length;
      const gap = source.text.slice(end, tokens[at + 1]?.startOffset ?? source.text.length);
      return token.image + (gap.includes("#") ? gap : "  \r\n ");
    });
    const opening = source.text.slice(0, tokens[0]?.startOffset ?? 0);
    expect(formatted(opening + torn.join(""))).toBe(source.text);
  });
});

describe("what is written in one way only", () => {
  test.each([
    ["spellings", "villkor v\n  krävs a är-inte b\n", "villkor v\n  krävs a är inte b\n"],
    ["capital letters", "Villkor v\n  Krävs a\n", "villkor v\n  krävs a\n"],
    [
      "thousands and decimals",
      "begrepp b i kr\n  = 7800,50 kr + 1000000 kr\n",
      "begrepp b i kr\n  = 7 800,50 kr + 1 000 000 kr\n",
    ],
    ["hard spaces", "begrepp b i kr\n  = 7\u00A0800\u202F500 kr\n", "begrepp b i kr\n  = 7 800 500 kr\n"],
    ["the form after one", "begrepp b i dagar\n  = 1 dagar + 2 dag\n", "begrepp b i dagar\n  = 1 dag + 2 dagar\n"],
    ["clock times", "begrepp b i ja/nej\n  = t efter klockan 8:30\n", "begrepp b i ja/nej\n  = t efter kl. 08.30\n"],
    ["dashes", "begrepp b i dagar\n  = a – b − c × d\n", "begrepp b i dagar\n  = a - b - c * d\n"],
    ["hyphens", "begrepp b i dagar\n  = dag\u2011noll\n", "begrepp b i dagar\n  = dag-noll\n"],
    ["chapters", 'utelämnat "x" enligt lus 5 kap 4 §, \n'.replace(",", ""), 'utelämnat "x"   enligt lus 5 kap. 4 §\n'],
    ["curly quotes", "utelämnat ”x” enligt ök 1\n", 'utelämnat "x"   enligt ök 1\n'],
    ["curly quotes around straight ones", 'utelämnat ”x "y"” enligt ök 1\n', 'utelämnat ”x "y"”   enligt ök 1\n'],
    ["points", 'utelämnat "x" enligt ök punkt 1-3\n', 'utelämnat "x"   enligt ök punkt 1–3\n'],
    [
      "rounding without its comma",
      "regel r\n  avrunda a till hela ören uppåt\n",
      "regel r\n  avrunda a till hela ören, uppåt\n",
    ],
  ])("%s", (_, written, expected) => expect(formatted(head + written)).toBe(head + expected));

  test("the lines of a rule come in one order, each sort as written", () => {
    const lines = [
      "faktureras av x",
      "belopp = a * b",
      "när a överstiger 0 dagar",
      "a = c",
      "  krävs k2",
      "följer d",
      "krävs k1",
      "gäller vårdtillfällen",
      'betalas av p till "R"',
      "per p",
      "utöver g",
      "från och med 2020-01-01",
      "avrunda belopp till hela ören, uppåt",
      "bb = d",
      "enligt ök 1",
    ];
    const text = `regel r\n${[lines.pop(), ...lines].join("\n")}\n`;
    expect(formatted(head + text)).toBe(
      `${head}regel r
  enligt ök 1
  utöver g
  från och med 2020-01-01
  gäller vårdtillfällen
  krävs k2
  krävs k1
  följer d
  per p
  betalas av p till "R"
  a      = c
  bb     = d
  när a överstiger 0 dagar
  belopp = a * b
  avrunda belopp till hela ören, uppåt
  faktureras av x
`,
    );
  });

  test("a line about which nothing is written stays behind the line before it", () => {
    const text = "regel r\n  följer d\n  krävs k\n  inget se tolkningsfråga q\n";
    expect(formatted(head + text)).toBe(`${head}regel r\n  krävs k\n  inget   se tolkningsfråga q\n  följer d\n`);
  });
});

describe("comments", () => {
  test("stay above, behind and at the end", () => {
    stays(`# Rubrik

## Dokumentation
## på två rader.
regel r   # bakom
  # ovanför
  krävs a   # sist på raden
  ## om raden
  följer d

# sist i filen
`);
  });

  test("between words go above their line, and lose nothing", () => {
    expect(formatted(`${head}regel r\n  krävs a # ett\n    och b # två\n    och # tre\n    c\n`)).toBe(
      `${head}regel r\n  # två\n  # tre\n  krävs a och b och c   # ett\n`,
    );
  });

  test("move with their line", () => {
    expect(formatted(`${head}regel r\n  # om d\n  följer d # d\n  # om k\n  krävs k\n`)).toBe(
      `${head}regel r\n  # om k\n  krävs k\n  # om d\n  följer d   # d\n`,
    );
  });

  test("above the language line stay there", () => {
    const text = '# Licens\n\nspråk sv\n\n## X.\nordlista x "X"\n';
    expect(formatted(text)).toBe(text);
  });

  test("that document nothing do not begin to", () => {
    const text = `${head}regel r\n  krävs a\n    ## inuti\n    och b\n  ## inte\n\n  följer d\n`;
    const after = formatted(text) ?? "";
    expect(plain(parseFile({ path: "x", text: after }).tree)).toEqual(plain(parseFile({ path: "x", text }).tree));
    expect(after).toContain("## inuti");
  });
});

test("a file with mistakes is not formatted", () => {
  expect(formatted("språk sv\nregel")).toBeUndefined();
  expect(formatted(`${head}villkor v\n  krävs 1.3 dagar är minst a\n`)).toBeUndefined();
  expect(formatted("")).toBeUndefined();
});

test("sources follow each other without empty lines, other statements do not", () => {
  stays(`källa a "A"
källa b "B"

# Ett avsnitt
källa c "C"

utelämnat "x"   enligt a 1
utelämnat "y"   enligt a 2

begrepp t i dagar
  = 1 dag

begrepp u i dagar
  = 1 dag
`);
});

describe("any sentence of the language", () => {
  const rules = new AvtalParser({ skipValidations: true }).getGAstProductions();
  const gaps = [" ", " ", " ", "\n  ", "\n", "   # bakom\n", "\n# ovanför\n", "\n## dok\n", "\n\n"];
  const texts = fc.integer({ min: 1, max: 2 ** 31 - 1 }).map((seed) => {
    const { tokens } = randomSentence(rules, "file", seed);
    return sentenceText(tokens, { language: "sv", seed, gaps });
  });

  test("keeps its tree, its comments, and its layout the second time; and comes back from English", () => {
    let read = 0;
    fc.assert(
      fc.property(texts, (text) => {
        const before = parseFile({ path: "x", text });
        const once = formatted(text);
        if (once === undefined) {
          expect(before.problems.length).toBeGreaterThan(0);
          return;
        }
        read++;
        const after = parseFile({ path: "x", text: once });
        expect(sorted(plain(after.tree)), text).toEqual(sorted(plain(before.tree)));
        expect(after.tree.comments.map((each) => each.text).sort()).toEqual(
          before.tree.comments.map((each) => each.text).sort(),
        );
        expect(formatted(once), text).toBe(once);
        const english = convertFile({ path: "x", text: once }, "en");
        expect(english === undefined ? undefined : convertFile({ path: "x", text: english }, "sv"), text).toBe(once);
      }),
      { numRuns: 250, verbose: 1 },
    );
    expect(read).toBeGreaterThan(100);
  });
});

/** A tree in which the lines of each rule stand by their sort; within a sort they keep their order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    const all: unknown[] = value.map(sorted);
    const sorts = all.map((each) => kindOf(each));
    if (!sorts.some((sort) => ruleLineKinds.has(sort))) return all;
    return all
      .map((each, at) => ({ each, sort: sorts[at] ?? "" }))
      .sort((a, b) => (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : 0));
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, sorted(inner)]));
}

const ruleLineKinds = new Set([
  ...["insteadOf", "onTopOf", "validity", "scope", "requires", "follows", "per", "payment", "step", "when", "round"],
  ...["invoicer", "noCharge", "triggers", "notModelled", "nothing"],
]);

function kindOf(value: unknown): string {
  return typeof value === "object" && value !== null && "kind" in value ? String(value.kind) : "";
}
