import { describe, expect, test } from "vitest";
import { checkAgreement, checkTexts, ruleWith, vocabulary } from "./test-check.ts";

const withLimit = ruleWith({ när: "när medel överstiger gräns" });

function limit(rows: string, more = ""): string {
  return checkAgreement(`värde gräns i dagar ${rows}\n${withLimit}\n${more}`).codes.join(" ");
}

describe("values day by day", () => {
  test("rows from the first day on leave no gap", () => {
    expect(limit("från och med 2020-01-01: 2 dagar enligt text 1 från och med 2021-01-01: saknas")).toBe("");
  });

  test("a row that begins a day late names the day before it", () => {
    const { problems } = checkAgreement(
      `värde gräns i dagar från och med 2020-01-02: 2 dagar enligt text 1\n${withLimit}`,
    );
    expect(problems.map((problem) => problem.code)).toEqual(["AV4001"]);
    expect(problems[0]?.headline.sv).toContain("2020-01-01");
  });

  test("a reading that begins its row later leaves a gap under that reading only", () => {
    const question = (day: string): string => `tolkningsfråga q enligt text 1 fråga "?" tolkning a "A" som skrivet
      tolkning b "B" värde gräns i dagar från och med ${day}: 3 dagar
      vald a preliminärt motiv "m"`;
    const rows = "se tolkningsfråga q från och med 2020-01-01: 2 dagar enligt text 1";
    expect(limit(rows, question("2020-01-01"))).toBe("");
    expect(limit(rows, question("2020-03-01"))).toBe("AV4001");
  });

  test("an amendment's row may begin on the same day as a decided one, and two decided ones may not", () => {
    const amendment = `ändring mer av prov beslut "VIS" 2020-12-01 från och med 2021-01-01 tills vidare
värde gräns i dagar från och med 2021-01-01: 3 dagar enligt text 1`;
    const rows = "från och med 2020-01-01: 2 dagar enligt text 1 från och med 2021-01-01: 4 dagar enligt text 1";
    const texts = { "mer.avtal": amendment };
    expect(checkAgreement(`värde gräns i dagar ${rows}\n${withLimit}`, texts).codes).toEqual([]);
    expect(limit(`${rows} från och med 2021-01-01: 5 dagar enligt text 1`)).toBe("AV4002");
  });

  test("a value that an amendment brings begins with the amendment", () => {
    const amendment = `ändring mer av prov beslut "VIS" 2020-12-01 från och med 2021-01-01 tills vidare
värde tak i kr från och med 2021-01-01: 500 kr enligt text 1
i regeln snitt belopp = minsta av (medel * antal vårdtillfällen * 100 kr/dygn; tak)`;
    expect(checkAgreement(ruleWith(), { "mer.avtal": amendment }).codes).toEqual([]);
  });

  test("another document's value must have begun when the rule does", () => {
    const prices = (day: string) => ({
      "pris.avtal": `ordlista pris "Pris" källa k "K"
värde avgift i kr/dygn från och med ${day}: 100 kr/dygn enligt k`,
    });
    const agreement = (validity: string): string => `överenskommelse prov "Prov"
  gäller från och med 2020-01-01 tills vidare   enligt text 1
  annars gäller lagen
använder ord; register-över-betalare; pris; lagen
källa text "Prov"
${ruleWith({ krävs: validity, belopp: "belopp = medel * antal vårdtillfällen * avgift" })}`;
    const act = { "lag.avtal": 'lag lagen "Lagen" gäller från och med 2000-01-01 tills vidare' };
    const codes = (day: string, validity = ""): readonly string[] =>
      checkTexts({ ...vocabulary, ...act, ...prices(day), "prov.avtal": agreement(validity) }).codes;
    expect(codes("2018-01-01")).toEqual([]);
    expect(codes("2020-03-01")).toEqual(["AV4005"]);
    expect(codes("2020-03-01", "från och med 2020-03-01 tills vidare")).toEqual([]);
  });
});

describe("where no date has decided yet", () => {
  const days = (end: string): string =>
    `värde frist i dagar från och med 2020-01-01: 3 dagar enligt text 1
begrepp första-dag i datum enligt text 1 = klar-datum + frist
begrepp första-dag-vid i datum enligt text 1 = klar-datum + frist vid klar-datum
${ruleWith({
  gäller: `gäller dygn från ${end} (räknas) till utskrivningsdatum (räknas inte) för vårdtillfällen`,
  krävs: "krävs första-dag finns och första-dag-vid finns",
  följer: "följer dygnet",
  steg: "",
  när: "",
  belopp: "belopp = antal dygn * 100 kr/dygn",
})}`;

  test.each([
    ["klar-datum + frist", "AV4008"],
    ["klar-datum + frist vid klar-datum", ""],
    ["första-dag", "AV4008"],
    ["första-dag-vid", ""],
    ["första-dag vid klar-datum", ""],
  ])("the end of a day rule's span at %s gives %s", (end, code) => {
    expect(checkAgreement(days(end)).codes.join(" ")).toBe(code);
  });

  test("a measured value follows no date", () => {
    const measured = (value: string): string => `värde frist i dagar från och med 2020-01-01: 3 dagar enligt text 1
mätvärde snittet i dagar enligt text 1 = genomsnitt av (${value}) för vårdtillfällen fastställt saknas
${ruleWith({ när: "när medel överstiger snittet" })}`;
    expect(checkAgreement(measured("klara-dagar - frist")).codes).toEqual(["AV4008"]);
    expect(checkAgreement(measured("klara-dagar - frist vid klar-datum")).codes).toEqual([]);
  });
});

describe("days of rules", () => {
  test.each([
    ["från och med 2020-06-01 till och med 2020-06-01", "AV4010"],
    ["från och med 2020-06-01 till och med 2020-05-31", "AV4004"],
    ["från och med 2020-06-01 före 2020-06-01", "AV4004"],
    ["från och med 2019-06-01 till och med 2019-12-31", "AV4006"],
    ["från och med 2019-06-01 tills vidare", ""],
  ])("%s gives %s", (validity, code) => {
    expect(checkAgreement(ruleWith({ krävs: validity })).codes.join(" ")).toBe(code);
  });

  test("weekdays are counted only where the document has said which", () => {
    const statement = "begrepp x i datum enligt text 1 = klar-datum + 2 vardagar";
    const rule = ruleWith({ krävs: "krävs x finns" });
    expect(checkAgreement(`${statement}\n${rule}`).codes).toEqual([]);
    const without = `överenskommelse prov "Prov" gäller från och med 2020-01-01 tills vidare enligt text 1
använder ord; register-över-betalare källa text "Prov" ${statement} ${rule}`;
    expect(checkTexts({ ...vocabulary, "prov.avtal": without }).codes).toEqual(["AV4007"]);
  });
});
