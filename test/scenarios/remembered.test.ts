// Outcomes of earlier runs: what may be taken from them, what may never, and that nothing shows whether they were.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compile } from "@avtal/compiler/compile";
import type { Program } from "@avtal/compiler/ir/ir";
import { readWorkspace } from "@avtal/replay/read-workspace";
import type { OutcomeStore } from "@avtal/replay/scenarios/remembered/outcome-store";
import { memories } from "@avtal/replay/scenarios/remembered/remembered-outcomes";
import { wordingMeanings } from "@avtal/replay/scenarios/remembered/wording-meaning";
import type { CaseResult } from "@avtal/replay/scenarios/matrix/case-result";
import { testedJson } from "@avtal/replay/scenarios/report/json";
import { placeOf, type Place } from "@avtal/replay/scenarios/report/place";
import { generatedTarget } from "@avtal/replay/scenarios/run/targets";
import { inForceWording } from "@avtal/replay/scenarios/scenario";
import { testedOf, testScenarios, type ScenarioTexts, type Tested } from "@avtal/replay/scenarios/test-scenarios";
import { unitsOf } from "@avtal/replay/scenarios/threads/units";

const folder = join(import.meta.dirname, "../../agreements");
const { workspace } = readWorkspace({ folder, sources: undefined });
const programs = programsWith([]);
const texts = textsOf("stockholm/scenarios/gransen.yaml");

function programsWith(drafts: readonly string[]): ReadonlyMap<string, Program> {
  const files = drafts.map((text, index) => ({ path: `stockholm/utkast-${index}.avtal`, text }));
  const compilation = compile({ ...workspace, files: [...workspace.files, ...files] });
  if (compilation.kind === "rejected") throw new Error(JSON.stringify(compilation.problems, null, 1));
  return compilation.programs;
}

function textsOf(path: string): ScenarioTexts {
  const outcomes = path.replace(/yaml$/u, "utfall");
  const read = (file: string) => ({ path: file, text: readFileSync(join(folder, file), "utf8") });
  return { scenarios: ["stockholm/scenarios/bakgrund.yaml", path].map(read), outcomes: [read(outcomes)] };
}

function amendment(line: string, from = "2022-03-01"): string {
  return `språk sv\nändring gräns-1-2 av stockholm\n  utkast\n  från och med ${from}\n\n${line}\n`;
}

const lowerLimit = amendment('värde tidsgräns\n  från och med 2022-03-01: 1,2 dagar   enligt antagande "ett förslag"');

/** A store in memory, so that a test can look into it and spoil it. */
function storeOf(kept: Map<string, string>): OutcomeStore {
  return { read: (key) => kept.get(key), write: (key, text) => void kept.set(key, text), trim: () => undefined };
}

interface Run {
  readonly kept: Map<string, string>;
  readonly build?: string;
  readonly over?: ReadonlyMap<string, Program>;
  readonly of?: ScenarioTexts;
}

function testedWith({ kept, build = "one", over = programs, of = texts }: Run): Tested {
  const units = unitsOf(of);
  const tested = units.testedWith(over, memories({ store: storeOf(kept), build }, over));
  return testedOf(Array.from({ length: units.count }, (_, unit) => tested(unit)));
}

function remembered({ files }: Tested): number {
  return files.flatMap(({ results }) => results).filter(({ isRemembered }) => isRemembered).length;
}

function casesIn({ files }: Tested): number {
  return files.reduce((sum, { results }) => sum + results.length, 0);
}

/** All that a run tells: every case with its place, outcome, difference and trace, and the problems. */
function shown(tested: Tested): string {
  const textAt = new Map(texts.scenarios.map(({ path, text }) => [path, text]));
  const at = (result: CaseResult): Place =>
    placeOf(
      result,
      (path) => textAt.get(path) ?? "",
      (path) => path,
    );
  return testedJson({ tested, placeOf: at, problems: tested.problems });
}

const alone = testScenarios(texts, programs, generatedTarget);

describe("a second run of the same", () => {
  const kept = new Map<string, string>();
  const first = testedWith({ kept });
  const second = testedWith({ kept });

  test("takes every outcome from the first, and gives what a run without gives", () => {
    expect(remembered(first)).toBe(0);
    expect(remembered(second)).toBe(casesIn(alone));
    expect(shown(first)).toBe(shown(alone));
    expect(shown(second)).toBe(shown(alone));
  });

  test("by another build takes nothing", () => {
    expect(remembered(testedWith({ kept: new Map(kept), build: "two" }))).toBe(0);
  });

  test("of a file that says something else takes nothing", () => {
    const changed = texts.scenarios.map(({ path, text }) => ({
      path,
      text: path.endsWith("gransen.yaml") ? `${text}# en rad till\n` : text,
    }));
    expect(remembered(testedWith({ kept: new Map(kept), of: { ...texts, scenarios: changed } }))).toBe(0);
  });

  test("with another background takes nothing", () => {
    const changed = texts.scenarios.map(({ path, text }) => ({
      path,
      text: path.endsWith("bakgrund.yaml") ? `${text}# en rad till\n` : text,
    }));
    expect(remembered(testedWith({ kept: new Map(kept), of: { ...texts, scenarios: changed } }))).toBe(0);
  });

  test("runs what the outcome file says otherwise, with its trace", () => {
    const outcomes = texts.outcomes.map(({ path, text }) => ({
      path,
      text: text.replaceAll("ingen debitering", "en post"),
    }));
    const of = { ...texts, outcomes };
    const tested = testedWith({ kept: new Map(kept), of });
    expect(shown(tested)).toBe(shown(testScenarios(of, programs, generatedTarget)));
    const results = tested.files.flatMap((file) => file.results);
    expect(results.filter(({ mismatches, isRemembered }) => mismatches.length > 0 && isRemembered)).toEqual([]);
    expect(results.filter(({ mismatches }) => mismatches.length > 0).length).toBeGreaterThan(0);
  });
});

test("a draft of one value runs its own wording and what is in force, and takes the rest", () => {
  const kept = new Map<string, string>();
  testedWith({ kept });
  const over = programsWith([lowerLimit]);
  const tested = testedWith({ kept, over });
  expect(shown(tested)).toBe(shown(testScenarios(texts, over, generatedTarget)));
  const run = tested.files.flatMap(({ results }) => results).filter(({ isRemembered }) => !isRemembered);
  expect([...new Set(run.map(({ of: one }) => one.wording))].sort()).toEqual(["2022-03-01", inForceWording]);
  expect(remembered(tested)).toBeGreaterThan(0);
});

describe("an outcome is taken only for the same meaning: each of these changes makes the wordings from its day on miss", () => {
  const changes: [string, string, string][] = [
    ["the amount of a value", lowerLimit, "2022-03-01"],
    [
      "a value from the day of an older wording",
      amendment('värde tidsgräns\n  från och med 2021-11-01: 1,2 dagar   enligt antagande "ett förslag"', "2021-11-01"),
      "2021-11-01",
    ],
  ];
  test.each(changes)("%s", (_, draft, from) => {
    const over = programsWith([draft]).get("stockholm");
    const before = programs.get("stockholm");
    if (over === undefined || before === undefined) throw new Error("There is no program of Stockholm.");
    const [old, now] = [wordingMeanings(before), wordingMeanings(over)];
    const days = ["2020-01-01", "2020-11-01", "2021-07-01", "2021-11-01", "2022-03-01"];
    expect(days.filter((day) => old(day) === now(day))).toEqual(days.filter((day) => day < from));
    expect(old(inForceWording)).not.toBe(now(inForceWording));
  });

  test("what stands in no wording's text decides nothing: the names of files and titles may differ", () => {
    const program = programs.get("stockholm");
    if (program === undefined) throw new Error("There is no program of Stockholm.");
    const renamed = {
      ...program,
      documents: program.documents.map((document) => ({ ...document, files: ["annan.avtal"] })),
    };
    expect(wordingMeanings(renamed)("2021-11-01")).toBe(wordingMeanings(program)("2021-11-01"));
  });
});

describe("what is kept and is not of our form is passed over, and the case is run", () => {
  const spoilt: [string, (text: string) => string][] = [
    ["is cut off", (text) => text.slice(0, -2)],
    ["is empty", () => ""],
    ["is other JSON", () => '{"0 0 -": ["a", "b"]}'],
    ["has a row of another form", (text) => text.replace(/^\[\[/u, '[["x"],[')],
    ["is a list of numbers", () => "[1,2,3]"],
  ];
  test.each(spoilt)("when it %s", (_, spoil) => {
    const kept = new Map<string, string>();
    testedWith({ kept });
    for (const [key, text] of kept) kept.set(key, spoil(text));
    const tested = testedWith({ kept });
    expect(remembered(tested)).toBe(0);
    expect(shown(tested)).toBe(shown(alone));
    expect(remembered(testedWith({ kept }))).toBe(casesIn(alone));
  });
});

test("an outcome that is not what it should be is never taken, whatever a store says", () => {
  const kept = new Map<string, string>();
  testedWith({ kept });
  for (const [key, text] of kept) kept.set(key, text.replaceAll("ingen debitering", "inget alls"));
  const tested = testedWith({ kept });
  const own = tested.files.flatMap(({ results }) => results);
  expect(own.filter(({ status, text }) => status === "kept" && text.sv.includes("inget alls"))).toEqual([]);
});
