import { describe, expect, test } from "vitest";
import { ratio, type Ratio } from "@avtal/runtime/ratio";
import type { InvoiceLine, Ore } from "@avtal/runtime/result";
import { recomputed } from "./recomputed.ts";

function line(quantity: Ratio, amount: bigint, steps: readonly (readonly [string, Ratio])[]): InvoiceLine {
  return {
    id: "a",
    place: { document: "stockholm", rule: "genomsnitt", clause: "12.3" },
    keys: { payer: { code: "0126", name: "Huddinge" }, period: "2022-03", episode: null, others: [], part: null },
    payee: "Region Stockholm",
    invoicer: null,
    quantity,
    unit: "dagar",
    unitPrice: ratio(930_000n),
    amount: amount as Ore,
    steps: steps.map(([name, exact]) => ({ name, value: { kind: "quantity", unit: "dagar", exact } })),
    leftOut: { notCharged: 0, undecided: 0 },
    rows: [],
    readings: [],
  };
}

/** Ten episodes, 16 days: (1,6 − 1,3) × 4 × 9 300 = 11 160 kr. */
const steps = [
  ["medeldagar", ratio(8n, 5n)],
  ["gräns", ratio(13n, 10n)],
  ["överskott", ratio(3n, 10n)],
] as const;

describe("how a line is recomputed", () => {
  test("from its days, its count, its limit and the episodes that count, where they give its amount", () => {
    expect(recomputed(line(ratio(6n, 5n), 1_116_000n, steps), 10, "medeldagar")).toEqual({
      kind: "mean",
      days: ratio(16n),
      records: 10,
      limit: ratio(13n, 10n),
      factor: ratio(4n),
      price: ratio(9300n),
    });
  });

  test("as quantity times price where the rule has no mean, or its steps say nothing of the quantity", () => {
    const product = { kind: "product", quantity: ratio(6n, 5n), price: ratio(9300n) };
    expect(recomputed(line(ratio(6n, 5n), 1_116_000n, steps), 10, undefined)).toEqual(product);
    expect(recomputed(line(ratio(6n, 5n), 1_116_000n, steps.slice(0, 2)), 10, "medeldagar")).toEqual(product);
  });

  test("not at all where the product is not the amount to the öre", () => {
    expect(recomputed(line(ratio(6n, 5n), 1_116_001n, steps), 10, "medeldagar")).toEqual({ kind: "none" });
  });
});
