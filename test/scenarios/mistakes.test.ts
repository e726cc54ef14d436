// A scenario written by somebody new, with one mistake at a time: each is one problem that leads to the repair.
// Rule: the fix gives the right text back, or the advice holds the words that repair it.

import { describe, expect, test } from "vitest";
import type { Fix } from "@avtal/compiler/problem";
import { goodFile, placesOf, testText } from "./own-folder-programs.ts";

/** Written → mistaken, the code, and the words of the advice; no words where the fix gives the good file back. */
type Mistake = readonly [from: string, to: string, code: string, words?: string];

const mistakes: readonly Mistake[] = [
  ["avtal: prov", "avtal: prvo", "AV8101"],
  ["avtal: prov", "avtl: prov", "AV8007"],
  ["avtal: prov", "avtal:prov", "AV8001", "kolon och ett blanksteg"],
  ["avtal: prov\n", "", "AV8008", "avtal: stockholm"],
  ["avtal: prov", "avtal:", "AV8009", "avtal: stockholm"],
  ["bakgrund:", "bakrund:", "AV8007"],
  ["folkbokföringskommun: Huddinge", "folkbokforingskommun: Huddinge", "AV8102"],
  ["folkbokföringskommun: Huddinge", "folkbokföringskommun: Hudinge", "AV8103", "Menade du `Huddinge`?"],
  ["folkbokföringskommun: Huddinge", "folkbokföringskommun:", "AV8009", "tomt"],
  ["vårdform: somatisk", "vårdform: somatsik", "AV8103", "Menade du `somatisk`?"],
  ["inskrivningstid: 2019-12-01 08:00", "inskrivningstid: 2019-12-01", "AV8103", "2022-04-04 09:00"],
  ["inskrivningstid: 2019-12-01 08:00", "inskrivningstid: 2019-12-01 kl. 08.00", "AV8103", "2022-04-04 09:00"],
  ["inskrivningstid: 2019-12-01 08:00", "inskrivningstid: 2019-02-30 08:00", "AV8103", "Det datumet finns"],
  ["vårdkontakt-utsedd: ja", "vårdkontakt-utsedd: jo", "AV8103", "`ja`"],
  ["ålder: 80", "ålder: åttio", "AV8103", "`80`"],
  ["scenarier:", "scenario:", "AV8007", "scenarios"],
  ["  - namn: Fyra dagar", "  - namn: Fyra dagar: ett prov", "AV8001", "citattecken om texten"],
  ["  - namn: Fyra dagar", "  - nam: Fyra dagar", "AV8007"],
  ["  - namn: Fyra dagar", "  -namn: Fyra dagar", "AV8001", "blanksteg efter bindestrecket"],
  ["  - namn: Fyra dagar", '  - namn: "Fyra dagar', "AV8001", "citattecken"],
  ["  - namn: Fyra dagar", "  - namn: Fyra · dagar", "AV8014", "kort mening"],
  ["    klausul: 2 punkt 1", "    klausul: 2 punkt 9", "AV8104", "2 punkt"],
  ["    klausul: 2 punkt 1", "    klausul: 7", "AV8104", "2 punkt"],
  ["    klausul: 2 punkt 1\n", "", "AV8008", "klausul: 12.3"],
  ["    klausul: 2 punkt 1", "   klausul: 2 punkt 1", "AV8001", "indrag"],
  ["    värden:", "    värdn:", "AV8007"],
  ["dygnsbelopp@2021-01-01: 8 500 kr", "dygnsbelop@2021-01-01: 8 500 kr", "AV8109"],
  ["dygnsbelopp@2021-01-01: 8 500 kr", "dygnsbelopp@2021-01-01: 8500.00", "AV8109", "9 300 kr/dygn"],
  ["dygnsbelopp@2021-01-01: 8 500 kr", "dygnsbelopp@2021-01-01: 8 500 dagar", "AV8109", "9 300 kr/dygn"],
  ["dygnsbelopp@2021-01-01: 8 500 kr", "dygnsbelopp@2021: 8 500 kr", "AV8109", "@2021-01-01"],
  ["it-stödet: 2021-03-01", "it-stöder: 2021-03-01", "AV8108"],
  ["it-stödet: 2021-03-01", "it-stödet: 1 mars 2021", "AV8108", "it-stödet: 2021-03-01"],
  ["    vårdtillfällen:", "    vårdtilfällen:", "AV8007"],
  ["      - antal: 2", "      - antal: två", "AV8009", "antal: 7"],
  ["      - antal: 2", "      - antal: 0", "AV8009", "antal: 7"],
  ["underrättelse: 2022-04-04 09:00", "underättelse: 2022-04-04 09:00", "AV8102"],
  ["underrättelse: 2022-04-04 09:00", "underrättelse: 2022-04-04 25:00", "AV8103", "Rätta uppgiften"],
  ["utskrivningstid: 2022-04-08 15:00", "utskrivningstid: 2022-04-01 15:00", "AV8103", "Rätta uppgiften"],
  ["    förväntat:\n      2020", "    förvantat:\n      2020", "AV8007"],
  ["2020-01-01: 37", "2020-01-10: 37", "AV8105"],
  ["2020-01-01: 37 200,00 kr", "2020-01-01: 37 200,00", "AV8111"],
  ["2020-01-01: 37 200,00 kr", "2020-01-01: 37 200.00 kr", "AV8111"],
  ["2020-01-01: 37 200,00 kr", "2020-01-01: 37,200.00 kr", "AV8111"],
  ["2020-01-01: 37 200,00 kr", "2020-01-01: 37.200,00 kr", "AV8111"],
  ["2020-01-01: 37 200,00 kr", "2020-01-01: 37200", "AV8010", "11 160,00 kr"],
  ["2020-01-01: 37 200,00 kr", "2020-01-01: 37 200,00 SEK", "AV8111"],
  ["2020-01-01: 37 200,00 kr", "2020-01-01: ingen debiterring", "AV8009", "ingen debitering"],
  ["2020-01-01: 37 200,00 kr", "2020-01-01:", "AV8011", "alla lydelser: ingen debitering"],
  ["2020-01-01: 37 200,00 kr", "2020-01-01, 2021-11-01: 37 200,00 kr", "AV8106", "övriga lydelser"],
  ["        rader:", "        radr:", "AV8007"],
  ["          - betalare: Huddinge", "          - betalare: Hudinge", "AV8112"],
  ["          - betalare: Huddinge", "            betalare: Huddinge", "AV8009", "- betalare: Huddinge"],
  ["            period: 2022-04", "            period: april 2022", "AV8112", "2022-04"],
  ["            regel: genomsnitt", "            regel: genomsnit", "AV8112"],
  ["            mängd: 5,4 dagar", "            mängd: 5,4", "AV8111"],
  ["            mängd: 5,4 dagar", "            mängd: 5.4 dagar", "AV8111"],
  ["            mängd: 5,4 dagar", "            mängd: 5,4 vardagar", "AV8111", "1,2 dagar"],
  ["            pris: 9 300 kr/dygn", "            pris: 9 300", "AV8111"],
  ["            belopp: 50 220,00 kr\n", "", "AV8008", "belopp: 11 160,00 kr"],
  ["            belopp: 50 220,00 kr", "            summa: 50 220,00 kr", "AV8007", "`belopp`"],
  ["          medeldagar: 4 dagar", "          medldagar: 4 dagar", "AV8110"],
  ["          medeldagar: 4 dagar", "          medeldagar: 4", "AV8111"],
  ["          medeldagar: 4 dagar", "          medeldagar 4 dagar", "AV8009", "nycklar med värden"],
  ["          medeldagar: 4 dagar", "          medeldagar: fyra", "AV8111", "medeldagar: 1,6 dagar"],
  [
    "        steg:\n          medeldagar: 4 dagar\n",
    "        stoppat: dygnsbelopp\n",
    "AV8113",
    "Behåll `stoppat` ensamt",
  ],
  ["      - faktor: alla", "      - faktr: alla", "AV8107"],
  ["      - faktor: alla", "      - faktor: allla", "AV8107"],
  ["      - faktor: alla", "        faktor: alla", "AV8009", "- faktor: alla"],
  ["alla lydelser:", "alla lydleser:", "AV8105"],
  ["    klausul: 2 punkt 1", "    klausul: 2 punkt 1, 4", "AV8104"],
  ["it-stödet: 2021-03-01", "it-stödet: nej", "AV8108", "it-stödet: inte"],
  ["      - antal: 2", "      - antal 2", "AV8001", "kolon och ett blanksteg"],
  ["underrättelse: 2022-04-04 09:00", "underrättelse: 4/4 2022 kl 9", "AV8103", "2022-04-04 09:00"],
  ["utskrivningstid: 2022-04-08 15:00", "utskrivningstid: 2022-04-08", "AV8103", "ett datum utan klockslag"],
  ["folkbokföringskommun: Huddinge", "folkbokföringskommun: 0126", "AV8114"],
  ["2020-01-01: 37 200,00 kr", "2020-01-01 37 200,00 kr", "AV8001", "kolon och ett blanksteg"],
  ["2020-01-01: 37 200,00 kr", "2020-01: 37 200,00 kr", "AV8105", "`2020-01-01`"],
  ["2020-01-01: 37 200,00 kr", "1 januari 2020: 37 200,00 kr", "AV8105", "`2020-01-01`"],
  ["2020-01-01: 37 200,00 kr", "2020-01-01: ingen", "AV8009", "`ingen debitering`"],
  ["            period: 2022-04", "            period: 2022-13", "AV8112", "`2022-04`"],
  ["            belopp: 50 220,00 kr", "            belopp: 50 220,00 kr exkl. moms", "AV8111"],
  ["          medeldagar: 4 dagar", "          medeldagar: 4 dagars", "AV8111"],
  ["          medeldagar: 4 dagar", "          medeldagar: sakans", "AV8111", "`saknas`"],
  ["      - faktor: alla", "      - faktor=alla", "AV8001", "kolon och ett blanksteg"],
  ["alla lydelser:", "alla:", "AV8105", "`alla lydelser`"],
  ["2021-11-01:\n        rader:", "2021-11-01: ingen debitering\n        rader:", "AV8001", "större indrag"],
  ["  - namn: Fyra dagar", '  - namn: "Fyra" dagar', "AV8001", "om hela texten"],
  ["klausul: 2 punkt 1", "klausul: avsnitt 2 punkt 1", "AV8104", "Menade du `2 punkt 1`?"],
  ["utskrivningstid: 2022-04-08 15:00", "utskrivnings: 2022-04-08 15:00", "AV8102", "Menade du `utskrivnings"],
  ["utskrivningstid: 2022-04-08 15:00", "utskrivningstid: 2022-04-01 15:00", "AV8103", "`utskrivningstid` ligger före"],
  ["steg: { medeldagar: 4 dagar }", "steg: { medeldagar: 4,0 dagar }", "AV8015", "citattecken om talet"],
  ["steg: { medeldagar: 4 dagar }", "steg: { medeldagar: 4 dagar", "AV8001", "klamrar"],
];

describe("one mistake is one problem, and it leads to the repair", () => {
  test.each(mistakes.map((one) => [one[0], one[1], one[2], one] as const))("%s → %s is %s", (from, to, code, one) => {
    const words = one[3];
    expect(goodFile).toContain(from);
    const text = goodFile.replace(from, to);
    const { problems } = testText(text);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    const [problem] = problems;
    if (problem === undefined) return;
    const said = `${problem.headline.sv} ${problem.cause.sv} ${problem.advice.sv}`;
    if (words !== undefined) expect(said).toContain(words);
    const [fix] = problem.fixes;
    if (words === undefined) expect(fix).toBeDefined();
    if (fix !== undefined) expect(testText(applied(fix, text)).problems).toEqual([]);
    expect(problem.headline.en).not.toBe(problem.headline.sv);
  });
});

test("what is missing as a whole is named once", () => {
  const text = "avtal: prov\nscenarier:\n  - klausul: 2\n    förväntat:\n      alla lydelser: ingen debitering\n";
  expect(placesOf(testText(text).problems, text)).toEqual(["3:5 AV8008", "3:5 AV8008"]);
});

test("a mistake in the folder's background is said at its place, and its scenarios are left out", () => {
  const text = "avtal: prov\nbakgrund:\n  ålderr: 80\n";
  const { problems, scenarios } = testText(goodFile, { background: text });
  expect(placesOf(problems, text)).toEqual(["3:3 AV8102"]);
  expect(problems[0]?.span.file).toBe("scenarios/bakgrund.yaml");
  expect(scenarios).toEqual([]);
});

test("scenarios do not lie in the file of the background", () => {
  const background = "avtal: prov\nbakgrund:\n  ålder: 80\nscenarier:\n  - namn: x\n";
  expect(placesOf(testText(goodFile, { background }).problems, background)).toEqual(["4:1 AV8017"]);
});

test("two scenarios of one name, and two readings of one choice, are named with both places", () => {
  const second = goodFile.slice(goodFile.indexOf("  - namn: Fyra dagar"));
  const twice = goodFile + second;
  expect(placesOf(testText(twice).problems, twice)).toEqual(["38:11 AV8013"]);
  const variant = goodFile.slice(goodFile.indexOf("      - faktor: alla"));
  const readings = goodFile + variant;
  expect(placesOf(testText(readings).problems, readings)).toEqual(["38:9 AV8115"]);
});

test("a mistake in one scenario leaves the others of the file", () => {
  const second = goodFile.slice(goodFile.indexOf("  - namn: Fyra dagar")).replace("Fyra dagar", "Andra");
  const text = `${goodFile}${second.replace("klausul: 2 punkt 1", "klausul: 9")}`;
  const { problems, scenarios } = testText(text);
  expect(problems.map(({ code }) => code)).toEqual(["AV8104"]);
  expect(scenarios.map(({ name }) => name)).toEqual(["Fyra dagar"]);
});

function applied(fix: Fix, text: string): string {
  return [...fix.edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((now, { span, text: written }) => now.slice(0, span.start) + written + now.slice(span.end), text);
}
