import fc from "fast-check";
import { expect, test } from "vitest";
import type { Field } from "@avtal/compiler/ir/ir";
import { momentFromText } from "@avtal/runtime/moment-text";
import { momentBuilder } from "./moment-column.ts";
import { wordsOf } from "./words.ts";

const field: Field = {
  id: "national.tid",
  name: "tid",
  code: "ready_notice_at",
  kind: { kind: "moment" },
  choices: [],
  empty: "missing",
  optional: false,
  personal: false,
  unique: false,
  doc: null,
};

/** What the column makes of a text that stands inside a longer one. */
function taken(text: string): { day: number | undefined; seconds: number | undefined } | undefined {
  const builder = momentBuilder(field);
  builder.reserve(1);
  const fault = builder.put({ bytes: Buffer.from(`;${text};x`), start: 1, end: 1 + text.length, row: 2 }, 0);
  return fault === undefined ? { day: builder.days()[0], seconds: builder.seconds()[0] } : undefined;
}

/** The same as a cell of a plain row, the second of its sort; undefined where it is left to the other way. */
function takenPlain(text: string): { day: number | undefined; seconds: number | undefined } | undefined {
  const builder = momentBuilder(field);
  builder.reserve(2);
  const first = "2022-03-01T10:15";
  builder.put({ bytes: Buffer.from(first), start: 0, end: first.length, row: 2 }, 0);
  const bytes = Buffer.from(`${text};`);
  const cells = { bytes, words: wordsOf(bytes), starts: Int32Array.of(0, bytes.length), step: 1, column: 0 };
  const end = builder.putCells(cells, { from: 0, until: 1, at: 1, row: 3 });
  return end === 1 ? { day: builder.days()[1], seconds: builder.seconds()[1] } : undefined;
}

function parsed(text: string): { day: number; seconds: number } | undefined {
  const moment = momentFromText(text);
  return moment.ok ? { day: moment.day, seconds: moment.seconds } : undefined;
}

test("the short cut for plain local times gives what the runtime's parser gives", () => {
  const number = (max: number): fc.Arbitrary<string> =>
    fc.integer({ min: 0, max }).map((value) => String(value).padStart(2, "0"));
  const moment = fc
    .record({
      year: fc.integer({ min: 1850, max: 2150 }),
      month: number(13),
      day: number(32),
      sign: fc.constantFrom("T", " ", "t", "-"),
      hour: number(25),
      minute: number(61),
      second: fc.option(number(61)),
      zone: fc.constantFrom("", "Z", "+01:00", ".5", "x"),
    })
    .map(
      (m) =>
        `${m.year}-${m.month}-${m.day}${m.sign}${m.hour}:${m.minute}${m.second === null ? "" : `:${m.second}`}${m.zone}`,
    );
  fc.assert(
    fc.property(moment, (text) => {
      expect(taken(text)).toEqual(parsed(text));
      expect([parsed(text), undefined]).toContainEqual(takenPlain(text));
    }),
    { numRuns: 5_000 },
  );
});

test("plain local times of a plain row are taken, and everything else is left", () => {
  for (const text of [
    "2022-03-01T10:15",
    "2022-03-01 10:15:59",
    "1980-01-01T00:00:00",
    "2099-12-31 23:59",
    "2024-02-29T02:30",
  ]) {
    expect(takenPlain(text), text).toEqual(parsed(text));
  }
  const signs = [..."2022-03-01T10:15:00"];
  const others = signs.flatMap((sign, at) =>
    [..."/:;<?@\u007fåT \u0000"]
      .filter((one) => one !== sign && !(at === 10 && one === " "))
      .map((one) => signs.with(at, one).join("")),
  );
  const wrong = [
    "2022-03-01",
    "2022-03-01T10:1",
    "2022-03-01T24:00",
    "2022-03-01T10:60",
    "2022-03-01T10:15:60",
    "2022-13-01T10:15",
  ];
  const changed = ["2022-02-29T10:15", "1979-12-31T10:15", "1899-03-01T10:15", "2022-03-27T02:30", "2022-10-30T02:30"];
  for (const text of [...others, ...wrong, ...changed]) expect(takenPlain(text), text).toBeUndefined();
});

test("both nights when the clock is changed are left to the parser", () => {
  expect(taken("2026-03-29T02:30")).toBeUndefined();
  expect(taken("2026-10-25T02:30")).toEqual(parsed("2026-10-25T02:30"));
});

test("a day from the table of known days is the same the second time", () => {
  expect(taken("2022-03-01T10:15")).toEqual(taken("2022-03-01T10:15"));
  expect(taken("2027-02-29T10:15")).toBeUndefined();
  expect(taken("1970-01-01T10:15")).toBeUndefined();
});
