// The workshop answers from the shipped agreements: what is in them, what came of a scenario, and why.

import { readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { filesBelow } from "../../test/harness/folder-workspace.ts";
import type { Overview, ScenarioCase, TracedGroup, TracedStep } from "./messages.ts";
import { workshop } from "./answer.ts";
import { effectOf } from "./effect.ts";

const folder = join(import.meta.dirname, "../../agreements");
const files = filesBelow(folder)
  .filter((path) => /\.(?:avtal|ya?ml|utfall)$/.test(path))
  .map((path) => ({ path: relative(folder, path).split(sep).join("/"), text: readFileSync(path, "utf8") }));

const answer = workshop(effectOf);
let overview: Overview;

beforeAll(async () => {
  const asks = { texts: { files, sources: undefined } };
  overview = (await answer({ number: 1, question: "open", lang: "sv", asks })) as Overview;
});

test("the overview names agreements, their wordings, and readings that nobody has decided", () => {
  expect(overview.rejected).toBe(false);
  const stockholm = overview.agreements.find(({ name }) => name === "stockholm");
  expect(stockholm?.wordings.map(({ day }) => day)).toContain("2021-11-01");
  expect(overview.preliminary.map(({ question }) => question)).toContain("dag-noll");
});

test("a statement knows the scenarios about its clauses and the questions that its lines belong to", () => {
  const rule = overview.statements.find(({ document, name }) => document === "stockholm" && name === "genomsnitt");
  expect(rule?.scenarios.length).toBeGreaterThan(5);
  expect(rule?.questions.length).toBeGreaterThan(0);
  expect(rule?.place.path).toBe("stockholm/2020-01-01.avtal");
});

test("a scenario runs in every wording, and its trace leads from number to line", async () => {
  const id = overview.scenarios.find(({ id: one }) => one.startsWith("lbk/scenarios/vardagar.yaml#"))?.id ?? "";
  const cases = (await answer({ number: 2, question: "run", lang: "sv", asks: { ids: [id] } })) as ScenarioCase[];
  expect(cases.length).toBeGreaterThan(0);
  expect(cases.every(({ passed }) => passed)).toBe(true);
  const name = cases.find(({ actual }) => actual.includes(" kr"))?.name ?? "";
  const trace = await answer({ number: 3, question: "trace", lang: "sv", asks: { id, name } });
  expect(trace).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        steps: expect.arrayContaining([
          expect.objectContaining({
            name: "belopp",
            place: expect.objectContaining({ path: "lbk/2017-01-01.avtal" }),
          }),
        ]),
      }),
    ]),
  );
});

test("a step is shown with its numbers put in", async () => {
  const ids = overview.scenarios.filter(({ agreement }) => agreement === "jönköping").map(({ id }) => id);
  let steps: readonly TracedStep[] = [];
  for (const id of ids) {
    if (steps.length > 0) break;
    const cases = (await answer({ number: 6, question: "run", lang: "sv", asks: { ids: [id] } })) as ScenarioCase[];
    const name = cases.find(({ actual }) => actual.includes(" kr"))?.name;
    if (name === undefined) continue;
    const groups = (await answer({ number: 7, question: "trace", lang: "sv", asks: { id, name } })) as TracedGroup[];
    steps = groups.flatMap((group) => group.steps).filter(({ worked }) => worked !== "");
  }
  expect(steps.map(({ worked }) => worked).join("\n")).toMatch(/\d.* [×−/] .*\d/);
  expect(steps.every(({ name }) => !name.includes(" "))).toBe(true);
});

test("accepting where nothing is open writes nothing and says why", async () => {
  const id = overview.scenarios.find(({ agreement }) => agreement === "lbk")?.id ?? "";
  const accepted = await answer({ number: 4, question: "accept", lang: "sv", asks: { ids: [id], reason: "prov" } });
  expect(accepted).toMatchObject({ accepted: 0, files: [], refused: expect.stringContaining("inget utfall") });
});

test("the text of a wording holds the row that is in force that day and no other", async () => {
  const text = await answer({
    number: 5,
    question: "wording",
    lang: "sv",
    asks: { agreement: "stockholm", day: "2021-11-01" },
  });
  expect(text).toContain("1,3 dagar");
  expect(text).not.toContain("från och med 2020-01-01: 2,0 dagar");
});

test("two wordings that follow one another never read the same", async () => {
  const textOf = (agreement: string, day: string) =>
    answer({ number: 8, question: "wording", lang: "sv", asks: { agreement, day } });
  for (const { name, wordings } of overview.agreements) {
    for (const [index, { day }] of wordings.entries()) {
      const before = wordings[index - 1];
      if (before !== undefined) expect(await textOf(name, day), day).not.toBe(await textOf(name, before.day));
    }
  }
});

test("texts with a mistake leave nothing to run, and no fault", async () => {
  const broken = workshop(effectOf);
  const texts = { files: [{ path: "a.avtal", text: "språk sv\nregel" }], sources: undefined };
  expect(await broken({ number: 1, question: "open", lang: "en", asks: { texts } })).toMatchObject({ rejected: true });
  expect(await broken({ number: 2, question: "run", lang: "en", asks: { ids: ["x"] } })).toEqual([]);
});

test("what came out is held against an outcome file in the file's own words, in whatever language the rest is shown", async () => {
  const path = "stockholm/scenarios/avbrott.utfall";
  const changed = files.map((file) =>
    file.path === path ? { path, text: file.text.replaceAll("stoppat: länsgenomsnitt", "stoppat: tidsgräns") } : file,
  );
  const ask = workshop(effectOf);
  await ask({ number: 1, question: "open", lang: "en", asks: { texts: { files: changed, sources: undefined } } });
  const ids = overview.scenarios
    .filter(({ id }) => id.startsWith("stockholm/scenarios/avbrott.yaml#"))
    .map(({ id }) => id);
  const cases = (await ask({ number: 2, question: "run", lang: "en", asks: { ids } })) as ScenarioCase[];
  const failed = cases.filter(({ passed }) => !passed);
  expect(failed.length).toBeGreaterThan(0);
  for (const { expected, actual } of failed) {
    expect([expected, actual]).toEqual(["stoppat: tidsgräns", "stoppat: länsgenomsnitt"]);
  }
});
