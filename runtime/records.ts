// Columns from plain objects: what tests, editors and generated `evaluate(episodes)` hand in.
// Rule: a value that cannot be right refuses its row by number and reason, without repeating the value; nothing throws.

import { dayOf, monthIndex } from "./calendar.ts";
import { MISSING, NO, NOT_KNOWN, UNKNOWN, YES, type Column, type Columns } from "./columns.ts";
import { dateFromText, momentFromText, orderIsUnclear, type MomentFailure, type MomentText } from "./moment-text.ts";
import { oreFromText } from "./money.ts";

/** A field of the vocabulary; the program's fields have this shape, with `payers` added from their register. */
export interface RecordField {
  /** Column name. */
  readonly code: string;
  readonly kind: RecordKind;
  readonly choices: readonly { readonly name: string; readonly code: string }[];
  /** What an empty or absent cell means. */
  readonly empty: "missing" | "unknown";
  readonly unique: boolean;
  /** Payers that the field may name; undefined where any text is taken as a code. */
  readonly payers?: readonly {
    readonly code: string;
    readonly name: string;
    readonly alsoKnownAs: readonly string[];
  }[];
}

export type RecordKind =
  | { readonly kind: "quantity"; readonly unit: string; readonly whole: boolean }
  | { readonly kind: "date" | "moment" | "clock" | "month" | "quarter" | "year" | "condition" | "text" }
  | { readonly kind: "choice"; readonly field: string }
  | { readonly kind: "payer"; readonly register: string | null };

export type Cell = string | number | boolean | null | undefined;

/** One episode as a plain object, keyed by column code. */
export type PlainRecord = Readonly<Record<string, Cell>>;

export interface RecordRefusal {
  /** Number of the record, from 1. */
  readonly row: number;
  readonly column: string;
  readonly reason: RefusalReason;
}

export type RefusalReason =
  | MomentFailure
  | "unknown-choice"
  | "unknown-payer"
  | "not-yes-or-no"
  | "not-a-whole-number"
  | "not-an-amount"
  | "not-a-period"
  | "not-text"
  | "empty"
  | "duplicate"
  | "unknown-column"
  /** Two moments in the hour that exists twice, whose order decides and cannot be told. */
  | "unclear-order";

export interface RecordsRead {
  /** The records that could be read, in input order. */
  readonly columns: Columns;
  readonly refusals: readonly RecordRefusal[];
  /** Records left out because of one refusal or more. */
  readonly refused: number;
}

/** Reads records into columns. Ids come from the field marked unique; without one they are the record's number. */
export function columnsFromRecords(fields: readonly RecordField[], records: readonly PlainRecord[]): RecordsRead {
  const known = new Set(fields.map((field) => field.code));
  const idField = fields.find((field) => field.unique);
  const readers = fields.map((field) => ({ field, read: readerOf(field) }));
  const seen = new Map(fields.filter((field) => field.unique).map((field) => [field.code, new Set<string>()]));
  const kept: { readonly id: string; readonly cells: ReadonlyMap<string, Read> }[] = [];
  const refusals: RecordRefusal[] = [];

  records.forEach((record, index) => {
    const row = index + 1;
    const before = refusals.length;
    const refuse = (column: string, reason: RefusalReason): void => void refusals.push({ row, column, reason });
    for (const column of Object.keys(record)) if (!known.has(column)) refuse(column, "unknown-column");
    const cells = new Map<string, Read>();
    for (const { field, read } of readers) {
      const cell = Object.hasOwn(record, field.code) ? record[field.code] : null;
      const value = isEmpty(cell) ? emptyCell(field) : read(cell);
      if (value.kind === "refused") refuse(field.code, value.reason);
      else cells.set(field.code, value);
      if (value.kind === "text" && !addUnseen(seen.get(field.code), value.text)) refuse(field.code, "duplicate");
    }
    for (const column of momentsOfUnclearOrder(cells)) refuse(column, "unclear-order");
    if (refusals.length === before) kept.push({ id: idOf(idField, cells, row), cells });
  });

  const columns = new Map(
    fields.map((field) => [
      field.code,
      columnOf(
        field,
        kept.map((record) => certain(record.cells.get(field.code))),
      ),
    ]),
  );
  return {
    columns: { count: kept.length, ids: kept.map((record) => record.id), columns },
    refusals,
    refused: records.length - kept.length,
  };
}

/** A cell that has been read. */
type Read =
  | { readonly kind: "absent"; readonly sentinel: typeof MISSING | typeof UNKNOWN }
  | { readonly kind: "number"; readonly number: number }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "moment"; readonly moment: MomentText & { readonly ok: true } }
  | { readonly kind: "refused"; readonly reason: RefusalReason };

type NotEmpty = string | number | boolean;

const greatestInteger = 2_147_483_647;

function isEmpty(cell: Cell): cell is null | undefined | "" {
  return cell === null || cell === undefined || cell === "";
}

function emptyCell(field: RecordField): Read {
  if (field.unique) return refused("empty");
  return { kind: "absent", sentinel: field.empty === "missing" ? MISSING : UNKNOWN };
}

function readerOf(field: RecordField): (cell: NotEmpty) => Read {
  switch (field.kind.kind) {
    case "condition":
      return readCondition;
    case "date":
      return (cell) => readDate(cell);
    case "moment":
      return (cell) => readMoment(cell);
    case "clock":
      return (cell) => readClock(cell);
    case "month":
    case "quarter":
    case "year":
      return periodReader(field.kind.kind);
    case "choice":
      return codeReader(
        field.choices.map((choice) => [[choice.code, choice.name], choice.code]),
        "unknown-choice",
      );
    case "payer":
      return field.payers === undefined ? readText : payerReader(field.payers);
    case "text":
      return readText;
    case "quantity":
      return field.kind.unit === "money" || field.kind.unit === "moneyPerDay" ? readMoney : readInteger;
  }
}

function readCondition(cell: NotEmpty): Read {
  switch (cell) {
    case true:
    case "true":
    case "ja":
    case "yes":
      return { kind: "number", number: YES };
    case false:
    case "false":
    case "nej":
    case "no":
      return { kind: "number", number: NO };
    default:
      return refused("not-yes-or-no");
  }
}

function readDate(cell: NotEmpty): Read {
  const date = typeof cell === "string" ? dateFromText(cell) : ({ ok: false, reason: "form" } as const);
  return date.ok ? { kind: "number", number: date.day } : refused(date.reason);
}

function readMoment(cell: NotEmpty): Read {
  const moment = typeof cell === "string" ? momentFromText(cell) : ({ ok: false, reason: "form" } as const);
  return moment.ok ? { kind: "moment", moment } : refused(moment.reason);
}

/** `10:15` or `10:15:30`, as seconds of the day. */
function readClock(cell: NotEmpty): Read {
  const found = /^(\d{2}):(\d{2})(?::(\d{2}))?$/.exec(String(cell));
  if (found === null) return refused("form");
  const [hour, minute, second] = [Number(found[1]), Number(found[2]), Number(found[3] ?? "0")];
  if (hour === 24) return refused("hour-24");
  if (second === 60) return refused("second-60");
  if (hour > 24 || minute > 59 || second > 60) return refused("no-such-time");
  return { kind: "number", number: hour * 3600 + minute * 60 + second };
}

/** `2020-10`, `2020-Q4` or `2020`, as an index from year 0. */
function periodReader(period: "month" | "quarter" | "year"): (cell: NotEmpty) => Read {
  return (cell) => {
    const found = /^(\d{4})(?:-(Q?)(\d{1,2}))?$/.exec(String(cell));
    const year = Number(found?.[1]);
    const part = Number(found?.[3] ?? "0");
    const inQuarters = found?.[2] === "Q";
    if (found === null) return refused("not-a-period");
    if (period === "year") return found[3] === undefined ? { kind: "number", number: year } : refused("not-a-period");
    if (period === "quarter") {
      return inQuarters && part >= 1 && part <= 4
        ? { kind: "number", number: year * 4 + part - 1 }
        : refused("not-a-period");
    }
    const first = inQuarters || found[3]?.length !== 2 ? undefined : dayOf(year, part, 1);
    return first === undefined ? refused("not-a-period") : { kind: "number", number: monthIndex(first) };
  };
}

function readInteger(cell: NotEmpty): Read {
  const number = typeof cell === "string" && /^-?\d{1,10}$/.test(cell) ? Number(cell) : cell;
  if (typeof number !== "number" || !Number.isSafeInteger(number)) return refused("not-a-whole-number");
  if (Math.abs(number) > greatestInteger - 2) return refused("not-a-whole-number");
  return { kind: "number", number: number === 0 ? 0 : number };
}

/** Kronor with at most two decimals, as öre. A number of the host is taken only where it is whole. */
function readMoney(cell: NotEmpty): Read {
  const isText = typeof cell === "string" || (typeof cell === "number" && Number.isSafeInteger(cell));
  const ore = isText ? oreFromText(String(cell)) : undefined;
  if (ore === undefined || ore > BigInt(greatestInteger) || ore < BigInt(2 - greatestInteger)) {
    return refused("not-an-amount");
  }
  return { kind: "number", number: Number(ore) };
}

function readText(cell: NotEmpty): Read {
  if (typeof cell === "string") return { kind: "text", text: cell };
  return typeof cell === "number" && Number.isSafeInteger(cell)
    ? { kind: "text", text: `${cell}` }
    : refused("not-text");
}

function payerReader(payers: NonNullable<RecordField["payers"]>): (cell: NotEmpty) => Read {
  return codeReader(
    payers.map((payer) => [[payer.code, payer.name, ...payer.alsoKnownAs], payer.code]),
    "unknown-payer",
  );
}

/** Reads one of several spellings; on the same spelling the first entry wins, codes before names. */
function codeReader(
  entries: readonly (readonly [spellings: readonly string[], code: string])[],
  otherwise: RefusalReason,
): (cell: NotEmpty) => Read {
  const codeOf = new Map<string, string>(entries.map(([, code]) => [code, code]));
  for (const [spellings, code] of entries) {
    for (const spelling of spellings) if (!codeOf.has(spelling)) codeOf.set(spelling, code);
  }
  return (cell) => {
    const code = typeof cell === "string" ? codeOf.get(cell) : undefined;
    return code === undefined ? refused(otherwise) : { kind: "text", text: code };
  };
}

function momentsOfUnclearOrder(cells: ReadonlyMap<string, Read>): string[] {
  const repeated = [...cells].flatMap(([column, cell]) =>
    cell.kind === "moment" && cell.moment.inFold ? [{ column, moment: cell.moment }] : [],
  );
  return repeated
    .filter(({ moment }) => repeated.some((other) => other.moment !== moment && orderIsUnclear(moment, other.moment)))
    .map(({ column }) => column);
}

function addUnseen(seen: Set<string> | undefined, text: string): boolean {
  if (seen === undefined) return true;
  if (seen.has(text)) return false;
  seen.add(text);
  return true;
}

function idOf(field: RecordField | undefined, cells: ReadonlyMap<string, Read>, row: number): string {
  const cell = field === undefined ? undefined : cells.get(field.code);
  return cell?.kind === "text" ? cell.text : `${cell?.kind === "number" ? cell.number : row}`;
}

function columnOf(field: RecordField, cells: readonly Read[]): Column {
  switch (field.kind.kind) {
    case "condition":
      return {
        kind: "condition",
        codes: Uint8Array.from(cells, (cell) => (cell.kind === "number" ? cell.number : NOT_KNOWN)),
      };
    case "date":
      return { kind: "date", days: Int32Array.from(cells, numberOf) };
    case "moment":
      return {
        kind: "moment",
        days: Int32Array.from(cells, (cell) => (cell.kind === "moment" ? cell.moment.day : numberOf(cell))),
        seconds: Int32Array.from(cells, (cell) => (cell.kind === "moment" ? cell.moment.seconds : 0)),
      };
    case "choice":
    case "payer":
    case "text":
      return codeColumn(cells);
    case "clock":
    case "month":
    case "quarter":
    case "year":
    case "quantity":
      return { kind: "integer", values: Int32Array.from(cells, numberOf) };
  }
}

/** Codes are numbered as they first appear. */
function codeColumn(cells: readonly Read[]): Column {
  const indexOf = new Map<string, number>();
  const codes = Int32Array.from(cells, (cell) => {
    if (cell.kind !== "text") return numberOf(cell);
    const index = indexOf.get(cell.text) ?? indexOf.size;
    indexOf.set(cell.text, index);
    return index;
  });
  return { kind: "code", codes, names: [...indexOf.keys()] };
}

function numberOf(cell: Read): number {
  switch (cell.kind) {
    case "absent":
      return cell.sentinel;
    case "number":
      return cell.number;
    case "moment":
    case "text":
    case "refused":
      throw new Error(`A cell of the kind ${cell.kind} has no number.`);
  }
}

function certain(cell: Read | undefined): Read {
  if (cell === undefined) throw new Error("A kept record has a cell for every field.");
  return cell;
}

function refused(reason: RefusalReason): Read {
  return { kind: "refused", reason };
}
