import { describe, expect, test } from "vitest";
import { ratio } from "@avtal/runtime/ratio";
import type { RunOptions } from "@avtal/runtime/result";
import {
  always,
  amount,
  date,
  days,
  noOptions,
  programOf,
  ruleOf,
  termOf,
  value,
  valueOf,
} from "../interpret/hand-written-program.ts";
import { decisionDay, definitionOn, pick, readingOn, rowOn } from "./in-force.ts";
import type { Program, Term, Value } from "./ir.ts";
import { cutsOf } from "./reads.ts";
import { runOf } from "./run.ts";

const question: Program["questions"][number] = {
  id: "a.q",
  document: "a",
  name: "q",
  asks: "?",
  readings: ["x", "y"].map((name) => ({ name, title: name })),
  chosen: [
    { from: null, reading: "x", preliminary: true, reason: "" },
    { from: 100, reading: "y", preliminary: false, reason: "" },
  ],
  clause: null,
};
const under = (reading: string) => ({ question: "a.q", readings: [reading] });
const fee = valueOf("avgift", days, [
  [10, amount("1")],
  [20, amount("2")],
]);
const run = (parts: Partial<Program>, options: Partial<RunOptions> = {}) =>
  runOf(programOf({ questions: [question], values: [fee], ...parts }), { ...noOptions, ...options });
const supplied = (from: string | null) => ({ values: [{ value: "avgift", from, exact: ratio(9n) }] });

describe("the row of a value", () => {
  const indexOn = (of: Value, day: number | null, options: Partial<RunOptions> = {}): number | string | undefined => {
    const row = rowOn(of, day, run({ values: [of] }, options));
    return row?.kind === "supplied" ? `supplied ${row.from ?? "always"}` : row?.index;
  };

  test("is the latest that has begun; before the first, after the last and without a day there is none", () => {
    expect([9, 10, 19, 20, 500].map((day) => indexOn(fee, day))).toEqual([undefined, 0, 0, 1, 1]);
    expect([19, 20, 29, 30].map((day) => indexOn({ ...fee, until: 30 }, day))).toEqual([0, 1, 1, undefined]);
    expect(indexOn(fee, null)).toBeUndefined();
  });

  test("of rows that begin on one day is the first that stands", () => {
    const rows = [...fee.rows.slice(0, 1), { ...rowAt(20), guard: under("y") }, rowAt(20)];
    expect(indexOn({ ...fee, rows }, 20)).toBe(2);
    expect(indexOn({ ...fee, rows }, 100)).toBe(1);
  });

  test("is a supplied one from its day until the text has a later row", () => {
    expect([10, 15, 19, 20].map((day) => indexOn(fee, day, supplied("1970-01-16")))).toEqual([
      0,
      "supplied 15",
      "supplied 15",
      1,
    ]);
    expect(indexOn(fee, 20, supplied("1970-01-21"))).toBe("supplied 20");
  });

  test("is a value supplied for every day wherever no other supplied row applies", () => {
    expect([5, 10, 20].map((day) => indexOn(fee, day, supplied(null)))).toEqual(Array(3).fill("supplied always"));
    const both = { values: [...supplied(null).values, ...supplied("1970-01-16").values] };
    expect([10, 15, 20].map((day) => indexOn(fee, day, both))).toEqual([
      "supplied always",
      "supplied 15",
      "supplied always",
    ]);
  });

  function rowAt(from: number): Value["rows"][number] {
    return { from, guard: null, cells: [{ keys: [], value: amount("3") }], clause: null };
  }
});

describe("readings", () => {
  test("follow the day, the first where there is none, and what was given for the run before all", () => {
    expect([null, 99, 100].map((day) => readingOn("a.q", day, run({})))).toEqual(["x", "x", "y"]);
    const given = run({}, { readings: new Map([["q", "y"]]) });
    expect([null, 99].map((day) => readingOn("a.q", day, given))).toEqual(["y", "y"]);
  });

  test("pick the first alternative whose guard holds, or none", () => {
    const alternatives = [
      { guard: under("y"), it: 1 },
      { guard: null, it: 2 },
    ];
    expect([99, 100].map((day) => pick(alternatives, day, run({})))).toEqual([2, 1]);
    expect(pick(alternatives.slice(0, 1), 99, run({}))).toBeUndefined();
  });
});

describe("definitions of a term", () => {
  const body = (exact: string) => always({ kind: "expression" as const, value: amount(exact) });
  const amended: Term = {
    ...termOf("t", days, amount("1")),
    definitions: [
      { from: null, by: body("1") },
      { from: 50, by: body("2") },
    ],
  };

  test("apply from their day; without a day the first does", () => {
    expect([null, 49, 50].map((day) => definitionOn(amended, day, run({}))?.index)).toEqual([0, 0, 1]);
  });

  test("do not apply before the first", () => {
    const late = { ...amended, definitions: amended.definitions.slice(1) };
    expect([49, 50].map((day) => definitionOn(late, day, run({}))?.index)).toEqual([undefined, 0]);
  });
});

describe("the counterfactual day", () => {
  const wording = run({}, { wording: "1970-01-16" });

  test("decides for the main document alone", () => {
    expect([decisionDay("a", 3, wording), decisionDay("v", 3, wording)]).toEqual([15, 3]);
    expect(rowOn(fee, 500, wording)).toMatchObject({ index: 0 });
    expect(readingOn("a.q", 500, wording)).toBe("x");
  });
});

describe("cuts", () => {
  const charging = ruleOf("r", {
    steps: [{ name: "s", code: "s", kind: days, guard: null, value: value("avgift"), clause: null }],
  });
  const cuts = (parts: Partial<Program>, options: Partial<RunOptions> = {}, rule = charging) =>
    cutsOf(rule, run({ rules: [rule], ...parts }, options));

  test("are the days on which a row that is read gives way to another, supplied rows among them", () => {
    expect(cuts({})).toEqual([20]);
    expect(cuts({}, supplied("1970-01-16"))).toEqual([15, 20]);
    expect(cuts({}, supplied(null))).toEqual([]);
  });

  test("are not where the row stands under vid, nor where only another reading reads it", () => {
    const elsewhere = {
      ...charging,
      steps: charging.steps.map((step) => ({ ...step, value: value("avgift", date(5)) })),
    };
    expect(cuts({}, {}, elsewhere)).toEqual([]);
    const guarded = { ...charging, steps: charging.steps.map((step) => ({ ...step, guard: under("y") })) };
    expect(cuts({}, {}, guarded)).toEqual([100]);
    expect(cuts({}, { readings: new Map([["q", "y"]]) }, guarded)).toEqual([20]);
  });

  test("are none of the main document's in a counterfactual run", () => {
    expect(cuts({}, { wording: "1970-01-16" })).toEqual([]);
    const law = { ...fee, id: "v.avgift", document: "v" };
    const rule = {
      ...charging,
      steps: charging.steps.map((step) => ({
        ...step,
        value: { kind: "value" as const, value: "v.avgift", at: null },
      })),
    };
    expect(cuts({ values: [law] }, { wording: "1970-01-16" }, rule)).toEqual([20]);
  });
});

describe("what a run is given", () => {
  test("must name something in the program, of its own document or with the document before it", () => {
    expect(run({}, { readings: new Map([["a.q", "y"]]) }).readings.get("a.q")).toBe("y");
    expect(() => run({}, { readings: new Map([["q", "z"]]) })).toThrow("no reading z");
    expect(() => run({}, { events: new Map([["e", null]]) })).toThrow("called e");
    expect(() => run({}, { values: [{ value: "v.avgift", from: null, exact: ratio(1n) }] })).toThrow("v.avgift");
    expect(() => run({}, supplied("1970-02-30"))).toThrow("Not a date");
  });

  test("replaces an event's state and keeps the others", () => {
    const events: Program["events"] = ["e", "f"].map((name) => ({
      id: `a.${name}`,
      title: name,
      state: { kind: "notYet" },
      clause: null,
    }));
    const given = run({ events }, { events: new Map([["e", "1970-01-11"]]) });
    expect([given.events.get("a.e"), given.events.get("a.f")]).toEqual([
      { kind: "happened", day: 10 },
      { kind: "notYet" },
    ]);
  });
});
