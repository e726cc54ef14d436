// The worked example of the domain, all its readings, from a CSV file through `avtal run`.
// Limit 1,3 days, 9 300 kr. Ten episodes with 0×6, 2, 3, 4, 7 ready days: sum 16, mean 1,6, excess 0,3.
// Seven episodes with 0×3 and four others that sum to 11: mean 11/7, excess 19/70, ×4 = 38/35 days.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { dateText, dayFromText } from "@avtal/runtime/calendar";
import { csvOf, inFolder } from "../harness/data-file.ts";
import { avtal, type Ended } from "./avtal.ts";

const columns = {
  vårdkontakt: "care_contact_needed",
  placering: "placing_municipality",
};

/** Episodes of Huddinge in March 2022, one for each number of ready days. */
function episodes(readyDays: readonly number[]): string {
  const ready = dayFromText("2022-03-10") ?? 0;
  return csvOf(
    readyDays.map((days, index) => ({
      id: `v-${index + 1}`,
      admitted_at: "2022-03-01T10:00",
      admission_notice_at: "2022-03-01T12:00",
      ready_notice_at: "2022-03-10T09:00",
      discharged_at: `${dateText(ready + days)}T14:00`,
      [columns.vårdkontakt]: "false",
      [columns.placering]: "",
    })),
  );
}

function run(readyDays: readonly number[], ...options: readonly string[]): Promise<Ended> {
  return inFolder((folder) => {
    const data = join(folder, "mars.csv");
    writeFileSync(data, episodes(readyDays));
    return avtal(["run", "stockholm", "--data", data, "--json", ...options]);
  });
}

function amountsIn({ code, out, err }: Ended): readonly string[] {
  expect(err).toContain("Avstämning:");
  expect(code).toBe(0);
  const result: { lines: { amount: string }[] } = JSON.parse(out);
  return result.lines.map((line) => line.amount);
}

const ten = [0, 0, 0, 0, 0, 0, 2, 3, 4, 7];
const seven = [0, 0, 0, 1, 2, 3, 5];

describe("ten episodes", () => {
  test("the excess times the episodes with a ready day: 1,2 days", async () => {
    const ended = await run(ten);
    expect(amountsIn(ended)).toEqual(["11160.00"]);
    const [line] = JSON.parse(ended.out).lines;
    expect(line).toEqual({
      id: "0126-2022-03-genomsnitt",
      payer: { code: "0126", name: "Huddinge" },
      payee: "Region Stockholm",
      invoicer: "Hälso- och sjukvårdsförvaltningen",
      rule: "genomsnitt",
      document: "stockholm",
      clause: '12.3 rubrik "Beräkning och debitering" punkt 1–3',
      period: "2022-03",
      episode: null,
      quantity: "6/5",
      quantityShown: "1,20",
      unit: "dagar",
      unitPrice: "9300.00",
      amount: "11160.00",
      part: null,
      others: {},
    });
  });

  test("times all episodes: 3 days", async () => {
    expect(amountsIn(await run(ten, "--reading", "faktor=alla"))).toEqual(["27900.00"]);
  });

  test("day zero as day 1: mean 2,6, thirteen days", async () => {
    expect(amountsIn(await run(ten, "--reading", "dag-noll=dag-ett", "--reading", "faktor=alla"))).toEqual([
      "120900.00",
    ]);
  });

  test("a limit of 2,0 days: no line", async () => {
    expect(amountsIn(await run(ten, "--set", "tidsgräns=2,0 dagar"))).toEqual([]);
  });
});

describe("seven episodes", () => {
  test.each([
    ["ingen", "10097.14"],
    ["två-decimaler", "10044.00"],
    ["en-decimal", "11160.00"],
  ])("the mean rounded: %s", async (reading, amount) => {
    expect(amountsIn(await run(seven, "--reading", `avrundning-av-snittet=${reading}`))).toEqual([amount]);
  });
});
