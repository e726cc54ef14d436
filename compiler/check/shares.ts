// A table of shares that nearly makes the whole: `33,33 %` three times is 99,99 %, and somebody would lose the rest.
// Rule: only shares that are written out and lie within one per cent of the whole are held against it; others need not add up.

import { compare, minus, plus, ratio, type Ratio } from "@avtal/runtime/ratio";
import { cover } from "../source.ts";
import type { ValueRow, ValueStatement } from "../syntax/ast.ts";
import type { Checking } from "./checking.ts";
import { constantOf } from "./constant.ts";
import { sharesNotWhole } from "./problems/shares-not-whole.ts";

export function checkShares(row: ValueRow, value: ValueStatement, checking: Checking): void {
  if (value.type?.text !== "share" || value.dependsOn.length !== 1 || row.content.kind !== "table") return;
  const { rows } = row.content;
  const shares = rows.flatMap(({ cell }) => {
    if (cell.kind === "notKnown") return [];
    const share = constantOf(cell);
    return share === undefined ? [] : [share];
  });
  if (shares.length < 2 || shares.length < rows.length) return;
  const sum = shares.reduce(plus);
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined || !isNearlyOne(sum)) return;
  checking.report(sharesNotWhole({ span: cover(first.span, last.span), sum }));
}

function isNearlyOne(sum: Ratio): boolean {
  const off = minus(sum, ratio(1n));
  const hundredth = ratio(1n, 100n);
  return off.over !== 0n && compare(off, hundredth) <= 0 && compare(minus(ratio(0n), off), hundredth) <= 0;
}
