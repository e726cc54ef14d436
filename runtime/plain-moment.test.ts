import fc from "fast-check";
import { expect, test } from "vitest";
import { dateFromText, momentFromText } from "./moment-text.ts";
import { NOT_PLAIN, plainClock, plainDay } from "./plain-moment.ts";

const seed = 20_261_122;
const part = (least: number, most: number, width: number): fc.Arbitrary<string> =>
  fc.integer({ min: least, max: most }).map((number) => String(number).padStart(width, "0"));
const dates = fc
  .tuple(part(1975, 2105, 4), part(0, 13, 2), part(0, 32, 2), fc.constantFrom("-", "-", "-", "-", "/"))
  .map(([year, month, day, mark]) => `${year}-${month}${mark}${day}`);
const clocks = fc
  .tuple(fc.constantFrom("T", "T", "T", " ", ""), part(0, 25, 2), part(0, 61, 2), part(0, 61, 2))
  .chain(([mark, hour, minute, second]) =>
    fc.constantFrom(
      `${mark}${hour}:${minute}:${second}`,
      `${mark}${hour}:${minute}`,
      `${mark}${hour}:${minute}:${second}Z`,
    ),
  );

test(`a date that is plain is the day that care reads, seed ${seed}`, () => {
  fc.assert(
    fc.property(dates, (text) => {
      const day = plainDay(text);
      const read = dateFromText(text);
      if (day === NOT_PLAIN) expect(read.ok).toBe(false);
      else expect(read).toEqual({ ok: true, day });
    }),
    { seed, numRuns: 2_000 },
  );
});

test(`a moment that is plain is the moment that care reads, seed ${seed}`, () => {
  fc.assert(
    fc.property(dates, clocks, (date, clock) => {
      const text = `${date}${clock}`;
      const day = plainDay(text);
      const seconds = day === NOT_PLAIN ? NOT_PLAIN : plainClock(text, day);
      if (seconds === NOT_PLAIN) return;
      expect(momentFromText(text)).toEqual({ ok: true, day, seconds, hasOffset: false, inFold: false, instant: null });
    }),
    { seed, numRuns: 5_000 },
  );
});

test("the hours that the change of the clocks leaves out or repeats are not plain, and no text makes it throw", () => {
  for (const text of ["2022-03-27T02:30:00", "2022-10-30T02:30", "2022-10-30T02:59:59"]) {
    expect(plainClock(text, plainDay(text))).toBe(NOT_PLAIN);
  }
  expect(plainClock("2022-10-30T03:00", plainDay("2022-10-30T03:00"))).toBe(3 * 3_600);
  for (const text of ["", "2022", "åäö-åä-öå", "0000-00-00", "2022-02-29", "9999-12-31T24:00"]) {
    expect(plainDay(text)).toBe(NOT_PLAIN);
  }
});
