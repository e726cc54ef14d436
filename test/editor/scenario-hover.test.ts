// Hovering a scenario file: every key and every word of the format says what it is, in the language that is set.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as keys from "@avtal/replay/scenarios/read/keys";
import { addressIn, agreements, editorOn, placeOf, root, type Editor } from "./editor-client.ts";

const swedish = `avtal: stockholm
bakgrund:
  vårdform: somatisk
scenarier:
  - namn: Ett fall
    klausul: 12.3
    bakgrund:
      folkbokföringskommun: Huddinge
    vårdtillfällen:
      - { id: första, antal: 7, utskrivningstid: 2022-04-08 15:00, vårdform: tomt }
    värden:
      länsgenomsnitt@2021-01-01: 1,74 dagar
    händelser:
      it-stöd-psykiatri: inte
    förväntat:
      2020-01-01, 2020-11-01: ingen debitering
      alla lydelser:
        rader:
          - betalare: Huddinge
            period: 2022-04
            regel: genomsnitt
            vårdtillfälle: a
            del: 2022-04-15
            antal: 1
            mängd: 2,7 dagar
            pris: 9 300 kr/dygn
            belopp: 25 110,00 kr
            mottagare: Regionen
            faktureras av: Regionen
            steg:
              överskott: saknas
        steg:
          medeldagar: 4 dagar
        utlöser: inget
      övriga lydelser:
        rader: inga
        oavgjort: [{ saknas: vårdform, antal: 2 }]
        inte debiterat:
          - klausul: 12.2 punkt 2
        avvisat:
          - kod: AV9116
        stoppat: länsgenomsnitt
      gällande: 11 160,00 kr
    tolkningar:
      - faktor: alla
        förväntat:
          gällande: 13 020,00 kr
`;

const everyPair = [
  ...[keys.fileKeys, keys.scenarioKeys, keys.episodeKeys, keys.expectationKeys, keys.lineKeys].flatMap((group) =>
    Object.values<readonly [string, string]>(group),
  ),
  ...[keys.undecidedKeys, keys.notChargedKeys, keys.refusedKeys].flatMap((group) =>
    Object.values<readonly [string, string]>(group),
  ),
  ...[keys.allWordings, keys.otherWordings, keys.inForce],
  ...[keys.noCharge, keys.noneOfThem, keys.nothing, keys.emptyFact, keys.absentStep, keys.notYet],
];
const pairs = [...new Map(everyPair.map((pair) => [pair[0], pair])).values()];

/** The same file with the English keys: longer words first, so that a key within another is left alone. */
const english = [...pairs]
  .sort(([a], [b]) => b.length - a.length)
  .reduce((text, [sv, en]) => text.replace(new RegExp(`(?<![\\p{L}-])${sv}(?=:|$|,? ?[}\\]])`, "gmu"), en), swedish);

let inSwedish: Editor;
let inEnglish: Editor;
const file = (name: string): string => addressIn(agreements, `stockholm/scenarios/${name}.yaml`);

beforeAll(async () => {
  [inSwedish, inEnglish] = [await editorOn(root), await editorOn(root, { language: "en" })];
  for (const editor of [inSwedish, inEnglish]) {
    for (const [name, text] of [
      ["hover-sv", swedish],
      ["hover-en", english],
    ] as const) {
      editor.tell("textDocument/didOpen", { textDocument: { uri: file(name), languageId: "yaml", version: 1, text } });
    }
  }
});
afterAll(async () => {
  await inSwedish.end();
  await inEnglish.end();
});

async function shown(editor: Editor, name: string, text: string, words: string, within = 0): Promise<string> {
  const hover = await editor.ask<{ contents: { value: string } } | null>("textDocument/hover", {
    textDocument: { uri: file(name) },
    position: placeOf(text, words, within),
  });
  return hover?.contents.value ?? "nothing";
}

describe.each(pairs.map(([sv, en]) => ({ sv, en })))("$sv ($en)", ({ sv, en }) => {
  test("says what it is with an example in the words of the file, in Swedish", async () => {
    const said = await shown(inSwedish, "hover-sv", swedish, sv, 1);
    expect(said).toMatch(/^[A-ZÅÄÖ][^\n]*\.\n\n```yaml\n/);
    expect(said.split("```yaml")[1]).toContain(sv);
  });

  test("says what it is in English too, where the file is in English", async () => {
    const said = await shown(inEnglish, "hover-en", english, en, 1);
    expect(said).toMatch(/^[A-Z][^\n]*\.\n\n```yaml\n/);
    expect(said.split("```yaml")[1]).toContain(en);
  });
});

describe("in a scenario file", () => {
  test("the words follow the setting, the example the file", async () => {
    const said = await shown(inEnglish, "hover-sv", swedish, "förväntat", 2);
    expect(said).toContain("What must come out in each wording");
    expect(said).toContain("förväntat:\n");
  });

  test.each([
    ["a day before the colon is a wording", "2020-01-01, ", 3, "Lydelsen som börjar den dagen"],
    ["so is the second of two", "2020-11-01:", 3, "Lydelsen som börjar den dagen"],
    ["the whole of a key of several words", "inte debiterat", 8, "villkoret som inte var uppfyllt"],
    ["a key within braces", "antal: 7", 2, "Hur många som är lika"],
    ["a key within braces in brackets", "saknas: vårdform", 2, "Uppgiften som saknas"],
    ["an amount says what its key says", "25 110,00 kr", 3, "Radens belopp"],
    ["a payer says what its key says", "betalare: Huddinge", 12, "Den som betalar"],
    ["a fact is what it is in the agreement", "utskrivningstid: 2022", 4, "utskrivningstid"],
    ["a moment is a value of its fact", "2022-04-08 15:00", 4, "utskrivningstid"],
    ["a choice is what it is in the agreement", "somatisk", 3, "somatisk"],
    ["a step is what it is in the agreement", "medeldagar: 4", 3, "steg i stockholm"],
  ])("%s", async (_, words, within, expected) => {
    expect(await shown(inSwedish, "hover-sv", swedish, words, within)).toContain(expected);
  });

  test("a comment says nothing", async () => {
    const text = `${swedish}# rader: här\n`;
    const textDocument = { uri: file("comment"), languageId: "yaml", version: 1, text };
    inSwedish.tell("textDocument/didOpen", { textDocument });
    expect(await shown(inSwedish, "comment", text, "# rader", 4)).toBe("nothing");
  });

  test("what is offered for a key has the same help beside it", async () => {
    const { items } = await inSwedish.ask<{ items: { label: string; documentation?: { value: string } }[] }>(
      "textDocument/completion",
      { textDocument: { uri: file("hover-sv") }, position: placeOf(swedish, "klausul: 12.3") },
    );
    const offered = items.find(({ label }) => label === "klausul");
    expect(offered?.documentation?.value).toContain("Punkten som scenariot handlar om");
  });
});
