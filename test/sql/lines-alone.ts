// The statement of lines alone, and its lines beside those of a result: one text a line, to hold against each other.

import type { DialectName } from "@avtal/compiler/emit/sql/dialect";
import type { EpisodeTable } from "@avtal/compiler/emit/sql/records";
import { sqlLines } from "@avtal/compiler/emit/sql/statement";
import type { Program } from "@avtal/compiler/ir/ir";
import { ratio, ratioText, type Ratio } from "@avtal/runtime/ratio";
import type { InvoiceLine, RunOptions } from "@avtal/runtime/result";

/** As a table has them whose records are known by their ids. */
export function withoutNumbers(episodes: EpisodeTable): EpisodeTable {
  return { ...episodes, number: null };
}

/** Every cell is a text. */
export function statementOfLines(
  program: Program,
  options: RunOptions,
  dialect: DialectName,
  episodes: EpisodeTable,
): string {
  const outcome = sqlLines({ program, options, dialect, episodes });
  if (outcome.kind === "unsayable") throw new Error(`No SQL says ${outcome.construct}.`);
  return asTexts(outcome.sql);
}

/** The columns that are looked at, of a statement that gives lines. Spark wants to be told a length. */
export function asTexts(sql: string): string {
  const texts = columns.map((name) => `CAST(${name} AS VARCHAR(1000)) AS ${name}`).join(", ");
  return `SELECT ${texts} FROM (${sql}) AS q`;
}

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

type Cells = readonly (string | null)[];

/** Sorted. */
export function linesOfRows(rows: readonly Cells[]): readonly string[] {
  return rows.map(lineOfRow).sort();
}

function lineOfRow(cells: Cells): string {
  const [id, document, rule, payer, period, from, through, over, under, unit, priceOver, priceUnder, amount] = cells;
  const [quantity, price] = [fraction(over, under), fraction(priceOver, priceUnder)];
  return [id, document, rule, payer, period, from, through, quantity, unit, price, amount].join(" | ");
}

function fraction(over: string | null | undefined, under: string | null | undefined): string {
  return typeof over === "string" && typeof under === "string" ? ratioText(ratio(BigInt(over), BigInt(under))) : "";
}

/** Sorted. */
export function linesOfResult(lines: readonly InvoiceLine[]): readonly string[] {
  return lines.map(lineOfResult).sort();
}

function lineOfResult({ id, place, keys, quantity, unit, unitPrice, amount }: InvoiceLine): string {
  const { document, rule } = place;
  const { from, through } = keys.part ?? {};
  const [shown, price] = [textOf(quantity), textOf(unitPrice)];
  return [id, document, rule, keys.payer.code, keys.period, from, through, shown, unit, price, amount].join(" | ");
}

function textOf(value: Ratio | null): string {
  return value === null ? "" : ratioText(value);
}
