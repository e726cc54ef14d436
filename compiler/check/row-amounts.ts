// Amounts in the rows of values: never below zero, and zero only where the source says so.
// Rule: a price of 0 kr is decided by words that are quoted; a forgotten number is `saknas`.

import type { Document } from "../resolve/document.ts";
import type { ValueRow } from "../syntax/ast.ts";
import type { Checking } from "./checking.ts";
import { constantOf } from "./constant.ts";
import { cellsOf } from "./definitions.ts";
import { amountBelowZero } from "./problems/amount-below-zero.ts";
import { zeroWithoutWords } from "./problems/zero-without-words.ts";

export function checkRowAmounts(document: Document, checking: Checking): void {
  for (const { rows } of document.values.values()) {
    for (const { it } of rows) {
      for (const cell of cellsOf(it)) {
        const value = constantOf(cell);
        if (value === undefined) continue;
        const kind = checking.kindOf.get(cell);
        const money = kind?.kind === "quantity" && kind.dimension.money === 1;
        if (value.over < 0n) checking.report(amountBelowZero({ cell }));
        else if (money && value.over === 0n && !quotes(it)) checking.report(zeroWithoutWords({ cell }));
      }
    }
  }
}

function quotes({ cites }: ValueRow): boolean {
  return cites?.kind === "references" && cites.references.some((reference) => reference.quote !== undefined);
}
