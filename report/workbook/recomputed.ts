// How a workbook recomputes a line: mean days less a limit, times a factor, times a price; or a quantity times a price.
// Rule: a form is used only where its exact numbers give the line's own amount to the öre; nothing is fitted to it.

import { compare, dividedBy, isWhole, minus, ratio, times, type Ratio } from "@avtal/runtime/ratio";
import type { InvoiceLine } from "@avtal/runtime/result";
import { round } from "@avtal/runtime/rounding";

export type Recomputed =
  | {
      readonly kind: "mean";
      readonly days: Ratio;
      readonly records: number;
      readonly limit: Ratio;
      readonly factor: Ratio;
      /** Kronor. */
      readonly price: Ratio;
    }
  | { readonly kind: "product"; readonly quantity: Ratio; readonly price: Ratio }
  /** No product to the öre: the line is what its steps say. */
  | { readonly kind: "none" };

/** `mean`: name of the step that averages the group's records, where the rule has one. */
export function recomputed(line: InvoiceLine, records: number, mean: string | undefined): Recomputed {
  const { quantity, unitPrice, amount } = line;
  if (quantity === null || unitPrice === null) return { kind: "none" };
  const ore = round(times(quantity, unitPrice), ratio(1n), "halfUp");
  if (ore.over !== amount || ore.under !== 1n) return { kind: "none" };
  const price = times(unitPrice, ratio(1n, 100n));
  return withMean(line, records, mean, price) ?? { kind: "product", quantity, price };
}

function withMean(
  { steps, quantity }: InvoiceLine,
  records: number,
  mean: string | undefined,
  price: Ratio,
): (Recomputed & { readonly kind: "mean" }) | undefined {
  const inDays = steps.flatMap(({ name, value }) =>
    value.kind === "quantity" && value.unit === "dagar" ? [{ name, exact: value.exact }] : [],
  );
  const average = inDays.find(({ name }) => name === mean)?.exact;
  if (average === undefined || quantity === null || records === 0) return undefined;
  const days = times(average, ratio(BigInt(records)));
  if (!isWhole(days)) return undefined;
  for (const { name, exact: limit } of inDays) {
    const excess = minus(average, limit);
    const isStep = name !== mean && inDays.some((one) => one.name !== name && compare(one.exact, excess) === 0);
    if (!isStep || excess.over <= 0n) continue;
    const factor = dividedBy(quantity, excess);
    if (isWhole(factor) && factor.over <= BigInt(records)) {
      return { kind: "mean", days, records, limit, factor, price };
    }
  }
  return undefined;
}
