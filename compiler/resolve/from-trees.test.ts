import { dateText } from "@avtal/runtime/calendar";
import { describe, expect, test } from "vitest";
import type { RuleLine } from "../syntax/ast.ts";
import type { Days, Document, GuardedLine, RuleText } from "./document.ts";
import { written } from "./written.ts";
import { documentNamed, documentsFrom, type Texts } from "./test-documents.ts";

const head = `överenskommelse prov "Prov" gäller från och med 2020-01-01 tills vidare\n`;

const rule = `
  regel snitt
    gäller vårdtillfällen
    krävs a
    krävs b
    per kommun
    betalas av kommun till "Regionen"
    överskott = medel - 1 dag
    när överskott överstiger 0 dagar
    belopp = överskott * pris
    avrunda belopp till hela ören, halva uppåt
`;

describe("files and documents", () => {
  test("a file without a head is no document", () => {
    expect(documentsFrom({ "a.avtal": `begrepp x i dagar = 1 dag` }).codes).toEqual(["AV2012"]);
  });

  test("A23: two files of one document are refused, and so are two amendments of one name", () => {
    expect(documentsFrom({ "a.avtal": head, "b.avtal": head }).codes).toEqual(["AV2011"]);
    const amendment = `ändring x av prov utkast från och med 2021-01-01`;
    expect(documentsFrom({ "a.avtal": head, "b.avtal": amendment, "c.avtal": amendment }).codes).toEqual(["AV2016"]);
  });

  test("amendments stand by their first day, then by name, whatever order the files come in", () => {
    const read = documentsFrom({
      "4.avtal": `ändring c av prov utkast från och med 2022-01-01`,
      "2.avtal": `ändring b av prov utkast från och med 2021-01-01`,
      "3.avtal": `ändring å av prov utkast från och med 2021-01-01`,
      "1.avtal": head,
    });
    expect(documentNamed("prov", read).files.map((file) => file.file)).toEqual([
      "1.avtal",
      "2.avtal",
      "3.avtal",
      "4.avtal",
    ]);
  });

  test("an amendment of an unknown document is reported with the nearest name", () => {
    const [problem] = documentsFrom({ "a.avtal": head, "b.avtal": `ändring x av prrov utkast` }).problems;
    expect(problem?.code).toBe("AV2013");
    expect(problem?.fixes[0]?.edits[0]?.text).toBe("prov");
  });

  test("A04: a name that is composed and one that is decomposed are the same name", () => {
    const texts = `begrepp ålder i antal = 1\nbegrepp a\u030Alder i antal = 2`;
    expect(documentsFrom({ "a.avtal": head + texts }).codes).toEqual(["AV2010"]);
  });

  test("A20: names that are special to JavaScript are names like others", () => {
    const names = ["constructor", "toString", "hasOwnProperty", "valueOf"].map((name) => `begrepp ${name} i antal = 1`);
    const read = documentsFrom({ "a.avtal": head + names.join("\n") });
    expect(read.codes).toEqual([]);
    expect([...documentNamed("prov", read).terms.keys()]).toEqual([
      "constructor",
      "toString",
      "hasOwnProperty",
      "valueOf",
    ]);
  });
});

describe("values", () => {
  test("an amendment's row stands before the older row of the same day", () => {
    const rows = valueRows({
      "a.avtal": `${head} värde gräns i dagar från och med 2020-01-01: 2 dagar från och med 2021-01-01: 1 dag`,
      "b.avtal": `ändring x av prov beslut "Nämnden" 2020-12-01 från och med 2021-01-01 värde gräns från och med 2021-01-01: 3 dagar`,
    });
    expect(rows).toEqual(["2020-01-01– 2", "2021-01-01– 3", "2021-01-01– 1"]);
  });

  test("when an amendment ends, the row that applies without it begins anew", () => {
    const rows = valueRows({
      "a.avtal": `${head} värde gräns i dagar från och med 2020-01-01: 2 dagar från och med 2021-03-01: 1 dag`,
      "b.avtal": `ändring x av prov utkast från och med 2021-01-01 före 2022-01-01 värde gräns från och med 2021-06-01: 3 dagar`,
    });
    expect(rows).toEqual(["2020-01-01– 2", "2021-03-01– 1", "2021-06-01–2022-01-01 3", "2022-01-01– 1"]);
  });

  test("a row outside its amendment's own days is refused", () => {
    const base = `${head} värde gräns i dagar från och med 2020-01-01: 2 dagar`;
    const early = `ändring x av prov utkast från och med 2021-01-01 värde gräns från och med 2020-06-01: 3 dagar`;
    const late = `ändring x av prov utkast från och med 2021-01-01 före 2021-02-01 värde gräns från och med 2021-02-01: 3 dagar`;
    expect(documentsFrom({ "a.avtal": base, "b.avtal": early }).codes).toEqual(["AV2020"]);
    expect(documentsFrom({ "a.avtal": base, "b.avtal": late }).codes).toEqual(["AV2020"]);
  });

  test("two amendments that give one value a row of one day collide", () => {
    const texts = {
      "a.avtal": `${head} värde gräns i dagar från och med 2020-01-01: 2 dagar`,
      "b.avtal": `ändring x av prov utkast från och med 2021-01-01 värde gräns från och med 2021-01-01: 3 dagar`,
      "c.avtal": `ändring y av prov utkast från och med 2021-01-01 värde gräns från och med 2021-01-01: 4 dagar`,
    };
    expect(documentsFrom(texts).codes).toEqual(["AV2017"]);
  });

  test("a value does not change its kind in an amendment", () => {
    const texts = {
      "a.avtal": `${head} värde gräns i dagar från och med 2020-01-01: 2 dagar`,
      "b.avtal": `ändring x av prov utkast från och med 2021-01-01 värde gräns i kr från och med 2021-01-01: 3 kr`,
    };
    expect(documentsFrom(texts).codes).toEqual(["AV2021"]);
  });

  function valueRows(texts: Texts): readonly string[] {
    const rows = documentNamed("prov", documentsFrom(texts)).values.get("gräns")?.rows ?? [];
    return rows.map(({ days, it }) => {
      const { content } = it;
      const digits = content.kind === "cell" && content.cell.kind === "number" ? content.cell.digits : "?";
      return `${shown(days)} ${digits}`;
    });
  }
});

describe("rules and amendments", () => {
  test("lines of an amendment end the old version and start a new one, line by line", () => {
    const read = documentsFrom({
      "a.avtal": head + rule,
      "b.avtal": `ändring x av prov utkast från och med 2021-01-01 i regeln snitt krävs c överskott = medel - 2 dagar`,
    });
    expect(versions(read.documents.get("prov"))).toEqual([
      "–2021-01-01: scope requires:a requires:b per payment step:överskott when step:belopp round:belopp",
      "2021-01-01–: scope requires:c per payment step:överskott when step:belopp round:belopp",
    ]);
    const [before, after] = rulesOf(read.documents.get("prov"));
    expect(stepText(before, "överskott")).not.toBe(stepText(after, "överskott"));
    expect(after?.origin).toEqual({ file: "b.avtal", amendment: "x" });
  });

  test("a line that the rule did not have goes where the formatter would put it", () => {
    const read = documentsFrom({
      "a.avtal": head + rule,
      "b.avtal": `ändring x av prov utkast från och med 2021-01-01 i regeln snitt följer utskrivningsdatum`,
    });
    expect(versions(read.documents.get("prov"))[1]).toBe(
      "2021-01-01–: scope requires:a requires:b follows per payment step:överskott when step:belopp round:belopp",
    );
  });

  test("a patch that only gives an end ends the rule, without another version of it", () => {
    const read = documentsFrom({
      "a.avtal": head + rule,
      "b.avtal": `ändring x av prov utkast från och med 2021-01-01 i regeln snitt till och med 2021-06-30`,
    });
    expect(rulesOf(read.documents.get("prov")).map(({ days }) => shown(days))).toEqual(["–2021-07-01"]);
  });

  test("an end that waits for an event keeps the rule's first day", () => {
    const read = documentsFrom({
      "a.avtal": `${head} händelse e "E" ännu inte ${rule.replace("gäller", "från och med 2020-02-01 gäller")}`,
      "b.avtal": `ändring x av prov utkast från och med 2021-01-01 i regeln snitt före e`,
    });
    const line = rulesOf(read.documents.get("prov"))[1]?.lines.find(({ line }) => line.kind === "validity")?.line;
    expect(line?.kind === "validity" ? [line.validity.from?.kind, line.validity.end?.kind] : []).toEqual([
      "date",
      "before",
    ]);
  });

  test("an amendment with an end reverts by itself", () => {
    const read = documentsFrom({
      "a.avtal": head + rule,
      "b.avtal": `ändring x av prov utkast från och med 2021-01-01 till och med 2021-12-31 i regeln snitt krävs c`,
    });
    expect(versions(read.documents.get("prov")).map((version) => version.split(" per")[0])).toEqual([
      "–2021-01-01: scope requires:a requires:b",
      "2021-01-01–2022-01-01: scope requires:c",
      "2022-01-01–: scope requires:a requires:b",
    ]);
  });

  test("two amendments are worked in one after the other, and a whole rule replaces the lines before it", () => {
    const read = documentsFrom({
      "a.avtal": head + rule,
      "b.avtal": `ändring x av prov utkast från och med 2021-01-01 i regeln snitt krävs c`,
      "c.avtal": `ändring y av prov utkast från och med 2022-01-01 ${rule.replace("krävs b", "krävs d")}`,
      "d.avtal": `ändring z av prov utkast från och med 2023-01-01 i regeln snitt när överskott överstiger 1 dag`,
    });
    expect(versions(read.documents.get("prov")).map((version) => version.split(" per")[0])).toEqual([
      "–2021-01-01: scope requires:a requires:b",
      "2021-01-01–2022-01-01: scope requires:c",
      "2022-01-01–2023-01-01: scope requires:a requires:d",
      "2023-01-01–: scope requires:a requires:d",
    ]);
  });

  test.each([
    ["the same line", "i regeln snitt krävs c", "i regeln snitt krävs d", ["AV2017"]],
    ["different lines", "i regeln snitt krävs c", "i regeln snitt följer dygnet", []],
    ["a line and the whole rule", "i regeln snitt krävs c", rule, ["AV2017"]],
  ])("two amendments from one day that change %s", (_, one, other, codes) => {
    const read = documentsFrom({
      "a.avtal": head + rule,
      "b.avtal": `ändring x av prov utkast från och med 2021-01-01 ${one}`,
      "c.avtal": `ändring y av prov utkast från och med 2021-01-01 ${other}`,
    });
    expect(read.codes).toEqual(codes);
  });

  test("`inget` in the place of a rule ends it on the amendment's first day", () => {
    const read = documentsFrom({
      "a.avtal": head + rule,
      "b.avtal": `ändring x av prov utkast från och med 2021-01-01 i regeln snitt inget`,
    });
    expect(rulesOf(read.documents.get("prov")).map(({ days }) => shown(days))).toEqual(["–2021-01-01"]);
  });

  test("conditions and terms have versions as rules do", () => {
    const read = documentsFrom({
      "a.avtal": `${head} villkor v krävs a gäller inte när b\nbegrepp t i dagar = 1 dag`,
      "b.avtal": `ändring x av prov utkast från och med 2021-01-01 i villkoret v krävs c krävs d begrepp t i dagar = 2 dagar`,
    });
    const { conditions, terms } = documentNamed("prov", read);
    expect(
      conditions.get("v")?.map(({ days, lines }) => `${shown(days)} ${lines.map(({ line }) => line.kind).join(" ")}`),
    ).toEqual(["–2021-01-01 requires notWhen", "2021-01-01– requires requires notWhen"]);
    expect(terms.get("t")?.map(({ days }) => shown(days))).toEqual(["–2021-01-01", "2021-01-01–"]);
  });

  test.each([
    ["without a first day", `ändring x av prov utkast i regeln snitt krävs c`, "AV2019"],
    [
      "of a rule that does not exist",
      `ändring x av prov utkast från och med 2021-01-01 i regeln snit krävs c`,
      "AV2018",
    ],
    [
      "of a rule called a statistic",
      `ändring x av prov utkast från och med 2021-01-01 i statistiken snitt krävs c`,
      "AV2018",
    ],
    ["that ends before it begins", `ändring x av prov utkast från och med 2021-01-01 före 2021-01-01`, "AV2025"],
    ["whose validity is an event", `ändring x av prov utkast från och med e`, "AV2023"],
    [
      "of the fallback",
      `ändring x av prov utkast från och med 2021-01-01 i överenskommelsen prov annars gäller prov`,
      "AV2022",
    ],
  ])("an amendment %s is refused", (_, amendment, code) => {
    expect(documentsFrom({ "a.avtal": head + rule, "b.avtal": amendment }).codes).toEqual([code]);
  });

  test("a decided text does not change itself", () => {
    expect(documentsFrom({ "a.avtal": `${head + rule} i regeln snitt krävs c` }).codes).toEqual(["AV2024"]);
  });
});

test("an amendment may end the document", () => {
  const read = documentsFrom({
    "a.avtal": head,
    "b.avtal": `ändring x av prov beslut "Nämnden" 2023-05-01 i överenskommelsen prov gäller till och med 2024-12-31`,
  });
  expect(read.codes).toEqual([]);
  expect(shown(documentNamed("prov", read).validity.days)).toBe("2020-01-01–2025-01-01");
});

test("`annars gäller` in a circle is reported once, with the way", () => {
  const document = (name: string, next: string): string =>
    `lag ${name} "Lag" gäller från och med 2020-01-01 annars gäller ${next}`;
  const read = documentsFrom({
    "a.avtal": document("a", "b"),
    "b.avtal": document("b", "c"),
    "c.avtal": document("c", "b"),
  });
  expect(read.codes).toEqual(["AV2015"]);
  expect(read.problems[0]?.headline.sv).toContain("`b` → `c` → `b`");
});

describe("rules that take over another's lines", () => {
  const act = `lag lagen "Lag" gäller från och med 2018-01-01 ${rule}`;

  test("a line of the same kind replaces the other's, and lines taken over keep their document", () => {
    const read = documentsFrom({
      "a.avtal": act,
      "b.avtal": `${head} använder lagen regel egen som lagen.snitt krävs c överskott = medel`,
    });
    const [own] = rulesOf(read.documents.get("prov"));
    expect(own?.lines.map(({ line, scope }) => `${line.kind} ${scope}`)).toEqual([
      "scope lagen",
      "requires prov",
      "per lagen",
      "payment lagen",
      "step prov",
      "when lagen",
      "step lagen",
      "round lagen",
    ]);
  });

  test("a rule that was amended is taken over version by version", () => {
    const read = documentsFrom({
      "a.avtal": act,
      "c.avtal": `ändring x av lagen utkast från och med 2021-01-01 i regeln snitt krävs c`,
      "b.avtal": `${head} använder lagen regel egen som snitt när medel överstiger 0 dagar`,
    });
    expect(rulesOf(read.documents.get("prov")).map(({ days }) => shown(days))).toEqual(["–2021-01-01", "2021-01-01–"]);
  });

  test("rules that take over each other are refused", () => {
    const texts = { "a.avtal": `${head} regel a som b gäller vårdtillfällen regel b som a gäller vårdtillfällen` };
    expect(documentsFrom(texts).codes).toEqual(["AV2026"]);
  });

  test("a line that only one reading replaces still stands under the others", () => {
    const question = `
      tolkningsfråga q enligt antagande "x" fråga "?"
        tolkning som-lagen "Som lagen" som skrivet
        tolkning annan "Annan" i regeln egen när medel överstiger 5 dagar
      vald som-lagen preliminärt motiv "x"`;
    const read = documentsFrom({
      "a.avtal": act,
      "b.avtal": `${head} använder lagen regel egen som lagen.snitt inget se tolkningsfråga q ${question}`,
    });
    const [own] = rulesOf(read.documents.get("prov"));
    const whens = own?.lines.filter(({ line }) => line.kind === "when");
    expect(whens?.map(({ guard, scope }) => `${scope} ${guard?.readings.join() ?? "always"}`)).toEqual([
      "lagen som-lagen",
      "prov annan",
    ]);
  });
});

function rulesOf(document: Document | undefined): readonly RuleText[] {
  return document?.rules ?? [];
}

function versions(document: Document | undefined): readonly string[] {
  return rulesOf(document).map(({ days, lines }) => `${shown(days)}: ${lines.map(shownLine).join(" ")}`);
}

function shownLine({ line }: GuardedLine<RuleLine>): string {
  if (line.kind === "step" || line.kind === "round") return `${line.kind}:${line.name.text}`;
  if (line.kind === "requires" && line.condition.kind === "name") return `requires:${line.condition.text}`;
  return line.kind;
}

function stepText(rule: RuleText | undefined, name: string): string {
  const step = rule?.lines.find(({ line }) => line.kind === "step" && line.name.text === name);
  return step === undefined ? "" : written(step.line);
}

function shown({ from, until }: Days): string {
  return `${from === undefined ? "" : dateText(from)}–${until === undefined ? "" : dateText(until)}`;
}
