// Where a wording's meaning is the same, so is every outcome: each dated row of Stockholm is taken away in turn, and new
// ones are put in; what the wordings come to that are said to mean the same is held against what they came to before.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compile } from "@avtal/compiler/compile";
import type { Program, Term } from "@avtal/compiler/ir/ir";
import { dayFromText } from "@avtal/runtime/calendar";
import { readWorkspace } from "@avtal/replay/read-workspace";
import { scenariosFrom } from "@avtal/replay/scenarios/hold/scenarios-from-files";
import { casesOf } from "@avtal/replay/scenarios/matrix/matrix";
import { wordingMeanings } from "@avtal/replay/scenarios/remembered/wording-meaning";
import { outcomeText } from "@avtal/replay/scenarios/run/outcome-text";
import { runScenario, type Case } from "@avtal/replay/scenarios/run/run-scenario";
import { generatedTarget } from "@avtal/replay/scenarios/run/targets";

const folder = join(import.meta.dirname, "../../agreements");
const compilation = compile(readWorkspace({ folder, sources: undefined }).workspace);
const programs = compilation.kind === "accepted" ? compilation.programs : new Map<string, Program>();
const files = ["bakgrund", "gransen"].map((name) => {
  const path = `stockholm/scenarios/${name}.yaml`;
  return { path, text: readFileSync(join(folder, path), "utf8") };
});
const { scenarios } = scenariosFrom(files, programs);

function stockholm(): Program {
  const program = programs.get("stockholm");
  if (program === undefined) throw new Error("There is no program of Stockholm.");
  return program;
}

/** The day of the last wording: those before it may not notice what begins then. */
const days = [dayFromText("2021-11-01") ?? 0];

/** The program with one dated row, definition or choice less, or with a new one that says something else. */
function withOneChanged(program: Program): Program[] {
  const instead = <T extends { readonly id: string }>(things: readonly T[], changed: T): readonly T[] =>
    things.map((thing) => (thing.id === changed.id ? changed : thing));
  const own = <T extends { readonly document: string }>(things: readonly T[]): readonly T[] =>
    things.filter(({ document }) => document === program.main);
  return [
    ...own(program.values).flatMap((value) =>
      [...oneLess(value.rows), ...oneMore(value.rows, (row, from) => ({ ...row, from, guard: null, cells: [] }))].map(
        (rows) => ({ ...program, values: instead(program.values, { ...value, rows }) }),
      ),
    ),
    ...own(program.terms)
      .filter(({ kind }) => kind.kind === "condition")
      .flatMap((term) =>
        [...oneLess(term.definitions), ...oneMore(term.definitions, (_, from) => ({ from, by: noLines }))].map(
          (definitions) => ({ ...program, terms: instead(program.terms, { ...term, definitions }) }),
        ),
      ),
    ...own(program.questions).flatMap((question) => {
      const last = question.readings.at(-1)?.name ?? "";
      const chosen = [
        ...oneLess(question.chosen),
        ...oneMore(question.chosen, (choice, from) => ({ ...choice, from, reading: last })),
      ];
      return chosen.map((one) => ({ ...program, questions: instead(program.questions, { ...question, chosen: one }) }));
    }),
  ];
}

/** A condition that always holds. */
const noLines: Term["definitions"][number]["by"] = [{ guard: null, it: { kind: "condition", lines: [] } }];

function oneLess<T>(list: readonly T[]): T[][] {
  return list.length < 2 ? [] : list.map((_, index) => list.filter((_each, other) => other !== index));
}

/** In order of the days; a day that is taken gets none. */
function oneMore<T extends { readonly from: number | null }>(
  list: readonly T[],
  make: (like: T, from: number) => T,
): T[][] {
  return days.flatMap((from) => {
    const [like] = list;
    if (like === undefined || list.some((one) => one.from === from)) return [];
    const before = list.filter((one) => one.from === null || one.from < from);
    return [[...before, make(like, from), ...list.slice(before.length)]];
  });
}

function outcomeIn(one: Case, program: Program): string {
  return outcomeText(runScenario(one, generatedTarget(program).yardstick), program).sv;
}

test("wordings that are said to mean the same give the same outcomes", () => {
  const program = stockholm();
  const before = wordingMeanings(program);
  const cases = scenarios
    .slice(0, 8)
    .flatMap((one) => one.variants.slice(0, 1).flatMap((variant) => casesOf(one, variant, program)));
  const known = new Map(cases.map((one) => [one, outcomeIn(one, program)]));
  let [same, moved] = [0, 0];
  for (const changed of withOneChanged(program)) {
    const now = wordingMeanings(changed);
    for (const [one, outcome] of known) {
      if (now(one.wording) !== before(one.wording)) {
        moved += 1;
        continue;
      }
      same += 1;
      const { name } = one.scenario;
      expect([name, one.wording, outcomeIn(one, changed)]).toEqual([name, one.wording, outcome]);
    }
  }
  // Both happen, or nothing was tried.
  expect(same).toBeGreaterThan(50);
  expect(moved).toBeGreaterThan(50);
});
