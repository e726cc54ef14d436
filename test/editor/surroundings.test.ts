// Where a document lies and how its lines end: not yet saved, ended as on Windows, in a folder that comes and goes.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pathOfUnsaved } from "@avtal/language-server/addresses";
import { addressIn, agreements, editorOn, placeOf, root, type Editor, type Range } from "./editor-client.ts";
import { folderOf, smallAgreement, smallSource } from "./small-folder.ts";

interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

const { folder, remove } = folderOf({
  "agreements/liten/2020-01-01.avtal": smallAgreement,
  "sources/ök.txt": smallSource,
});
let editor: Editor;

beforeAll(async () => {
  editor = await editorOn(folder);
});
afterAll(async () => {
  await editor.end();
  remove();
});

function open(uri: string, text: string, on: Editor = editor): void {
  on.tell("textDocument/didOpen", { textDocument: { uri, languageId: "avtal", version: 1, text } });
}

function close(uri: string): void {
  editor.tell("textDocument/didClose", { textDocument: { uri } });
}

/** The text with the edits in it, lines and columns as the protocol counts them. */
function edited(text: string, edits: readonly TextEdit[]): string {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((end) => end.index + end[0].length)];
  const offset = ({ line, character }: Range["start"]): number => {
    const next = starts[line + 1];
    const lineEnds = next === undefined ? text.length : next - (/\r\n$/.test(text.slice(0, next)) ? 2 : 1);
    return Math.min((starts[line] ?? text.length) + character, lineEnds);
  };
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (before, { range, newText }) => before.slice(0, offset(range.start)) + newText + before.slice(offset(range.end)),
      text,
    );
}

describe("a document that was never saved", () => {
  const draft =
    'språk sv\n\nändring lägre av liten\n  utkast\n  från och med 2027-01-01\n\nvärde frist\n  från och med 2027-01-01: 1.5 dagar   enligt antagande "förslag"\n';

  test.each(["untitled:Untitled-1", "untitled:Namnlös-1", "untitled:/någon/annanstans/ny.avtal"])(
    "%s is read among the agreements of the folder: its problems are told, and its names are known",
    async (uri) => {
      const told = editor.nextDiagnostics(uri);
      open(uri, draft);
      expect((await told).map(({ code }) => code)).toEqual(["AV1018"]);
      const at = { textDocument: { uri }, position: placeOf(draft, "värde frist", 8) };
      const found = await editor.ask<{ targetUri: string }[]>("textDocument/definition", at);
      expect(found.map(({ targetUri }) => targetUri)).toContain(addressIn(folder, "agreements/liten/2020-01-01.avtal"));
      const { items } = await editor.ask<{ items: { label: string }[] }>("textDocument/completion", {
        textDocument: { uri },
        position: placeOf(draft, "från och med 2027-01-01: 1", "från och med ".length),
      });
      expect(items.map(({ label }) => label)).toContain("2023-01-01");
      close(uri);
    },
  );

  test("it is an agreement by its name alone", () => {
    expect(pathOfUnsaved("untitled:Untitled-1")).toBe("Untitled-1.avtal");
    expect(pathOfUnsaved("untitled:/x/y.avtal")).toBe("y.avtal");
    expect(pathOfUnsaved("file:///x/y.avtal")).toBeUndefined();
  });
});

describe.each([
  ["as on Windows", "\r\n"],
  ["as on old Macs", "\r"],
])("a file whose lines end %s", (_, end) => {
  const uri = () => addressIn(folder, "agreements/liten/2020-01-01.avtal");
  const options = { tabSize: 2, insertSpaces: true };

  test("is left alone where it is tidy, and tidied line by line where it is not", async () => {
    const tidy = smallAgreement.replaceAll("\n", end);
    const untidy = tidy.replace("  per månad", "     per   månad").replace("begrepp dagar-på", "begrepp   dagar-på");
    open(uri(), tidy);
    expect(await editor.ask("textDocument/formatting", { textDocument: { uri: uri() }, options })).toEqual([]);
    open(uri(), untidy);
    const edits = await editor.ask<TextEdit[]>("textDocument/formatting", { textDocument: { uri: uri() }, options });
    expect(edits).toHaveLength(2);
    expect(edited(untidy, edits)).toBe(tidy);
    const { line } = placeOf(smallAgreement, "  per månad");
    const ofRange = await editor.ask<TextEdit[]>("textDocument/rangeFormatting", {
      textDocument: { uri: uri() },
      options,
      range: { start: { line, character: 0 }, end: { line, character: 3 } },
    });
    expect(ofRange.map(({ range }) => range.start.line)).toEqual([line]);
    close(uri());
  });

  test("has its problems in their columns, and a repair of several lines ends them in the same way", async () => {
    const text = smallAgreement.replace("summa av psykiatriska-dagar", "summa av helt-nya-ord").replaceAll("\n", end);
    const told = editor.nextDiagnostics(uri());
    open(uri(), text);
    const [problem] = await told;
    const lines = text.split(end);
    expect(
      lines[problem?.range.start.line ?? 0]?.slice(problem?.range.start.character, problem?.range.end.character),
    ).toBe("helt-nya-ord");
    const actions = await editor.ask<{ title: string; edit: { changes: Record<string, TextEdit[]> } }[]>(
      "textDocument/codeAction",
      { textDocument: { uri: uri() }, range: problem?.range, context: { diagnostics: [] } },
    );
    const declare = actions.find(({ title }) => title.includes("som ett begrepp"));
    const after = edited(text, declare?.edit.changes[uri()] ?? []);
    expect(after).toContain(`begrepp helt-nya-ord i dagar${end}  = 0 dagar${end}${end}`);
    expect(after.split(end).join("\n")).not.toMatch(/\r/);
    // What comes next is of the file again: a test that opened it before that would be told of this one.
    const taken = editor.nextDiagnostics(uri());
    close(uri());
    expect(await taken).toEqual([]);
  });
});

describe("folders that come and go", () => {
  test("a second folder is known from then on, and what was said of it is taken back when it is closed", async () => {
    const wrong = smallAgreement.replaceAll("liten", "annan").replace("1: 3 dagar", "1: 3.5 dagar");
    const other = folderOf({ "agreements/annan/2020-01-01.avtal": wrong, "sources/ök.txt": smallSource });
    const uri = addressIn(other.folder, "agreements/annan/2020-01-01.avtal");
    const there = await editorOn(folder, {}, { workspace: { workspaceFolders: true } });
    const named = async () =>
      (await there.ask<{ containerName: string }[]>("workspace/symbol", { query: "frist" })).map(
        (one) => one.containerName,
      );
    expect(await named()).toEqual(["liten"]);
    const both = { uri: addressIn(other.folder, "").replace(/\/$/, ""), name: "annan" };
    const told = there.nextDiagnostics(uri);
    there.tell("workspace/didChangeWorkspaceFolders", { event: { added: [both], removed: [] } });
    expect((await told).map(({ code }) => code)).toEqual(["AV1018"]);
    expect(await named()).toEqual(["liten", "annan"]);
    const taken = there.nextDiagnostics(uri);
    there.tell("workspace/didChangeWorkspaceFolders", { event: { added: [], removed: [both] } });
    expect(await taken).toEqual([]);
    expect(await named()).toEqual(["liten"]);
    await there.end();
    other.remove();
  });
});

test("a folder that is given its agreements while it is open is read from then on, its source texts among them", async () => {
  const empty = folderOf({ "README.md": "" });
  const there = await editorOn(empty.folder);
  expect(await there.ask("workspace/symbol", { query: "frist" })).toEqual([]);
  mkdirSync(join(empty.folder, "agreements/liten"), { recursive: true });
  mkdirSync(join(empty.folder, "agreements/sources"));
  writeFileSync(join(empty.folder, "agreements/liten/2020-01-01.avtal"), smallAgreement);
  writeFileSync(join(empty.folder, "agreements/sources/ök.txt"), smallSource);
  there.tell("workspace/didChangeWatchedFiles", { changes: [] });
  const uri = addressIn(empty.folder, "agreements/liten/2020-01-01.avtal");
  open(uri, smallAgreement, there);
  const at = { textDocument: { uri }, position: placeOf(smallAgreement, 'citat "3 kalenderdagar"', 10) };
  const found = await there.ask<{ targetUri: string }[]>("textDocument/definition", at);
  expect(found.map(({ targetUri }) => targetUri)).toEqual([
    addressIn(empty.folder, `agreements/sources/${encodeURIComponent("ök.txt")}`),
  ]);
  await there.end();
  empty.remove();
});

test("a setting that changes is seen at once: hints are asked for again, and problems come in the other language", async () => {
  const there = await editorOn(folder, {}, { workspace: { inlayHint: { refreshSupport: true } } });
  const uri = addressIn(folder, "agreements/liten/2020-01-01.avtal");
  const told = there.nextDiagnostics(uri);
  open(uri, smallAgreement.replace("1: 3 dagar", "1: 3.5 dagar"), there);
  expect((await told)[0]?.message).toContain("Skriv");
  const refreshed = there.isAsked("workspace/inlayHint/refresh");
  const anew = there.nextDiagnostics(uri);
  const settings = { avtal: { language: "en", inlayHints: { ends: false } } };
  there.tell("workspace/didChangeConfiguration", { settings });
  await refreshed;
  expect((await anew)[0]?.message).toContain("Write");
  const hints = await there.ask<{ label: string }[]>("textDocument/inlayHint", {
    textDocument: { uri },
    range: { start: { line: 0, character: 0 }, end: { line: 60, character: 0 } },
  });
  expect(hints.map(({ label }) => label)).not.toContain("inclusive");
  expect(hints.map(({ label }) => label)).toContain("the last day counts, not the first");
  await there.end();
});

test("an editor that watches files when it is asked to is asked for all that a folder is read from", async () => {
  const there = await editorOn(folder, {}, { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } });
  expect(JSON.stringify(await there.isAsked("client/registerCapability"))).toContain(
    "{avtal,yaml,yml,utfall,txt,lock}",
  );
  await there.end();
});

describe("payers, headings and quotes", () => {
  const path = "stockholm/2020-01-01.avtal";
  const uri = addressIn(agreements, path);
  const text = readFileSync(join(agreements, path), "utf8");

  test("payers of the registers come first where a payer is compared, with their codes", async () => {
    const there = await editorOn(root);
    open(uri, text, there);
    const { items } = await there.ask<{ items: { label: string; detail?: string; textEdit: { newText: string } }[] }>(
      "textDocument/completion",
      {
        textDocument: { uri },
        position: placeOf(text, 'betalande-kommun är "Stockholm" annars', "betalande-kommun är ".length),
      },
    );
    const huddinge = items.findIndex(({ label }) => label === "Huddinge");
    expect(items[huddinge]?.detail).toBe("kommuner 0126");
    expect(items[huddinge]?.textEdit.newText).toBe('"Huddinge"');
    expect(huddinge).toBeLessThan(60);
    await there.end();
  });

  test.each([
    ["headings of the source after `rubrik`", "rubrik ", "Betalning"],
    [
      "words of the source after `citat`, before any quotation mark",
      "2.1 citat ",
      "Gränsen är 3 kalenderdagar från underrättelsen",
    ],
  ])("%s", async (_, typed, expected) => {
    const address = addressIn(folder, "agreements/liten/2020-01-01.avtal");
    open(address, smallAgreement);
    await editor.ask("textDocument/documentSymbol", { textDocument: { uri: address } });
    const before = smallAgreement.indexOf('2.1 citat "3 kalenderdagar"');
    const typing = smallAgreement.slice(0, before) + typed + smallAgreement.slice(smallAgreement.indexOf("\n", before));
    editor.tell("textDocument/didChange", {
      textDocument: { uri: address, version: 2 },
      contentChanges: [{ text: typing }],
    });
    const { items } = await editor.ask<{ items: { label: string; textEdit: { newText: string } }[] }>(
      "textDocument/completion",
      {
        textDocument: { uri: address },
        position: placeOf(typing, `dagar   enligt ök ${typed}`, `dagar   enligt ök ${typed}`.length),
      },
    );
    expect(items.map(({ textEdit }) => textEdit.newText)).toContain(`"${expected}"`);
    close(address);
  });
});
