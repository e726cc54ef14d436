import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addressIn, agreements, editorOn, placeOf, root, type Editor, type Range } from "./editor-client.ts";

const path = "stockholm/2020-01-01.avtal";
const uri = addressIn(agreements, path);
const text = readFileSync(join(agreements, path), "utf8");
const lines = text.split("\n");

interface Edits {
  readonly changes: Readonly<Record<string, readonly { readonly range: Range; readonly newText: string }[]>>;
}

let editor: Editor;

beforeAll(async () => {
  editor = await editorOn(root);
  editor.tell("textDocument/didOpen", { textDocument: { uri, languageId: "avtal", version: 1, text } });
});
afterAll(() => editor.end());

function at(words: string, within = 0, nth = 0) {
  return { textDocument: { uri }, position: placeOf(text, words, within, nth) };
}

function written({ start, end }: Range): string {
  return start.line === end.line ? (lines[start.line] ?? "").slice(start.character, end.character) : "";
}

describe("what a name is about", () => {
  test("references are found in readings and in other statements, with or without the place where it is given", async () => {
    const all = await editor.ask<{ uri: string; range: Range }[]>("textDocument/references", {
      ...at("begrepp dag-noll i datum", 9),
      context: { includeDeclaration: true },
    });
    const used = await editor.ask<{ range: Range }[]>("textDocument/references", {
      ...at("begrepp dag-noll i datum", 9),
      context: { includeDeclaration: false },
    });
    expect(all.every(({ range }) => written(range) === "dag-noll")).toBe(true);
    expect(all.length - used.length).toBe(3);
    expect(used.length).toBeGreaterThan(4);
  });

  test("a step belongs to its rule: the same word in another rule is another step", async () => {
    const found = await editor.ask<{ range: Range }[]>("textDocument/references", {
      ...at("dygnspris        = dygnsbelopp", 1),
      context: { includeDeclaration: true },
    });
    const rule = lines.findIndex((line) => line.startsWith("regel psykiatri-individuell"));
    const end = lines.findIndex((line) => line.startsWith("# Statistik"));
    expect(found.length).toBeGreaterThan(2);
    expect(found.some(({ range }) => range.start.line > rule && range.start.line < end)).toBe(false);
  });

  test("every use is lit, and where it is given is lit as written", async () => {
    const lit = await editor.ask<{ kind: number }[]>("textDocument/documentHighlight", at("begrepp dag-noll", 9));
    expect(lit.filter(({ kind }) => kind === 3).length).toBe(3);
  });

  test("call hierarchy tells what uses this, and what this needs", async () => {
    const [item] = await editor.ask<{ name: string }[]>("textDocument/prepareCallHierarchy", at("begrepp dag-noll", 9));
    const callers = await editor.ask<{ from: { name: string } }[]>("callHierarchy/incomingCalls", { item });
    const needs = await editor.ask<{ to: { name: string } }[]>("callHierarchy/outgoingCalls", { item });
    expect(callers.map(({ from }) => from.name)).toContain("dagar-efter-underrättelsen");
    expect(needs.map(({ to }) => to.name)).toContain("underrättelsens-dag");
  });
});

describe("renaming", () => {
  test("`utskrivningsklara-dagar` changes in the text, its readings and the scenarios; its code name stays", async () => {
    const { changes } = await editor.ask<Edits>("textDocument/rename", {
      ...at("begrepp utskrivningsklara-dagar", 9),
      newName: "färdiga-dygnen-överallt",
    });
    const here = changes[uri] ?? [];
    expect(here.length).toBeGreaterThan(15);
    expect(new Set(here.map(({ range }) => written(range)))).toEqual(new Set(["utskrivningsklara-dagar"]));
  });

  test("a field is renamed in scenario files too", async () => {
    const vocabulary = readFileSync(join(agreements, "national/vardtillfalle.avtal"), "utf8");
    const address = addressIn(agreements, "national/vardtillfalle.avtal");
    editor.tell("textDocument/didOpen", {
      textDocument: { uri: address, languageId: "avtal", version: 1, text: vocabulary },
    });
    const { changes } = await editor.ask<Edits>("textDocument/rename", {
      textDocument: { uri: address },
      position: placeOf(vocabulary, "fält utskrivningstid", 6),
      newName: "utskrivningsstund",
    });
    const files = Object.keys(changes).filter((file) => file.endsWith(".yaml"));
    expect(files.length).toBeGreaterThan(10);
    expect(Object.keys(changes)).toContain(addressIn(agreements, "lus/2018-01-01.avtal"));
  });

  test("a thing without a code name keeps the one that its old name gave", async () => {
    const small = addressIn(agreements, "small/2020-01-01.avtal");
    const source = 'språk sv\n\nordlista small "A"\n\nbegrepp gräns-ä i dagar = 1 dag\n';
    editor.tell("textDocument/didOpen", {
      textDocument: { uri: small, languageId: "avtal", version: 1, text: source },
    });
    const { changes } = await editor.ask<Edits>("textDocument/rename", {
      textDocument: { uri: small },
      position: placeOf(source, "gräns-ä", 2),
      newName: "ny-gräns",
    });
    expect((changes[small] ?? []).map(({ newText }) => newText)).toEqual(["ny-gräns", " kod grans_a"]);
    editor.tell("textDocument/didClose", { textDocument: { uri: small } });
  });

  test.each(["regel", "två ord", "1a", "dag-noll", ""])("`%s` is refused in words", async (newName) => {
    await expect(editor.ask("textDocument/rename", { ...at("begrepp första-klara-dag", 9), newName })).rejects.toThrow(
      /-32803/,
    );
  });
});

describe("the shape of a file", () => {
  test("the outline holds rules with their steps, and questions with their readings", async () => {
    const symbols = await editor.ask<{ name: string; children: { name: string }[] }[]>("textDocument/documentSymbol", {
      textDocument: { uri },
    });
    const rule = symbols.find(({ name }) => name === "genomsnitt");
    expect(rule?.children.map(({ name }) => name)).toContain("överskott");
    const question = symbols.find(({ name, children }) => name === "avbrott" && children.length > 1);
    expect(question?.children.map(({ name }) => name)).toContain("omstart");
  });

  test("a name is found in the whole workspace by some of its letters", async () => {
    const found = await editor.ask<{ name: string; location: { uri: string } }[]>("workspace/symbol", {
      query: "förstabet",
    });
    expect(found.map(({ name }) => name)).toContain("första-betaldag");
  });

  test("statements and long comments fold", async () => {
    const folds = await editor.ask<{ startLine: number }[]>("textDocument/foldingRange", { textDocument: { uri } });
    expect(folds.map(({ startLine }) => lines[startLine])).toContain("regel genomsnitt");
  });

  test("a selection grows from the name to the file", async () => {
    const [first] = await editor.ask<{ range: Range; parent?: unknown }[]>("textDocument/selectionRange", {
      textDocument: { uri },
      positions: [placeOf(text, "medeldagar - avdrag", 3)],
    });
    expect(first === undefined ? "" : written(first.range)).toBe("medeldagar");
    expect(first?.parent).toBeDefined();
  });

  test("names are coloured by what they stand for", async () => {
    const { data } = await editor.ask<{ data: number[] }>("textDocument/semanticTokens/full", {
      textDocument: { uri },
    });
    expect(data.length % 5).toBe(0);
    expect(new Set(data.filter((_, index) => index % 5 === 3)).size).toBeGreaterThan(7);
  });

  test("the two ends of a span are changed together where they say the same", async () => {
    const linked = await editor.ask<{ ranges: Range[] } | null>(
      "textDocument/linkedEditingRange",
      at("kalenderdagar från dag-noll (räknas) till utskrivningsdatum (räknas)", 30),
    );
    expect(linked?.ranges.map(written)).toEqual(["(räknas)", "(räknas)"]);
  });
});

describe("help while one writes", () => {
  test("signature help follows the ends of a span", async () => {
    const help = await editor.ask<{ activeParameter: number } | null>(
      "textDocument/signatureHelp",
      at(
        "kalenderdagar från dag-noll (räknas inte) till utskrivningsdatum",
        "kalenderdagar från dag-noll (räknas inte) till ".length,
      ),
    );
    expect(help?.activeParameter).toBe(2);
  });

  test("hints say units, which days count, and whether an end is included", async () => {
    const hints = await editor.ask<{ label: string }[]>("textDocument/inlayHint", {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } },
    });
    const labels = new Set(hints.map(({ label }) => label));
    expect(labels).toContain(": dagar");
    expect(labels).toContain("sista dagen räknas, inte den första");
    expect(labels).toContain("inklusive");
    expect(labels).toContain("exklusive");
  });

  test("a statute's number leads to its publisher, and nothing is opened by itself", async () => {
    const act = readFileSync(join(agreements, "lus/2018-01-01.avtal"), "utf8");
    const address = addressIn(agreements, "lus/2018-01-01.avtal");
    editor.tell("textDocument/didOpen", { textDocument: { uri: address, languageId: "avtal", version: 1, text: act } });
    const links = await editor.ask<{ target: string }[]>("textDocument/documentLink", {
      textDocument: { uri: address },
    });
    expect(links.some(({ target }) => target.includes("2017%3A612"))).toBe(true);
  });

  test.each([
    ["a mean", "= genomsnitt av dagar-i-snittet", "= genomsnitt av ", "genomsnitt av"],
    ["a rounding", "avrunda belopp till hela ören", "avrunda ", "avrunda"],
  ])("signature help says how %s is written", async (_, words, before, label) => {
    const help = await editor.ask<{ signatures: { label: string }[] } | null>(
      "textDocument/signatureHelp",
      at(words, before.length),
    );
    expect(help?.signatures[0]?.label).toContain(label);
  });

  const hintOf = {
    units: ": dagar",
    values: "(1,3 dagar)",
    days: "sista dagen räknas, inte den första",
    ends: "inklusive",
  } as const;

  test.each(Object.entries(hintOf))(
    "hints of %s that are turned off are not shown, and the others stay",
    async (name, label) => {
      const quiet = await editorOn(root, { inlayHints: { [name]: false } });
      quiet.tell("textDocument/didOpen", { textDocument: { uri, languageId: "avtal", version: 1, text } });
      const hints = await quiet.ask<{ label: string }[]>("textDocument/inlayHint", {
        textDocument: { uri },
        range: { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } },
      });
      const labels = hints.map((each) => each.label);
      expect(labels).not.toContain(label);
      for (const other of Object.values(hintOf)) if (other !== label) expect(labels).toContain(other);
      await quiet.end();
    },
  );

  test("layout of a range, and of the line that was just left, touches those lines alone", async () => {
    const small = addressIn(agreements, "untidy/2020-01-01.avtal");
    const untidy =
      'språk sv\n\nordlista små "A"\n\nbegrepp   ett i dagar\n  = 1 dag\n\nbegrepp   två i dagar\n  = 2 dagar\n';
    editor.tell("textDocument/didOpen", {
      textDocument: { uri: small, languageId: "avtal", version: 1, text: untidy },
    });
    const asked = { textDocument: { uri: small }, options: { tabSize: 2, insertSpaces: true } };
    const linesOf = (edits: readonly { readonly range: Range }[]): readonly number[] =>
      edits.map(({ range }) => range.start.line);
    const range = { start: { line: 7, character: 0 }, end: { line: 7, character: 5 } };
    expect(linesOf(await editor.ask("textDocument/rangeFormatting", { ...asked, range }))).toEqual([7]);
    const position = { line: 5, character: 0 };
    expect(linesOf(await editor.ask("textDocument/onTypeFormatting", { ...asked, position, ch: "\n" }))).toEqual([4]);
    expect(linesOf(await editor.ask("textDocument/formatting", asked))).toEqual([4, 7]);
    editor.tell("textDocument/didClose", { textDocument: { uri: small } });
  });
});
