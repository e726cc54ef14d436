import { expect, test } from "vitest";
import type { Columns } from "@avtal/runtime/columns";
import { dayOf } from "./episodes-data.ts";

test("C27: the days of a protected episode are not told, and those of others are", () => {
  const columns: Columns = {
    count: 2,
    ids: ["skyddad-1", "b"],
    columns: new Map([["discharged_at", { kind: "date", days: Int32Array.of(20_000, 20_001) }]]),
  };
  expect([0, 1].map((record) => dayOf("discharged_at", columns, record))).toEqual([undefined, 20_001]);
});
