import { describe, expect, test } from "vitest";
import type { Name } from "../syntax/ast.ts";
import type { Declaration } from "./bindings.ts";
import { resolvedFrom, type Texts } from "./test-documents.ts";

const vocabulary = `ordlista ord "Ord"
  register kommuner kod municipalities fil "kommuner.yaml"
    fält län kod county i text
    fält grupp kod size i val stor; liten
  uppgifter vårdtillfället kod episode
    fält kommun kod municipality i betalare ur kommuner tomt betyder okänt
    fält vårdform kod care_type i val somatisk; psykiatrisk; blandad tomt betyder okänt
    fält vårdslag kod care_kind i val akut; blandad tomt betyder okänt
    fält utskrivningstid kod discharged_at i tidpunkt tomt betyder saknas
    fält klar kod ready i ja/nej tomt betyder okänt
  begrepp utskrivningsdatum i datum = datum för utskrivningstid
`;
const municipalities = `- {kod: "0126", namn: Huddinge, län: Stockholms län, grupp: stor}
- {kod: "0114", namn: Upplands Väsby, län: Stockholms län, grupp: liten}`;

const head = `överenskommelse prov "Prov" gäller från och med 2020-01-01 tills vidare använder ord`;

function ruleWith(lines: string): string {
  return `regel r gäller vårdtillfällen ${lines} avrunda belopp till hela ören, halva uppåt\n`;
}

function prov(text: string, more: Texts = {}) {
  return resolvedFrom({
    "ord.avtal": vocabulary,
    "kommuner.yaml": municipalities,
    "prov.avtal": `${head}${text}`,
    ...more,
  });
}

describe("what a name means", () => {
  test("its own document comes before those that it uses", () => {
    const texts = { "lag.avtal": `lag lagen "Lag" begrepp x i antal = 1` };
    const { targetOf } = prov(`; lagen begrepp x i antal = 2 ${ruleWith("belopp = x")}`, texts).bindings;
    expect(meaningOf("x", targetOf)).toEqual(["term prov"]);
  });

  test("a name that two used documents have is written with its document", () => {
    const texts = { "a.avtal": `lag a "A" begrepp x i antal = 1`, "b.avtal": `lag b "B" begrepp x i antal = 1` };
    expect(prov(`; a; b ${ruleWith("belopp = x")}`, texts).codes).toEqual(["AV2003"]);
    const { bindings, codes } = prov(`; a; b ${ruleWith("belopp = b.x")}`, texts);
    expect(codes).toEqual([]);
    expect(meaningOf("x", bindings.targetOf)).toEqual(["term b"]);
  });

  test("a step hides nothing and is seen in its own rule alone", () => {
    const other = `regel s gäller vårdtillfällen belopp = steg avrunda belopp till hela ören, halva uppåt`;
    const { problems, bindings } = prov(`\n${ruleWith("steg = 1 belopp = steg")} ${other}`);
    expect(problems.map(({ code }) => code)).toEqual(["AV2001"]);
    expect(meaningOf("steg", bindings.targetOf)).toEqual(["step prov"]);
  });

  test("a step called like something else in the document is refused", () => {
    expect(prov(`\nbegrepp x i antal = 1 ${ruleWith("x = 2 belopp = x")}`).codes).toEqual(["AV2010"]);
    expect(prov(`\n${ruleWith("x = 2 x = 3 belopp = x")}`).codes).toEqual(["AV2010"]);
  });

  test("what is decided for each record knows a step, so that the checker can say that it comes later", () => {
    expect(prov(`\n${ruleWith("krävs steg steg = 1 belopp = steg")}`).codes).toEqual([]);
    expect(prov(`\n${ruleWith("per steg steg = 1 belopp = steg")}`).codes).toEqual(["AV2001"]);
  });

  test("words of the language are known in their places", () => {
    const { bindings, codes } = prov(
      `\n${ruleWith("följer dygnet per vårdtillfälle och månad för utskrivningsdatum belopp = 1")}`,
    );
    expect(codes).toEqual([]);
    expect(meaningOf("dygnet", bindings.targetOf)).toEqual(["builtIn theDay"]);
    expect(meaningOf("vårdtillfälle", bindings.targetOf)).toEqual(["builtIn episode"]);
    expect(meaningOf("månad", bindings.targetOf)).toEqual(["builtIn monthOf"]);
    expect(meaningOf("ören", bindings.targetOf)).toEqual(["builtIn unit"]);
  });

  test("nothing of one's own is called by such a word", () => {
    expect(prov(`\nvärde månad i antal från och med 2020-01-01: 1`).codes).toEqual(["AV2005"]);
  });

  test("sources, documents as sources, events, registers and questions are bound where they are named", () => {
    const { bindings, codes } = prov(`\nkälla ök "Ök" händelse e "E" ännu inte enligt ord 1
      ${ruleWith("från och med e belopp = 1 se tolkningsfråga q enligt ök 12").replace("belopp = 1 se tolkningsfråga q enligt ök 12", "belopp = 1 enligt ök 12 se tolkningsfråga q")}
      tolkningsfråga q enligt ök 1 fråga "?" tolkning a "A" som skrivet tolkning b "B" i regeln r belopp = 2 vald b preliminärt motiv "x"`);
    expect(codes).toEqual([]);
    expect(meaningOf("ök", bindings.targetOf)).toEqual(["source prov", "source prov"]);
    expect(meaningOf("ord", bindings.targetOf)).toEqual(["document", "source ord"]);
    expect(meaningOf("e", bindings.targetOf)).toEqual(["event prov"]);
    expect(meaningOf("kommuner", bindings.targetOf)).toEqual(["register ord"]);
    expect(meaningOf("q", bindings.targetOf)).toEqual(["question prov", "question prov"]);
    expect(meaningOf("b", bindings.targetOf)).toEqual(["reading prov"]);
    expect(meaningOf("r", bindings.targetOf)).toEqual(["rule prov"]);
  });

  test("A20: names that are special to JavaScript mean what the text says, or nothing", () => {
    const { bindings, codes } = prov(`\nbegrepp constructor i antal = 1 ${ruleWith("belopp = constructor")}`);
    expect(codes).toEqual([]);
    expect(meaningOf("constructor", bindings.targetOf)).toEqual(["term prov"]);
    expect(prov(`\n${ruleWith("belopp = toString + hasOwnProperty")}`).codes).toEqual(["AV2001", "AV2001"]);
  });
});

describe("choices", () => {
  test.each([
    ["by the other side of a comparison", "vårdform är blandad", "vårdform"],
    ["on either side", "blandad är inte vårdslag", "vårdslag"],
    ["when only one field has the choice", "akut är blandad eller akut är vårdslag", "vårdslag"],
  ])("a choice is found %s", (_, condition, field) => {
    const { bindings } = prov(`\n${ruleWith(`krävs ${condition} belopp = 1`)}`);
    expect(new Set(meaningOf("blandad", bindings.targetOf, "akut"))).toEqual(new Set([`choice ${field}`]));
  });

  test("a choice of two fields, with nothing to tell which, is refused", () => {
    expect(
      prov(`\nbegrepp x i antal = 1 om klar och blandad är blandad annars 2 ${ruleWith("belopp = x")}`).codes,
    ).toEqual(["AV2003", "AV2003"]);
  });

  test("a choice that the field does not have is reported with the nearest one", () => {
    const { problems } = prov(`\n${ruleWith("krävs vårdform är psykiatri belopp = 1")}`);
    expect(problems.map(({ code, fixes }) => [code, fixes[0]?.edits[0]?.text])).toEqual([["AV2009", "psykiatrisk"]]);
  });

  test("a term of a field's kind takes that field's choices", () => {
    const { bindings, codes } = prov(
      `\nbegrepp form i vårdslag = blandad om klar annars akut ${ruleWith("krävs form är blandad belopp = 1")}`,
    );
    expect(codes).toEqual([]);
    expect(meaningOf("blandad", bindings.targetOf)).toEqual(["choice vårdslag", "choice vårdslag"]);
  });

  test("table keys are choices of what the value depends on, also of a register's fact", () => {
    const value = (on: string, rows: string): string =>
      `\nvärde v i dagar beror på ${on} från och med 2020-01-01: ${rows} ${ruleWith("belopp = v")}`;
    const { bindings, codes } = prov(value("vårdslag", "blandad: 1 dag; övriga: 2 dagar"));
    expect(codes).toEqual([]);
    expect(meaningOf("blandad", bindings.targetOf)).toEqual(["choice vårdslag"]);
    expect(meaningOf("övriga", bindings.targetOf)).toEqual(["builtIn others"]);
    expect(prov(value("grupp för kommun", "stor: 1 dag; liten: 2 dagar")).codes).toEqual([]);
    expect(prov(value("vårdslag", "stor: 1 dag; övriga: 2 dagar")).codes).toEqual(["AV2009"]);
  });

  test("keys of a payer are names of the register, with hyphens for spaces", () => {
    const value = (key: string): string =>
      `\nvärde v i dagar beror på kommun från och med 2020-01-01: ${key}: 1 dag; övriga: 2 dagar ${ruleWith("belopp = v")}`;
    const { bindings, codes } = prov(value("Upplands-Väsby"));
    expect(codes).toEqual([]);
    expect(meaningOf("Upplands-Väsby", bindings.targetOf)).toEqual(["payer 0114"]);
    expect(prov(value("hudinge")).problems.map(({ code, fixes }) => [code, fixes[0]?.edits[0]?.text])).toEqual([
      ["AV2009", "huddinge"],
    ]);
  });
});

describe("names that mean nothing are reported once, with what is most likely meant", () => {
  test.each([
    ["a misspelt name", `\nbegrepp tidsgräns i dagar = 1 dag ${ruleWith("belopp = tidsgräs")}`, "AV2001", "tidsgräns"],
    [
      "a hyphen for a minus",
      `\nbegrepp a i dagar = 1 dag begrepp b i dagar = 1 dag ${ruleWith("belopp = a-b")}`,
      "AV2002",
      "a - b",
    ],
    ["a name of a document that is not used", `\n${ruleWith("belopp = belopp-enligt-lag")}`, "AV2004", "; lagen"],
    ["a name written with such a document", `\n${ruleWith("belopp = lagen.belopp-enligt-lag")}`, "AV2004", "; lagen"],
    [
      "a name written with an unknown document",
      `\n${ruleWith("belopp = lagenn.belopp-enligt-lag")}`,
      "AV2014",
      "lagen.belopp-enligt-lag",
    ],
    [
      "an unknown source",
      `\nkälla ök "Ök" villkor v krävs klar enligt ökk 1 ${ruleWith("krävs v belopp = 1 enligt ök")}`,
      "AV2001",
      "ök",
    ],
    ["an unknown register fact", `\nbegrepp x i text = länn för kommun ${ruleWith("belopp = x")}`, "AV2001", "län"],
    [
      "an unknown event",
      `\nhändelse stöd "S" ännu inte enligt ord ${ruleWith("från och med stöt före stöd belopp = 1")}`,
      "AV2001",
      "stöd",
    ],
    [
      "an unknown rule",
      `\n${ruleWith("belopp = 1")} ${ruleWith("i stället för rr belopp = 1").replace("regel r", "regel rrr")}`,
      "AV2001",
      undefined,
    ],
    ["a rule where a value is needed", `\n${ruleWith("belopp = r")}`, "AV2008", undefined],
    [
      "a term where an event is needed",
      `\nbegrepp x i datum = utskrivningsdatum ${ruleWith("från och med x krävs x finns belopp = 1")}`,
      "AV2008",
      undefined,
    ],
    ["a document after `använder`", `; orrd ${ruleWith("belopp = 1")}`, "AV2014", "ord"],
  ])("%s", (_, text, code, fix) => {
    const { problems } = prov(text, { "lag.avtal": `lag lagen "Lag" begrepp belopp-enligt-lag i antal = 1` });
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    if (fix !== undefined) expect(problems[0]?.fixes[0]?.edits.map(({ text }) => text)).toEqual([fix]);
  });

  test("where a used document is not at hand, names that may come from it are left alone", () => {
    expect(prov(`; borta ${ruleWith("belopp = något")}`).codes).toEqual(["AV2014"]);
  });
});

describe("readings", () => {
  const question = (b: string): string =>
    `tolkningsfråga q enligt antagande "x" fråga "?" tolkning a "A" som skrivet tolkning b "B" ${b} vald a preliminärt motiv "x"`;

  test("a reading uses its own helpers", () => {
    const text = `\n${ruleWith("belopp = 1 se tolkningsfråga q")} ${question("begrepp h i antal = 1 i regeln r belopp = h")}`;
    expect(prov(text).codes).toEqual([]);
  });

  test("a helper of one reading is not used where another may be chosen", () => {
    const text = `\n${ruleWith("krävs h belopp = 1 se tolkningsfråga q")} ${question("begrepp h i ja/nej = klar i regeln r belopp = 2")}`;
    expect(prov(text).codes).toEqual(["AV2007"]);
  });

  test("a step that every reading has is used freely", () => {
    const text = `\n${ruleWith("steg = 1 se tolkningsfråga q belopp = steg")} ${question("i regeln r steg = 2")}`;
    expect(prov(text).codes).toEqual([]);
  });
});

describe("unused names", () => {
  test.each([
    ["a term", `begrepp x i antal = 1`],
    ["a condition", `villkor x krävs klar`],
    ["a value", `värde x i antal från och med 2020-01-01: 1`],
    ["a source", `källa x "X"`],
    ["an event", `händelse x "X" ännu inte enligt ord`],
    ["a measured value", `mätvärde x i antal = antal vårdtillfällen för vårdtillfällen fastställt saknas`],
  ])("%s of an agreement that nobody uses is a warning", (_, text) => {
    const { problems } = prov(`\n${text} ${ruleWith("belopp = 1")}`);
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([["AV2006", "warning"]]);
  });

  test("a step that leads nowhere is a warning, a figure of a statistic is not", () => {
    expect(prov(`\n${ruleWith("steg = 1 belopp = 2")}`).codes).toEqual(["AV2006"]);
    expect(prov(`\nstatistik s gäller vårdtillfällen per kommun steg = antal vårdtillfällen`).codes).toEqual([]);
  });

  test("names of a vocabulary or an act are for others to use", () => {
    expect(
      resolvedFrom({ "a.avtal": `ordlista a "A" begrepp x i antal = 1`, "b.avtal": `lag b "B" begrepp y i antal = 1` })
        .codes,
    ).toEqual([]);
  });
});

/** What the uses of one or two names mean, in written order. */
function meaningOf(name: string, targetOf: ReadonlyMap<Name, Declaration>, orName = name): readonly string[] {
  return [...targetOf].flatMap(([use, target]) => (use.text === name || use.text === orName ? [shown(target)] : []));
}

function shown(target: Declaration): string {
  switch (target.kind) {
    case "builtIn":
      return `builtIn ${target.builtIn}`;
    case "choice":
      return `choice ${target.field.name.text}`;
    case "payer":
      return `payer ${target.entry.code}`;
    case "document":
      return "document";
    default:
      return `${target.kind} ${target.document}`;
  }
}
