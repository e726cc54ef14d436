import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addressIn, agreements, editorOn, placeOf, root, type Editor } from "./editor-client.ts";

const path = "stockholm/2020-01-01.avtal";
const uri = addressIn(agreements, path);
const text = readFileSync(join(agreements, path), "utf8");

describe("the server over the shipped agreements", () => {
  let editor: Editor;

  beforeAll(async () => {
    editor = await editorOn(root);
    editor.tell("textDocument/didOpen", { textDocument: { uri, languageId: "avtal", version: 1, text } });
  });
  afterAll(() => editor.end());

  test("hover shows a value by date and what it is today", async () => {
    const hover = await editor.ask<{ contents: { value: string } }>("textDocument/hover", {
      textDocument: { uri },
      position: placeOf(text, "värde tidsgräns", 8),
    });
    expect(hover.contents.value).toContain("| från och med | värde |");
    expect(hover.contents.value).toContain("2020\\-11\\-01");
    expect(hover.contents.value).toContain("I dag, 2026\\-11\\-21\\: 1,3 dagar");
  });

  test("completion after `följer` gives names of the document and its vocabulary", async () => {
    const { items } = await editor.ask<{ items: { label: string; textEdit: { newText: string } }[] }>(
      "textDocument/completion",
      { textDocument: { uri }, position: placeOf(text, "följer utskrivningsdatum", "följer ".length) },
    );
    const labels = items.map(({ label }) => label);
    expect(labels).toContain("utskrivningsdatum");
    expect(labels).toContain("dag-noll");
    expect(labels).not.toContain("regel");
  });

  test("definition leads from a use to where the name is given", async () => {
    const [target] = await editor.ask<{ targetUri: string; targetSelectionRange: { start: unknown } }[]>(
      "textDocument/definition",
      { textDocument: { uri }, position: placeOf(text, "= underrättelsens-dag", 5) },
    );
    expect(target?.targetUri).toBe(uri);
    expect(target?.targetSelectionRange.start).toEqual(placeOf(text, "begrepp underrättelsens-dag", 8));
  });

  test("a mistake is told at once with its code, and taken back when it is put right", async () => {
    const start = placeOf(text, "1,3 dagar   ", 0);
    const end = { line: start.line, character: start.character + 3 };
    const change = (version: number, range: unknown, written: string): void =>
      editor.tell("textDocument/didChange", {
        textDocument: { uri, version },
        contentChanges: [{ range, text: written }],
      });
    const wrong = editor.nextDiagnostics(uri);
    change(2, { start, end }, "1.3");
    expect((await wrong).map(({ code }) => code)).toEqual(["AV1018"]);
    const right = editor.nextDiagnostics(uri);
    change(3, { start, end }, "1,3");
    expect(await right).toEqual([]);
  });

  test("formatting a tidy file changes nothing", async () => {
    const edits = await editor.ask("textDocument/formatting", { textDocument: { uri }, options: {} });
    expect(edits).toEqual([]);
  });
});
