import { describe, expect, test } from "vitest";
import { checkAgreement, ruleWith } from "./test-check.ts";

function codesOf(lines: Readonly<Record<string, string>>, statements = ""): string {
  return checkAgreement(`${statements}\n${ruleWith(lines)}`).codes.join(" ");
}

describe("what may stand alone in a line for a whole group", () => {
  const price = "värde pris i kr/dygn\n från och med 2020-01-01: 100 kr/dygn enligt text 1\n";
  const rate = `värde taxa i kr/dygn beror på vårdform
  från och med 2020-01-01: somatisk: 100 kr/dygn; psykiatrisk: 70 kr/dygn   enligt text 1
`;

  test.each([
    ["a key", "kommun", ""],
    ["what derives from a key", 'kommun om län för kommun är "Stockholms län" annars kommun', ""],
  ])("%s may be the payer", (_, payer, codes) => {
    expect(codesOf({ betalas: `betalas av (${payer}) till "Regionen"` })).toBe(codes);
  });

  test("a value and a step may", () => {
    expect(codesOf({ belopp: "belopp = medel * antal vårdtillfällen * pris" }, price)).toBe("");
  });

  test("a field, a term and a table over a field may not", () => {
    expect(codesOf({ belopp: "belopp = ålder * 1 kr" })).toBe("AV3027");
    expect(codesOf({ belopp: "belopp = klara-dagar * 100 kr/dygn" })).toBe("AV3027");
    expect(codesOf({ belopp: "belopp = medel * antal vårdtillfällen * taxa" }, rate)).toBe("AV3027");
  });

  test("anything of the episode may where each line is one episode", () => {
    const lines = { per: "per kommun och vårdtillfälle", steg: "", när: "", belopp: "belopp = klara-dagar * taxa" };
    expect(codesOf(lines, rate)).toBe("");
  });

  test("a table over a field may where the field is a key", () => {
    const lines = { per: "per kommun och vårdform", belopp: "belopp = medel * antal vårdtillfällen * taxa" };
    expect(codesOf(lines, rate)).toBe("");
  });

  test("a term may where it is explained by the keys alone", () => {
    const term = "begrepp län-namn i text enligt text 1 = län för kommun\n";
    expect(codesOf({ när: 'när län-namn är "Stockholms län" och medel överstiger 1 dag' }, term)).toBe("");
  });

  test("the month of a key may, another month may not", () => {
    expect(codesOf({ när: "när månad är 2020-10" })).toBe("");
    expect(codesOf({ när: "när månad för utskrivningsdatum är 2020-10" })).toBe("");
    expect(codesOf({ när: "när månad för klar-datum är 2020-10" })).toBe("AV3027");
    expect(codesOf({ när: "när år för utskrivningsdatum är 2020" })).toBe("");
    expect(codesOf({ per: "per kommun och år", när: "när månad för utskrivningsdatum är 2020-10" })).toBe("AV3027");
  });

  test("the day may not, even in a rule about days", () => {
    const day = {
      gäller: "gäller dygn från klar-datum (räknas) till utskrivningsdatum (räknas inte) för vårdtillfällen",
      följer: "följer dygnet",
      steg: "",
      när: "när dygnet är vardag",
      belopp: "belopp = antal dygn * 100 kr/dygn",
    };
    expect(codesOf(day)).toBe("AV3027");
    expect(codesOf({ ...day, när: "när (antal dygn där dygnet är vardag) är minst 1 dygn" })).toBe("");
  });

  test("a month among the keys is that of a date", () => {
    expect(codesOf({ per: "per kommun och månad för klar-tid" })).toBe("");
    expect(codesOf({ per: "per kommun och månad för klara-dagar" })).toBe("AV3015");
    expect(codesOf({ per: "per kommun och klar-tid" })).toBe("AV3056");
  });

  test("three months in a row need a month among the keys", () => {
    expect(codesOf({ när: "när medel överstiger 2 dagar i 3 månader i rad" })).toBe("");
    expect(codesOf({ per: "per kommun", när: "när medel överstiger 2 dagar i 3 månader i rad" })).toBe("AV3051");
  });

  test("an inner mean stands inside a mean or a sum only", () => {
    expect(codesOf({ steg: "medel = genomsnitt av (genomsnitt av klara-dagar per sjukhus)" })).toBe("");
    expect(codesOf({ steg: "medel = genomsnitt av (klara-dagar per sjukhus)" })).toBe("AV3026");
  });
});

describe("selections", () => {
  test("what stands after `där` without parentheses is said once, with the parentheses as the fix", () => {
    const { problems, codes } = checkAgreement(
      ruleWith({ när: "när antal vårdtillfällen där sip-behövs överstiger 2 och medel överstiger 1 dag" }),
    );
    expect(codes).toEqual(["AV3024"]);
    expect(problems.find((problem) => problem.code === "AV3024")?.fixes[0]?.edits.map((edit) => edit.text)).toEqual([
      "(",
      ")",
    ]);
  });

  test("an aggregate that another calculation swallowed is said once", () => {
    expect(codesOf({ steg: "medel = summa av klara-dagar där ålder är minst 1 / antal vårdtillfällen" })).toBe(
      "AV3024",
    );
  });
});

describe("lines of a rule", () => {
  test.each([
    ["gäller", "AV3045"],
    ["följer", "AV3045"],
    ["per", "AV3045"],
    ["betalas", "AV3045"],
    ["belopp", "AV2001"],
    ["avrunda", "AV3047"],
  ])("without `%s` it is refused with %s", (line, code) => {
    expect(codesOf({ [line]: "" })).toContain(code);
  });

  test("`ingen debitering` needs only whom and which date, and nothing to work out", () => {
    const nothing = { per: "", betalas: "", steg: "", när: "", belopp: "ingen debitering", avrunda: "" };
    expect(codesOf(nothing)).toBe("");
    expect(codesOf({ ...nothing, per: "per kommun" })).toBe("AV3046");
  });

  test("a statistic has figures and no amount", () => {
    const statistic = "statistik s enligt text 1 gäller vårdtillfällen följer utskrivningsdatum per kommun ";
    expect(checkAgreement(`${statistic} antalet = antal vårdtillfällen`).codes).toEqual([]);
    expect(checkAgreement(`${statistic} utlöser "Något"`).codes).toEqual(["AV3045"]);
    expect(checkAgreement(`${statistic} belopp = antal vårdtillfällen * 1 kr`).codes).toEqual(["AV3046"]);
  });

  test("amounts are rounded in their own unit, to whole öre or coarser", () => {
    expect(codesOf({ avrunda: "avrunda belopp till hela kronor, halva uppåt" })).toBe("");
    expect(codesOf({ avrunda: "avrunda belopp till 2 decimaler, halva uppåt" })).toBe("");
    expect(codesOf({ avrunda: "avrunda belopp till 3 decimaler, halva uppåt" })).toBe("AV3050");
    expect(codesOf({ avrunda: "avrunda belopp till hela dagar, halva uppåt" })).toBe("AV3049");
  });

  test("a step that is rounded to whole days moves a date", () => {
    const statements = (rounding: string): Readonly<Record<string, string>> => ({
      per: "per kommun och vårdtillfälle",
      steg: "frist = klara-dagar / 2",
      när: "när utskrivningsdatum senast klar-datum + frist",
      belopp: "belopp = 1 kr",
      avrunda: `avrunda belopp till hela ören, nedåt\n  ${rounding}`,
    });
    expect(codesOf(statements("avrunda frist till hela dagar, nedåt"))).toBe("");
    expect(codesOf(statements("avrunda frist till 1 decimal, nedåt"))).toBe("AV3013");
  });
});

describe("division", () => {
  test.each([
    ["klara / antal vårdtillfällen", ""],
    ["klara / några om några överstiger 0 annars 0 dagar", ""],
    ["klara / några om några är minst 1 annars 0 dagar", ""],
    ["0 dagar om några är 0 annars klara / några", ""],
    ["klara / några om några är minst 0 annars 0 dagar", "AV3043"],
    ["klara / några", "AV3043"],
    ["klara / 0", "AV3043"],
    ["klara / 2", ""],
    ["klara / (1 + några)", ""],
    ["klara / största av (några; 1)", ""],
    ["klara / (summa av ålder)", "AV3043"],
  ])("%s gives %s", (value, code) => {
    const steps = `klara = summa av klara-dagar\n  några = antal vårdtillfällen där sip-behövs\n  medel = ${value}`;
    expect(codesOf({ steg: steps, när: "när medel överstiger 1 dag och några är minst 0" })).toBe(code);
  });

  test("what `när` has asked for is not asked again", () => {
    const steps = "några = antal vårdtillfällen där sip-behövs\n  medel = summa av klara-dagar / några";
    expect(codesOf({ steg: steps, när: "när några är minst 1" })).toBe("");
  });

  test("a mean over a selection that may be empty is a warning in a rule that charges, unless it is asked for", () => {
    expect(codesOf({ steg: "medel = genomsnitt av klara-dagar där sip-behövs" })).toBe("AV3044");
    const asked =
      "medel = (genomsnitt av klara-dagar där sip-behövs) om (antal vårdtillfällen där sip-behövs) är minst 1 annars 0 dagar";
    expect(codesOf({ steg: asked })).toBe("");
  });
});

describe("circles", () => {
  test("terms that explain each other are said once", () => {
    const terms = "begrepp a i dagar enligt text 1 = b\nbegrepp b i dagar enligt text 1 = a + klara-dagar\n";
    expect(codesOf({ steg: "medel = genomsnitt av a" }, terms)).toBe("AV3052");
  });

  test("steps that explain each other are said once", () => {
    expect(codesOf({ steg: "medel = annat\n  annat = medel + genomsnitt av klara-dagar" })).toBe("AV3052");
  });

  test("two readings that explain each other the other way round leave no order to work them out in", () => {
    const question = `tolkningsfråga q enligt text 1 fråga "?" tolkning a "A" som skrivet
  tolkning b "B" begrepp y i dagar = klara-dagar begrepp x i dagar = y + 1 dag
  vald a preliminärt motiv "m"
begrepp x i dagar enligt text 1 = klara-dagar se tolkningsfråga q
begrepp y i dagar enligt text 1 = x + 1 dag se tolkningsfråga q
`;
    expect(codesOf({ steg: "medel = genomsnitt av x + genomsnitt av y" }, question)).toBe("AV3052");
  });
});
