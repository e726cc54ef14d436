// The agreement of `own-folder`, compiled once, and scenarios written in a test run over it.

import { join } from "node:path";
import { compile } from "@avtal/compiler/compile";
import type { Program } from "@avtal/compiler/ir/ir";
import type { Problem } from "@avtal/compiler/problem";
import { positionAt } from "@avtal/compiler/source";
import { readWorkspace } from "@avtal/replay/read-workspace";
import { allTargets } from "@avtal/replay/scenarios/run/targets";
import { testScenarios, type Tested } from "@avtal/replay/scenarios/test-scenarios";

export const ownFolder = join(import.meta.dirname, "own-folder");

const { workspace } = readWorkspace({ folder: ownFolder, sources: undefined });
export const programs = programsOf(workspace.files);

export function programsOf(files: typeof workspace.files): ReadonlyMap<string, Program> {
  const compilation = compile({ ...workspace, files });
  if (compilation.kind === "rejected") throw new Error(JSON.stringify(compilation.problems, null, 1));
  return compilation.programs;
}

/** The agreement with a further file, as a draft amendment is one. */
export function withFile(path: string, text: string): ReadonlyMap<string, Program> {
  return programsOf([...workspace.files, { path, text }]);
}

export const scenarioPath = "scenarios/prov.yaml";

export interface WrittenTest {
  readonly background?: string;
  readonly outcomes?: string;
  readonly over?: ReadonlyMap<string, Program>;
}

export function testText(text: string, { background, outcomes, over = programs }: WrittenTest = {}): Tested {
  const behind = background === undefined ? [] : [{ path: "scenarios/bakgrund.yaml", text: background }];
  const kept = outcomes === undefined ? [] : [{ path: "scenarios/prov.utfall", text: outcomes }];
  return testScenarios({ scenarios: [...behind, { path: scenarioPath, text }], outcomes: kept }, over, allTargets);
}

/** `4:11 AV8007`: line, column and code of each problem. */
export function placesOf(problems: readonly Problem[], text: string): string[] {
  return problems.map(({ code, span }) => {
    const { line, column } = positionAt(text, span.start);
    return `${line}:${column} ${code}`;
  });
}

/** What each problem says in Swedish, whole. */
export function wordsOf(problems: readonly Problem[]): string {
  return problems.map(({ headline, cause, advice }) => [headline.sv, cause.sv, advice.sv].join(" ")).join("\n");
}

/** A scenario that holds, for tests that change one line of it. */
export const goodFile = `avtal: prov

bakgrund:
  folkbokföringskommun: Huddinge
  vårdform: somatisk
  inskrivningstid: 2019-12-01 08:00
  vårdkontakt-utsedd: ja
  ålder: 80

scenarier:
  - namn: Fyra dagar
    klausul: 2 punkt 1
    värden:
      dygnsbelopp@2021-01-01: 8 500 kr
    händelser:
      it-stödet: 2021-03-01
    vårdtillfällen:
      - antal: 2
        underrättelse: 2022-04-04 09:00
        utskrivningstid: 2022-04-08 15:00
    förväntat:
      2020-01-01: 37 200,00 kr
      2021-11-01:
        rader:
          - betalare: Huddinge
            period: 2022-04
            regel: genomsnitt
            mängd: 5,4 dagar
            pris: 9 300 kr/dygn
            belopp: 50 220,00 kr
        steg:
          medeldagar: 4 dagar
    tolkningar:
      - faktor: alla
        förväntat:
          alla lydelser:
            steg: { medeldagar: 4 dagar }
`;
