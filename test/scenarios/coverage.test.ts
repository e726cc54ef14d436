// Coverage of an agreement by its scenarios: what counts as reached, what is said of the rest, and in which forms.

import { expect, test } from "vitest";
import { compile } from "@avtal/compiler/compile";
import { readWorkspace } from "@avtal/replay/read-workspace";
import type { Coverage, Point } from "@avtal/replay/scenarios/coverage/coverage";
import { coverageOf } from "@avtal/replay/scenarios/coverage/from-cases";
import { lcovText } from "@avtal/replay/scenarios/coverage/lcov";
import { nothingPassed } from "@avtal/replay/scenarios/coverage/passings";
import { pointWords } from "@avtal/replay/scenarios/coverage/point-words";
import { watchedTargets } from "@avtal/replay/scenarios/coverage/watched-targets";
import { testScenarios } from "@avtal/replay/scenarios/test-scenarios";
import { ownFolder, programs, scenarioPath } from "./own-folder-programs.ts";

const head = `avtal: prov
bakgrund:
  folkbokföringskommun: Huddinge
  vårdform: somatisk
  inskrivningstid: 2019-12-01 08:00
  vårdkontakt-utsedd: ja
  ålder: 80
scenarier:
`;

function coverageBy(scenarios: string): Coverage {
  const passed = nothingPassed();
  const texts = { scenarios: [{ path: scenarioPath, text: head + scenarios }], outcomes: [] };
  const tested = testScenarios(texts, programs, (program) => watchedTargets(program, passed));
  expect(tested.problems).toEqual([]);
  const cases = tested.files.flatMap(({ results }) => results.map((result) => result.of));
  return coverageOf(cases, programs, passed);
}

function days(name: string, until: string): string {
  return `  - namn: ${name}
    klausul: 2 punkt 1
    vårdtillfällen:
      - { underrättelse: 2022-04-04 09:00, utskrivningstid: ${until} 15:00 }
    förväntat:
      alla lydelser: { steg: { medeldagar: ${Number(until.slice(8)) - 4} dagar } }
`;
}

function pointsOf({ documents }: Coverage, kind: Point["kind"]): Point[] {
  return documents.flatMap(({ points }) => points.filter((point) => point.kind === kind));
}

function unreached(coverage: Coverage, kind: Point["kind"]): string[] {
  const [program] = [...programs.values()];
  if (program === undefined) throw new Error("No program.");
  return pointsOf(coverage, kind)
    .filter(({ isReached }) => !isReached)
    .map((point) => pointWords(point, program).sv);
}

test("what no scenario reaches is said in words", () => {
  const coverage = coverageBy(days("Fyra dagar", "2022-04-08"));
  expect(unreached(coverage, "boundary")).toContain("inget fall precis under gränsen: överskott överstiger 0 dagar");
  expect(unreached(coverage, "branch")).toContain("inget scenario där detta inte gäller: underrättelse finns");
  expect(unreached(coverage, "reading")).toContain("tolkningen alla av faktor prövas inte av något scenario");
});

test("a case just below, at and just above reaches each side of a limit, and one further away none", () => {
  const sides = (...untils: string[]): string[] =>
    unreached(coverageBy(untils.map((until) => days(`Till ${until}`, until)).join("")), "boundary").filter((said) =>
      said.endsWith("överskott överstiger 0 dagar"),
    );
  const far = sides("2022-04-28");
  expect(far).toHaveLength(3);
  // Two days are the limit of 2020-01-01 itself.
  expect(sides("2022-04-06")).toEqual(far.filter((said) => !said.includes("precis på")));
});

test("what the form of an expression rules out is not asked for", () => {
  const said = unreached(coverageBy(days("Fyra dagar", "2022-04-08")), "boundary");
  expect(said).toContain("inget fall precis på gränsen: betaldagar överstiger 0 dagar");
  expect(said).not.toContain("inget fall precis under gränsen: betaldagar överstiger 0 dagar");
});

test("watching changes no result", () => {
  const passed = nothingPassed();
  const text = head + days("Fyra dagar", "2022-04-08") + days("En dag", "2022-04-05");
  const texts = { scenarios: [{ path: scenarioPath, text }], outcomes: [] };
  const watched = testScenarios(texts, programs, (program) => watchedTargets(program, passed));
  for (const { mismatches, of: one } of watched.files.flatMap(({ results }) => results)) {
    expect({ scenario: one.scenario.name, mismatches }).toMatchObject({ mismatches: [] });
  }
  expect(passed.lines.size).toBeGreaterThan(0);
});

test("LCOV says for each line of the agreement how many cases reach it", () => {
  const { workspace } = readWorkspace({ folder: ownFolder, sources: undefined });
  const { front } = compile(workspace);
  const text = lcovText(coverageBy(days("Fyra dagar", "2022-04-08")), front, (path) => path);
  const source = workspace.files.find(({ path }) => path === "2020-01-01.avtal")?.text.split("\n") ?? [];
  const lineOf = (start: string): number => source.findIndex((line) => line.trimStart().startsWith(start)) + 1;
  expect(text).toContain("SF:2020-01-01.avtal\n");
  expect(text).toMatch(new RegExp(`^DA:${lineOf("medeldagar")},[1-9]`, "mu"));
  expect(text).toMatch(new RegExp(`^BRDA:${lineOf("krävs underrättelse finns")},0,1,0$`, "mu"));
  expect(text.endsWith("end_of_record\n")).toBe(true);
});
