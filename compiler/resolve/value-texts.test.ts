import fc from "fast-check";
import { dateText } from "@avtal/runtime/calendar";
import { expect, test } from "vitest";
import type { Day, ValueText } from "./document.ts";
import { documentNamed, documentsFrom, type Texts } from "./test-documents.ts";

const seed = Number(process.env["AVTAL_SEED"] ?? 20201101);
const first = 18262;

interface Rows {
  /** First days, as days after the first; the value of a row is its number. */
  readonly rows: readonly number[];
}

interface Amended extends Rows {
  readonly from: number;
  readonly until: number | undefined;
}

/** The obvious way: of all layers in force on the day, the last that begins a row on the latest day. */
function expectedOn(day: number, base: Rows, amendments: readonly Amended[]): string | undefined {
  let best: { readonly from: number; readonly says: string } | undefined;
  for (const from of base.rows) if (from <= day && from >= (best?.from ?? 0)) best = { from, says: `0,${from}` };
  for (const [index, { rows, from: begins, until }] of amendments.entries()) {
    if (day < begins || (until !== undefined && day >= until)) continue;
    for (const from of rows)
      if (from <= day && from >= (best?.from ?? 0)) best = { from, says: `${index + 1},${from}` };
  }
  return best?.says;
}

/** What the rule of the list says: the latest row begun, of those on one day the first. */
function foundOn(day: Day, text: ValueText | undefined): string | undefined {
  const begun = (text?.rows ?? []).filter(
    ({ days }) => (days.from ?? day) <= day && (days.until === undefined || day < days.until),
  );
  const latest = Math.max(...begun.map(({ days }) => days.from ?? day));
  const row = begun.find(({ days }) => days.from === latest)?.it;
  return row?.content.kind === "cell" && row.content.cell.kind === "number"
    ? row.content.cell.digits.replace(".", ",")
    : undefined;
}

const rowDays = fc
  .uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 4 })
  .map((days) => [...days].sort((a, b) => a - b));
const amendment: fc.Arbitrary<Amended> = fc
  .record({
    from: fc.integer({ min: 0, max: 20 }),
    length: fc.option(fc.integer({ min: 1, max: 15 }), { nil: undefined }),
    rows: rowDays,
  })
  .map(({ from, length, rows }) => {
    const until = length === undefined ? undefined : from + length;
    return { from, until, rows: rows.filter((row) => row >= from && (until === undefined || row < until)) };
  })
  .filter(({ rows }) => rows.length > 0);

test(`on every day the row in force is that of the layers in force (seed ${seed})`, () => {
  fc.assert(
    fc.property(
      rowDays,
      fc.uniqueArray(amendment, { maxLength: 3, selector: ({ from }) => from }),
      (later, unsorted) => {
        const base: Rows = { rows: [0, ...later.filter((day) => day > 0)] };
        const amendments = [...unsorted].sort((a, b) => a.from - b.from);
        const { documents, codes } = documentsFrom(textsOf(base, amendments));
        fc.pre(!codes.includes("AV2017"));
        expect(codes).toEqual([]);
        const text = documentNamed("prov", { documents }).values.get("v");
        for (let day = 0; day <= 36; day++)
          expect([day, foundOn(first + day, text)]).toEqual([day, expectedOn(day, base, amendments)]);
      },
    ),
    { seed, numRuns: 60 },
  );
});

function textsOf(base: Rows, amendments: readonly Amended[]): Texts {
  const rows = (layer: number, days: readonly number[]): string =>
    days.map((day) => `från och med ${dateText(first + day)}: ${layer},${day} dagar`).join("\n");
  const texts: Record<string, string> = {
    "a.avtal": `ordlista prov "Prov" värde v i dagar ${rows(0, base.rows)}`,
  };
  for (const [index, { from, until, rows: days }] of amendments.entries()) {
    const end = until === undefined ? "" : `före ${dateText(first + until)}`;
    texts[`b${index}.avtal`] =
      `ändring x${index} av prov utkast från och med ${dateText(first + from)} ${end} värde v ${rows(index + 1, days)}`;
  }
  return texts;
}
