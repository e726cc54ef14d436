import { describe, expect, test } from "vitest";
import { analyse, meaningOf, type Analysis } from "@avtal/compiler/ide/analysis";
import { repairsOf } from "@avtal/compiler/ide/actions";
import type { Edit } from "@avtal/compiler/ide/answers";
import { refactoringsAt } from "@avtal/compiler/ide/refactorings";
import { citationOf } from "@avtal/compiler/ide/refactor-citation";
import { convertFile } from "@avtal/compiler/format/format";
import type { Workspace } from "@avtal/compiler/workspace";
import { isError } from "@avtal/compiler/problem";
import { smallAgreement, smallSource } from "./small-folder.ts";

const path = "liten/2020-01-01.avtal";

function analysed(text: string, more: readonly { readonly path: string; readonly text: string }[] = []): Analysis {
  const workspace: Workspace = {
    files: [{ path, text }, ...more],
    registers: new Map(),
    sources: new Map([["ök.txt", smallSource]]),
    lock: undefined,
  };
  return analyse(workspace, undefined);
}

function codesOf(analysis: Analysis): readonly string[] {
  return [...analysis.problems, ...meaningOf(analysis).problems].filter(isError).map(({ code }) => code);
}

function applied(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((before, { span, text: written }) => before.slice(0, span.start) + written + before.slice(span.end), text);
}

/** The refactoring of that name for some selected words. */
function refactored(text: string, words: string, name: RegExp) {
  const start = text.indexOf(words);
  const asked = { span: { file: path, start, end: start + words.length }, today: 20_000 };
  const found = refactoringsAt(asked, analysed(text)).find(({ label }) => name.test(label.sv));
  if (found === undefined) throw new Error(`No refactoring ${String(name)} for \`${words}\`.`);
  return found;
}

describe("refactorings leave a text without errors", () => {
  test("a selected expression becomes a term", () => {
    const { edits } = refactored(smallAgreement, "dagar-på-sjukhus - frist", /begrepp/);
    const text = applied(smallAgreement, edits);
    expect(text).toContain("begrepp nytt-begrepp i dagar\n  = dagar-på-sjukhus - frist\n");
    expect(text).toContain("= nytt-begrepp om vårdform");
    expect(codesOf(analysed(text)).filter((code) => code !== "AV5001")).toEqual([]);
  });

  test("what the language has no kind for is not offered as a term", () => {
    const squared = smallAgreement.replace("dagar-på-sjukhus - frist om", "dagar-på-sjukhus * frist / frist om");
    expect(() => refactored(squared, "dagar-på-sjukhus * frist", /begrepp/)).toThrow("No refactoring");
    expect(refactored(squared, "dagar-på-sjukhus * frist / frist", /begrepp/).edits[0]?.text).toContain("i dagar\n");
  });

  test("an assumption becomes a question that is asked openly", () => {
    const assumed = smallAgreement.replace(
      '3 dagar   enligt ök 2.1 citat "3 kalenderdagar"',
      '3 dagar   enligt antagande "sägs inte"',
    );
    const start = assumed.indexOf('antagande "sägs');
    const found = refactoringsAt({ span: { file: path, start, end: start }, today: 20_000 }, analysed(assumed));
    const made = found.find(({ label }) => label.en.includes("question"));
    const text = applied(assumed, made?.edits ?? []);
    expect(text).toContain("se tolkningsfråga ny-fråga");
    expect(text).toContain('vald som-antaget preliminärt motiv "sägs inte"');
    expect(codesOf(analysed(text)).filter((code) => code !== "AV6010")).toEqual([]);
  });

  test("the file is written in the other keyword table and means the same", () => {
    const asked = { span: { file: path, start: 0, end: 0 }, today: 20_000 };
    const made = refactoringsAt(asked, analysed(smallAgreement)).find(({ sort }) => sort === "source");
    const text = applied(smallAgreement, made?.edits ?? []);
    expect(text.startsWith("language en\n")).toBe(true);
    expect(codesOf(analysed(text))).toEqual([]);
  });

  test("words of a source become a citation with its section", () => {
    const words = "Gränsen är 3 kalenderdagar från underrättelsen";
    expect(citationOf({ words, path }, analysed(smallAgreement))).toBe(`enligt ök 2.1 citat "${words}"`);
    expect(citationOf({ words: "ord som inte står någonstans", path }, analysed(smallAgreement))).toBeUndefined();
  });
});

describe("refactorings of questions and rules", () => {
  const asked = `${smallAgreement}
tolkningsfråga öppen
  enligt ök 2.1
  fråga "Vad?"
  tolkning ett "Ett"   som skrivet
  tolkning två "Två"   inget
  vald ett preliminärt motiv "sägs inte"
`;

  test("a question is given another reading, twice under two names", () => {
    const once = applied(asked, refactored(asked, "tolkningsfråga öppen", /Lägg till en tolkning/).edits);
    expect(once).toContain('  tolkning ny-tolkning "Säg vad den betyder"   inget\n  vald ett');
    const twice = applied(once, refactored(once, "tolkningsfråga öppen", /Lägg till en tolkning/).edits);
    expect(twice).toContain("tolkning ny-tolkning-2 ");
    expect(analysed(twice).problems.filter(({ code }) => code.startsWith("AV1"))).toEqual([]);
  });

  test("a rule ends and its successor begins by an amendment in a file of its own; the decided text stays", () => {
    const rule = `regel debitering
  enligt ök 2.2
  gäller vårdtillfällen där ut-dag finns
  följer ut-dag
  ingen debitering
`;
    const { edits, creates } = refactored(`${smallAgreement}\n${rule}`, "regel debitering", /genom en ändring/);
    expect(edits).toEqual([]);
    expect(creates?.path).toBe("liten/2024-10-04-debitering.avtal");
    const more = creates === undefined ? [] : [creates];
    expect(creates?.text).toContain("ändring debitering-2024-10-04 av liten");
    const after = analysed(`${smallAgreement}\n${rule}`, more);
    expect(after.problems.filter(({ span }) => span.file === creates?.path).filter(isError)).toEqual([]);
  });
});

describe("the same with English keywords", () => {
  const english = convertFile({ path, text: smallAgreement }, "en") ?? "";
  const question = `
question open
  under ök 2.1
  asks "What?"
  reading one "One"   as written
  reading two "Two"   nothing
  chosen one preliminarily reason "not said"
`;
  const rule = `
rule charging
  under ök 2.2
  applies to care episodes where ut-dag exists
  follows ut-dag
  no charge
`;

  function englishAfter(text: string, words: string, name: RegExp): string {
    return applied(text, refactored(text, words, name).edits);
  }

  test("an expression becomes a term, an assumption a question, and a question is given another reading", () => {
    expect(englishAfter(english, "dagar-på-sjukhus - frist", /begrepp/)).toContain("term new-term in days\n  = dagar");
    const assumed = english.replace(/3 days {3}under .*/, '3 days   under assumption "not said"');
    const asked = englishAfter(assumed, 'assumption "not', /tolkningsfråga/);
    expect(asked).toContain('chosen as-assumed preliminarily reason "not said"');
    expect(codesOf(analysed(asked)).filter((code) => code !== "AV6010")).toEqual([]);
    const twice = englishAfter(`${english}${question}`, "question open", /Lägg till en tolkning/);
    expect(twice).toContain('  reading new-reading "Say what it means"   nothing\n  chosen one');
    expect(analysed(twice).problems.filter(({ code }) => code.startsWith("AV1"))).toEqual([]);
  });

  test("pasted words become a citation, and the file is written in Swedish", () => {
    const words = "Gränsen är 3 kalenderdagar från underrättelsen";
    const pasted = english.replace(/3 days {3}under .*/, `3 days   ${words}`);
    const cited = englishAfter(pasted, words, /citat ur källan/);
    expect(cited).toContain(`3 days   under ök 2.1 quote "${words}"`);
    expect(codesOf(analysed(cited))).toEqual([]);
    const start = { span: { file: path, start: 0, end: 0 }, today: 20_000 };
    const made = refactoringsAt(start, analysed(english)).find(({ sort }) => sort === "source");
    expect(applied(english, made?.edits ?? [])).toBe(smallAgreement);
  });

  test("a rule ends by an amendment in the same table, also where the lines end as on Windows", () => {
    for (const text of [`${english}${rule}`, `${english}${rule}`.replaceAll("\n", "\r\n")]) {
      const { creates } = refactored(text, "rule charging", /genom en ändring/);
      expect(creates?.text).toContain("language en\n\namendment charging-2024-10-04 of liten\n  draft\n");
      expect(creates?.text).not.toContain("\r");
      const after = analysed(text, creates === undefined ? [] : [creates]);
      expect(after.problems.filter(({ span }) => span.file === creates?.path).filter(isError)).toEqual([]);
    }
  });
});

describe("further repairs", () => {
  function repaired(text: string, code: string, choose = 0): string {
    const analysis = analysed(text);
    const problems = [...analysis.problems, ...meaningOf(analysis).problems].filter((each) => each.code === code);
    const repair = repairsOf(problems, analysis)[choose];
    if (repair === undefined) throw new Error(`No repair of ${code}: ${codesOf(analysis).join(" ")}`);
    return applied(text, repair.fix.edits);
  }

  test("an undeclared name is declared as a term above where it is used", () => {
    const text = repaired(smallAgreement.replace("summa av psykiatriska-dagar", "summa av helt-nya-ord"), "AV2001");
    expect(text).toContain("begrepp helt-nya-ord i dagar");
  });

  test("a source that nobody cites is taken away", () => {
    const text = smallAgreement.replace('fil "ök.txt"\n', 'fil "ök.txt"\nkälla onödig "Ingen citerar mig"\n');
    const analysis = analysed(text);
    const codes = [...analysis.problems, ...meaningOf(analysis).problems].map(({ code }) => code);
    if (codes.includes("AV2006")) expect(repaired(text, "AV2006")).toBe(smallAgreement);
    expect(codes).toContain("AV2006");
  });

  test("a question without a choice is given one for each reading", () => {
    const question = `
tolkningsfråga öppen
  enligt ök 2.1
  fråga "Vad?"
  tolkning ett "Ett"   som skrivet
  tolkning två "Två"   inget
`;
    const text = repaired(`${smallAgreement}${question}`, "AV6001", 1);
    expect(text).toContain('  vald två preliminärt motiv "ange skälet"');
  });

  test("two rows from one day: one is taken away", () => {
    const twice = smallAgreement.replace("från och med 2023-01-01: 2 dagar", "från och med 2020-01-01: 2 dagar");
    expect(codesOf(analysed(repaired(twice, "AV4002")))).toEqual([]);
  });
});
