// What is chosen from the list in the middle of a word may take the place of the whole word, where the editor asks which.

import { afterAll, beforeAll, expect, test } from "vitest";
import { addressIn, editorOn, placeOf, type Editor, type Range } from "./editor-client.ts";
import { folderOf, smallAgreement } from "./small-folder.ts";

interface Item {
  readonly label: string;
  readonly textEdit: { readonly range?: Range; readonly insert?: Range; readonly replace?: Range };
}

const path = "liten/2020-01-01.avtal";
const scenarioPath = "liten/scenarios/en.yaml";
const scenarios = "avtal: liten\n\nscenarier:\n  - namn: Ett\n    vårdtillfällen: inga\n";
const asking = { textDocument: { completion: { completionItem: { insertReplaceSupport: true } } } };
const { folder, remove } = folderOf({ [path]: smallAgreement, [scenarioPath]: scenarios });
let [asks, plain]: Editor[] = [];

beforeAll(async () => {
  [asks, plain] = [await editorOn(folder, {}, asking), await editorOn(folder)];
  for (const editor of [asks, plain]) {
    for (const [of, languageId, text] of [
      [path, "avtal", smallAgreement],
      [scenarioPath, "yaml", scenarios],
    ] as const) {
      editor.tell("textDocument/didOpen", {
        textDocument: { uri: addressIn(folder, of), languageId, version: 1, text },
      });
    }
  }
});
afterAll(async () => {
  await asks?.end();
  await plain?.end();
  remove();
});

async function offered(editor: Editor | undefined, label: string, words: string, within: number): Promise<Item> {
  const [of, text] = smallAgreement.includes(words) ? [path, smallAgreement] : [scenarioPath, scenarios];
  const list = await editor?.ask<{ items: Item[] }>("textDocument/completion", {
    textDocument: { uri: addressIn(folder, of) },
    position: placeOf(text, words, within),
  });
  const item = list?.items.find((each) => each.label === label);
  if (item === undefined) throw new Error(`${label} is not offered.`);
  return item;
}

const long = (range: Range | undefined): number =>
  range === undefined ? 0 : range.end.character - range.start.character;

test.each([
  { label: "dagar-på-sjukhus", words: "dagar-på-sjukhus - frist", typed: "dagar-p" },
  { label: "frist", words: "frist om vårdform", typed: "fr" },
  { label: "vårdtillfällen", words: "vårdtillfällen: inga", typed: "vård" },
])("$label: the whole word or what is before the cursor", async ({ label, words, typed }) => {
  const { textEdit } = await offered(asks, label, words, typed.length);
  expect(long(textEdit.insert)).toBe(typed.length);
  expect(long(textEdit.replace)).toBe(label.length);
  expect(textEdit.replace?.start).toEqual(textEdit.insert?.start);
});

test("at the end of a word there is nothing to choose between", async () => {
  const { textEdit } = await offered(asks, "frist", "frist om vårdform", "frist".length);
  expect(long(textEdit.range)).toBe("frist".length);
});

test("an editor that does not ask is given what is before the cursor", async () => {
  const { textEdit } = await offered(plain, "frist", "frist om vårdform", 2);
  expect(long(textEdit.range)).toBe(2);
});
