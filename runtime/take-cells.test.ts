// What a module's own reading gives, against cells that are all read with care.

import fc from "fast-check";
import { expect, test } from "vitest";
import type { Columns } from "./columns.ts";
import { writerAt, type ColumnWriter } from "./column-writer.ts";
import { evaluateEpisodes, isPlain, type EpisodeReader } from "./evaluate-episodes.ts";
import { columnsFromRecords, type RecordField, type RecordKind } from "./records.ts";
import { takeCode, takeCondition, takeDate, takeId, takeMoment, takeWithCare } from "./take-cells.ts";

const seed = 20_261_125;
const field = (code: string, kind: RecordKind, more: Partial<RecordField> = {}): RecordField => ({
  code,
  kind,
  choices: [],
  empty: "unknown",
  unique: false,
  ...more,
});
const fields: readonly RecordField[] = [
  field("id", { kind: "text" }, { unique: true }),
  field("ready", { kind: "moment" }, { empty: "missing" }),
  field("left", { kind: "moment" }),
  field("summons", { kind: "date" }, { empty: "missing" }),
  field("contact", { kind: "condition" }),
  field("hospital", { kind: "text" }),
  field("payer", { kind: "payer", register: "r" }, { payers: [{ code: "0180", name: "Staden", alsoKnownAs: [] }] }),
  field("age", { kind: "quantity", unit: "count", whole: true }),
];
interface Told {
  readonly id: unknown;
  readonly ready?: unknown;
  readonly left?: unknown;
  readonly summons?: unknown;
  readonly contact?: unknown;
  readonly hospital?: unknown;
  readonly payer?: unknown;
  readonly age?: unknown;
}
const reader: EpisodeReader<Told> = {
  fields,
  takePlain: (episodes, writers, reading, { from, until, left }) => {
    const [id, ready, gone, summons, contact, hospital, payer, age] = fields.map((_, place) =>
      writerAt(writers, place),
    );
    for (let index = from; index < until; index += 1) {
      const told = episodes[index];
      if (!isPlain(told)) return index;
      const at = index - left;
      const care = (own: ColumnWriter | undefined, cell: unknown): boolean =>
        own !== undefined && takeWithCare(own, reading, index, at, cell);
      const isTold = (cell: unknown): boolean => cell !== undefined && cell !== null;
      const moment = (own: ColumnWriter | undefined, cell: unknown): boolean =>
        !isTold(cell) || (own !== undefined && takeMoment(own.values, own.seconds, at, cell)) || care(own, cell);
      const code = (own: ColumnWriter | undefined, cell: unknown): boolean =>
        !isTold(cell) || (own !== undefined && takeCode(own, own.values, at, cell)) || care(own, cell);
      const isPlainly = [
        (id !== undefined && takeId(id, index, told.id)) || care(id, told.id),
        moment(ready, told.ready),
        moment(gone, told.left),
        !isTold(told.summons) ||
          (summons !== undefined && takeDate(summons.values, at, told.summons)) ||
          care(summons, told.summons),
        !isTold(told.contact) ||
          (contact !== undefined && takeCondition(contact.codes, at, told.contact)) ||
          care(contact, told.contact),
        code(hospital, told.hospital),
        code(payer, told.payer),
        !isTold(told.age) || care(age, told.age),
      ];
      if (isPlainly.includes(false)) return index;
    }
    return until;
  },
};

const nothing = [undefined, null, ""];
const moments = [
  "2022-03-04T10:15:00",
  "2022-03-04T10:15",
  "2022-05-01 10:00",
  "2022-05-01T10:00Z",
  "2022-10-30T02:30",
];
const wrong = [0, 1.5, {}, "x", "2022-02-29", "2022-03-27T02:30", true];
/** Texts of one place among those that were met lately, and shorter ones. */
const hospitals = ["Söder", "2222", "Ö", "ab", "abc", "xabc", "2022", "{{abc", 12, "abc" + "\u{200}"];
const mostly = (...plain: readonly unknown[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom(...plain) },
    { weight: 8, arbitrary: fc.constantFrom(...nothing) },
    { weight: 1, arbitrary: fc.constantFrom<unknown>(...wrong) },
  );
const told: fc.Arbitrary<Told> = fc.record(
  {
    id: fc.oneof({ weight: 20, arbitrary: fc.nat(5_000).map((number) => `e${number}`) }, mostly(7, "7")),
    ready: mostly(...moments),
    left: mostly(...moments, "2022-10-30T02:40:00"),
    summons: mostly("2022-03-04", "2024-02-29"),
    contact: mostly(true, false, "ja", "nej"),
    hospital: mostly(...hospitals),
    payer: mostly("0180", "Staden"),
    age: mostly(1, "2", 70),
  },
  { requiredKeys: ["id"] },
);

test(`a module's own reading of episodes gives what reading them with care gives, seed ${seed}`, () => {
  fc.assert(
    fc.property(fc.array(told, { maxLength: 80 }), (episodes) => {
      const plain = episodes.map((episode) => ({ ...episode }));
      expect(readBy(plain)).toEqual(columnsFromRecords(fields, plain as Parameters<typeof columnsFromRecords>[1]));
    }),
    { seed, numRuns: 400 },
  );
});

function readBy(episodes: readonly Told[]): object {
  let columns: Columns | undefined;
  const { refusals } = evaluateEpisodes(reader, episodes, (read) => {
    columns = read;
    return { kind: "stopped", reason: "not-fixed", value: "", document: "", from: null, on: "", record: "" };
  });
  return { columns, refusals, refused: new Set(refusals.map(({ row }) => row)).size };
}
