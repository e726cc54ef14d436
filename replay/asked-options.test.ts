import { describe, expect, test } from "vitest";
import type { Program, ValueKind } from "@avtal/compiler/ir/ir";
import { ratioText } from "@avtal/runtime/ratio";
import { amountFrom, runOptions, type AskedOptions } from "./asked-options.ts";

const days: ValueKind = { kind: "quantity", unit: "days", whole: false };
const price: ValueKind = { kind: "quantity", unit: "moneyPerDay", whole: false };

const value = (document: string, name: string, kind: ValueKind): Program["values"][number] => ({
  id: `${document}.${name}`,
  document,
  name,
  code: name,
  kind,
  dependsOn: [],
  rows: [],
  until: null,
});

const program: Program = {
  formatVersion: 1,
  main: "stockholm",
  documents: [],
  fields: [],
  registers: [],
  events: [{ id: "stockholm.it-stöd", title: "", state: { kind: "notYet" }, clause: null }],
  questions: [question("stockholm", "klockan-12"), question("lus", "utskrivningsdag")],
  values: [value("stockholm", "tidsgräns", days), value("pris", "dygnsbelopp", price)],
  measured: [],
  terms: [],
  rules: [],
  clauses: [],
  wordings: [{ day: 18_262, changes: [] }],
};

function question(document: string, name: string): Program["questions"][number] {
  const readings = ["nästa-dag", "ingen-verkan"].map((reading) => ({ name: reading, title: reading }));
  return { id: `${document}.${name}`, document, name, asks: "?", readings, chosen: [], clause: null };
}

const nothing: AskedOptions = { wording: null, readings: [], events: [], values: [] };
const asked = (change: Partial<AskedOptions>): ReturnType<typeof runOptions> =>
  runOptions({ ...nothing, ...change }, program);
const codes = (change: Partial<AskedOptions>): string[] => asked(change).problems.map((one) => one.code);

describe("amounts", () => {
  test.each([
    ["1,74 dagar", days, "87/50"],
    ["1 dag", days, "1"],
    ["2,0 dygn", days, "2"],
    ["9 300 kr", price, "930000"],
    ["9\u00a0300 kr/dygn", price, "930000"],
    ["0,005 kr", price, "1/2"],
    ["1 234 567,89 kr", { kind: "quantity", unit: "money", whole: false }, "123456789"],
    ["15 %", { kind: "quantity", unit: "number", whole: false }, "3/20"],
    ["-3", { kind: "quantity", unit: "count", whole: true }, "-3"],
    ["72 timmar", { kind: "quantity", unit: "hours", whole: false }, "72"],
  ] as const)("%s is read exactly", (text, kind, exact) => {
    const amount = amountFrom(text, kind);
    expect(amount === undefined ? undefined : ratioText(amount)).toBe(exact);
  });

  test.each(["1.74 dagar", "1,74", "1,74 kr", "dagar", "", "9 30 kr", "1e3 dagar", "1,74 dagar till", "½ dag"])(
    "%o is no number of days",
    (text) => expect(amountFrom(text, days)).toBeUndefined(),
  );
});

test("names are those of the main document, of another one with its name, or the only one of that name", () => {
  const { options, problems } = asked({
    readings: ["klockan-12=ingen-verkan", "lus.utskrivningsdag=nästa-dag"],
    events: ["it-stöd=2021-03-01"],
    values: ["tidsgräns=1,5 dagar", "dygnsbelopp@2021-01-01=8 700 kr"],
  });
  expect(problems).toEqual([]);
  expect([...options.readings]).toEqual([
    ["stockholm.klockan-12", "ingen-verkan"],
    ["lus.utskrivningsdag", "nästa-dag"],
  ]);
  expect([...options.events]).toEqual([["stockholm.it-stöd", "2021-03-01"]]);
  expect(options.values.map(({ value: id, from, exact }) => [id, from, ratioText(exact)])).toEqual([
    ["stockholm.tidsgräns", null, "3/2"],
    ["pris.dygnsbelopp", "2021-01-01", "870000"],
  ]);
});

test("letters typed as two code points are the same name", () => {
  expect(codes({ values: ["tidsgräns=1 dag".normalize("NFD")], events: ["it-stöd=inte".normalize("NFD")] })).toEqual(
    [],
  );
});

test("what does not fit is said once each, with what there is", () => {
  expect(codes({ readings: ["klockan-12", "klokan-12=x", "klockan-12=imorgon"] })).toEqual([
    "AV9213",
    "AV9206",
    "AV9206",
  ]);
  expect(asked({ readings: ["klokan-12=x"] }).problems[0]?.advice.sv).toBe("Menade du `klockan-12`?");
  expect(codes({ events: ["it-stöd", "annat=2021-01-01", "it-stöd=igår"] })).toEqual(["AV9213", "AV9207", "AV9207"]);
  expect(codes({ values: ["tidsgräns", "grans=1 dag", "tidsgräns=1 kr", "tidsgräns@igår=1 dag"] })).toEqual([
    "AV9213",
    "AV9208",
    "AV9208",
    "AV9213",
  ]);
  expect(codes({ wording: "2019-12-31" })).toEqual(["AV9205"]);
  expect(codes({ wording: "2020-02-30" })).toEqual(["AV9205"]);
  expect(codes({ wording: "2020-01-01" })).toEqual([]);
});

test("an event that has not happened is said so in either language", () => {
  expect([...asked({ events: ["it-stöd=inte"] }).options.events.values()]).toEqual([null]);
  expect([...asked({ events: ["it-stöd=not-yet"] }).options.events.values()]).toEqual([null]);
});
