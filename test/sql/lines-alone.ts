// Lines as the statement of lines alone shows them, and as a result has them: one text a line, to hold against each other.

import { sqlLines } from "@avtal/compiler/emit/sql/statement";
import { writtenEpisodes } from "@avtal/compiler/emit/sql/written-episodes";
import type { Program } from "@avtal/compiler/ir/ir";
import type { Columns } from "@avtal/runtime/columns";
import { ratio, ratioText, type Ratio } from "@avtal/runtime/ratio";
import type { InvoiceLine, RunOptions } from "@avtal/runtime/result";
import type { DuckDb } from "@avtal/replay/engines/duckdb";

const columns = [
  "id",
  "document",
  "rule",
  "payer",
  "period",
  "part_from",
  "part_through",
  "quantity_over",
  "quantity_under",
  "unit",
  "unit_price_over",
  "unit_price_under",
  "amount_ore",
] as const;

/** Sorted. */
export async function linesInDuckDb(
  db: DuckDb,
  program: Program,
  data: Columns,
  options: RunOptions,
): Promise<readonly string[]> {
  const episodes = writtenEpisodes(data, program, "duckdb");
  const outcome = sqlLines({ program, options, dialect: "duckdb", episodes });
  if (outcome.kind === "unsayable") throw new Error(`No SQL says ${outcome.construct}.`);
  const texts = columns.map((name) => `CAST(${name} AS VARCHAR)`).join(", ");
  const rows = await db.query(`SELECT 'line' AS section, 0 AS number, ${texts} FROM (${outcome.sql})`);
  return rows.map(([, , ...cells]) => lineText(cells)).sort();
}

function lineText(cells: readonly (string | null)[]): string {
  const [id, document, rule, payer, period, from, through, quantity, perQuantity, unit, price, perPrice, amount] =
    cells;
  return [
    id,
    document,
    rule,
    payer,
    period,
    from,
    through,
    fraction(quantity, perQuantity),
    unit,
    fraction(price, perPrice),
    amount,
  ].join(" | ");
}

function fraction(over: string | null | undefined, under: string | null | undefined): string {
  return typeof over === "string" && typeof under === "string" ? ratioText(ratio(BigInt(over), BigInt(under))) : "";
}

/** Sorted. */
export function linesOfResult(lines: readonly InvoiceLine[]): readonly string[] {
  return lines.map(textOfLine).sort();
}

function textOfLine({ id, place, keys, quantity, unit, unitPrice, amount }: InvoiceLine): string {
  const shown = (value: Ratio | null): string => (value === null ? "" : ratioText(value));
  const { from, through } = keys.part ?? {};
  return [
    id,
    place.document,
    place.rule,
    keys.payer.code,
    keys.period,
    from,
    through,
    shown(quantity),
    unit,
    shown(unitPrice),
    amount,
  ].join(" | ");
}
