// The example of docs/scenarios.md with one mistake at a time, each line in turn: what an officer who is new reads.
// Rule: golden, the mistaken lines first, then the whole message; whoever rewrites it reads it as that officer.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Program } from "@avtal/compiler/ir/ir";
import type { SourceFile } from "@avtal/compiler/source";
import { scenariosFrom } from "@avtal/replay/scenarios/hold/scenarios-from-files";
import { renderProblem } from "../../cli/render-problem.ts";
import { noColours } from "../../cli/terminal.ts";
import { compileFolder } from "../harness/compile-folder.ts";
import { expectGolden } from "../harness/golden.ts";

const root = join(import.meta.dirname, "../..");
const folder = join(root, "agreements");
const program = compileFolder([folder], "stockholm");
const programs: ReadonlyMap<string, Program> = new Map([["stockholm", program]]);
const background: SourceFile = {
  path: "stockholm/scenarios/bakgrund.yaml",
  text: readFileSync(join(folder, "stockholm/scenarios/bakgrund.yaml"), "utf8"),
};
const path = "stockholm/scenarios/nytt.yaml";
const guide = readFileSync(join(root, "docs/scenarios.md"), "utf8");
const example = /```yaml\n(avtal: stockholm\n[\s\S]*?)```/u.exec(guide)?.[1] ?? "";

/** Written → mistaken, as the lines of the example come. */
const mistakes: readonly (readonly [from: string, to: string])[] = [
  ["avtal: stockholm", "avtal: Stokholm"],
  ["avtal: stockholm", "avtal stockholm"],
  ["scenarier:", "senarier:"],
  ["scenarier:", "scenarier"],
  ["  - namn: Fyra", "    namn: Fyra"],
  ["  - namn: Fyra", "\t- namn: Fyra"],
  ["namn: Fyra dagar efter", "namn: Fyra dagar: efter"],
  ["namn: Fyra dagar", 'namn: "Fyra" dagar'],
  ["klausul: 12.3", "klausul: 12.33"],
  ["klausul: 12.3", "klausul: avsnitt 12.3"],
  ["    klausul: 12.3", "     klausul: 12.3"],
  ["vårdtillfällen:", "vårdtillfälle:"],
  ["      - första", "      första"],
  ["första-underrättelse:", "underrättelse:"],
  ["2022-04-04 09:00", "2022-04-04 kl 9"],
  ["2022-04-04 09:00", "4 april 2022 09:00"],
  ["2022-04-04 09:00", "2022-04-31 09:00"],
  ["utskrivningstid:", "utskrivning:"],
  ["2022-04-08 15:00", "2022-04-03 15:00"],
  ["2022-04-08 15:00", "2022-04-08 24:00"],
  ["    förväntat:", "    förväntas:"],
  ["2020-01-01: 18 600,00 kr", "2020-01-02: 18 600,00 kr"],
  ["18 600,00 kr", "18 600,00"],
  ["18 600,00 kr", "18600"],
  ["18 600,00 kr", "18 600.00 kr"],
  ["18 600,00 kr", "18 600 dagar"],
  ["18 600,00 kr", "18 600,00 SEK"],
  ["2021-11-01:\n", "2021-11-01\n"],
  ["rader:", "rad:"],
  ["          - betalare", "          betalare"],
  ["betalare: Huddinge", "betalare: Hudinge"],
  ["betalare: Huddinge", "betalare: Region Stockholm"],
  ["betalare: Huddinge", "kommun: Huddinge"],
  ["mängd: 2,7 dagar", "mängd: 2.7 dagar"],
  ["mängd: 2,7 dagar", "mängd: 2,7"],
  ["mängd: 2,7 dagar", "mängd: 2,7 timmar"],
  ["belopp: 25 110,00 kr", "belopp: 25 110,00"],
  ["belopp: 25 110,00 kr", "belop: 25 110,00 kr"],
  ["            belopp: 25 110,00 kr\n", ""],
  ["        steg:", "        stegen:"],
  ["medeldagar: 4 dagar", "medeltal: 4 dagar"],
  ["medeldagar: 4 dagar", "medeldagar: 4"],
  ["medeldagar: 4 dagar", "medeldagar: fyra dagar"],
  ["överskott: 2,7 dagar", "överskott:2,7 dagar"],
  ["överskott: 2,7 dagar", "överskott: 2,7 kr"],
];

test("the example itself has no problem", () => {
  expect(example).toContain("namn: Fyra dagar");
  expect(messages(example)).toEqual([]);
});

test("each mistake is one message that leads to the repair", () => {
  const told = mistakes.map(([from, to]) => {
    expect(example).toContain(from);
    const said = messages(example.replace(from, () => to));
    const change = `${from.trimEnd()}  →  ${to === "" ? "(raden saknas)" : to.trimEnd()}`;
    return { said, text: `${"=".repeat(80)}\n${change}\n\n${said.join("")}` };
  });
  expect(told.filter(({ said }) => said.length !== 1)).toEqual([]);
  expectGolden(join(import.meta.dirname, "guide-mistakes.golden.txt"), told.map(({ text }) => text).join("\n"));
});

function messages(text: string): string[] {
  const { problems } = scenariosFrom([background, { path, text }], programs);
  const textOf = (file: string): string => (file === path ? text : background.text);
  const plain = { lang: "sv", colours: noColours } as const;
  return problems.map((problem) => renderProblem(problem, textOf, (shown) => `agreements/${shown}`, plain));
}
