// The worked example of the domain, with all its readings, and what a run of Stockholm over the years must say.

import { describe, expect, test } from "vitest";
import { ratioText } from "@avtal/runtime/ratio";
import { completed, lines, run, stay, type Episode } from "./run-for-tests.ts";

/** Episodes of one payer in April 2022, by their number of ready days. */
const april = (days: readonly number[]): Episode[] =>
  days.map((count) => stay("2022-04-04", `2022-04-${String(4 + count).padStart(2, "0")}`));

describe("ten episodes with 0×6, 2, 3, 4 and 7 ready days, limit 1,3, price 9 300", () => {
  const ten = april([0, 0, 0, 0, 0, 0, 2, 3, 4, 7]);

  test("cost 0,3 days for each of the four with a day", () => {
    expect(lines("stockholm", ten)).toEqual(["0126 2022-04 genomsnitt 11160.00"]);
  });

  test("cost 0,3 days for each of the ten when the multiplier is all of them", () => {
    expect(lines("stockholm", ten, { readings: { faktor: "alla" } })).toEqual(["0126 2022-04 genomsnitt 27900.00"]);
  });

  test("cost 13 days when day zero is day one", () => {
    const asDayOne = { readings: { "dag-noll": "dag-ett" } };
    expect(lines("stockholm", ten, asDayOne)).toEqual(["0126 2022-04 genomsnitt 120900.00"]);
  });

  test("cost nothing under the limit of 2,0", () => {
    const evaluation = completed("stockholm", ten, { wording: "2020-01-01" });
    expect(evaluation.lines).toEqual([]);
    expect(evaluation.groups.map(({ outcome, records }) => ({ outcome, records }))).toEqual([
      { outcome: "below-limit", records: 10 },
    ]);
  });
});

describe("seven episodes, three without a day and four with 11 days together", () => {
  const seven = april([0, 0, 0, 2, 3, 3, 3]);

  test.each([
    ["ingen", "10097.14"],
    ["två-decimaler", "10044.00"],
    ["en-decimal", "11160.00"],
    ["hela-dagar", "26040.00"],
  ])("with the mean rounded as %s cost %s", (reading, amount) => {
    const options = { readings: { "avrundning-av-snittet": reading } };
    expect(lines("stockholm", seven, options)).toEqual([`0126 2022-04 genomsnitt ${amount}`]);
  });

  test("cost whole kronor when the amount is rounded to them", () => {
    const options = { readings: { "avrundning-av-beloppet": "krona" } };
    expect(lines("stockholm", seven, options)).toEqual(["0126 2022-04 genomsnitt 10097.00"]);
  });
});

describe("Stockholm in force over the years", () => {
  const years = [
    stay("2020-03-02", "2020-03-06"),
    stay("2020-11-02", "2020-11-06"),
    stay("2021-04-05", "2021-04-09"),
    stay("2022-04-04", "2022-04-08"),
  ];

  test("stops at the first record that needs the county mean, and names it", () => {
    expect(run("stockholm", years)).toMatchObject({
      kind: "stopped",
      reason: "not-fixed",
      value: "länsgenomsnitt",
      record: "v-2",
    });
  });

  test("stops at the year without a price when the county mean is supplied", () => {
    expect(run("stockholm", years, { values: { länsgenomsnitt: "1,74 dagar" } })).toMatchObject({
      kind: "stopped",
      reason: "missing-row",
      value: "dygnsbelopp",
      from: "2021-01-01",
      record: "v-3",
    });
  });

  test("runs with both supplied, and the lines say so", () => {
    const without2021 = years.filter((_, index) => index !== 2);
    const evaluation = completed("stockholm", without2021, { values: { länsgenomsnitt: "1,74 dagar" } });
    // 2,0 × 8 200; (4 − 1,74) × 8 200; 2,7 × 9 300
    expect(evaluation.lines.map(({ amount }) => amount)).toEqual([1_640_000n, 1_853_200n, 2_511_000n]);
    const supplied = evaluation.lines.map(({ rows }) => rows.filter((row) => row.supplied).map((row) => row.value));
    expect(supplied).toEqual([[], ["länsgenomsnitt"], []]);
    expect(evaluation.accounting).toEqual({ recordsIn: 3, inRule: 3, notCharged: 0, undecided: 0, refused: 0 });
  });

  test("charges psychiatric records by themselves until the IT support exists, and in the mean from that day", () => {
    const psychiatric = [
      stay("2020-02-03", "2020-02-13", { care_type: "psychiatric" }),
      stay("2020-03-02", "2020-03-12", { care_type: "psychiatric" }),
    ];
    const during = ["0126 2020-02 psykiatri-individuell 41000.00", "0126 2020-03 psykiatri-individuell 41000.00"];
    expect(lines("stockholm", psychiatric)).toEqual(during);
    // From 1 March the mean of one episode of 10 days: (10 − 2,0) × 8 200.
    expect(lines("stockholm", psychiatric, { events: { "it-stöd-psykiatri": "2020-03-01" } })).toEqual([
      "0126 2020-02 psykiatri-individuell 41000.00",
      "0126 2020-03 genomsnitt 65600.00",
    ]);
  });

  test("says what it would be, without lines, while charging is not begun", () => {
    const evaluation = completed("stockholm", years.slice(0, 1), { events: { "debiteringen-inledd": "2024-01-01" } });
    expect(evaluation.lines).toEqual([]);
    expect(evaluation.groups.map(({ outcome }) => outcome)).toEqual(["charged"]);
  });

  test("leaves a patient from another county to the act", () => {
    // Told on the 4th, payable from the 7th until the 8th.
    expect(lines("stockholm", [stay("2022-04-04", "2022-04-08", { municipality: "0680" })])).toEqual([
      "0680 2022-04 dygnsersättning 9300.00",
    ]);
  });
});

test("Stockholm's statistics count zero-days, and readmissions within seven days from 65 years", () => {
  const figures = figuresOf([
    stay("2022-04-04", "2022-04-04", { days_to_unplanned_readmission: 7 }),
    stay("2022-04-04", "2022-04-08", { days_to_unplanned_readmission: 8 }),
    stay("2022-04-04", "2022-04-06", { outpatient_unavailable: true }),
    stay("2022-04-04", "2022-04-06", { age_at_discharge: 64, days_to_unplanned_readmission: 1 }),
  ]);
  expect(figures).toEqual({
    "månadens-dagar": [
      ["vårdtillfällen-i-månaden", "4"],
      ["klara-dagar-i-månaden", "8"],
      ["dagar-med-betalningsansvar", "6"],
      ["dagar-med-okänt-ansvar", "0"],
    ],
    "oplanerade-återinskrivningar": [
      ["utskrivningar-65-och-äldre", "3"],
      ["återinskrivningar", "1"],
      ["andel-återinskrivna", "1/3"],
    ],
  });
});

test("days whose liability is not known are counted by themselves and never as days with liability", () => {
  const figures = figuresOf([
    stay("2022-04-04", "2022-04-08"),
    stay("2022-04-04", "2022-04-06", { care_contact: null }),
    // That nobody knows whether outpatient care is available is no liability, by 12.2.
    stay("2022-04-04", "2022-04-05", { outpatient_unavailable: null }),
  ]);
  expect(figures["månadens-dagar"]).toEqual([
    ["vårdtillfällen-i-månaden", "3"],
    ["klara-dagar-i-månaden", "7"],
    ["dagar-med-betalningsansvar", "4"],
    ["dagar-med-okänt-ansvar", "2"],
  ]);
});

test("the figures of the City of Stockholm stand by district and for the whole city", () => {
  const inStockholm = { municipality: "0180" };
  const { figures } = completed("stockholm", [
    stay("2022-04-04", "2022-04-08", { ...inStockholm, district: "farsta" }),
    stay("2022-04-04", "2022-04-06", { ...inStockholm, district: "kungsholmen" }),
  ]);
  const days = figures.map(({ place, keys, figures: steps }) => {
    const ready = steps.find(({ name }) => name === "klara-dagar-i-månaden")?.value;
    return `${place.rule} ${keys.payer.code} ${ready?.kind === "quantity" ? ratioText(ready.exact) : ""}`;
  });
  expect(days.filter((line) => line.includes("-dagar "))).toEqual([
    "månadens-dagar farsta 4",
    "månadens-dagar kungsholmen 2",
    "stadens-dagar 0180 6",
  ]);
});

/** The figures of each statistic of Stockholm, by its name. */
function figuresOf(episodes: readonly Episode[]): Record<string, [string, string][]> {
  const { figures } = completed("stockholm", episodes);
  return Object.fromEntries(
    figures.map(({ place, figures: steps }) => [
      place.rule,
      steps.map(({ name, value }): [string, string] => [name, value.kind === "quantity" ? ratioText(value.exact) : ""]),
    ]),
  );
}
