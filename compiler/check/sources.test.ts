import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findPlace } from "./cited-place.ts";
import { nearestWords, placesOfQuote } from "./quote-search.ts";
import { readSource } from "./source-text.ts";
import { checkTexts, ruleWith, vocabulary } from "./test-check.ts";

const written = `# 1. Parter

Region och kommuner.

# 12. Betalning

## 12.1 Dagar

Antalet "kalender-
dagar" räknas från dagen efter.

### *Undantag*

1. den första punkten
2. den andra punkten

## 12.2 Belopp

Beloppet är 7 800 kronor per vård dygn.

# Bilaga 1

## 1. Bilagans första

Något annat.
`;
const source = readSource(written);

describe("quotes", () => {
  test.each([
    ["kalenderdagar räknas från dagen", true],
    ['"kalenderdagar"', true],
    ["7 800 kronor per vårddygn", true],
    ["Kalenderdagar räknas", false],
    ["9 300 kronor", false],
  ])("%s is found: %s", (quote, found) => {
    expect(placesOfQuote(quote, source).length > 0).toBe(found);
  });

  test("the nearest place is shown in whole words, without the division of a line", () => {
    expect(nearestWords("kalenderdagar räknas från dagen före", source)[0]?.words).toBe(
      'kalenderdagar" räknas från dagen efter',
    );
  });

  const seed = Date.now() % 2_147_483_647;
  test(`any stretch of the source is found, however its lines are broken (seed ${seed})`, () => {
    const cut = fc.tuple(fc.nat(written.length - 1), fc.integer({ min: 3, max: 60 }));
    fc.assert(
      fc.property(cut, fc.constantFrom(" ", "\n", "-\n", "  "), ([start, length], space) => {
        const quote = written.slice(start, start + length).replace(/\s+/g, space);
        return placesOfQuote(quote, source).length > 0 || !/[^\s\-"*]/.test(quote);
      }),
      { seed },
    );
  });
});

describe("places", () => {
  const span = { file: "prov.avtal", start: 0, end: 0 };
  const text = (words: string) => ({ kind: "text", span, text: words }) as const;
  const section = (number: string) => ({ kind: "section", span, text: number }) as const;
  const heading = (words: string) => ({ kind: "heading", span, text: text(words) }) as const;
  const point = (from: string) => ({ kind: "point", span, from, through: undefined }) as const;

  test("a section reaches to the next that is not a part of it", () => {
    const found = findPlace([section("12")], source);
    const words = found.kind === "found" ? written.slice(found.stretch.start, found.stretch.end) : "";
    expect(words).toContain("7 800 kronor");
    expect(words).not.toContain("Bilaga");
  });

  test("a heading and a point narrow it", () => {
    const found = findPlace([section("12.1"), heading("Undantag"), point("2")], source);
    expect(found.kind === "found" ? written.slice(found.stretch.start, found.stretch.end).trim() : "").toBe(
      "2. den andra punkten",
    );
  });

  test("a section of the appendix is another one", () => {
    const main = findPlace([section("1")], source);
    const annex = findPlace([{ kind: "appendix", span }, section("1")], source);
    expect(main.kind === "found" && annex.kind === "found" && main.stretch.start < annex.stretch.start).toBe(true);
  });

  test.each([
    ["a section", [section("12.9")], "section"],
    ["a heading", [section("12.2"), heading("Undantag")], "heading"],
    ["a point", [section("12.1"), point("3")], "point"],
  ] as const)("%s that is not there is named", (_, places, kind) => {
    const found = findPlace(places, source);
    expect(found.kind === "absent" ? found.place.kind : "found").toBe(kind);
  });

  test("chapters and paragraphs of an act are found", () => {
    const act = readSource("1 kap. Inledning\n\n1 § Ett.\n\n5 kap. Ansvar\n\n4 § Fyra.\n\n7 a § Sju a.\n");
    const chapter = { kind: "chapter", span, number: "5" } as const;
    const found = findPlace([chapter, { kind: "paragraph", span, number: "7 a" }], act);
    expect(found.kind).toBe("found");
    expect(findPlace([chapter, { kind: "paragraph", span, number: "1" }], act).kind).toBe("absent");
  });

  test("a text without numbers refuses no section", () => {
    expect(findPlace([section("3")], readSource("Parter\n\nAlla kommuner.\n")).kind).toBe("found");
  });
});

describe("citations in an agreement", () => {
  const codes = (cites: string, sources: ReadonlyMap<string, string> | undefined): string => {
    const agreement = `överenskommelse prov "Prov" gäller från och med 2020-01-01 tills vidare
använder ord; register-över-betalare källa ök "Ök" fil "ök.txt" ${ruleWith({ enligt: cites })}`;
    return checkTexts({ ...vocabulary, "prov.avtal": agreement }, sources).codes.join(" ");
  };
  const all = new Map([["ök.txt", written]]);

  test.each([
    ['enligt ök 12.1 citat "räknas från dagen efter"', ""],
    ['enligt ök 12.2 citat "räknas från dagen efter"', "AV5009"],
    ['enligt ök 12.1 citat "räknas från dagen före"', "AV5002"],
    ['enligt ök citat "räknas från dagen efter"', "AV5003"],
    ["enligt ök 14", "AV5004"],
    ['enligt ök 12.1 rubrik "Undantaget"', "AV5005"],
    ["enligt ök 12.1 punkt 1–3", "AV5006"],
    ["", "AV5001"],
  ])("%s gives %s", (cites, code) => {
    expect(codes(cites, all)).toBe(code);
  });

  test("without the source texts nothing is said of quotes; with them, a missing one is a warning", () => {
    expect(codes('enligt ök 12.1 citat "något annat"', undefined)).toBe("");
    expect(codes('enligt ök 12.1 citat "något annat"', new Map())).toBe("AV5008");
  });
});
