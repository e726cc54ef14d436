// What may be published of a run: episodes and amounts by payer and period, with small counts left out.
// Rule: no line, no pseudonym, no refused row; where a count is left out its amount is too, for an amount tells days.

import { csvText, kronorCell, textCell, type CsvColumn } from "@avtal/replay/csv-form";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import type { Completed, Ore } from "@avtal/runtime/result";
import { suppressed } from "./suppressed.ts";

/** The word that stands for a count that is left out. */
const leftOut = "..";

/** As Swedish Excel reads it; rows by payer code and period, then the sums. */
export function publishedTable({ groups, lines }: Pick<Completed, "groups" | "lines">): string {
  const payers = sortedPairs(groups.map(({ keys }) => [keys.payer.code, keys.payer.name] as const));
  const periods = [...new Set(groups.map(({ keys }) => keys.period))].sort(byCodePoint);
  const counts = sumsBy(groups.map(({ keys, records }) => [keys.payer.code, keys.period, BigInt(records)] as const));
  const amounts = sumsBy(lines.map(({ keys, amount }) => [keys.payer.code, keys.period, amount] as const));
  const codes = payers.map(([code]) => code);
  const table = withSums(codes, periods, counts);
  const money = withSums(codes, periods, amounts);
  const hidden = suppressed(table.map((row) => row.map(Number)));
  const rows = table.flatMap((row, at) =>
    row.map((count, column): PublishedRow => {
      const [code, name] = payers[at] ?? ["", "Summa"];
      const isHidden = hidden[at]?.[column] === true;
      const amount = (money[at]?.[column] ?? 0n) as Ore;
      return { code, name, period: periods[column] ?? "Summa", count, amount, isHidden };
    }),
  );
  return csvText(columns, rows, "csv-sv");
}

interface PublishedRow {
  readonly code: string;
  readonly name: string;
  readonly period: string;
  readonly count: bigint;
  readonly amount: Ore;
  readonly isHidden: boolean;
}

const columns: readonly CsvColumn<PublishedRow>[] = [
  { name: "payer_code", heading: "Betalarens kod", cell: ({ code }) => textCell(code) },
  { name: "payer", heading: "Betalare", cell: ({ name }) => textCell(name) },
  { name: "period", heading: "Period", cell: ({ period }) => textCell(period) },
  { name: "records", heading: "Vårdtillfällen", cell: ({ isHidden, count }) => (isHidden ? leftOut : String(count)) },
  {
    name: "amount",
    heading: "Belopp (kr)",
    cell: ({ isHidden, amount }, form) => (isHidden ? leftOut : kronorCell(amount, form)),
  },
];

function sortedPairs(pairs: readonly (readonly [string, string])[]): (readonly [string, string])[] {
  return [...new Map(pairs)].sort(([a], [b]) => byCodePoint(a, b));
}

function sumsBy(parts: readonly (readonly [string, string, bigint])[]): ReadonlyMap<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const [code, period, number] of parts) {
    const key = `${code}\n${period}`;
    sums.set(key, (sums.get(key) ?? 0n) + number);
  }
  return sums;
}

/** Sums in the last column and the last row. */
function withSums(
  codes: readonly string[],
  periods: readonly string[],
  of: ReadonlyMap<string, bigint>,
): readonly (readonly bigint[])[] {
  const inner = codes.map((code) => periods.map((period) => of.get(`${code}\n${period}`) ?? 0n));
  const total = (numbers: readonly bigint[]): bigint => numbers.reduce((sum, number) => sum + number, 0n);
  const rows = inner.map((row) => [...row, total(row)]);
  const last = [...periods, "Summa"].map((_, column) => total(rows.map((row) => row[column] ?? 0n)));
  return [...rows, last];
}
