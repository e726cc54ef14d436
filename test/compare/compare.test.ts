// Comparisons over data: every figure turns with the sides, every division ties out, and each mixture is a program.

import { readFileSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { assertInvariants } from "@avtal/compiler/ir/invariants";
import { evaluatorFor } from "@avtal/replay/evaluator";
import { mixture, type Mixing } from "@avtal/replay/changes/mixture";
import type { Side } from "@avtal/replay/changes/side";
import { compare } from "@avtal/replay/compare/compare";
import { overData } from "@avtal/replay/compare/run-side";
import { allMonths } from "@avtal/replay/months";
import type { Comparison } from "@avtal/replay/compare/comparison";
import { charging, remainingAfter } from "@avtal/replay/compare/changed-rules";
import { totalsByPayer } from "@avtal/replay/compare/sums";
import { readEpisodes } from "@avtal/replay/read/episodes";
import { plainDescription } from "@avtal/replay/read/description";
import type { Columns } from "@avtal/runtime/columns";
import { ratio } from "@avtal/runtime/ratio";
import type { Completed, Evaluation } from "@avtal/runtime/result";
import { changes, compared, sample, sideOf } from "./sides.ts";

/** Without these the wording of 2020-11-01 stops, and every one in 2021. */
const supplied = [
  { value: "stockholm.länsgenomsnitt", from: null, exact: ratio(174n, 100n) },
  { value: "pris.dygnsbelopp", from: "2021-01-01", exact: ratio(850_000n) },
];
const days = ["2020-01-01", "2020-11-01", "2021-07-01", "2021-11-01"] as const;
const choices: readonly (readonly [string, readonly string[]])[] = [
  ["stockholm.klockan-12", ["nästa-dag", "ingen-verkan"]],
  ["stockholm.faktor", ["minst-en-dag", "alla"]],
  ["stockholm.avdrag-i-punkt-2", ["gällande", "alltid-1-3"]],
  ["stockholm.gemensamt-snitt", ["gemensamt", "eget"]],
  ["stockholm.månad", ["utskrivningsmånad", "underrättelsemånad"]],
  ["stockholm.psykiatrins-övergång", ["först-före-juli", "sist"]],
];

let data = "";
let columns: Columns;

beforeAll(async () => {
  data = await sample({ agreement: "stockholm", episodes: 700, seed: 7, from: 2021 * 12 + 4, through: 2022 * 12 });
  const { program } = sideOf("stockholm");
  const { fields, registers } = program;
  const reading = await readEpisodes({ path: data, description: plainDescription, fields, registers });
  if (reading.kind === "refused") throw new Error("The sample was refused.");
  columns = reading.columns;
});

interface Drawn {
  readonly day: string | undefined;
  readonly readings: readonly (readonly [string, string])[];
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  day: fc.option(fc.constantFrom(...days), { nil: undefined }),
  readings: fc.subarray(choices.flatMap(([question, readings]) => readings.map((one) => [question, one] as const))),
});
const mode = fc.constantFrom("counterfactual" as const, "in-force" as const);

function sideFrom({ day, readings }: Drawn): Side {
  return sideOf("stockholm", { ...(day === undefined ? {} : { day }), readings: new Map(readings), values: supplied });
}

test("F07: swapping the sides negates every figure, and every division sums to the whole", async () => {
  await fc.assert(
    fc.asyncProperty(drawn, drawn, mode, async (first, second, how) => {
      const [a, b] = [sideFrom(first), sideFrom(second)];
      const there = await compared({ a, b, mode: how, data });
      const back = await compared({ a: b, b: a, mode: how, data });
      expect(figures(back)).toEqual(negated(figures(there)));
      expect(sum(there.attribution.parts.map(({ difference }) => difference))).toBe(there.total.difference);
      for (const { payer, difference } of there.payers) {
        const parts = there.attribution.parts
          .flatMap((part) => part.payers)
          .filter((one) => one.payer.code === payer.code);
        expect(sum(parts.map((part) => part.difference))).toBe(difference);
      }
    }),
    { numRuns: 2 },
  );
});

test("a mixture of all changes gives what its side gives, and every mixture keeps the promises of a program", () => {
  fc.assert(
    fc.property(
      drawn,
      drawn,
      mode,
      fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
      (first, second, how, coins) => {
        const [a, b] = [sideFrom(first), sideFrom(second)];
        const { units, mixing } = changes(a, b, how);
        expect(totals(mixing, () => false)).toEqual(totalsOf(a, how));
        expect(totals(mixing, () => true)).toEqual(totalsOf(b, how));
        const keys = new Set(units.filter((_, index) => coins[index] === true).flat());
        assertInvariants(mixture(mixing, (key) => keys.has(key)).program);
        expect(totals(mixing, (key) => units.flat().includes(key))).toEqual(totalsOf(b, how));
      },
    ),
    { numRuns: 2 },
  );
});

test("where only what rules charge differs, the changed rules alone are run again, and give what the whole mixture gives", () => {
  const limited = { ...supplied[0], value: "stockholm.tidsgräns", from: null, exact: ratio(5n, 4n) };
  let shortened = 0;
  let alone = 0;
  for (const [a, b] of [
    [
      sideOf("stockholm", { day: "2020-01-01", values: supplied }),
      sideOf("stockholm", { day: "2021-11-01", values: supplied }),
    ],
    [
      sideOf("stockholm", { day: "2021-07-01", values: supplied }),
      sideOf("stockholm", { day: "2020-01-01", values: supplied }),
    ],
    [sideOf("stockholm", { values: supplied }), sideOf("stockholm", { values: [...supplied, limited] })],
  ] as const) {
    const { units, mixing } = changes(a, b);
    const standing = charging(mixing.a);
    const { readings, events, values, program } = standing;
    const known = evaluatorFor(program).withPlaces(columns, { wording: null, readings, events, values });
    const { lines } = completed(known.evaluation);
    for (let state = 1; state < 1 << units.length; state += 1) {
      const keys = new Set(units.filter((_, unit) => (state & (1 << unit)) !== 0).flat());
      const isB = (key: string): boolean => keys.has(key);
      const mixed = charging(mixture(mixing, isB));
      const remaining = remainingAfter({ standing, lines, places: known.places }, mixed);
      if (remaining === undefined) continue;
      const options = { wording: null, readings: mixed.readings, events: mixed.events, values: mixed.values };
      const evaluator = evaluatorFor(remaining.program);
      const found =
        remaining.gone === null
          ? completed(evaluator.evaluate(columns, options)).lines
          : evaluator.among(columns, options, remaining.gone);
      if ("kind" in found) throw new Error(`Stopped at ${found.value}`);
      const together = totalsByPayer([...remaining.lines, ...found]);
      expect([...together].sort()).toEqual([...totals(mixing, isB)].sort());
      if (remaining.lines.length > 0) shortened += 1;
      if (remaining.gone !== null) alone += 1;
    }
  }
  expect(shortened).toBeGreaterThan(0);
  expect(alone).toBeGreaterThan(0);
});

describe("attribution by the mean over every order", () => {
  test("sums to the whole and turns with the sides", async () => {
    const a = sideOf("stockholm", { day: "2020-01-01", values: supplied });
    const b = sideOf("stockholm", {
      day: "2021-11-01",
      values: supplied,
      readings: new Map([["stockholm.klockan-12", "ingen-verkan"]]),
    });
    const there = await compared({ a, b, mode: "counterfactual", data, attribution: "shapley" });
    const back = await compared({ a: b, b: a, mode: "counterfactual", data, attribution: "shapley" });
    expect(there.attribution).toMatchObject({ method: "shapley", evaluations: 6 });
    expect(there.attribution.parts.map((part) => part.changes)).toEqual([
      ["question stockholm.klockan-12"],
      ["value stockholm.tidsgräns"],
      ["rule stockholm.psykiatri-individuell"],
    ]);
    expect(sum(there.attribution.parts.map((part) => part.difference))).toBe(there.total.difference);
    expect(back.attribution.parts.map((part) => -part.difference)).toEqual(
      there.attribution.parts.map((part) => part.difference),
    );
  });
});

test("an agreement against itself moves nothing", async () => {
  const a = sideOf("stockholm", { day: "2021-11-01", values: supplied });
  const same = await compared({ a, b: a, mode: "counterfactual", data });
  expect(same.total.difference).toBe(0n);
  expect(same.changes).toEqual({ changes: [], class: "text" });
  expect(same.moved).toEqual([]);
  expect(same.attribution.parts).toEqual([]);
});

test("episodes that leave the psychiatric rule are counted where they come", async () => {
  const a = sideOf("stockholm", { day: "2020-01-01", values: supplied });
  const b = sideOf("stockholm", { day: "2021-11-01", values: supplied });
  const { moved, a: sideA } = await compared({ a, b, mode: "counterfactual", data });
  const [first] = moved;
  expect(first?.from).toEqual({ kind: "rules", rules: ["stockholm.psykiatri-individuell"] });
  expect(first?.to).toEqual({ kind: "rules", rules: ["stockholm.genomsnitt"] });
  const groups = sideA.run.result.groups.filter(
    ({ place, records }) => place.rule === "psykiatri-individuell" && records > 0,
  );
  expect(first?.ids.toSorted()).toEqual(groups.map(({ keys }) => keys.episode ?? "").toSorted());
});

test("an episode that a side is undecided about because nobody knows its payer moves to no rule of that side", async () => {
  const a = sideOf("stockholm", { day: "2020-01-01", values: supplied });
  const b = sideOf("stockholm", { day: "2021-11-01", values: supplied });
  const path = withoutDistricts();
  const { moved } = await compared({ a, b, mode: "counterfactual", data: path });
  const { fields, registers } = b.program;
  const reading = await readEpisodes({ path, description: plainDescription, fields, registers });
  if (reading.kind === "refused") throw new Error("The sample was refused.");
  const options = { wording: "2021-11-01", readings: b.readings, events: b.events, values: b.values };
  const alone = completed(evaluatorFor(b.program).evaluate(reading.columns, options));
  const undecided = new Set(alone.undecided.map(({ id }) => id));
  expect(undecided.size).toBeGreaterThan(0);
  for (const { to, ids } of moved) {
    expect(ids.filter((id) => undecided.has(id))).toEqual(to.kind === "undecided" ? ids : []);
  }
});

test("the agreement against the statute is one whole, since no clause of one stands in the other", async () => {
  const a = sideOf("stockholm", { day: "2021-11-01", values: supplied });
  const b = sideOf("lus", { values: supplied.slice(1) });
  const { attribution, total } = await compared({ a, b, mode: "counterfactual", data });
  expect(attribution.parts.map(({ difference }) => difference)).toEqual([total.difference]);
});

/** The sample, of whose episodes nobody knows the district. */
function withoutDistricts(): string {
  const [header = "", ...rows] = readFileSync(data, "utf8").split("\n");
  const district = header.split(";").indexOf("district");
  const path = `${data}-without-districts.csv`;
  const emptied = rows.map((row) => (row === "" ? row : row.split(";").with(district, "").join(";")));
  writeFileSync(path, [header, ...emptied].join("\n"));
  return path;
}

function completed(evaluation: Evaluation): Completed {
  if (evaluation.kind === "stopped") throw new Error(`Stopped at ${evaluation.value}`);
  return evaluation;
}

function totals(mixing: Mixing, isB: (key: string) => boolean): ReadonlyMap<string, bigint> {
  const { program, readings, events, values } = mixture(mixing, isB);
  const result = evaluatorFor(program).evaluate(columns, { wording: null, readings, events, values });
  if (result.kind === "stopped") throw new Error(`Stopped at ${result.value}`);
  return totalsByPayer(result.lines);
}

function totalsOf(side: Side, how: "counterfactual" | "in-force"): ReadonlyMap<string, bigint> {
  if (how === "in-force" && side.wording !== null) return totals(changes(side, side, how).mixing, () => false);
  const { program, readings, events, values, label } = side;
  const wording = side.wording === null ? null : (label.split("@")[1] ?? null);
  const result = evaluatorFor(program).evaluate(columns, { wording, readings, events, values });
  if (result.kind === "stopped") throw new Error(`Stopped at ${result.value}`);
  return totalsByPayer(result.lines);
}

/** Every difference of a comparison, by what it is of. */
function figures(comparison: Comparison): ReadonlyMap<string, bigint> {
  const { total, payers, periods, payerPeriods, rules, lines, attribution } = comparison;
  return new Map([
    ["total", total.difference],
    ...payers.map((one): [string, bigint] => [`payer ${one.payer.code}`, one.difference]),
    ...periods.map((one): [string, bigint] => [`period ${one.period}`, one.difference]),
    ...payerPeriods.map((one): [string, bigint] => [`cell ${one.payer.code} ${one.period}`, one.difference]),
    ...rules.map((one): [string, bigint] => [`rule ${one.document}.${one.rule}`, one.difference]),
    ...lines.map((one): [string, bigint] => [`line ${one.key}`, one.difference]),
    ...attribution.parts.map((part): [string, bigint] => [`part ${[...part.changes].sort().join()}`, part.difference]),
  ]);
}

function negated(all: ReadonlyMap<string, bigint>): ReadonlyMap<string, bigint> {
  return new Map([...all].map(([key, amount]) => [key, -amount]));
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((all, one) => all + one, 0n);
}

test("AV9220: a side with more lines than fit in memory ends a comparison, a sweep and readings with words", async () => {
  const side = sideOf("lus", { values: [{ value: "pris.dygnsbelopp", from: null, exact: ratio(850_000n) }] });
  const request = { data, description: plainDescription, months: allMonths, maxRefused: 0 };
  const { groups } = (await compared({ a: side, b: side, mode: "in-force", data, keepsGroups: true })).a.run.result;
  expect(groups.length).toBeGreaterThan(50);
  for (const [fittingGroups, kinds] of [
    [groups.length, ["completed", "ready"]],
    [groups.length - 1, ["AV9220", "AV9220"]],
  ] as const) {
    const rest = { mode: "in-force", attribution: "clause-order", chargedThrough: null, fittingGroups } as const;
    const outcomes = [
      await compare({ ...request, ...rest, a: side, b: side }),
      await overData({ ...request, side, fittingGroups }),
    ];
    expect(outcomes.map((each) => (each.kind === "rejected" ? each.problems[0]?.code : each.kind))).toEqual(kinds);
  }
});
