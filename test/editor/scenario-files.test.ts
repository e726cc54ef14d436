import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { scenarioPlace } from "@avtal/language-server/scenario-place";
import { addressIn, agreements, editorOn, placeOf, root, type Editor } from "./editor-client.ts";

const path = "stockholm/scenarios/psykiatri.yaml";
const uri = addressIn(agreements, path);
const text = readFileSync(join(agreements, path), "utf8");
let editor: Editor;

beforeAll(async () => {
  editor = await editorOn(root);
  editor.tell("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
});
afterAll(() => editor.end());

async function proposed(words: string, within: number): Promise<readonly string[]> {
  const { items } = await editor.ask<{ items: { label: string }[] }>("textDocument/completion", {
    textDocument: { uri },
    position: placeOf(text, words, within),
  });
  return items.map(({ label }) => label);
}

describe("a scenario file", () => {
  test("facts of the vocabulary are proposed for an episode, choices for a fact that has them", async () => {
    expect(await proposed("- { första-underrättelse", 4)).toContain("utskrivningstid");
    expect(await proposed("vårdform: psykiatrisk", "vårdform: ".length)).toEqual(["somatisk", "psykiatrisk"]);
  });

  test("wordings are proposed for what is expected, steps for steps, rules for a line's rule", async () => {
    expect(await proposed("2020-01-01, gällande:", 0)).toContain("2021-11-01");
    expect(await proposed("betaldagar: 0 dagar", 0)).toContain("överskott");
    expect(await proposed("regel: psykiatri-individuell", "regel: ".length)).toContain("genomsnitt");
  });

  test("a name shows what it is in the agreement, and leads there", async () => {
    const at = { textDocument: { uri }, position: placeOf(text, "betaldagar: 0", 3) };
    const hover = await editor.ask<{ contents: { value: string } }>("textDocument/hover", at);
    expect(hover.contents.value).toContain("steg i stockholm");
    const found = await editor.ask<{ targetUri: string }[]>("textDocument/definition", at);
    expect(found.map(({ targetUri }) => targetUri)).toContain(addressIn(agreements, "stockholm/2020-01-01.avtal"));
  });

  test("a name that the agreement does not have is a problem of the file, with a repair", async () => {
    const wrong = text.replace("betaldagar: 0 dagar", "betaldagarna: 0 dagar");
    const told = editor.nextDiagnostics(uri);
    editor.tell("textDocument/didChange", { textDocument: { uri, version: 2 }, contentChanges: [{ text: wrong }] });
    const [problem] = await told;
    expect(problem?.code).toMatch(/^AV8/);
    expect(problem?.range.start).toEqual(placeOf(wrong, "betaldagarna"));
    const actions = await editor.ask<{ title: string }[]>("textDocument/codeAction", {
      textDocument: { uri },
      range: problem?.range,
      context: { diagnostics: [] },
    });
    expect(actions.map(({ title }) => title).join()).toContain("betaldagar");
  });
});

describe("a scenario file as it is typed", () => {
  /** What is proposed at the end of a new file. */
  async function proposedAfter(written: string): Promise<readonly string[]> {
    const address = addressIn(agreements, "stockholm/scenarios/ny.yaml");
    const textDocument = { uri: address, languageId: "yaml", version: 1, text: written };
    editor.tell("textDocument/didOpen", { textDocument });
    const lines = written.split("\n");
    const { items } = await editor.ask<{ items: { label: string }[] }>("textDocument/completion", {
      textDocument: { uri: address },
      position: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 },
    });
    editor.tell("textDocument/didClose", { textDocument: { uri: address } });
    return items.map(({ label }) => label);
  }

  const swedish = "avtal: stockholm\n\nscenarier:\n  - namn: Ett\n";
  const english = "agreement: stockholm\n\nscenarios:\n  - name: One\n";

  test.each([
    ["the agreements", "avtal: ", "stockholm"],
    ["keys of a file in Swedish", "avtal: stockholm\n", "scenarier"],
    ["keys of a file in English", "agreement: stockholm\n", "scenarios"],
    ["keys of a scenario in Swedish", `${swedish}    `, "förväntat"],
    ["keys of a scenario in English", `${english}    `, "expected"],
    ["values and measured values", `${swedish}    värden:\n      `, "länsgenomsnitt"],
    ["events", `${swedish}    händelser:\n      `, "it-stöd-psykiatri"],
    ["questions", `${swedish}    tolkningar:\n      - `, "dag-noll"],
    ["the readings of a question", `${swedish}    tolkningar:\n      - dag-noll: `, "dag-ett"],
    ["words for a wording in English", `${english}    expected:\n      `, "all wordings"],
    ["no charge in Swedish", `${swedish}    förväntat:\n      alla lydelser: `, "ingen debitering"],
    ["no charge in English", `${english}    expected:\n      all wordings: `, "no charge"],
    [
      "payers of the registers for a line",
      `${swedish}    förväntat:\n      gällande:\n        rader:\n          - betalare: H`,
      "Huddinge",
    ],
    ["payers for a fact that is one", `${swedish}    vårdtillfällen:\n      - folkbokföringskommun: H`, "Huddinge"],
  ])("is offered %s", async (_, written, expected) => {
    expect(await proposedAfter(written)).toContain(expected);
  });

  test("is offered no Swedish key where it is written in English", async () => {
    expect(await proposedAfter(`${english}    `)).not.toContain("förväntat");
  });
});

describe("where somebody types", () => {
  const written =
    "avtal: liten\n\nscenarier:\n  - namn: Ett\n    vårdtillfällen:\n      - { ut-dag: 2020-01-01, vårdform: ";

  test("keys around the cursor are told by indentation, in braces too", () => {
    expect(scenarioPlace(written, written.length)).toMatchObject({
      agreement: "liten",
      keys: ["scenarier", "vårdtillfällen", "vårdform"],
      isValue: true,
    });
  });

  test.each([0, 5, 13, 30, 60])("any place is answered: %d", (offset) => {
    expect(scenarioPlace(written, offset).start).toBeLessThanOrEqual(offset);
  });
});
