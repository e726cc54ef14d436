// Episodes written out in the statement itself: for a handful of records, where no table is worth making.

import { dateText } from "@avtal/runtime/calendar";
import { MISSING, NOT_KNOWN, UNKNOWN, YES, type Column, type Columns } from "@avtal/runtime/columns";
import type { Field, Program } from "../../ir/ir.ts";
import { dialects, type DialectName } from "./dialect.ts";
import type { EpisodeTable } from "./records.ts";

/** At least one record; a statement over none is not asked for. */
export function writtenEpisodes(columns: Columns, program: Program, dialect: DialectName): EpisodeTable {
  const { text, identifier, rows } = dialects[dialect];
  const fields = program.fields.filter(({ code }) => columns.columns.has(code));
  const cells = columns.ids.map((id, record) => [
    String(record),
    text(id).text,
    ...fields.map((field) => {
      const written = cellText(columns.columns.get(field.code), record);
      return written === null ? "NULL" : text(written).text;
    }),
  ]);
  const names = fields.map((_, index) => identifier(`f${index}`));
  return {
    from: `(${rows(cells, ["n", "i", ...names])}) AS e`,
    id: "i",
    number: "CAST(n AS BIGINT)",
    columns: new Map(
      fields.map((field, index) => [field.code, `CAST(${names[index] ?? ""} AS ${typeOf(field, dialect)})`]),
    ),
  };
}

function typeOf({ kind }: Field, dialect: DialectName): string {
  switch (kind.kind) {
    case "date":
      return "DATE";
    case "moment":
      return "TIMESTAMP";
    case "condition":
      return "BOOLEAN";
    case "quantity":
    case "clock":
    case "month":
    case "quarter":
    case "year":
      return "BIGINT";
    default:
      return dialect === "spark" ? "STRING" : "VARCHAR";
  }
}

/** Null where the fact is absent. */
function cellText(column: Column | undefined, record: number): string | null {
  if (column === undefined) return null;
  const number = numberIn(column, record);
  if (number === MISSING || number === UNKNOWN) return null;
  switch (column.kind) {
    case "condition":
      return number === NOT_KNOWN ? null : number === YES ? "true" : "false";
    case "date":
      return dateText(number);
    case "moment":
      return `${dateText(number)} ${clockText(column.seconds[record] ?? 0)}`;
    case "code":
      return column.names[number] ?? null;
    case "integer":
      return String(number);
  }
}

function numberIn(column: Column, record: number): number {
  switch (column.kind) {
    case "date":
    case "moment":
      return column.days[record] ?? MISSING;
    case "condition":
    case "code":
      return column.codes[record] ?? MISSING;
    case "integer":
      return column.values[record] ?? MISSING;
  }
}

function clockText(seconds: number): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
