import { expect, test } from "vitest";
import { idOf } from "@avtal/runtime/columns";
import { goodRow, readRows } from "../test/harness/data-file.ts";
import { monthFromText, monthsOf, within } from "./months.ts";

const stays = [
  {
    ...goodRow,
    id: "februari",
    ready_notice_at: "2022-02-20T08:00",
    admitted_at: "2022-02-10T08:00",
    discharged_at: "2022-02-28T23:59",
  },
  {
    ...goodRow,
    id: "mars",
    admitted_at: "2022-02-10T08:00",
    ready_notice_at: "2022-02-27T08:00",
    discharged_at: "2022-03-01T00:00",
  },
  { ...goodRow, id: "oppet", admitted_at: "2022-03-30T08:00", ready_notice_at: "", discharged_at: "" },
  {
    ...goodRow,
    id: "april",
    admitted_at: "2022-03-20T08:00",
    ready_notice_at: "2022-03-30T08:00",
    discharged_at: "2022-04-01T09:00",
  },
];

async function idsWithin(from: string | null, through: string | null): Promise<readonly string[]> {
  const reading = await readRows(stays);
  const month = (text: string | null): number | null => (text === null ? null : (monthFromText(text) ?? 0));
  return reading.kind === "read" ? within(reading.columns, { from: month(from), through: month(through) }).ids : [];
}

test("an episode belongs to the month of its discharge, with all its days", async () => {
  expect(await idsWithin("2022-02", "2022-02")).toEqual(["februari"]);
  expect(await idsWithin("2022-03", "2022-03")).toEqual(["mars", "oppet"]);
  expect(await idsWithin("2022-03", null)).toEqual(["mars", "oppet", "april"]);
  expect(await idsWithin(null, "2022-02")).toEqual(["februari"]);
  expect(await idsWithin(null, null)).toHaveLength(4);
});

test("an open episode is shown in all months that it has reached", async () => {
  expect(await idsWithin("2023-01", "2023-01")).toEqual(["oppet"]);
});

test("every column follows its records", async () => {
  const reading = await readRows(stays);
  expect(reading.kind).toBe("read");
  if (reading.kind !== "read") return;
  const march = within(reading.columns, { from: monthFromText("2022-04") ?? 0, through: null });
  expect([0, 1].map((record) => idOf(march, record))).toEqual(["oppet", "april"]);
  expect(march.ids).toEqual(["oppet", "april"]);
  const discharged = march.columns.get("discharged_at");
  expect(discharged?.kind === "moment" && discharged.seconds).toEqual(Int32Array.of(0, 9 * 3600));
  expect(monthsOf(march)).toEqual({ first: monthFromText("2022-04"), last: monthFromText("2022-04") });
});

test("a month is written with four and two digits", () => {
  expect([monthFromText("2022-03"), monthFromText("2022-13"), monthFromText("mars")]).toEqual([
    2022 * 12 + 2,
    undefined,
    undefined,
  ]);
});
