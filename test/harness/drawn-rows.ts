// Rows as they are drawn for tests of readers: good ones, and every sort of cell that a reader has to think about.

import fc from "fast-check";
import { goodRow } from "./data-file.ts";

export type Row = Readonly<Record<string, string>>;

const moments = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom("2022-03-05T09:30", "2022-03-05 09:30:15", "2022-03-06T02:15:00", "") },
  fc.constantFrom("2022-03-05T08:30:00Z", "2022-03-05T09:30:00.5", "2022-03-05T09:30:00+01:00", "2022-03-27T02:30"),
  fc.constantFrom("2022-10-30T02:30", "2022-03-05", "2022-03-05T24:00", "2022-03-05T9:30", "igår", "1970-01-01T00:00"),
);
export const cells: Readonly<Record<string, fc.Arbitrary<string>>> = {
  id: fc.oneof(
    { weight: 6, arbitrary: fc.nat(40).map((number) => `v-${number}`) },
    fc.constantFrom(
      "",
      "1",
      "00012",
      "1e5",
      "9f3b2c77-1a2b",
      "19121212-1212",
      "2203010000001",
      "Anna A",
      "x".repeat(201),
    ),
  ),
  patient: fc.constantFrom("", "p-1", "p-2", "p-3", "p-4", "19121212-1212", " p", "Åsa", "p/1"),
  municipality: fc.constantFrom(
    "0126",
    "Huddinge",
    "HUDDINGE",
    "0180",
    "126",
    "Jönköping",
    "Jo\u0308nko\u0308ping",
    "9999",
  ),
  district: fc.constantFrom("", "Älvsjö", "hägersten", "sthlm-alvsjo"),
  care_type: fc.constantFrom("somatic", "Psykiatrisk", "SOMATISK", "akut", ""),
  hospital: fc.constantFrom("", "Ersta", "Södertälje sjukhus", "a\tb", 'S:t "G"', "rad\nrad", "x;y", "åäö".repeat(70)),
  admitted_at: fc.oneof({ weight: 6, arbitrary: fc.constantFrom("2022-03-01T10:15", "2022-03-02 10:15:00") }, moments),
  ready_notice_at: moments,
  discharged_at: fc.oneof({ weight: 6, arbitrary: fc.constantFrom("2022-03-07T14:00", "") }, moments),
  ready_withdrawn_at: fc.oneof({ weight: 8, arbitrary: fc.constant("") }, moments),
  care_contact: fc.constantFrom("true", "false", "JA", "nej", "True", "", "1", "okänt"),
  sip_summons_date: fc.constantFrom(
    "",
    "",
    "2022-03-06",
    "2024-02-29",
    "2022-02-30",
    "22-03-06",
    "2022-3-6",
    "1899-01-01",
  ),
  age_at_discharge: fc.constantFrom("", "81", "0", "-1", "-0", "007", "131", "81,0", "1234567890", "å1"),
};
export const row: fc.Arbitrary<Row> = fc.record(cells).map((own) => ({ ...goodRow, ...own }));
/** Few files would reach their columns if all of their rows were drawn so. */
export const goodOne: fc.Arbitrary<Row> = fc.nat(1_000).map((number) => ({ ...goodRow, id: `g-${number}` }));
export const rows = fc.array(fc.oneof(goodOne, row), { minLength: 1, maxLength: 12 });

const names = [...new Set([...Object.keys(goodRow), ...Object.keys(cells)])];
export const needsQuotes = /[;"\n\r]/;

/** Cells that `isQuoted` chooses stand in quotation marks. */
export function written(rowsOf: readonly Row[], isQuoted: (text: string) => boolean, end = "\n"): string {
  const cell = (text: string): string => (isQuoted(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [names, ...rowsOf.map((one) => names.map((name) => one[name] ?? ""))]
    .map((line) => line.map(cell).join(";") + end)
    .join("");
}
