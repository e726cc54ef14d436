import fc from "fast-check";
import { expect, test } from "vitest";
import type { Field } from "@avtal/compiler/ir/ir";
import { momentFromText } from "@avtal/runtime/moment-text";
import { momentBuilder } from "./moment-column.ts";

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
    }),
    { numRuns: 5_000 },
  );
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
