// How a value of each Parquet type becomes text that says exactly the same, as `avtal run` writes it for its reader.
// Rule: no text for a type that could round or that does not say what it counts.

import type { SchemaElement } from "hyparquet";
import { dateText } from "@avtal/runtime/calendar";

export interface ColumnForm {
  readonly name: string;
  /** For people: the name that the type has in Parquet. */
  readonly type: string;
  /** Undefined for a type that is not taken. */
  readonly text: ((value: unknown) => string) | undefined;
}

export function columnForm(element: SchemaElement): ColumnForm {
  const { name, type, converted_type: sort, logical_type: means, repetition_type: repeats } = element;
  const shown = means?.type ?? sort ?? type ?? "STRUCT";
  const nested = type === undefined || (element.num_children ?? 0) > 0 || repeats === "REPEATED";
  return { name, type: shown, text: nested ? undefined : textOf(element) };
}

function textOf({ type, converted_type: sort, logical_type: means, scale }: SchemaElement): ColumnForm["text"] {
  if (means?.type === "DECIMAL" || sort === "DECIMAL") return decimalForm(scale ?? 0);
  switch (means?.type) {
    case undefined:
      break;
    case "TIMESTAMP":
      return means.isAdjustedToUTC ? (value) => `${plain(value)}Z` : plain;
    case "STRING":
    case "ENUM":
      return utf8;
    case "DATE":
    case "UUID":
    case "INTEGER":
      return plain;
    default:
      return undefined;
  }
  switch (sort) {
    case undefined:
      return type === "BOOLEAN" || type === "INT32" || type === "INT64" ? plain : undefined;
    case "UTF8":
    case "ENUM":
      return utf8;
    case "DATE":
    case "INT_8":
    case "INT_16":
    case "INT_32":
    case "INT_64":
    case "UINT_8":
    case "UINT_16":
    case "UINT_32":
    case "UINT_64":
      return plain;
    default:
      // A moment of this old form does not say whether it is Swedish time or UTC.
      return undefined;
  }
}

/** A file may claim any number of decimals; more than fit in 16 bytes are no amount of anything. */
function decimalForm(scale: number): ColumnForm["text"] {
  return scale >= 0 && scale <= mostDecimals ? (value) => decimalText(wholeOf(value), scale) : undefined;
}

const mostDecimals = 38;

function plain(value: unknown): string {
  switch (typeof value) {
    case "string":
    case "bigint":
    case "boolean":
      return String(value);
    case "number":
      if (Number.isSafeInteger(value)) return String(value);
  }
  throw new Error("A value is not of the type of its column.");
}

function utf8(value: unknown): string {
  if (!(value instanceof Uint8Array)) throw new Error("A text is not stored as bytes.");
  return decoder.decode(value);
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The whole number that a decimal is stored as: as a number, or as bytes with the greatest first. */
function wholeOf(value: unknown): bigint {
  if (typeof value === "bigint") return value;
  if (typeof value === "number" && Number.isSafeInteger(value)) return BigInt(value);
  if (!(value instanceof Uint8Array)) throw new Error("A decimal is stored in an unknown way.");
  let whole = 0n;
  for (const byte of value) whole = (whole << 8n) | BigInt(byte);
  return BigInt.asIntN(Math.max(1, value.length) * 8, whole);
}

/** A whole decimal without its zeros; any other with all its places. */
function decimalText(whole: bigint, scale: number): string {
  const unit = 10n ** BigInt(scale);
  if (whole % unit === 0n) return String(whole / unit);
  const size = whole < 0n ? -whole : whole;
  return `${whole < 0n ? "-" : ""}${size / unit}.${String(size % unit).padStart(scale, "0")}`;
}

/** Days since 1970-01-01. */
export function dayText(day: number): string {
  return Math.abs(day) > greatestDay ? "infinity" : dateText(day);
}

/** So many parts of a second since 1970-01-01T00:00:00; what is less than a second is dropped. */
export function momentText(parts: bigint, perSecond: bigint): string {
  const seconds = parts / perSecond - (parts % perSecond < 0n ? 1n : 0n);
  const inDay = Number(((seconds % 86_400n) + 86_400n) % 86_400n);
  const day = (seconds - BigInt(inDay)) / 86_400n;
  if (day > BigInt(greatestDay) || day < BigInt(-greatestDay)) return "infinity";
  const [hours, minutes] = [Math.floor(inDay / 3_600), Math.floor(inDay / 60) % 60];
  const clock = [hours, minutes, inDay % 60].map((each) => String(each).padStart(2, "0")).join(":");
  return `${dateText(Number(day))}T${clock}`;
}

/** Some time in the year 9999, and as far back. */
const greatestDay = 2_932_000;
