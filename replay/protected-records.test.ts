import { expect, test } from "vitest";
import { idOf, NO, NOT_KNOWN, YES, type Columns } from "@avtal/runtime/columns";
import { isStandIn, withoutProtectedIds } from "./protected-records.ts";

function columns(ids: readonly string[], flags?: readonly number[]): Columns {
  const found =
    flags === undefined ? [] : ([["protected", { kind: "condition", codes: Uint8Array.from(flags) }]] as const);
  return { count: ids.length, ids, columns: new Map(found) };
}

test("C27: the id of a protected record is replaced, in the order of the data, and no other is", () => {
  const { columns: seen, records } = withoutProtectedIds(columns(["a", "b", "c", "d"], [NO, YES, NOT_KNOWN, YES]));
  expect(seen.ids).toEqual(["a", "skyddad-1", "c", "skyddad-2"]);
  expect(records).toEqual([
    { standIn: "skyddad-1", id: "b" },
    { standIn: "skyddad-2", id: "d" },
  ]);
  expect(seen.ids.map(isStandIn)).toEqual([false, true, false, true]);
});

test("without the column, or with nobody protected, the very same columns come back", () => {
  for (const same of [columns(["a"]), columns(["a", "b"], [NO, NOT_KNOWN])]) {
    expect(withoutProtectedIds(same)).toEqual({ columns: same, records: [] });
    expect(withoutProtectedIds(same).columns).toBe(same);
  }
});

test("no way to an id leads past its stand-in: asked one by one it is the same", () => {
  const plain = columns(["a", "b", "c"], [NO, YES, NO]);
  const { columns: seen } = withoutProtectedIds({ ...plain, idAt: (record) => plain.ids[record] ?? "" });
  expect([0, 1, 2].map((record) => idOf(seen, record))).toEqual(["a", "skyddad-1", "c"]);
});

test("a stand-in is never an id that some record has", () => {
  const { columns: seen } = withoutProtectedIds(columns(["skyddad-1", "b", "skyddad-2", "d"], [NO, YES, YES, YES]));
  expect(seen.ids).toEqual(["skyddad-1", "skyddad-3", "skyddad-4", "skyddad-5"]);
});
