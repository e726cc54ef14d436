// Mutation of an agreement: which small changes its scenarios notice, and what is said of the others.

import { expect, test } from "vitest";
import { lowestScore, mutationScore, mutationOf, type Mutation } from "@avtal/replay/scenarios/mutation/survivors";
import { mutantsOf } from "@avtal/replay/scenarios/mutation/from-program";
import { runMutants, type TriedMutant } from "@avtal/replay/scenarios/mutation/run-mutants";
import { nothingPassed } from "@avtal/replay/scenarios/coverage/passings";
import { watchedTargets } from "@avtal/replay/scenarios/coverage/watched-targets";
import { isPassed } from "@avtal/replay/scenarios/matrix/case-result";
import { testScenarios } from "@avtal/replay/scenarios/test-scenarios";
import { programs, scenarioPath, withFile } from "./own-folder-programs.ts";

const fourDays = `avtal: prov
bakgrund:
  folkbokföringskommun: Huddinge
  vårdform: somatisk
  inskrivningstid: 2019-12-01 08:00
  vårdkontakt-utsedd: ja
  ålder: 80
scenarier:
  - namn: Fyra dagar
    klausul: 2 punkt 1
    vårdtillfällen:
      - { underrättelse: 2022-04-04 09:00, utskrivningstid: 2022-04-08 15:00 }
    förväntat:
      2020-01-01: 18 600,00 kr
      2021-11-01: 25 110,00 kr
`;

const limits = { episodes: 3, cases: 2_000, figures: "compared" } as const;

function triedBy(...texts: readonly string[]): TriedMutant[] {
  const passed = nothingPassed();
  const scenarios = texts.map((text, index) => ({ path: scenarioPath.replace(".yaml", `${index}.yaml`), text }));
  const tested = testScenarios({ scenarios, outcomes: [] }, programs, (program) => watchedTargets(program, passed));
  expect(tested.problems).toEqual([]);
  const results = tested.files.flatMap((file) => file.results);
  for (const result of results)
    expect({ of: result.text.sv, passed: isPassed(result) }).toMatchObject({ passed: true });
  return runMutants({ results, passed, programs, says: () => undefined });
}

function of(tried: readonly TriedMutant[], before: string, after: string): TriedMutant {
  const found = tried.find(({ mutant }) => mutant.before.sv === before && mutant.after.sv === after);
  if (found === undefined) throw new Error(`No such mutant: ${before} → ${after}`);
  return found;
}

const tried = triedBy(fourDays);

test("a limit that is a tenth of a day higher is noticed by the case beyond it", () => {
  const { noticedBy } = of(tried, "1,3 dagar", "1,4 dagar");
  expect(noticedBy?.of.scenario.name).toBe("Fyra dagar");
  expect(noticedBy?.of.wording).toBe("2021-11-01");
});

test("more than or at least is told apart only by a case at the limit", () => {
  expect(of(tried, "överskott överstiger 0 dagar", "överskott är minst 0 dagar").noticedBy).toBe(null);
});

test("every sort of change is made, each in the agreement's words", () => {
  const program = programs.get("prov");
  if (program === undefined) throw new Error("No program.");
  const mutants = mutantsOf("prov", program);
  expect([...new Set(mutants.map(({ sort }) => sort))].sort()).toEqual([
    "comparison",
    "condition",
    "date",
    "exception",
    "least-greatest",
    "number",
    "reading",
    "rounding",
    "row",
    "span-end",
  ]);
  for (const { before, after } of mutants) {
    expect(before.sv).not.toBe("");
    expect(after.sv).not.toBe(before.sv);
  }
  expect(mutants.map(({ after }) => after.sv)).toContain("från och med 2021-11-02");
});

test("what can change nothing by its form is set apart untried, with the reason", () => {
  const text = `språk sv

ändring samma-gräns av prov
  utkast
  från och med 2023-01-01

värde gräns
  från och med 2023-01-01: 1,3 dagar   enligt antagande "som förut"
`;
  const program = withFile("utkast.avtal", text).get("prov");
  if (program === undefined) throw new Error("No program.");
  const rows = mutantsOf("prov", program).filter(({ sort }) => sort === "row");
  const [same, other] = [
    rows.filter(({ before }) => before.sv === "från och med 2023-01-01"),
    rows.filter(({ before }) => before.sv === "från och med 2021-11-01"),
  ];
  expect(same.map(({ alike }) => alike?.sv)).toEqual(["Raden före säger detsamma.", "Raden före säger detsamma."]);
  expect(other.map(({ alike }) => alike)).toEqual([null, null]);
  const floors = mutantsOf("prov", program).filter(({ alike }) => alike?.sv.startsWith("Dokumentet självt") === true);
  expect(floors.map(({ after }) => after.sv)).toContain("dagen som avgör före it-stödet");
});

test("what went unnoticed gets a scenario that passes as the agreement stands and notices the change", () => {
  const only = (after: string): TriedMutant[] => tried.filter(({ mutant }) => mutant.after.sv === after);
  const mutation: Mutation = mutationOf(only("överskott är minst 0 dagar"), programs, limits);
  const [survivor] = mutation.survivors;
  expect(survivor?.kind).toBe("missed");
  if (survivor?.kind !== "missed") return;
  const again = triedBy(fourDays, survivor.scenario);
  expect(of(again, "överskott överstiger 0 dagar", "överskott är minst 0 dagar").noticedBy).not.toBe(null);
});

test("what cannot change any outcome does not count against the score", () => {
  expect(mutationScore({ mutants: 20, noticed: 18, apart: 1 })).toBe(94);
  expect(mutationScore({ mutants: 1, noticed: 0, apart: 1 })).toBe(100);
});

test("each document has its score, and the lowest is the one that counts", () => {
  const counts = { mutants: 10, noticed: 9, apart: 0 };
  const documents = [
    { document: "a", ...counts },
    { document: "b", ...counts, noticed: 8, apart: 2 },
  ];
  expect(lowestScore({ mutants: 20, noticed: 17, apart: 2, survivors: [], documents })).toBe(90);
  const { documents: own } = mutationOf([], programs, limits);
  expect(own).toEqual([]);
});
