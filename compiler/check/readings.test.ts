import { describe, expect, test } from "vitest";
import { strictProblems } from "./strict.ts";
import { checkAgreement, ruleWith } from "./test-check.ts";

function question(other: string, chosen = 'vald a preliminärt motiv "m"'): string {
  return `tolkningsfråga q enligt text 1 fråga "?" tolkning a "A" som skrivet tolkning b "B" ${other} ${chosen}`;
}

describe("every reading gives a whole rule", () => {
  const tagged = ruleWith({ följer: "följer utskrivningsdatum   se tolkningsfråga q" });

  test("a reading that says another date is whole", () => {
    expect(checkAgreement(`${tagged}\n${question("i regeln snitt följer klar-datum")}`).codes).toEqual([]);
  });

  test("a reading that forgets the line is not", () => {
    expect(checkAgreement(`${tagged}\n${question("i regeln snitt krävs sip-behövs")}`).codes).toEqual(["AV6051"]);
  });

  test("a rounding may differ between readings, once under each", () => {
    const rounded = ruleWith({ avrunda: "avrunda belopp till hela ören, nedåt   se tolkningsfråga q" });
    const other = question("i regeln snitt avrunda belopp till hela kronor, nedåt");
    expect(checkAgreement(`${rounded}\n${other}`).codes).toEqual([]);
  });

  test("each reading's kinds are checked by themselves", () => {
    const step = ruleWith({ steg: "medel = genomsnitt av klara-dagar   se tolkningsfråga q" });
    expect(checkAgreement(`${step}\n${question("i regeln snitt medel = antal vårdtillfällen")}`).codes).toEqual([
      "AV3054",
    ]);
  });

  test("a reading cannot turn a rule about episodes into one about days", () => {
    const scope = ruleWith({ gäller: "gäller vårdtillfällen   se tolkningsfråga q" });
    const days =
      "i regeln snitt gäller dygn från klar-datum (räknas) till utskrivningsdatum (räknas inte) för vårdtillfällen";
    expect(checkAgreement(`${scope}\n${question(days)}`).codes).toEqual(["AV6053"]);
  });
});

describe("the choice itself", () => {
  const tagged = ruleWith({ följer: "följer utskrivningsdatum   se tolkningsfråga q" });
  const other = "i regeln snitt följer klar-datum";

  test.each([
    ['vald a motiv "m"', "AV6050"],
    ["vald a preliminärt", "AV6055"],
    ['vald a beslut "VIS" 2021-01-01 motiv "m"', ""],
  ])("%s gives %s", (chosen, code) => {
    expect(checkAgreement(`${tagged}\n${question(other, chosen)}`).codes.join(" ")).toBe(code);
  });

  test("a strict check refuses preliminary choices (AV6060) and assumptions (AV6061), and nothing else", () => {
    const assumed = ruleWith({
      följer: "följer utskrivningsdatum   se tolkningsfråga q",
      avrunda: 'avrunda belopp till hela ören, nedåt   enligt antagande "tyst"',
    });
    const strict = (chosen: string): string[] =>
      strictProblems(checkAgreement(`${assumed}\n${question(other, chosen)}`).documents).map((problem) => problem.code);
    expect(strict('vald a preliminärt motiv "m"')).toEqual(["AV6061", "AV6060"]);
    expect(strict('vald a beslut "VIS" 2021-01-01 motiv "m"')).toEqual(["AV6061"]);
  });
});
