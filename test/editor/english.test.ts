import { expect, test } from "vitest";
import { convertFile } from "@avtal/compiler/format/format";
import { addressIn, editorOn, placeOf } from "./editor-client.ts";
import { folderOf, smallAgreement, smallSource } from "./small-folder.ts";

test("a file with English keywords is answered with English keywords, and in the language that is asked for", async () => {
  const text = convertFile({ path: "liten/2020-01-01.avtal", text: smallAgreement }, "en") ?? "";
  const { folder, remove } = folderOf({ "agreements/liten/2020-01-01.avtal": text, "sources/ök.txt": smallSource });
  const uri = addressIn(folder, "agreements/liten/2020-01-01.avtal");
  const editor = await editorOn(folder, { language: "en" });
  editor.tell("textDocument/didOpen", { textDocument: { uri, languageId: "avtal", version: 1, text } });
  const { items } = await editor.ask<{ items: { label: string; documentation?: { value: string } }[] }>(
    "textDocument/completion",
    { textDocument: { uri }, position: placeOf(text, "  per month", 2) },
  );
  const labels = items.map(({ label }) => label);
  expect(labels).toContain("follows");
  expect(labels).not.toContain("följer");
  const hover = await editor.ask<{ contents: { value: string } }>("textDocument/hover", {
    textDocument: { uri },
    position: placeOf(text, "value frist", 8),
  });
  expect(hover.contents.value).toContain("from and including");
  expect(hover.contents.value).toContain("Today");
  await editor.end();
  remove();
});
