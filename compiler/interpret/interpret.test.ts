import { describe, expect, test } from "vitest";
import { dayFromText } from "@avtal/runtime/calendar";
import { kronorText } from "@avtal/runtime/money";
import type { PlainRecord } from "@avtal/runtime/records";
import { ratio, ratioText } from "@avtal/runtime/ratio";
import type { Completed, Evaluation } from "@avtal/runtime/result";
import type { Expr, Program } from "@avtal/compiler/ir/ir";
import { interpret } from "./interpret.ts";
import { measure } from "./measure.ts";
import {
  aggregateOf,
  always,
  amount,
  arithmetic,
  compare,
  date,
  days,
  daysFrom,
  documentOf,
  episodesOf,
  field,
  money,
  no,
  noOptions,
  notKnown,
  perEpisode,
  perMonth,
  perPayer,
  pricePerDay,
  programOf,
  requires,
  ruleOf,
  step,
  stepOf,
  term,
  termOf,
  value,
  valueOf,
  yes,
} from "./hand-written-program.ts";

const day = (text: string): number => {
  const found = dayFromText(text);
  if (found === undefined) throw new Error(text);
  return found;
};
const readyDays = termOf("dagar", days, daysFrom(field("ready"), field("discharged")));
const toWholeOre = (of: Expr): Expr => ({ kind: "round", of, to: "1", mode: "halfUp" });
const belopp = (of: Expr) => stepOf("belopp", money, toWholeOre(of));
const flat = belopp(amount("10000", "money"));
const episode = (id: string, ready: string, discharged: string, more: PlainRecord = {}): PlainRecord => ({
  id,
  municipality: "0126",
  ready,
  discharged,
  ...more,
});

/** The worked example of Stockholm's three steps: mean minus limit, times episodes with at least one day. */
function meanProgram(limit: string): Program {
  const atLeastOne = compare(term("dagar"), ">=", amount("1"));
  const rule = ruleOf("genomsnitt", {
    steps: [
      stepOf("medeldagar", days, aggregateOf("mean", term("dagar"))),
      stepOf("överskott", days, arithmetic(step("medeldagar"), "-", value("gräns"))),
      stepOf("debiteringsdagar", days, arithmetic(step("överskott"), "*", aggregateOf("count", null, atLeastOne))),
      belopp(arithmetic(step("debiteringsdagar"), "*", value("pris"))),
    ],
    chargedWhen: always(compare(step("överskott"), ">", amount("0"))),
    quantity: always({ quantity: step("debiteringsdagar"), unit: "days" as const, unitPrice: value("pris") }),
  });
  return programOf({
    terms: [readyDays],
    values: [
      valueOf("gräns", days, [[day("2018-01-01"), amount(limit)]]),
      valueOf("pris", pricePerDay, [
        [day("2022-01-01"), amount("930000", "moneyPerDay")],
        [day("2023-01-01"), null],
      ]),
    ],
    rules: [rule],
  });
}

const tenEpisodes = [0, 0, 0, 0, 0, 0, 2, 3, 4, 7].map((count, index) =>
  episode(`e${index}`, "2022-03-10", `2022-03-${10 + count}`),
);

describe("the worked example: ten episodes, sixteen days, four with a day", () => {
  test("above a limit of 1,3 the excess of 0,3 days is charged four times", () => {
    const result = completed(interpret(meanProgram("13/10"), episodesOf(tenEpisodes), noOptions));
    const [line] = result.lines;
    expect(result.lines.length).toBe(1);
    expect(line?.id).toBe("0126-2022-03-genomsnitt");
    expect(line === undefined ? "" : kronorText(line.amount)).toBe("11160.00");
    expect(line?.quantity).toEqual(ratio(6n, 5n));
    expect(line?.unitPrice).toEqual(ratio(930_000n));
    expect(stepTexts(result)).toEqual({
      medeldagar: "8/5",
      överskott: "3/10",
      debiteringsdagar: "6/5",
      belopp: "1116000",
    });
    expect(line?.rows).toEqual([
      { value: "gräns", document: "a", from: "2018-01-01", supplied: false },
      { value: "pris", document: "a", from: "2022-01-01", supplied: false },
    ]);
  });

  test("below a limit of 2,0 there is a group but no line", () => {
    const result = completed(interpret(meanProgram("2"), episodesOf(tenEpisodes), noOptions));
    expect(result.lines).toEqual([]);
    expect(result.groups.map((group) => [group.outcome, group.records])).toEqual([["below-limit", 10]]);
    expect(result.accounting).toEqual({ recordsIn: 10, inRule: 10, notCharged: 0, undecided: 0, refused: 0 });
  });
});

describe("values that nobody knows", () => {
  const late = episodesOf([episode("a", "2022-12-30", "2022-12-30"), episode("b", "2023-01-02", "2023-01-02")]);

  test("a row that is saknas stops the run at the first record that needs it, even below the limit", () => {
    expect(interpret(meanProgram("2"), late, noOptions)).toEqual({
      kind: "stopped",
      reason: "missing-row",
      value: "pris",
      document: "a",
      from: "2023-01-01",
      record: "b",
      on: "2023-01-02",
    });
  });

  test("a supplied value fills the row from its day, or every day, and the line says so", () => {
    const supplied = { value: "pris", from: "2023-01-01", exact: ratio(1_000_000n) };
    const much = episodesOf([episode("b", "2023-01-01", "2023-01-06")]);
    const result = completed(interpret(meanProgram("2"), much, { ...noOptions, values: [supplied] }));
    expect(result.lines.map((line) => kronorText(line.amount))).toEqual(["30000.00"]);
    expect(result.lines[0]?.rows.at(-1)).toEqual({ value: "pris", document: "a", from: null, supplied: true });
    const always = { ...supplied, from: null, exact: ratio(100n) };
    const cheap = completed(interpret(meanProgram("2"), much, { ...noOptions, values: [always] }));
    expect(cheap.lines.map((line) => kronorText(line.amount))).toEqual(["3.00"]);
  });

  test("a measured value that is not fixed stops the run, is measured on demand, and can be supplied", () => {
    const measured: Program["measured"][number] = {
      id: "a.snitt",
      document: "a",
      name: "snitt",
      code: "mean",
      kind: days,
      formula: always<Expr>({
        kind: "aggregate",
        function: "mean",
        each: "episode",
        of: term("dagar"),
        where: null,
        over: { kind: "all" },
        per: null,
        perFunction: null,
      }),
      fixed: null,
      clause: null,
    };
    const capped: Expr = { kind: "least", of: [{ kind: "measured", measured: "a.snitt" }, amount("2")] };
    const base = meanProgram("2");
    const program = {
      ...base,
      measured: [measured],
      values: base.values.map((each) => (each.name === "gräns" ? valueOf("gräns", days, [[0, capped]]) : each)),
    };
    const episodes = episodesOf(tenEpisodes);
    expect(interpret(program, episodes, noOptions)).toMatchObject({
      reason: "not-fixed",
      value: "snitt",
      record: "e0",
    });
    expect(measure(program, "a.snitt", episodes, noOptions)).toEqual(ratio(8n, 5n));
    const values = [{ value: "a.snitt", from: null, exact: ratio(13n, 10n) }];
    const result = completed(interpret(program, episodes, { ...noOptions, values }));
    expect(result.lines.map((line) => kronorText(line.amount))).toEqual(["11160.00"]);
    expect(result.lines[0]?.rows).toContainEqual({ value: "snitt", document: "a", from: null, supplied: true });
  });

  test("an option that names nothing in the program is refused", () => {
    const values = [{ value: "priset", from: null, exact: ratio(1n) }];
    expect(() => interpret(meanProgram("2"), late, { ...noOptions, values })).toThrow("priset");
    expect(() => interpret(meanProgram("2"), late, { ...noOptions, readings: new Map([["x", "y"]]) })).toThrow("x");
    expect(() => interpret(meanProgram("2"), late, { ...noOptions, wording: "2021-02-29" })).toThrow("Not a date");
  });
});

describe("who takes a record", () => {
  const oneEpisode = episodesOf([episode("a", "2022-03-10", "2022-03-12")]);
  const charging = (name: string, parts: Parameters<typeof ruleOf>[1]) => ruleOf(name, { steps: [flat], ...parts });
  const run = (rules: Program["rules"], episodes = oneEpisode) =>
    completed(interpret(programOf({ rules, terms: [readyDays] }), episodes, noOptions));

  test("the first rule whose scope holds takes it, and the next does not see it", () => {
    const result = run([charging("först", { scope: always(no) }), charging("sedan", {}), charging("sist", {})]);
    expect(result.lines.map((line) => line.place.rule)).toEqual(["sedan"]);
  });

  test("an unknown scope stops the record, undecided, before any later rule", () => {
    const unknownContact = charging("först", { scope: always(field("contact")) });
    const result = run([unknownContact, charging("sedan", {})]);
    expect(result.lines).toEqual([]);
    expect(result.undecided).toEqual([{ id: "a", missing: ["contact"], document: "a", rule: "först" }]);
  });

  test("a failing condition gives its line as the reason, even where another line is unknown", () => {
    const rule = charging("en", { requires: [requires("krävs kontakt", field("contact")), requires("krävs nej", no)] });
    const result = run([rule, charging("två", {})]);
    expect(result.notCharged).toEqual([{ reason: "krävs nej", document: "a", rule: "en", clause: "", records: 1 }]);
    expect(result.lines).toEqual([]);
  });

  test("an unknown condition leaves the record undecided with the facts that the unknown lines read", () => {
    const both: Expr = { kind: "or", of: [field("plan"), field("contact")] };
    const rule = charging("en", { requires: [requires("krävs ja", yes), requires("krävs något", both)] });
    expect(run([rule]).undecided).toEqual([{ id: "a", missing: ["contact", "plan"], document: "a", rule: "en" }]);
  });

  test("what no rule takes is not charged, and what ingen debitering takes is its own reason", () => {
    expect(run([]).notCharged).toEqual([
      { reason: "ingen regel gäller", document: "a", rule: "", clause: "", records: 1 },
    ]);
    const free = ruleOf("fri", { purpose: { kind: "noCharge" } });
    expect(run([free, charging("två", {})]).notCharged).toEqual([
      { reason: "ingen debitering", document: "a", rule: "fri", clause: "", records: 1 },
    ]);
    const notModelled = ruleOf("ej", { purpose: { kind: "notModelled", says: "för svårt" } });
    expect(run([notModelled]).undecided).toEqual([{ id: "a", missing: [], document: "a", rule: "ej" }]);
  });

  test("a record without the date that a rule follows is undecided and names the field", () => {
    const result = run([charging("en", {})], episodesOf([{ id: "a", municipality: "0126", ready: "2022-03-10" }]));
    expect(result.undecided).toEqual([{ id: "a", missing: ["discharged"], document: "a", rule: "en" }]);
  });

  test("without that date a rule that is about something else has still not seen the record", () => {
    const result = run([charging("en", { scope: always(no) })], episodesOf([{ id: "a", municipality: "0126" }]));
    expect(result.notCharged.map((each) => each.reason)).toEqual(["ingen regel gäller"]);
  });

  test("an absent key makes a record undecided only where it would count", () => {
    const episodes = episodesOf([
      { id: "a", discharged: "2022-03-12", contact: true },
      { id: "b", discharged: "2022-03-12", contact: false },
    ]);
    const result = run([charging("en", { requires: [requires("krävs kontakt", field("contact"))] })], episodes);
    expect(result.undecided).toEqual([{ id: "a", missing: ["municipality"], document: "a", rule: "en" }]);
    expect(result.accounting).toMatchObject({ notCharged: 1, undecided: 1 });
  });

  test("utöver charges on top of what its rule has taken, and takes nothing away", () => {
    const onTop = charging("tillägg", { onTopOf: ["a.en"], scope: always(compare(term("dagar"), ">", amount("1"))) });
    const episodes = episodesOf([episode("a", "2022-03-10", "2022-03-12"), episode("b", "2022-03-10", "2022-03-11")]);
    const result = run([onTop, charging("en", { scope: always(field("contact")) }), charging("två", {})], episodes);
    expect(result.lines).toEqual([]);
    const taken = run([charging("en", {}), onTop], episodes);
    expect(taken.groups.map((group) => [group.place.rule, group.records])).toEqual([
      ["en", 2],
      ["tillägg", 1],
    ]);
  });

  test("a fallback document is offered what the main one is not in force for, and the counterfactual day decides for the main one alone", () => {
    const since2022: Expr = compare({ kind: "decisionDate" }, ">=", date(day("2022-01-01")));
    const program = programOf({
      documents: [
        { ...documentOf("a", "main"), inForce: since2022 },
        documentOf("lag", "fallback"),
        documentOf("v", "used"),
      ],
      rules: [charging("avtalet", {}), { ...charging("lagen", {}), id: "lag.lagen", document: "lag" }],
    });
    const episodes = episodesOf([episode("a", "2021-12-30", "2021-12-31"), episode("b", "2022-01-01", "2022-01-01")]);
    const rulesOf = (wording: string | null) =>
      completed(interpret(program, episodes, { ...noOptions, wording })).lines.map((line) => [
        line.place.rule,
        line.id,
      ]);
    expect(rulesOf(null)).toEqual([
      ["avtalet", "0126-2022-01-avtalet"],
      ["lagen", "0126-2021-12-lag.lagen"],
    ]);
    expect(rulesOf("2022-06-01").map(([rule]) => rule)).toEqual(["avtalet", "avtalet"]);
    expect(rulesOf("2021-06-01").map(([rule]) => rule)).toEqual(["lagen", "lagen"]);
  });
});

describe("day rules", () => {
  const daily = (name: string, from: string, to: string, parts: Parameters<typeof ruleOf>[1] = {}) =>
    ruleOf(name, {
      grain: { kind: "day", from: field(from), fromCounted: true, to: field(to), toCounted: false },
      follows: always<Expr>({ kind: "theDay" }),
      keys: always([perPayer, perEpisode, perMonth({ kind: "theDay" })]),
      steps: [
        belopp({
          ...(aggregateOf("sum", arithmetic(value("pris"), "*", amount("1"))) as Expr & { kind: "aggregate" }),
          each: "day",
        }),
      ],
      ...parts,
    });
  const prices = valueOf("pris", pricePerDay, [
    [day("2019-01-01"), amount("780000", "moneyPerDay")],
    [day("2020-01-01"), amount("820000", "moneyPerDay")],
  ]);
  const run = (rules: Program["rules"], records: readonly PlainRecord[]) =>
    completed(interpret(programOf({ rules, values: [prices] }), episodesOf(records), noOptions));
  const amounts = (result: Completed) => result.lines.map((line) => [line.id, kronorText(line.amount)]);

  test("each day has the price of its own date", () => {
    const result = run([daily("dygn", "ready", "discharged")], [episode("e", "2019-12-30", "2020-01-03")]);
    expect(amounts(result)).toEqual([
      ["0126-2019-12-dygn-e", "15600.00"],
      ["0126-2020-01-dygn-e", "16400.00"],
    ]);
  });

  test("without a period a change of row makes parts, named by the bound between them", () => {
    const rule = daily("dygn", "ready", "discharged", { keys: always([perPayer, perEpisode]) });
    const result = run([rule], [episode("e", "2019-12-30", "2020-01-03"), episode("f", "2020-02-01", "2020-02-02")]);
    expect(amounts(result)).toEqual([
      ["0126-dygn-f", "8200.00"],
      ["0126-dygn-2019-12-31-e", "15600.00"],
      ["0126-dygn-2020-01-01-e", "16400.00"],
    ]);
    expect(result.lines.map((line) => line.keys.part)).toEqual([
      null,
      { from: "2019-12-30", through: "2019-12-31" },
      { from: "2020-01-01", through: "2020-01-02" },
    ]);
  });

  test("the days that one rule leaves are offered to later day rules, and not to episode rules", () => {
    const toMarch = daily("först", "ready", "discharged", {
      inForce: always(compare({ kind: "decisionDate" }, "<", date(day("2020-03-02")))),
    });
    const rules = [toMarch, ruleOf("hela", { steps: [flat] }), daily("rest", "ready", "discharged")];
    const result = run(rules, [episode("e", "2020-03-01", "2020-03-04"), episode("f", "2020-03-10", "2020-03-12")]);
    expect(amounts(result)).toEqual([
      ["0126-2020-03-först-e", "8200.00"],
      ["0126-2020-03-hela", "100.00"],
      ["0126-2020-03-rest-e", "16400.00"],
    ]);
  });

  test("a missing end is no day at all, an unknown fact of scope is doubt", () => {
    const open = { id: "e", municipality: "0126", ready: "2020-03-01" };
    const result = run([daily("dygn", "ready", "discharged")], [open]);
    expect(result.notCharged.map((each) => each.reason)).toEqual(["ingen regel gäller"]);
    const doubt = run([daily("dygn", "ready", "discharged", { scope: always(notKnown) })], [open]);
    expect(doubt.accounting.notCharged).toBe(1);
    const closed = { ...open, discharged: "2020-03-02" };
    expect(
      run([daily("dygn", "ready", "discharged", { scope: always(notKnown) })], [closed]).accounting.undecided,
    ).toBe(1);
  });
});

describe("groups", () => {
  test("records that fail or are in doubt are left out of the mean and counted", () => {
    const rule = ruleOf("snitt", {
      requires: [requires("krävs kontakt", field("contact"))],
      steps: [stepOf("medel", days, aggregateOf("mean", term("dagar"))), flat],
    });
    const episodes = episodesOf([
      episode("a", "2022-03-01", "2022-03-05", { contact: true }),
      episode("b", "2022-03-01", "2022-03-09", { contact: false }),
      episode("c", "2022-03-01", "2022-03-09", {}),
      episode("d", "2022-03-01", "2022-03-09", {}),
    ]);
    const result = completed(interpret(programOf({ rules: [rule], terms: [readyDays] }), episodes, noOptions));
    expect(result.lines.map((line) => [line.leftOut, line.steps[0]?.value])).toEqual([
      [
        { notCharged: 1, undecided: 2 },
        { kind: "quantity", exact: ratio(4n), unit: "dagar" },
      ],
    ]);
    expect(result.accounting).toEqual({ recordsIn: 4, inRule: 1, notCharged: 1, undecided: 2, refused: 0 });
  });

  test("a change of row inside the period splits the group, and says from when to when", () => {
    const limit = valueOf("gräns", days, [
      [day("2022-01-01"), amount("2")],
      [day("2022-03-15"), amount("1")],
    ]);
    const over = arithmetic(aggregateOf("mean", term("dagar")), "-", value("gräns"));
    const rule = ruleOf("snitt", { steps: [stepOf("över", days, over), flat] });
    const episodes = episodesOf([episode("a", "2022-03-01", "2022-03-14"), episode("b", "2022-03-10", "2022-03-15")]);
    const program = programOf({ rules: [rule], terms: [readyDays], values: [limit] });
    const result = completed(interpret(program, episodes, noOptions));
    expect(result.lines.map((line) => [line.id, line.keys.part])).toEqual([
      ["0126-2022-03-snitt-2022-03-14", { from: "2022-03-01", through: "2022-03-14" }],
      ["0126-2022-03-snitt-2022-03-15", { from: "2022-03-15", through: "2022-03-31" }],
    ]);
    const counterfactual = completed(interpret(program, episodes, { ...noOptions, wording: "2022-03-15" }));
    expect(counterfactual.lines.map((line) => [line.id, line.keys.part])).toEqual([["0126-2022-03-snitt", null]]);
  });

  test("an absent step makes the group undecided only where the amount or the limit needs it", () => {
    const none = aggregateOf("mean", term("dagar"), compare(term("dagar"), ">", amount("100")));
    const needed = ruleOf("behövd", {
      steps: [stepOf("medel", days, none), belopp(arithmetic(step("medel"), "*", amount("1", "moneyPerDay")))],
    });
    const unneeded = ruleOf("obehövd", { steps: [stepOf("medel", days, none), flat], onTopOf: ["a.behövd"] });
    const program = programOf({ rules: [needed, unneeded], terms: [readyDays] });
    const result = completed(interpret(program, episodesOf([episode("a", "2022-03-01", "2022-03-05")]), noOptions));
    expect(result.groups.map((group) => [group.outcome, group.steps.map(({ name }) => name)])).toEqual([
      ["undecided", []],
      ["charged", ["belopp"]],
    ]);
    expect(result.lines.map((line) => line.place.rule)).toEqual(["obehövd"]);
  });

  test("months in a row: unknown before the data, no in a month without records, unknown in a month in doubt", () => {
    const inARow: Expr = { kind: "inARow", condition: compare(step("medel"), ">", amount("2")), months: 2 };
    const rule = ruleOf("följ", {
      purpose: { kind: "statistic", triggers: "Samtal" },
      requires: [requires("krävs kontakt", field("contact"))],
      steps: [stepOf("medel", days, aggregateOf("mean", term("dagar")))],
      chargedWhen: always(inARow),
    });
    const inMonth = (id: string, payer: string, month: string, contact: boolean | null) =>
      episode(id, `2022-${month}-01`, `2022-${month}-04`, { municipality: payer, contact });
    const episodes = episodesOf([
      inMonth("a1", "A", "01", true),
      inMonth("a2", "A", "02", true),
      inMonth("b2", "B", "02", true),
      inMonth("c1", "C", "01", null),
      inMonth("c2", "C", "02", true),
    ]);
    const result = completed(interpret(programOf({ rules: [rule], terms: [readyDays] }), episodes, noOptions));
    expect(result.figures.map(({ keys, triggers }) => [keys.payer.code, keys.period, triggers])).toEqual([
      ["A", "2022-01", null],
      ["A", "2022-02", "Samtal"],
      ["B", "2022-02", null],
      ["C", "2022-02", null],
    ]);
    expect(result.accounting).toEqual({ recordsIn: 5, inRule: 0, notCharged: 5, undecided: 0, refused: 0 });
  });

  test("a nested mean takes the mean of each key first", () => {
    const nested: Expr = {
      kind: "aggregate",
      function: "mean",
      each: "episode",
      of: term("dagar"),
      where: null,
      over: { kind: "group" },
      per: { ...perPayer, value: field("municipality") },
      perFunction: "mean",
    };
    const rule = ruleOf("snitt", {
      keys: always([perMonth(field("discharged"))]),
      payer: always<Expr>({ kind: "payer", code: "region", name: "Regionen" }),
      steps: [stepOf("medel", days, nested), flat],
    });
    const episodes = episodesOf([
      episode("a", "2022-03-01", "2022-03-02"),
      episode("b", "2022-03-01", "2022-03-04"),
      episode("c", "2022-03-01", "2022-03-07", { municipality: "0182" }),
    ]);
    const result = completed(interpret(programOf({ rules: [rule], terms: [readyDays] }), episodes, noOptions));
    expect(stepTexts(result)).toEqual({ medel: "4", belopp: "10000" });
    expect(result.lines[0]?.keys.payer).toEqual({ code: "region", name: "Regionen" });
  });

  test("while the document lies dormant there are groups but no lines", () => {
    const event = { id: "a.igång", title: "Igång", state: { kind: "notYet" as const }, clause: null };
    const mayCharge = compare({ kind: "decisionDate" }, ">=", { kind: "eventDate", event: "a.igång" });
    const program = programOf({
      documents: [{ ...documentOf("a", "main"), mayCharge }, documentOf("v", "used")],
      events: [event],
      rules: [ruleOf("en", { steps: [flat] })],
    });
    const episodes = episodesOf([episode("a", "2022-03-01", "2022-03-05")]);
    const dormant = completed(interpret(program, episodes, noOptions));
    expect([dormant.lines.length, dormant.groups.map((group) => group.outcome)]).toEqual([0, ["charged"]]);
    const awake = { ...noOptions, events: new Map([["igång", "2022-03-05"]]) };
    expect(completed(interpret(program, episodes, awake)).lines.length).toBe(1);
  });
});

describe("readings", () => {
  const question: Program["questions"][number] = {
    id: "a.fråga",
    document: "a",
    name: "fråga",
    asks: "?",
    readings: [
      { name: "ett", title: "" },
      { name: "två", title: "" },
    ],
    chosen: [
      { from: null, reading: "ett", preliminary: true, reason: "" },
      { from: day("2022-04-01"), reading: "två", preliminary: false, reason: "" },
    ],
    clause: null,
  };
  const chosen: Expr = {
    kind: "choose",
    by: [
      { guard: { question: "a.fråga", readings: ["två"] }, it: amount("200", "money") },
      { guard: null, it: amount("100", "money") },
    ],
  };
  const program = programOf({ questions: [question], rules: [ruleOf("en", { steps: [belopp(chosen)] })] });
  const episodes = episodesOf([episode("a", "2022-03-01", "2022-03-31"), episode("b", "2022-03-01", "2022-04-01")]);
  const amounts = (result: Completed) => result.lines.map((line) => [kronorText(line.amount), line.readings]);
  const used = (reading: string, preliminary: boolean) => [{ question: "fråga", document: "a", reading, preliminary }];

  test("each record follows the reading chosen on its own day", () => {
    expect(amounts(completed(interpret(program, episodes, noOptions)))).toEqual([
      ["1.00", used("ett", true)],
      ["2.00", used("två", false)],
    ]);
  });

  test("a reading given for the run holds for all, and so does the wording's day", () => {
    const given = completed(interpret(program, episodes, { ...noOptions, readings: new Map([["fråga", "två"]]) }));
    expect(amounts(given)).toEqual([
      ["2.00", used("två", true)],
      ["2.00", used("två", false)],
    ]);
    const wording = completed(interpret(program, episodes, { ...noOptions, wording: "2022-04-01" }));
    expect(amounts(wording).map(([text]) => text)).toEqual(["2.00", "2.00"]);
  });
});

test("a span that ran backwards counts as nothing and is noted once on its record", () => {
  const rule = ruleOf("en", { steps: [stepOf("dagar", days, aggregateOf("sum", term("dagar"))), flat] });
  const program = programOf({ rules: [rule], terms: [readyDays] });
  const episodes = episodesOf([episode("a", "2022-03-05", "2022-03-04"), episode("b", "2022-03-05", "2022-03-05")]);
  const result = completed(interpret(program, episodes, noOptions));
  expect(result.notes).toEqual([{ id: "a", says: "span-ran-backwards", term: "dagar" }]);
  expect(stepTexts(result)).toMatchObject({ dagar: "0" });
});

function completed(evaluation: Evaluation): Completed {
  if (evaluation.kind !== "completed") throw new Error(`Stopped for want of ${evaluation.value}`);
  const { recordsIn, inRule, notCharged, undecided, refused } = evaluation.accounting;
  expect(recordsIn).toBe(inRule + notCharged + undecided + refused);
  return evaluation;
}

function stepTexts(result: Completed): Record<string, string> {
  const steps = result.groups[0]?.steps ?? [];
  return Object.fromEntries(
    steps.flatMap(({ name, value: of }) => (of.kind === "quantity" ? [[name, ratioText(of.exact)]] : [])),
  );
}
