import { describe, expect, test } from "vitest";
import { applied, documentNamed, documentsFrom } from "./test-documents.ts";

const statement = `ordlista ord "Ord"
  register kommuner kod municipalities fil "kommuner.yaml"
    fält län kod county i text
    fält storlek kod size i val stor; liten valfri
`;

function read(yaml: string) {
  return documentsFrom({ "ord.avtal": statement, "kommuner.yaml": yaml });
}

function codes(yaml: string): readonly string[] {
  return read(yaml).codes;
}

const huddinge = `- kod: "0126"\n  namn: Huddinge\n  län: Stockholms län\n`;

test("an entry has code, name, spellings, days, successor and facts", () => {
  const yaml = `# payers
- kod: alvsjo
  namn: Älvsjö
  även: [Älvsjö stadsdel, "Alvsjo"]
  från: 2007-01-01
  till: 2020-07-01
  efterträdare: hagersten-alvsjo
  län: Stockholms län
- {kod: hagersten-alvsjo, namn: Hägersten-Älvsjö, från: 2020-07-01, län: Stockholms län, storlek: stor}
`;
  const found = read(yaml);
  expect(found.codes).toEqual([]);
  const entries = documentNamed("ord", found).registers.get("kommuner")?.register?.entries ?? [];
  expect(entries).toEqual([
    {
      code: "alvsjo",
      name: "Älvsjö",
      alsoKnownAs: ["Älvsjö stadsdel", "Alvsjo"],
      from: 13514,
      until: 18444,
      successor: "hagersten-alvsjo",
      facts: new Map([["län", "Stockholms län"]]),
    },
    {
      code: "hagersten-alvsjo",
      name: "Hägersten-Älvsjö",
      alsoKnownAs: [],
      from: 18444,
      until: undefined,
      successor: undefined,
      facts: new Map([
        ["län", "Stockholms län"],
        ["storlek", "stor"],
      ]),
    },
  ]);
});

test("the file lies beside the document that names it", () => {
  const texts = { "nationella/ord.avtal": statement, "nationella/kommuner.yaml": huddinge, "kommuner.yaml": "" };
  expect(documentsFrom(texts).codes).toEqual([]);
  expect(documentsFrom({ "nationella/ord.avtal": statement, "kommuner.yaml": huddinge }).codes).toEqual(["AV2031"]);
});

describe("A22: a file outside the document's folder is not read", () => {
  test.each([
    "../kommuner.yaml",
    "a/../../b.yaml",
    "/etc/passwd",
    "C:\\\\x.yaml",
    "\\\\\\\\host\\\\share",
    "https://x.se/y",
    "file:///x",
    "./x",
    "a//b",
    "..",
  ])("%s", (file) => {
    const texts = { "ord.avtal": statement.replace("kommuner.yaml", file) };
    expect(documentsFrom(texts).codes).toEqual(["AV2030"]);
    const source = `överenskommelse a "A" gäller från och med 2020-01-01 källa k "K" fil "${file}"`;
    expect(documentsFrom({ "a.avtal": source }).codes).toEqual(["AV2030"]);
  });
});

describe("what a register file may not hold", () => {
  test.each([
    ["an anchor", `- kod: &a "0126"\n  namn: Huddinge\n  län: x`],
    ["an alias", `- kod: "0126"\n  namn: &n Huddinge\n  län: *n`],
    ["a type of its own", `- kod: !!js/function "0126"\n  namn: Huddinge\n  län: x`],
    ["a directive", `%YAML 1.1\n---\n${huddinge}`],
    ["several documents", `${huddinge}---\n${huddinge}`],
  ])("%s", (_, yaml) => {
    expect(new Set(codes(yaml))).toEqual(new Set(["AV2034"]));
  });

  test("a hundred million laughs cost nothing, because no alias is followed", () => {
    const laughs = Array.from({ length: 9 }, (_, index) => `- &a${index + 1} [${`*a${index}, `.repeat(9)}*a${index}]`);
    expect(new Set(codes(`- &a0 ha\n${laughs.join("\n")}`))).toEqual(new Set(["AV2034"]));
  });

  test("a file that nests without end is refused, not followed", () => {
    expect(codes("[".repeat(100_000))).toEqual(["AV2032"]);
    expect(codes("- ".repeat(50_000))).toHaveLength(1);
  });

  test("`__proto__` and `constructor` are unknown facts like others", () => {
    expect(codes(`${huddinge}  __proto__: {x: 1}\n  constructor: y\n`)).toEqual(["AV2035", "AV2035"]);
    expect(Object.keys({})).toEqual([]);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });
});

describe("what is not as it should be", () => {
  test.each([
    ["a quotation mark that is not closed", `- kod: "0126\n`, "AV2032"],
    ["an empty file", "", "AV2032"],
    ["one fact twice", `${huddinge}  namn: Haninge\n`, "AV2033"],
    ["no list", `kod: "0126"`, "AV2035"],
    ["an entry that is a word", `- Huddinge`, "AV2035"],
    ["an entry without a name", `- kod: "0126"\n  län: x`, "AV2035"],
    ["an entry without a fact that is not optional", `- kod: "0126"\n  namn: Huddinge`, "AV2035"],
    ["a fact that the register does not name", `${huddinge}  invånare: "1"\n`, "AV2035"],
    ["a fact that is none of its choices", `${huddinge}  storlek: mellan\n`, "AV2035"],
    ["a date that does not exist", `${huddinge}  från: 2023-02-29\n`, "AV2035"],
    ["a date of another form", `${huddinge}  från: 1 juli 2020\n`, "AV2035"],
    ["an end before the beginning", `${huddinge}  från: 2020-07-01\n  till: 2020-07-01\n`, "AV2035"],
    ["a successor without an end", `${huddinge}  efterträdare: "0126"\n`, "AV2035"],
    ["a spelling that is no list", `${huddinge}  även: Huddinge kommun\n`, "AV2035"],
    ["an empty name", `- kod: "0126"\n  namn: ""\n  län: x`, "AV2035"],
    ["a successor that does not exist", `${huddinge}  till: 2020-07-01\n  efterträdare: "0136"\n`, "AV2037"],
    ["a successor that does not exist that day", `${huddinge}  till: 2020-07-01\n  efterträdare: "0126"\n`, "AV2037"],
    ["one code for two", `${huddinge}${huddinge.replace("Huddinge", "Haninge")}`, "AV2036"],
    [
      "one name for two, whatever the capitals",
      `${huddinge}${huddinge.replace("0126", "0136").replace("Huddinge", "HUDDINGE")}`,
      "AV2038",
    ],
  ])("%s", (_, yaml, code) => {
    expect(codes(yaml)).toEqual([code]);
  });

  test("one code may stand for another payer once the first is gone", () => {
    const later = huddinge.replace("Huddinge", "Haninge");
    expect(codes(`${huddinge}  till: 2020-07-01\n${later}  från: 2020-07-01\n`)).toEqual([]);
  });

  test("a code without quotation marks would lose its zero, and the fix puts them", () => {
    const [problem] = read(huddinge.replace(`"0126"`, "0126")).problems;
    expect(problem?.code).toBe("AV2035");
    expect(applied(problem?.fixes[0], huddinge.replace(`"0126"`, "0126"))).toBe(huddinge);
  });

  test.each(["no", "on", "1e3", "0o14", "12:00", "0126", "~", "true"])(
    "%s without quotation marks is a text, or refused",
    (word) => {
      const found = read(`- kod: "0126"\n  namn: ${word}\n  län: x`);
      const entry = documentNamed("ord", found).registers.get("kommuner")?.register?.entries[0];
      if (entry === undefined) expect(found.codes).toEqual(["AV2035"]);
      else expect(entry.name).toBe(word);
    },
  );
});
