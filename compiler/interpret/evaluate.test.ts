import { describe, expect, test } from "vitest";
import { NO, NOT_KNOWN, YES } from "@avtal/runtime/columns";
import type { PlainRecord } from "@avtal/runtime/records";
import type { Expr, Program } from "@avtal/compiler/ir/ir";
import { runOf } from "@avtal/compiler/ir/run";
import { evaluate, truthIn } from "./evaluate.ts";
import { outsideRecords } from "./interpret.ts";
import {
  amount,
  arithmetic,
  compare,
  date,
  days,
  daysFrom,
  episodesOf,
  field,
  no,
  noOptions,
  notKnown,
  programOf,
  term,
  termOf,
  value,
  valueOf,
  yes,
} from "./hand-written-program.ts";
import type { Scope } from "./scope.ts";
import { conditionOf, dateOf, missing, quantityOf, unknown, type Value } from "./values.ts";
import { ratio, whole } from "@avtal/runtime/ratio";

const empty: PlainRecord = { id: "e" };

function scopeOf(record: PlainRecord = empty, parts: Partial<Program> = {}): Scope {
  const outside = outsideRecords(runOf(programOf(parts), noOptions), episodesOf([record]));
  return { ...outside, record: 0 };
}

const given = (expr: Expr, record?: PlainRecord, parts?: Partial<Program>): Value =>
  evaluate(expr, scopeOf(record, parts));
const holds = (expr: Expr, record?: PlainRecord, parts?: Partial<Program>) => truthIn(expr, scopeOf(record, parts));
const test3 = (kind: "exists" | "isMissing" | "isUnknown", of: Expr): Expr => ({ kind, of });

describe("a condition field whose empty value means saknas", () => {
  test("stands as a condition that is not known, and is still missing as a value", () => {
    const plan = field("plan");
    expect([holds(plan), holds(test3("isUnknown", plan))]).toEqual([NOT_KNOWN, YES]);
    expect([holds(test3("exists", plan)), holds(test3("isMissing", plan))]).toEqual([NO, YES]);
    expect(holds(test3("isUnknown", field("ready")))).toBe(NO);
    expect(given(plan, { id: "e", plan: false })).toEqual(conditionOf(NO));
  });
});

describe("absent values", () => {
  test("make arithmetic, spans and parts absent; unknown wins over missing", () => {
    expect(given(daysFrom(field("ready"), field("discharged")))).toEqual(missing);
    expect(given({ kind: "clockOf", of: field("notice") })).toEqual(missing);
    const both: Expr = {
      kind: "least",
      of: [amount("1"), { kind: "if", condition: notKnown, then: amount("1"), otherwise: amount("2") }],
    };
    expect(given(both)).toEqual(unknown);
    expect(given(arithmetic(daysFrom(field("ready"), field("discharged")), "+", both))).toEqual(unknown);
  });

  test("of an unknown condition the branches decide where they agree, even in being missing", () => {
    const either = (then: Expr, otherwise: Expr): Expr => ({ kind: "if", condition: notKnown, then, otherwise });
    expect(given(either(amount("2"), arithmetic(amount("1"), "+", amount("1"))))).toEqual(quantityOf(whole(2)));
    expect(given(either(field("ready"), field("discharged")))).toEqual(missing);
    expect(given(either(field("ready"), date(1)))).toEqual(unknown);
  });

  test("division by nothing is missing", () => {
    expect(given(arithmetic(amount("1"), "/", amount("0")))).toEqual(missing);
    expect(given(arithmetic(amount("1"), "/", amount("3")))).toEqual(quantityOf(ratio(1n, 3n)));
  });

  test("a condition of no lines holds, and one of several is no as soon as one is", () => {
    expect(holds({ kind: "and", of: [] })).toBe(YES);
    expect(holds({ kind: "and", of: [notKnown, no, yes] })).toBe(NO);
    expect(holds({ kind: "or", of: [notKnown, no] })).toBe(NOT_KNOWN);
  });
});

describe("dates", () => {
  const plus = (exact: string): Expr => ({ kind: "addDays", date: date(10), days: amount(exact) });

  test("go on by whole days only", () => {
    expect([given(plus("3")), given(plus("-3")), given(plus("1/2"))]).toEqual([dateOf(13), dateOf(7), missing]);
  });

  test("go on by weekdays of the document that asks", () => {
    const friday = 1; // 1970-01-02
    const weekdays: Expr = { kind: "quantity", exact: "1", unit: "weekdays" };
    expect(given({ kind: "addWeekdays", date: date(friday), weekdays, document: "a" })).toEqual(dateOf(4));
  });

  test("moments go on by hours, over midnight and back", () => {
    const notice = { id: "e", notice: "2020-03-01T23:30" };
    const hours = (exact: string): Expr => ({
      kind: "addHours",
      moment: field("notice"),
      hours: { kind: "quantity", exact, unit: "hours" },
    });
    expect(given(hours("1"), notice)).toEqual({ kind: "moment", day: 18_323, seconds: 1_800 });
    expect(given(hours("-24"), notice)).toEqual({ kind: "moment", day: 18_321, seconds: 84_600 });
    expect(given(hours("1/7200"), notice)).toEqual(missing);
  });
});

describe("events", () => {
  const events: Program["events"] = [
    { id: "a.aldrig", title: "", state: { kind: "notYet" }, clause: null },
    { id: "a.hänt", title: "", state: { kind: "happened", day: 5 }, clause: null },
    { id: "a.okänt", title: "", state: { kind: "unknown" }, clause: null },
  ];
  const event = (name: string): Expr => ({ kind: "eventDate", event: `a.${name}` });
  const of = (expr: Expr): Value => given(expr, empty, { events });

  test("that have not happened are later than every day, and nothing can be counted from them", () => {
    expect(holds(compare(date(1_000_000), "<", event("aldrig")), empty, { events })).toBe(YES);
    expect(holds(compare(event("aldrig"), "<=", event("aldrig")), empty, { events })).toBe(YES);
    expect(of({ kind: "least", of: [date(7), event("aldrig")] })).toEqual(dateOf(7));
    expect(of({ kind: "greatest", of: [date(7), event("aldrig")] })).toEqual({ kind: "never" });
    expect(of(daysFrom(date(7), event("aldrig")))).toEqual(missing);
    expect(of({ kind: "addDays", date: event("aldrig"), days: amount("1") })).toEqual(missing);
    expect(holds(test3("exists", event("aldrig")), empty, { events })).toBe(NO);
  });

  test("that nobody knows of leave everything open", () => {
    expect(of({ kind: "least", of: [date(7), event("okänt")] })).toEqual(unknown);
    expect(holds(test3("exists", event("okänt")), empty, { events })).toBe(NOT_KNOWN);
    expect(of({ kind: "least", of: [date(7), event("hänt")] })).toEqual(dateOf(5));
  });
});

describe("vid", () => {
  const rows = valueOf("v", days, [
    [10, amount("1")],
    [20, amount("2")],
  ]);

  test("reads the row of another day, and is absent as that day is", () => {
    const parts = { values: [rows], terms: [termOf("t", days, value("v"))] };
    expect(given(value("v", date(12)), empty, parts)).toEqual(quantityOf(whole(1)));
    expect(given({ kind: "term", term: "a.t", at: date(20) }, empty, parts)).toEqual(quantityOf(whole(2)));
    expect(given(value("v", field("ready")), empty, parts)).toEqual(missing);
    expect(given(value("v", date(9)), empty, parts)).toEqual(missing);
    expect(given(value("v"), empty, parts)).toEqual(unknown);
    expect(given(term("t"), empty, parts)).toEqual(unknown);
  });
});

describe("payers", () => {
  const entry = (code: string, from: number | null, until: number | null, successor: string | null) => ({
    code,
    name: code.toUpperCase(),
    alsoKnownAs: [],
    from,
    until,
    successor,
    facts: [`län ${code}`, null],
  });
  const register: Program["registers"][number] = {
    id: "v.r",
    entries: [entry("a", null, 10, "b"), entry("b", 10, 20, "c"), entry("c", 20, null, null), entry("d", 5, 10, null)],
    facts: ["län", "region"],
    factKinds: [{ kind: "text" }, { kind: "text" }],
  };
  const payer = (code: string): Expr => ({ kind: "payer", code, name: null });
  const on = (code: string, day: number): Value =>
    given({ kind: "payerOn", register: "v.r", of: payer(code), at: date(day) }, empty, { registers: [register] });

  test("are themselves while they exist, then their successors, else missing", () => {
    const codeOn = (code: string, day: number): string => {
      const found = on(code, day);
      return found.kind === "payer" ? found.code : found.kind;
    };
    expect([9, 10, 19, 20, 999].map((day) => codeOn("a", day))).toEqual(["a", "b", "b", "c", "c"]);
    expect([4, 5, 10].map((day) => codeOn("d", day))).toEqual(["missing", "d", "missing"]);
    expect(codeOn("elsewhere", 5)).toBe("elsewhere");
  });

  test("have the facts of their register, and miss what it does not say", () => {
    const fact = (code: string, name: string): Value =>
      given({ kind: "fact", register: "v.r", fact: name, of: payer(code) }, empty, { registers: [register] });
    expect(fact("a", "län")).toEqual({ kind: "text", text: "län a" });
    expect([fact("a", "region"), fact("elsewhere", "län")]).toEqual([missing, missing]);
  });
});

test("two kinds that meet in a comparison are our own fault, and so is a field outside every record", () => {
  expect(() => holds(compare(date(1), "<", amount("1")))).toThrow("compared with");
  expect(() => evaluate(field("ready"), { ...scopeOf(), record: null })).toThrow("outside every record");
  expect(() => evaluate({ kind: "step", name: "x" }, scopeOf())).toThrow("outside every group");
});
