// A new name follows into every file that knows the old one: afterwards nothing is wrong, and every scenario comes out as
// before, the outcomes that were accepted among them.

import { readFileSync } from "node:fs";
import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { analyse, meaningOf } from "@avtal/compiler/ide/analysis";
import { convertFile } from "@avtal/compiler/format/format";
import { isError } from "@avtal/compiler/problem";
import { generatedTarget } from "@avtal/replay/scenarios/run/targets";
import { testScenarios } from "@avtal/replay/scenarios/test-scenarios";
import { isPassed } from "@avtal/replay/scenarios/matrix/case-result";
import { filesBelow } from "../harness/folder-workspace.ts";
import { addressIn, agreements, editorOn, placeOf, root, type Editor, type Range } from "./editor-client.ts";
import { folderOf, smallAgreement, smallSource } from "./small-folder.ts";

type Texts = ReadonlyMap<string, string>;

interface Edits {
  readonly changes: Readonly<Record<string, readonly { readonly range: Range; readonly newText: string }[]>>;
}

const shipped: Texts = new Map(
  filesBelow(agreements)
    .filter((path) => /\.(?:avtal|ya?ml|utfall)$/.test(path))
    .map((path) => [relative(agreements, path).split(sep).join("/"), readFileSync(path, "utf8")]),
);
const stockholm = "stockholm/2020-01-01.avtal";
let editor: Editor;

beforeAll(async () => {
  editor = await editorOn(root);
  for (const path of [stockholm, "lus/2018-01-01.avtal", "national/vardtillfalle.avtal"]) {
    const text = shipped.get(path) ?? "";
    editor.tell("textDocument/didOpen", {
      textDocument: { uri: addressIn(agreements, path), languageId: "avtal", version: 1, text },
    });
  }
});
afterAll(() => editor.end());

/** The texts with the edits of a renaming in them. */
async function renamed(path: string, words: string, within: number, newName: string): Promise<Texts> {
  const { changes } = await editor.ask<Edits>("textDocument/rename", {
    textDocument: { uri: addressIn(agreements, path) },
    position: placeOf(shipped.get(path) ?? "", words, within),
    newName,
  });
  const texts = new Map(shipped);
  for (const [address, edits] of Object.entries(changes)) {
    const file = relative(agreements, fileURLToPath(address)).split(sep).join("/");
    texts.set(file, edited(texts.get(file) ?? "", edits));
  }
  return texts;
}

function edited(text: string, edits: Edits["changes"][string]): string {
  const lines = text.split("\n");
  const starts = lines.map(() => 0);
  lines.forEach((line, index) => (starts[index + 1] = (starts[index] ?? 0) + line.length + 1));
  const offset = ({ line, character }: Range["start"]): number => (starts[line] ?? 0) + character;
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (before, { range, newText }) => before.slice(0, offset(range.start)) + newText + before.slice(offset(range.end)),
      text,
    );
}

/** What is wrong with the texts, and the cases of some scenario files that came out otherwise than they should. */
function wrongIn(texts: Texts, scenarioFiles: RegExp): readonly string[] {
  const ofKind = (fits: RegExp) =>
    [...texts].filter(([path]) => fits.test(path)).map(([path, text]) => ({ path, text }));
  const registers = ofKind(/^national\/.*\.yaml$/);
  const analysis = analyse(
    {
      files: ofKind(/\.avtal$/),
      registers: new Map(registers.map(({ path, text }) => [path, text])),
      sources: undefined,
      lock: undefined,
    },
    undefined,
  );
  const { problems, programs } = meaningOf(analysis);
  const scenarios = ofKind(/\/scenarios\/.*\.yaml$/).filter(
    ({ path }) => scenarioFiles.test(path) || /bakgrund/.test(path),
  );
  const tested = testScenarios({ scenarios, outcomes: ofKind(/\.utfall$/) }, programs, generatedTarget);
  return [
    ...[...analysis.problems, ...problems].filter(isError).map(({ code, headline }) => `${code} ${headline.sv}`),
    ...tested.problems.filter(isError).map(({ code, headline }) => `${code} ${headline.sv}`),
    ...tested.files.flatMap(({ path, results, leftOver }) => [
      ...results
        .filter((result) => !isPassed(result))
        .map(({ of, status, text }) => `${path}: ${of.scenario.name} ${status} ${text.sv}`),
      ...leftOver.map(({ scenario, wording }) => `${path}: left over ${scenario} ${wording}`),
    ]),
  ];
}

/** All of them where the long tests of the editor run; every scenario after a renaming takes its time. */
const isLong = process.env["AVTAL_EDITOR"] !== undefined;

const renamings: readonly (readonly [
  about: string,
  path: string,
  words: string,
  within: number,
  scenarioFiles: RegExp,
])[] = [
  ["a measured value", stockholm, "mätvärde länsgenomsnitt", 10, /stockholm\/scenarios\/avrundning/],
  ["a rule", stockholm, "regel genomsnitt\n", 7, /stockholm\/scenarios\/avbrott/],
  ["a step", stockholm, "överskott  ", 2, /stockholm\/scenarios\/psykiatri/],
  ["a question", stockholm, "tolkningsfråga avbrott", 16, /stockholm\/scenarios\/avbrott/],
  ["a reading", stockholm, "tolkning läggs-ihop", 10, /stockholm\/scenarios\/avbrott/],
  ["a term", stockholm, "begrepp utskrivningsklara-dagar", 9, /stockholm\/scenarios\/avbrott/],
  ["an event", stockholm, "händelse it-stöd-psykiatri", 10, /stockholm\/scenarios\/psykiatri/],
  ["a field of the vocabulary", "national/vardtillfalle.avtal", "fält utskrivningstid", 6, /lus\/scenarios\/avbrott/],
  ["a choice of the vocabulary", "national/vardtillfalle.avtal", "; psykiatrisk", 3, /stockholm\/scenarios\/psykiatri/],
  ["a rule of an act", "lus/2018-01-01.avtal", "regel dygnsersättning\n", 7, /lus\/scenarios\/avbrott/],
];

describe("a renamed thing of the shipped agreements leaves nothing wrong and every scenario as it was", () => {
  test.each(renamings.filter((_, at) => isLong || at % 4 === 0))("%s", async (_, path, words, within, scenarios) => {
    const texts = await renamed(path, words, within, "ett-nytt-namn");
    expect(texts).not.toEqual(shipped);
    expect(wrongIn(texts, scenarios)).toEqual([]);
  });
});

describe("what is not renamed is refused in words, before a name is typed", () => {
  test.each([
    ["a document", "överenskommelse stockholm", 17, "Ett dokument behåller sitt namn"],
    ["a keyword", "följer utskrivningsdatum", 2, "Här står inget namn"],
  ])("%s", async (_, words, within, why) => {
    const position = placeOf(shipped.get(stockholm) ?? "", words, within);
    const asked = { textDocument: { uri: addressIn(agreements, stockholm) }, position };
    await expect(editor.ask("textDocument/prepareRename", asked)).rejects.toThrow(why);
  });
});

describe("a value of an agreement and its amendments, the one in Swedish and the other in English", () => {
  const draft = `språk sv

ändring lägre av liten
  utkast
  från och med 2027-01-01

värde frist
  från och med 2027-01-01: 1 dag   enligt antagande "förslag 😀"

i statistiken dagar-per-månad
  hälften = frist * 1
`;
  const amendment = convertFile({ path: "a.avtal", text: draft }, "en") ?? "";

  test("is renamed in both from either, behind characters outside the BMP too", async () => {
    const { folder, remove } = folderOf({
      "agreements/liten/2020-01-01.avtal": smallAgreement.replace(
        "dagar-på-sjukhus - frist om",
        "(dagar-på-sjukhus - frist) om",
      ),
      "agreements/liten/2027-01-01.avtal": amendment,
      "agreements/sources/ök.txt": smallSource,
    });
    const there = await editorOn(folder);
    const uri = addressIn(folder, "agreements/liten/2027-01-01.avtal");
    there.tell("textDocument/didOpen", { textDocument: { uri, languageId: "avtal", version: 1, text: amendment } });
    const asked = { textDocument: { uri }, position: placeOf(amendment, "value frist", 7), newName: "dagar-fritt" };
    const { changes } = await there.ask<Edits>("textDocument/rename", asked);
    const decided = changes[addressIn(folder, "agreements/liten/2020-01-01.avtal")] ?? [];
    expect(edited(amendment, changes[uri] ?? [])).toBe(amendment.replaceAll("frist", "dagar-fritt"));
    expect(decided).toHaveLength(2);
    await there.end();
    remove();
  });
});
