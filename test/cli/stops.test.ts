// What stops a run of Stockholm, what gets it going again, and that the result says so.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { csvOf, inFolder } from "../harness/data-file.ts";
import { avtal, plain, type Ended } from "./avtal.ts";

interface Stay {
  readonly id: string;
  readonly ready: string;
  readonly discharged: string;
  readonly care?: "somatic" | "psychiatric";
}

function run(stays: readonly Stay[], ...options: readonly string[]): Promise<Ended> {
  return inFolder((folder) => {
    const data = join(folder, "data.csv");
    const rows = stays.map(({ id, ready, discharged, care = "somatic" }) => ({
      id,
      care_type: care,
      hospital: "Sjukhuset",
      admitted_at: `${ready.slice(0, 8)}01T08:00`,
      admission_notice_at: `${ready.slice(0, 8)}01T09:00`,
      ready_notice_at: `${ready}T09:00`,
      discharged_at: `${discharged}T14:00`,
      care_contact_needed: "false",
    }));
    writeFileSync(data, csvOf(rows));
    return avtal(["run", "stockholm", "--data", data, ...options]);
  });
}

const acrossTheYears: readonly Stay[] = [
  { id: "v-2020-mars", ready: "2020-03-10", discharged: "2020-03-14" },
  { id: "v-2020-okt", ready: "2020-10-10", discharged: "2020-10-12" },
  { id: "v-2020-nov", ready: "2020-11-10", discharged: "2020-11-14" },
  { id: "v-2022-mars", ready: "2022-03-10", discharged: "2022-03-14" },
];

test("the county mean stops the run at the first record that needs it, and is not used by itself", async () => {
  const { code, out, err } = await run(acrossTheYears);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain("AV9203");
  expect(plain(err)).toContain(
    "`länsgenomsnitt` är inte fastställt. Vårdtillfället v-2020-nov behöver det den 2020-11-14.",
  );
  expect(plain(err)).toContain("De här uppgifterna skulle ge 2 dagar (2)");
  expect(plain(err)).toContain('--set länsgenomsnitt="2 dagar"');
});

test("supplied, it runs, and the result says that it was supplied", async () => {
  const { code, out } = await run(acrossTheYears, "--set", "länsgenomsnitt=1,74 dagar");
  expect(code).toBe(0);
  expect(plain(out)).toContain("Angivet för körningen, inte beslutat: länsgenomsnitt = 1,74 dagar.");
  // March 2020: (4 − 2,0) × 8 200. November 2020: (4 − 1,74) × 8 200. March 2022: (4 − 1,3) × 9 300. October: no excess.
  expect(plain(out)).toContain("16 400,00");
  expect(plain(out)).toContain("18 532,00");
  expect(plain(out)).toContain("25 110,00");
  expect(plain(out)).toContain(
    "Avstämning: 4 vårdtillfällen = 4 i en regel + 0 inte debiterade + 0 obestämda + 0 avvisade.",
  );
});

test("a price year that is not known stops likewise, and months without it run", async () => {
  const stays = [...acrossTheYears, { id: "v-2021", ready: "2021-12-10", discharged: "2021-12-14" }];
  const supplied = ["--set", "länsgenomsnitt=1,74 dagar"];
  const stopped = await run(stays, ...supplied);
  expect(stopped.code).toBe(2);
  expect(stopped.err).toContain("AV9202");
  expect(plain(stopped.err)).toContain(
    "`dygnsbelopp` är inte känt för 2021. Vårdtillfället v-2021 behöver det den 2021-12-14.",
  );
  expect(plain(stopped.err)).toContain('--set pris.dygnsbelopp@2021-01-01="… kr"');
  expect((await run(stays, "--from", "2022-01")).code).toBe(0);
  const priced = await run(stays, ...supplied, "--set", "pris.dygnsbelopp@2021-01-01=8 700 kr", "--lang", "en");
  expect(priced.code).toBe(0);
  // (4 − 1,3) × 8 700
  expect(plain(priced.out)).toContain("23 490,00");
  expect(plain(priced.out)).toContain(
    "Supplied for this run, not decided: länsgenomsnitt = 1,74 dagar; pris.dygnsbelopp",
  );
});

test("with the event, psychiatric records from that day fall back to the mean by themselves", async () => {
  const stays: readonly Stay[] = [
    { id: "v-fore", ready: "2021-02-10", discharged: "2021-02-20", care: "psychiatric" },
    { id: "v-efter", ready: "2021-03-10", discharged: "2021-03-20", care: "psychiatric" },
  ];
  const known = [
    "--set",
    "pris.dygnsbelopp@2021-01-01=8 700 kr",
    "--set",
    "länsgenomsnitt=1,74 dagar",
    "--format",
    "csv",
  ];
  const rulesIn = ({ out }: Ended): string[] => out.match(/^"[^"]*"/gm) ?? [];
  expect(rulesIn(await run(stays, ...known))).toEqual([
    '"id"',
    '"0126-2021-02-psykiatri-individuell-v-fore"',
    '"0126-2021-03-psykiatri-individuell-v-efter"',
  ]);
  expect(rulesIn(await run(stays, ...known, "--event", "it-stöd-psykiatri=2021-03-01"))).toEqual([
    '"id"',
    '"0126-2021-02-psykiatri-individuell-v-fore"',
    '"0126-2021-03-genomsnitt"',
  ]);
});

test("a counterfactual run says so, and takes everything as of that day", async () => {
  const { code, out } = await run(acrossTheYears, "--set", "pris.dygnsbelopp=8 000 kr");
  expect(code).toBe(2);
  expect(out).toBe("");
  const taken = await inFolder((folder) => {
    const data = join(folder, "data.csv");
    writeFileSync(
      data,
      csvOf([
        {
          discharged_at: "2020-03-09T14:00",
          ready_notice_at: "2020-03-05T09:00",
          admitted_at: "2020-03-01T10:00",
          care_contact_needed: "false",
        },
      ]),
    );
    return avtal(["run", "stockholm@2021-11-01", "--data", data]);
  });
  // (4 − 1,3) × 8 200: the limit of the wording, the price of the record's own day.
  expect(plain(taken.out)).toContain(
    "Kontrafaktiskt, med allt i stockholm som det löd 2021-11-01, skulle 1 betalare betala 22 140,00 kr",
  );
});
