import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addressIn, editorOn, placeOf, type Editor, type Range } from "./editor-client.ts";
import { folderOf, smallAgreement, smallSource } from "./small-folder.ts";

const { folder, remove } = folderOf({
  "agreements/liten/2020-01-01.avtal": smallAgreement,
  "sources/ök.txt": smallSource,
});
const uri = addressIn(folder, "agreements/liten/2020-01-01.avtal");
let editor: Editor;
let version = 1;

beforeAll(async () => {
  editor = await editorOn(folder);
  editor.tell("textDocument/didOpen", { textDocument: { uri, languageId: "avtal", version, text: smallAgreement } });
});
afterAll(async () => {
  await editor.end();
  remove();
});

function at(words: string, within = 0) {
  return { textDocument: { uri }, position: placeOf(smallAgreement, words, within) };
}

/** The labels proposed where `typed` has been written at the end of `before`. */
async function proposed(before: string, typed: string): Promise<readonly string[]> {
  const start = smallAgreement.indexOf(before) + before.length;
  const text = smallAgreement.slice(0, start) + typed;
  // The whole text has been understood before the next keystroke, as it has for whoever types.
  await editor.ask("textDocument/hover", at("frist"));
  version += 1;
  editor.tell("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ text }] });
  const lines = text.split("\n");
  const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  const { items } = await editor.ask<{ items: { label: string }[] }>("textDocument/completion", {
    textDocument: { uri },
    position,
  });
  version += 1;
  editor.tell("textDocument/didChange", {
    textDocument: { uri, version },
    contentChanges: [{ text: smallAgreement }],
  });
  return items.map(({ label }) => label);
}

describe("the text of a source", () => {
  test("definition of quoted words leads to exactly those words", async () => {
    const [target] = await editor.ask<{ targetUri: string; targetRange: Range }[]>(
      "textDocument/definition",
      at('citat "3 kalenderdagar"', 10),
    );
    expect(target?.targetUri).toBe(addressIn(folder, `sources/${encodeURIComponent("ök.txt")}`));
    expect(target?.targetRange.start).toEqual(placeOf(smallSource, "3 kalenderdagar"));
    expect(target?.targetRange.end).toEqual(placeOf(smallSource, "3 kalenderdagar", "3 kalenderdagar".length));
  });

  test("hover over a citation shows the words around the quote", async () => {
    const hover = await editor.ask<{ contents: { value: string } }>("textDocument/hover", at('ök 2.1 citat "3', 4));
    expect(hover.contents.value).toContain("Gränsen är 3 kalenderdagar från underrättelsen");
  });

  test("clause numbers of the source are proposed after its name", async () => {
    expect(
      await proposed("värde frist i dagar kod grace\n  från och med 2020-01-01: 3 dagar   enligt ök ", "2"),
    ).toEqual(expect.arrayContaining(["2.1", "2.2"]));
  });

  test("quotes are proposed from the clause that is named", async () => {
    const found = await proposed("från och med 2020-01-01: 3 dagar   enligt ök 2.1 citat ", '"Gräns');
    expect(found).toContain("Gränsen är 3 kalenderdagar från underrättelsen");
    expect(found.join(" ")).not.toContain("Kommunen betalar");
  });

  test("a quote with a slip is mended, and one that is nowhere gets the places that come nearest", async () => {
    const wrong = smallAgreement.replace('"3 kalenderdagar"', '"30 kalenderdagar"');
    version += 1;
    editor.tell("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ text: wrong }] });
    const actions = await editor.ask<{ title: string }[]>("textDocument/codeAction", {
      textDocument: { uri },
      range: { start: placeOf(wrong, '"30 kal'), end: placeOf(wrong, '"30 kal', 3) },
      context: { diagnostics: [], only: ["quickfix"] },
    });
    expect(actions.map(({ title }) => title).join("\n")).toContain("3 kalenderdagar");
    version += 1;
    editor.tell("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: [{ text: smallAgreement }],
    });
  });
});

describe("completion that knows the place", () => {
  test.each([
    ["after `är` come the choices of what is compared", "om vårdform är ", "", "psykiatrisk"],
    ["after a name come comparisons", "om vårdform ", "", "är"],
    ["after `följer` come dates", "  följer ", "", "ut-dag"],
    ["after `per` come periods", "  per ", "", "månad"],
    ["inside a rule come its lines", "  per månad\n  ", "av", "avrunda"],
    ["a keyword of several words goes on", "statistik dagar-per-månad\n  ", "från och m", "från och med"],
    ["after a number come units", "2023-01-01: 2 ", "da", "dagar"],
    ["a kind after `i`", "värde frist i ", "", "dagar"],
    ["a name after `ö`", "2020-01-01: 3 dagar   enligt ", "ö", "ök"],
    ["between statements come statements", "till ut-dag (räknas)\n\n", "vär", "värde"],
    [
      "after the word of a date come the days of the wordings",
      "2 dagar   enligt ök 2.1\n",
      "  från och med ",
      "2023-01-01",
    ],
  ])("%s", async (_, before, typed, expected) => {
    expect(await proposed(before, typed)).toContain(expected);
  });

  test("what cannot stand there is not proposed", async () => {
    const found = await proposed("  följer ", "");
    expect(found).not.toContain("regel");
    expect(found).not.toContain("somatisk");
  });

  test("nothing is proposed in a comment", async () => {
    expect(await proposed("## Så många dagar", " ä")).toEqual([]);
  });
});

describe("hover", () => {
  test("a date tells its weekday and whether the agreement is in force", async () => {
    const hover = await editor.ask<{ contents: { value: string } }>("textDocument/hover", at("2020-01-01 tills", 3));
    expect(hover.contents.value).toContain("onsdag");
    expect(hover.contents.value).toContain("inom giltigheten");
  });

  test("a date before the agreement begins is said to lie outside, in a row as in a span", async () => {
    const text = smallAgreement.replace("2020-01-01: 3 dagar", "2019-02-28: 3 dagar");
    version += 1;
    editor.tell("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ text }] });
    const hover = await editor.ask<{ contents: { value: string } }>("textDocument/hover", {
      textDocument: { uri },
      position: placeOf(text, "2019-02-28", 4),
    });
    version += 1;
    editor.tell("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: [{ text: smallAgreement }],
    });
    expect(hover.contents.value).toContain("torsdag");
    expect(hover.contents.value).toContain("utanför giltigheten för liten");
  });

  test("a keyword tells in one sentence what it says", async () => {
    const hover = await editor.ask<{ contents: { value: string } }>("textDocument/hover", at("följer ut-dag", 2));
    expect(hover.contents.value).toContain("Datumet som avgör");
  });

  test("a value shows its author's comment, its unit, its rows and today's row", async () => {
    const hover = await editor.ask<{ contents: { value: string } }>("textDocument/hover", at("- frist om", 4));
    expect(hover.contents.value).toContain("Så många dagar är fria");
    expect(hover.contents.value).toContain("dagar");
    expect(hover.contents.value).toContain("2 dagar");
    expect(hover.contents.value).toContain("I dag");
  });
});
