// What an expectation means: it holds where everything it says came out, and fails where anything else did.

import { describe, expect, test } from "vitest";
import { testText } from "./own-folder-programs.ts";

const background = `avtal: prov
bakgrund:
  folkbokföringskommun: Huddinge
  vårdform: somatisk
  inskrivningstid: 2019-12-01 08:00
  vårdkontakt-utsedd: ja
`;

/** Episodes of one month, in short. */
const four = "{ underrättelse: 2022-04-04 09:00, utskrivningstid: 2022-04-08 15:00 }";
const zero = "{ underrättelse: 2022-04-04 09:00, utskrivningstid: 2022-04-04 15:00 }";
const open = "{ underrättelse: 2022-04-04 09:00, utskrivningstid: 2022-04-08 15:00, vårdkontakt-utsedd: tomt }";
const barred = "{ underrättelse: 2022-04-04 09:00, utskrivningstid: 2022-04-08 15:00, vårdkontakt-utsedd: nej }";
const nacka = "{ folkbokföringskommun: Nacka, underrättelse: 2022-04-04 09:00, utskrivningstid: 2022-04-08 15:00 }";
const unpriced = "{ underrättelse: 2021-04-04 09:00, utskrivningstid: 2021-04-08 15:00 }";
const backwards = "{ underrättelse: 2022-04-08 09:00, utskrivningstid: 2022-04-04 15:00 }";
const psychiatric = "{ vårdform: psykiatrisk, underrättelse: 2022-04-04 09:00, utskrivningstid: 2022-04-12 15:00 }";

/** What is wrong with an expectation in the wording of 2021-11-01: `about: expected → actual`; empty where it holds. */
function mismatches(episodes: readonly string[], expectation: string): string[] {
  const indented = expectation.replaceAll("\n", "\n        ");
  const text = `avtal: prov
scenarier:
  - namn: Ett fall
    klausul: 2
    vårdtillfällen:${episodes.length === 0 ? " inga" : episodes.map((one) => `\n      - ${one}`).join("")}
    förväntat:
      2021-11-01:${expectation.includes(":") ? `\n        ${indented}` : ` ${expectation}`}
`;
  const { problems, files } = testText(text, { background });
  expect(problems.map(({ code, headline }) => `${code} ${headline.sv}`)).toEqual([]);
  const results = files.flatMap((file) => file.results).filter(({ of: one }) => one.wording === "2021-11-01");
  return results.flatMap((result) =>
    result.mismatches.map(({ about, expected, actual }) => `${about.sv}: ${expected.sv} → ${actual.sv}`),
  );
}

const line = (amount: string, more = ""): string => `rader:\n  - { betalare: Huddinge, belopp: "${amount}"${more} }`;

describe("no charge", () => {
  test("holds below the limit, and without episodes", () => {
    expect(mismatches([zero], "ingen debitering")).toEqual([]);
    expect(mismatches([], "ingen debitering")).toEqual([]);
  });

  test("fails at a line, at an undecided episode, and at a stop", () => {
    expect(mismatches([four], "ingen debitering")).toEqual([
      "rad: ingen debitering → Huddinge 2022-04 genomsnitt 2,7 dagar = 25 110,00 kr",
    ]);
    expect(mismatches([open], "ingen debitering")).toEqual(["oavgjort: inget → 1 × vårdkontakt-utsedd"]);
    expect(mismatches([unpriced], "ingen debitering")).toEqual([
      "körningen: går till slut → stoppat: pris.dygnsbelopp",
    ]);
  });
});

describe("lines", () => {
  test("hold in any order, with only what is said looked at", () => {
    expect(mismatches([four], "25 110,00 kr")).toEqual([]);
    expect(
      mismatches(
        [four, nacka],
        `rader:
  - { betalare: Nacka, belopp: "25 110,00 kr" }
  - { betalare: "0126", belopp: "25 110,00 kr", mängd: "2,7 dagar", period: 2022-04, pris: 9 300 kr/dygn }`,
      ),
    ).toEqual([]);
  });

  test.each([
    ["an öre too much", line("25 110,01 kr"), "belopp: 25 110,01 kr → 25 110,00 kr"],
    ["a quantity", line("25 110,00 kr", ', mängd: "2,8 dagar"'), "mängd: 2,8 dagar → 2,7 dagar"],
    ["a price", line("25 110,00 kr", ", pris: 8 200 kr/dygn"), "pris: 8 200 kr/dygn → 9 300 kr/dygn"],
    ["the payee", line("25 110,00 kr", ", mottagare: Staden"), "mottagare: Staden → Region Stockholm"],
    ["the invoicer", line("25 110,00 kr", ", faktureras av: Staden"), "faktureras av: Staden → Regionens kansli"],
    ["a step", line("25 110,00 kr", ", steg: { medeldagar: 3 dagar }"), "medeldagar: 3 dagar → 4 dagar"],
  ])("fail at %s", (_, expectation, said) => {
    const [first, ...others] = mismatches([four], expectation);
    expect(first).toContain(said);
    expect(others).toEqual([]);
  });

  test("fail at another payer, period, rule, episode or number of lines", () => {
    const missing = (selector: string): string[] =>
      mismatches([four], `rader:\n  - { betalare: Huddinge, ${selector}, belopp: "25 110,00 kr" }`);
    expect(mismatches([four], 'rader:\n  - { betalare: Nacka, belopp: "25 110,00 kr" }')).toEqual([
      "rad: Nacka 25 110,00 kr → ingen sådan rad",
      "rad: inga fler rader → Huddinge 2022-04 genomsnitt 2,7 dagar = 25 110,00 kr",
    ]);
    expect(missing("period: 2022-05")).toHaveLength(2);
    expect(missing("regel: psykiatri")).toHaveLength(2);
    expect(missing("vårdtillfälle: a")).toHaveLength(2);
    expect(missing("antal: 2")).toEqual(["rad: Huddinge 25 110,00 kr → ingen sådan rad"]);
  });

  test("of several equal episodes are told by their number, and each fits one expectation", () => {
    expect(
      mismatches(
        [psychiatric, psychiatric, psychiatric],
        `rader:
  - { betalare: Huddinge, antal: 2, belopp: "27 900,00 kr" }
  - { betalare: Huddinge, vårdtillfälle: a, belopp: "27 900,00 kr" }`,
      ),
    ).toEqual([]);
  });

  test("that are not said may not come, unless nothing but steps is said", () => {
    expect(mismatches([four, barred], "inte debiterat: 2 punkt 2")).toEqual([
      "rad: ingen debitering → Huddinge 2022-04 genomsnitt 2,7 dagar = 25 110,00 kr",
    ]);
    expect(mismatches([four, open], "steg:\n  medeldagar: 4 dagar")).toEqual([]);
  });
});

describe("steps", () => {
  test("are looked for in groups and in figures, exactly", () => {
    expect(mismatches([four, zero, zero], "steg: { medeldagar: 4/3 dagar, summan: 4 dagar, antalet: 3 }")).toEqual([]);
    expect(mismatches([four, zero, zero], "steg: { medeldagar: 133/100 dagar }")).toEqual([
      "Huddinge 2022-04 genomsnitt, medeldagar: 133/100 dagar → 4/3 dagar",
    ]);
  });

  test("hold for every payer, unless one is named", () => {
    expect(mismatches([four, nacka], "steg: { medeldagar: 4 dagar }")).toEqual([]);
    expect(mismatches([four, nacka, zero], "steg: { medeldagar: 4 dagar }")).toEqual([
      "Huddinge 2022-04 genomsnitt, medeldagar: 4 dagar → 2 dagar",
    ]);
    expect(mismatches([four, nacka, zero], "steg:\n  - { betalare: Nacka, medeldagar: 4 dagar }")).toEqual([]);
  });

  test("of a group that does not exist fail, unless they are to be missing", () => {
    expect(mismatches([four], "steg:\n  - { betalare: Nacka, medeldagar: saknas }")).toEqual([]);
    expect(mismatches([four], "steg:\n  - { betalare: Nacka, medeldagar: 4 dagar }")).toEqual([
      "Nacka, medeldagar: 4 dagar → inget vårdtillfälle räknas där",
    ]);
    expect(mismatches([four], "steg: { medeldagar: saknas }")).toEqual([
      "Huddinge 2022-04 genomsnitt, medeldagar: saknas → 4 dagar",
    ]);
  });
});

describe("undecided, not charged and refused", () => {
  test("in short are about all such episodes, one at least", () => {
    expect(mismatches([open], "oavgjort: vårdkontakt-utsedd")).toEqual([]);
    expect(mismatches([open], "oavgjort: care_contact")).toEqual([]);
    expect(mismatches([four], "oavgjort: vårdkontakt-utsedd\nrader: inga")).toHaveLength(2);
    expect(mismatches([open], "oavgjort: [vårdkontakt-utsedd, underrättelse]")).toEqual([
      "oavgjort: vårdkontakt-utsedd, underrättelse → 1 × vårdkontakt-utsedd",
    ]);
    expect(mismatches([barred], "inte debiterat: 2 punkt 2")).toEqual([]);
    expect(mismatches([barred], "inte debiterat: 2")).toEqual([]);
    expect(mismatches([barred], "inte debiterat: krävs vårdkontakt-utsedd")).toEqual([]);
    expect(mismatches([barred], "inte debiterat: 2 punkt 1")).toEqual(["inte debiterat: 2 punkt 1 → 1 × 2 punkt 2"]);
    expect(mismatches([backwards], "avvisat: AV9116")).toEqual([]);
    expect(mismatches([backwards], "avvisat: AV9103")).toEqual(["avvisat: AV9103 → 1 × AV9116"]);
  });

  test("in long are told one by one", () => {
    const sorts = (count: number): string =>
      `oavgjort:\n  - { saknas: vårdkontakt-utsedd, antal: ${count}, regel: genomsnitt }`;
    expect(mismatches([open, open], sorts(2))).toEqual([]);
    expect(mismatches([open, open], sorts(1))).toEqual(["oavgjort: 1 × vårdkontakt-utsedd → 2 × vårdkontakt-utsedd"]);
    expect(mismatches([open, open], "oavgjort:\n  - { saknas: vårdkontakt-utsedd, vårdtillfälle: b }")).toHaveLength(1);
    expect(mismatches([barred, barred], "inte debiterat:\n  - { klausul: 2 punkt 2, antal: 2 }")).toEqual([]);
    expect(
      mismatches([backwards, four], `${line("25 110,00 kr")}\navvisat:\n  - { kod: AV9116, vårdtillfälle: a }`),
    ).toEqual([]);
  });

  test("a refused episode that another expectation of the scenario does not mention fails there", () => {
    const text = `avtal: prov
scenarier:
  - namn: Ett fall
    klausul: 2
    vårdtillfällen:
      - ${backwards}
    förväntat:
      2020-01-01: ingen debitering
      2021-11-01: { avvisat: AV9116 }
`;
    const results = testText(text, { background }).files.flatMap((file) => file.results);
    expect(results.map(({ status }) => status)).toEqual(["failed", "held"]);
  });
});

describe("a stop and triggers", () => {
  test("a stop is named by its value", () => {
    expect(mismatches([unpriced], "stoppat: dygnsbelopp")).toEqual([]);
    expect(mismatches([unpriced], "stoppat: pris.dygnsbelopp")).toEqual([]);
    expect(mismatches([unpriced], "stoppat: gräns")).toEqual(["stoppat: gräns → stoppat: pris.dygnsbelopp"]);
    expect(mismatches([four], "stoppat: dygnsbelopp")).toEqual([
      "stoppat: pris.dygnsbelopp → Huddinge 2022-04 genomsnitt 2,7 dagar = 25 110,00 kr",
    ]);
  });

  test("what statistics lead to is compared as a whole", () => {
    const six = [four, four, four, four, four, four];
    expect(mismatches(six, "utlöser: Dialog om många dagar")).toEqual([]);
    expect(mismatches(six, "utlöser: inget")).toEqual(["utlöser: inget → Dialog om många dagar"]);
    expect(mismatches([four], "utlöser: inget")).toEqual([]);
  });
});
