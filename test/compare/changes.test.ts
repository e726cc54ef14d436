// What changed in meaning, without data: found in programs, told in the words of the texts.

import { describe, expect, test } from "vitest";
import { byPlace } from "@avtal/replay/changes/clause-order";
import { agreementsWith, changes, sideOf } from "./sides.ts";

const file = "stockholm/2020-01-01.avtal";

/** Kind, class, and what is said, for one edit of Stockholm's text. */
function told(old: string, words: string): readonly string[] {
  const a = sideOf("stockholm");
  const b = sideOf("stockholm", { from: agreementsWith([{ file, old, words }]), base: "utkast" });
  return changes(a, b, "in-force").changes.changes.map(({ kind, class: of, says }) => `${kind} ${of}: ${says.sv}`);
}

describe("one edit of a text", () => {
  test("a row's amount is that row's change", () => {
    expect(told("2021-11-01: 1,3 dagar ", "2021-11-01: 1,2 dagar ")).toEqual([
      "changed history: tidsgräns från och med 2021-11-01: 1,3 dagar → 1,2 dagar",
    ]);
  });

  test("a row from a later day is added, and what was decided before it stays", () => {
    const row = "  från och med 2021-11-01: 1,3 dagar ";
    expect(told(row, `  från och med 2022-03-01: 1,2 dagar   enligt antagande "utkast"\n${row}`)).toEqual([
      "added amounts: tidsgräns från och med 2022-03-01: 1,2 dagar tillkommer",
    ]);
  });

  test("a line of a rule is told beside the old one", () => {
    expect(told("när överskott överstiger 0 dagar  ", "när överskott är minst 0 dagar  ")).toEqual([
      "changed history: regeln genomsnitt: när överskott överstiger 0 dagar → när överskott är minst 0 dagar",
      "changed text: regeln psykiatrins-genomsnitt ändras",
    ]);
  });

  test("a quote that changes moves nothing", () => {
    const [change, ...others] = told(
      'citat "inträder 1,3 kalenderdagar inklusive dag noll"',
      'citat "1,3 kalenderdagar"',
    );
    expect(change).toMatch(/^changed text:/);
    expect(others).toEqual([]);
  });

  test("a comment, an empty line and a longer gap are nothing", () => {
    expect(told("# Statistik\n", "#   Statistik och annat\n\n\n")).toEqual([]);
  });

  test("statistics move no amount", () => {
    const old = "summa av utskrivningsklara-dagar där betalningsansvar är okänt";
    expect(told(old, "summa av utskrivningsklara-dagar där omfattas")).toEqual([
      expect.stringMatching(/^changed data: statistiken månadens-dagar: dagar-med-okänt-ansvar = /),
    ]);
  });

  test("a reading that is not chosen may change without effect", () => {
    expect(told("tolkning krona ", "tolkning hel-krona ").every((one) => one.includes(" text: "))).toBe(true);
  });

  test("another chosen reading is the question's change", () => {
    expect(told("vald nästa-dag", "vald ingen-verkan")).toEqual([
      "changed history: tolkningsfrågan klockan-12: nästa-dag → ingen-verkan",
    ]);
  });
});

test("new facts are named by their columns", () => {
  const old = "krävs ingår-i-snittet\n  följer";
  const b = sideOf("stockholm", {
    from: agreementsWith([
      { file, old, words: "krävs ingår-i-snittet\n  krävs ålder-vid-utskrivning är minst 18\n  följer" },
    ]),
    base: "utkast",
  });
  const [change] = changes(sideOf("lus"), b, "in-force").changes.changes.filter(
    ({ key }) => key === "rule stockholm.genomsnitt",
  );
  expect(change?.because.sv).toContain("age_at_discharge");
});

test("places are ordered by their numbers", () => {
  expect(["12.10", "12.3 punkt 2", "12.3", "5 kap. 4 §", "12.3 punkt 1–3"].sort(byPlace)).toEqual([
    "5 kap. 4 §",
    "12.3",
    "12.3 punkt 1–3",
    "12.3 punkt 2",
    "12.10",
  ]);
});
