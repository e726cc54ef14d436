import fc from "fast-check";
import { expect, test } from "vitest";
import { dateFromText, momentFromText } from "./moment-text.ts";
import { NOT_PLAIN, plainDay, putMoment } from "./plain-moment.ts";

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

test(`a moment is put where care reads it and it is plain, and else nothing is, seed ${seed}`, () => {
  fc.assert(
    fc.property(dates, clocks, (date, clock) => {
      const text = `${date}${clock}`;
      const read = momentFromText(text);
      const isPlain = read.ok && !read.inFold && /^[^ ]{16}(?::\d\d)?$/.test(text) && read.instant === null;
      expect(put(text), text).toEqual(isPlain ? [true, read.day, read.seconds] : [false, 7, 8]);
    }),
    { seed, numRuns: 10_000 },
  );
});

test("no text makes the reading of a date throw", () => {
  for (const text of ["", "2022", "åäö-åä-öå", "0000-00-00", "2022-02-29", "9999-12-31T24:00"]) {
    expect(plainDay(text)).toBe(NOT_PLAIN);
  }
});

test("no sign of a moment may be another, and each of its numbers ends where it ends", () => {
  const plain = "2022-03-04T23:59:59";
  expect(put(plain)).toEqual([true, plainDay(plain), 86_399]);
  for (let at = 0; at < plain.length; at += 1) {
    for (const sign of ["/", ":", "a", "\u{0130}", "\u{ffff}"]) {
      const text = plain.slice(0, at) + sign + plain.slice(at + 1);
      expect(put(text), text).toEqual(text === plain ? [true, plainDay(plain), 86_399] : [false, 7, 8]);
    }
  }
  const wrong = ["1979-12-31T10:00:00", "2101-01-01T10:00:00", "2022-00-04T10:00:00", "2022-13-04T10:00:00"];
  wrong.push("2022-03-00T10:00:00", "2022-04-31T10:00:00", "2022-02-29T10:00:00", "2022-03-04T24:00:00");
  wrong.push("2022-03-04T10:60:00", "2022-03-04T10:00:60", "2022-03-27T02:30:00", "2022-10-30T02:30:00");
  for (const text of wrong) expect(put(text), text).toEqual([false, 7, 8]);
  for (const text of [
    "2022-03-27T02:30",
    "2022-10-30T02:30",
    "2022-03-04T24:00",
    "2022-03-04T10:0",
    "",
    "2022-03-04",
  ]) {
    expect(put(text), text).toEqual([false, 7, 8]);
  }
  expect(put("2022-10-30T03:00")).toEqual([true, plainDay("2022-10-30"), 10_800]);
  expect(put("1980-01-01T00:00:00")).toEqual([true, plainDay("1980-01-01"), 0]);
  expect(put("2024-02-29T01:59:59")).toEqual([true, plainDay("2024-02-29"), 7_199]);
  expect(put("2022-03-27T03:00:00")).toEqual([true, plainDay("2022-03-27"), 10_800]);
  const none = new Int32Array(0);
  expect(putMoment(none, none, 0, plain)).toBe(false);
});

/** Whether it was put, and what then stands there. */
function put(text: string): readonly (boolean | number | undefined)[] {
  const [days, seconds] = [Int32Array.of(7), Int32Array.of(8)];
  return [putMoment(days, seconds, 0, text), days[0], seconds[0]];
}
