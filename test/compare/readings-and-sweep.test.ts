// `avtal readings` and `avtal sweep`: what an open question is worth, and how a cost follows a value.

import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { dateText } from "@avtal/runtime/calendar";
import { evaluatorFor } from "@avtal/replay/evaluator";
import { askedRange } from "@avtal/replay/compare/asked-range";
import { mostCombinations, readingValues, type ReadingValues } from "@avtal/replay/compare/reading-values";
import { sumOf } from "@avtal/replay/compare/sums";
import { stepsBetween } from "@avtal/replay/compare/sweep";
import { readEpisodes } from "@avtal/replay/read/episodes";
import { plainDescription } from "@avtal/replay/read/description";
import { compare, plus, ratio, ratioText, times } from "@avtal/runtime/ratio";
import type { Columns } from "@avtal/runtime/columns";
import type { Completed, RunOptions } from "@avtal/runtime/result";
import { readingsCommand } from "../../cli/actions/readings.ts";
import { sweepCommand } from "../../cli/actions/sweep.ts";
import { sample, sideOf } from "./sides.ts";
import { listening } from "../harness/terminal.ts";

let data = "";
let columns: Columns;
const side = sideOf("stockholm", { day: "2021-11-01" });
const { program } = side;
const options: RunOptions = {
  wording: dateText(side.wording ?? 0),
  readings: new Map(),
  events: new Map(),
  values: [],
};

beforeAll(async () => {
  data = await sample({ agreement: "stockholm", episodes: 120, seed: 5, from: 2022 * 12 + 6, through: 2022 * 12 + 7 });
  const { fields, registers } = program;
  const reading = await readEpisodes({ path: data, description: plainDescription, fields, registers });
  if (reading.kind === "refused") throw new Error("The sample was refused.");
  columns = reading.columns;
});

function run(asked: RunOptions): Completed {
  const result = evaluator.evaluate(columns, asked);
  if (result.kind === "stopped") throw new Error(`Stopped at ${result.value}`);
  return result;
}
const evaluator = evaluatorFor(program);

/** The statute's own questions: few enough that every combination is run. */
const statute = sideOf("lus").program;
const statuteEvaluator = evaluatorFor(statute);
const asChosen: RunOptions = { ...options, wording: null };

function runStatute(asked: RunOptions): Completed {
  const result = statuteEvaluator.evaluate(columns, asked);
  if (result.kind === "stopped") throw new Error(`Stopped at ${result.value}`);
  return result;
}

function runWith(question: string, reading: string): Completed {
  return runStatute({ ...asChosen, readings: new Map([[`lus.${question}`, reading]]) });
}

function valuesOfStatute(): ReadingValues {
  const found = readingValues(statute, asChosen, runStatute);
  if (found.kind === "stopped") throw new Error("Stopped.");
  return found.values;
}

describe("what open questions are worth", () => {
  test("each reading gives what a run with it gives, and the span is over every combination", () => {
    const { questions, span, total } = valuesOfStatute();
    const chosen = runStatute(asChosen);
    expect(total).toBe(sumOf(chosen.lines));
    for (const { question, readings } of questions) {
      expect(readings.filter(({ isChosen }) => isChosen).map(({ difference }) => difference)).toEqual([0n]);
      for (const { reading, total: given, difference, payers, starts, stops } of readings) {
        const alone = runWith(question, reading);
        expect(given).toBe(sumOf(alone.lines));
        expect(difference).toBe(sumOf(alone.lines) - total);
        expect(payers.reduce((sum, one) => sum + one.difference, 0n)).toBe(difference);
        expect(starts).toEqual([...paying(alone)].filter((code) => !paying(chosen).has(code)).sort());
        expect(stops).toEqual([...paying(chosen)].filter((code) => !paying(alone).has(code)).sort());
      }
    }
    const totals = combinationsOf(questions).map((readings) => sumOf(runStatute({ ...asChosen, readings }).lines));
    expect(span).toMatchObject({ of: "every", combinations: BigInt(totals.length), tried: totals.length, stopped: 0 });
    expect(totals.every((one) => one >= span.least && one <= span.greatest)).toBe(true);
    expect(totals).toEqual(expect.arrayContaining([span.least, span.greatest]));
  });

  test("more combinations than can be run are bounded, and the bound is said", () => {
    const many = { ...program, questions: program.questions.filter(({ name }) => name !== "prisdatum") };
    const found = readingValues(many, options, run);
    if (found.kind === "stopped") throw new Error("Stopped.");
    const { span, questions } = found.values;
    expect(span.of).toBe("climbed");
    const alone = questions.flatMap(({ readings }) => readings.flatMap(({ total }) => (total === null ? [] : [total])));
    expect(alone.every((one) => one >= span.least && one <= span.greatest)).toBe(true);
    for (const [by, amount] of [
      [span.leastBy, span.least],
      [span.greatestBy, span.greatest],
    ] as const) {
      const readings = new Map(by.map((one) => [`stockholm.${one.split("=")[0] ?? ""}`, one.split("=")[1] ?? ""]));
      expect(sumOf(run({ ...options, readings }).lines)).toBe(amount);
    }
    expect(span.tried).toBeLessThanOrEqual(mostCombinations);
    expect(span.combinations).toBe(questions.reduce((all, { readings }) => all * BigInt(readings.length), 1n));
  });

  test("the span and its bound stand first, and JSON has every payer", async () => {
    const asked = { data, maxRefused: "0" };
    const heard = listening("sv");
    expect(await readingsCommand("lus", asked, heard.terminal)).toBe(0);
    expect(heard.out()).toMatch(/^Gällande \(varje vårdtillfälle efter sina egna datum\): lus kostar/);
    expect(heard.out().replaceAll("\n", " ")).toMatch(/Spannet är över alla \d+ kombinationer\./);
    const json = listening("en");
    expect(await readingsCommand("lus", { ...asked, json: true }, json.terminal)).toBe(0);
    expect(JSON.parse(json.out())).toMatchObject({ formatVersion: 1, agreement: "lus", span: { of: "every" } });
  });
});

describe("how a cost follows a value", () => {
  test("every point is what a run with that value gives, and kinks are where a payer turns", async () => {
    const heard = listening("sv");
    const asked = { data, maxRefused: "0", set: ["tidsgräns=1,0..3,0:0,5"], json: true as const };
    expect(await sweepCommand("stockholm@2021-11-01", asked, heard.terminal)).toBe(0);
    const swept: unknown = JSON.parse(heard.out());
    const totals = ["1", "3/2", "2", "5/2", "3"].map((at) => {
      const [over = "0", under = "1"] = at.split("/");
      const exact = ratio(BigInt(over), BigInt(under));
      const lines = run({ ...options, values: [{ value: "stockholm.tidsgräns", from: null, exact }] }).lines;
      const öre = sumOf(lines);
      return { at, total: `${öre / 100n}.${String(öre % 100n).padStart(2, "0")}` };
    });
    expect(swept).toMatchObject({ value: "stockholm.tidsgräns", unit: "days", points: totals });
  });

  test("the first line says both ends, and who ceases to pay is named", async () => {
    const heard = listening("sv");
    const asked = { data, maxRefused: "0", set: ["tidsgräns=1,0..30,0:14,5"] };
    expect(await sweepCommand("stockholm@2021-11-01", asked, heard.terminal)).toBe(0);
    const text = heard.out().replaceAll("\u00a0", " ");
    expect(text.replaceAll("\n", " ")).toMatch(
      /^Med stockholm@2021-11-01 går kostnaden från [\d ]+,\d\d kr till 0,00 kr när tidsgräns går från 1,0 dagar till 30,0 dagar\./,
    );
    expect(text).toMatch(/slutar betala mellan 1,0 dagar och 15,5 dagar\./);
  });

  test.each([
    "tidsgräns=1.0..2.0:0.1",
    "tidsgräns=2,0..1,0:0,1",
    "tidsgräns=1,0..2,0:0",
    "tidsgräns=1,0..9,0:0,001",
    "tidsgräns=1,0",
  ])("AV8405: %s is no range that can be tried", async (range) => {
    const heard = listening("sv");
    expect(await sweepCommand("stockholm@2021-11-01", { data, maxRefused: "0", set: [range] }, heard.terminal)).toBe(2);
    expect(heard.said()).toContain("AV8405");
    expect(heard.out()).toBe("");
  });

  test("a value that does not exist is refused by its name", () => {
    const found = askedRange("tidsgrans=1,0..2,0:0,1", program);
    expect("problems" in found && found.problems.map(({ code }) => code)).toEqual(["AV9208"]);
  });

  test("money is read in kronor, with the unit behind the step or not at all", () => {
    for (const text of ["dygnsbelopp=9 000..9 200:100 kr/dygn", "dygnsbelopp=9000..9200:100"]) {
      const found = askedRange(text, program);
      if ("problems" in found) throw new Error(found.problems[0]?.headline.en);
      expect(found.range.steps.map(ratioText)).toEqual(["900000", "910000", "920000"]);
    }
  });

  test("steps are exact, begin at the first value and never pass the last", () => {
    const someRatio = fc
      .tuple(fc.bigInt(0n, 500n), fc.constantFrom(1n, 2n, 3n, 10n))
      .map(([over, under]) => ratio(over, under));
    fc.assert(
      fc.property(someRatio, fc.bigInt(1n, 20n), fc.integer({ min: 0, max: 60 }), (first, tenths, count) => {
        const step = ratio(tenths, 10n);
        const last = plus(first, times(step, ratio(BigInt(count))));
        const steps = stepsBetween(first, last, step) ?? [];
        expect(steps).toHaveLength(count + 1);
        expect(compare(steps.at(-1) ?? ratio(0n), last)).toBe(0);
      }),
    );
  });
});

function paying({ lines }: Completed): ReadonlySet<string> {
  return new Set(lines.filter(({ amount }) => amount !== 0n).map(({ keys }) => keys.payer.code));
}

function combinationsOf(questions: ReadingValues["questions"]): readonly ReadonlyMap<string, string>[] {
  return questions.reduce<readonly ReadonlyMap<string, string>[]>(
    (all, { question, readings }) =>
      all.flatMap((one) => readings.map(({ reading }) => new Map([...one, [`lus.${question}`, reading]]))),
    [new Map()],
  );
}
