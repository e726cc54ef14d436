// Texts (pseudonyms, hospitals) as an index into the texts met so far, made texts only when someone asks.
// Rule: a text that looks like a person's identity number or was damaged by a spreadsheet is refused, never kept.

import type { Field } from "@avtal/compiler/ir/ir";
import type { CodeColumn } from "@avtal/runtime/columns";
import { withLater } from "@avtal/runtime/later";
import { damagedBySpreadsheet } from "../../problems/damaged-by-spreadsheet.ts";
import { identityNumber } from "../../problems/identity-number.ts";
import { unusableText } from "../../problems/unusable-text.ts";
import { looksLikeIdentityNumber } from "../identity-number.ts";
import { cellText, type Cell } from "../cell.ts";
import { byteIndex, type ByteIndex, type TakeBytes } from "./byte-index.ts";
import { gather, grown, sentinelOf, type CellFault, type ColumnBuilder, type Run } from "./column-builder.ts";
import { cellAt, type PlainCells } from "./plain-cells.ts";

export interface TextBuilder extends ColumnBuilder {
  readonly kind: "text";
  readonly codes: () => Int32Array;
  /** How many different texts there are. */
  readonly size: () => number;
  /** The different texts as they were written, by code. */
  readonly names: () => readonly string[];
  /** Hands over their bytes instead, by code. */
  readonly eachName: (take: TakeBytes) => void;
}

export const greatestTextLength = 200;

export function textBuilder(field: Field): TextBuilder {
  const empty = sentinelOf(field);
  const seen = byteIndex();
  let codes = new Int32Array(0);
  const put = (cell: Cell, at: number): CellFault | undefined => {
    let code = seen.find(cell);
    if (code < 0) {
      const fault = textFaultIn(cell, field);
      if (fault !== undefined) return fault;
      code = seen.add(cell, at);
    }
    codes[at] = code;
    return undefined;
  };
  return {
    kind: "text",
    field,
    size: seen.count,
    names: () => seen.texts()(),
    eachName: seen.each,
    restart: seen.clear,
    codes: () => codes,
    put,
    putCells: (cells, run) => textsInto({ codes, empty, seen }, put, cells, run),
    putEmpty(at) {
      codes[at] = empty;
    },
    reserve(capacity) {
      seen.reserve(capacity);
      codes = grown(codes, new Int32Array(capacity));
    },
    column: (places) => textColumn(codes.subarray(0, gather(codes, places)), composed(seen.texts())),
  };
}

interface Texts {
  readonly codes: Int32Array;
  readonly empty: number;
  readonly seen: ByteIndex;
}

/** Takes cells and gives the first that `put` refuses, or the end of the run. */
function textsInto(
  { codes, empty, seen }: Texts,
  put: ColumnBuilder["put"],
  cells: PlainCells,
  { from, until, at, row }: Run,
): number {
  const { bytes, words, starts, step } = cells;
  const hashes = seen.hashesOf(cells, from, until);
  for (let index = from, to = at, slot = from * step + cells.column; index < until; index++, to++, slot += step) {
    const start = starts[slot] ?? 0;
    const end = (starts[slot + 1] ?? 0) - 1;
    const known = start === end ? empty : seen.findHashed(words, start, end, hashes[index - from] ?? 0);
    if (known >= 0 || start === end) codes[to] = known;
    else if (isPlain(bytes, start, end)) codes[to] = seen.addIn(words, start, end, to);
    else if (put(cellAt(cells, slot, row + index - from), to) !== undefined) return index;
  }
  return until;
}

/** A column whose texts are made when they are first asked for: most runs never do. */
export function textColumn(codes: Int32Array, texts: () => readonly string[]): CodeColumn {
  return withLater({ kind: "code" as const, codes }, { names: texts });
}

/** The same texts with each letter and its signs as one. */
export function composed(texts: () => readonly string[]): () => string[] {
  return () => texts().map((text) => text.normalize("NFC"));
}

/** Why a cell cannot be a text of this field. */
export function textFaultIn(cell: Cell, field: Field): CellFault | undefined {
  if (isPlain(cell.bytes, cell.start, cell.end)) return undefined;
  const text = cellText(cell).normalize("NFC");
  // Ids and pseudonyms are made by systems; a name of a person in their place is seen by its letters and spaces.
  return textFault(text) ?? (field.unique || field.personal ? codeFault(text) : undefined);
}

/** Why a text cannot be an id, a pseudonym or a name. */
export function textFault(text: string): CellFault | undefined {
  if (text.length > greatestTextLength) return unusableText(text, "too-long");
  if (text !== text.trim()) return unusableText(text, "space-outside");
  if (hidesSomething(text)) return unusableText(text, "control");
  if (/^\d+(?:[.,]\d+)?[eE][+-]?\d+$/.test(text)) return damagedBySpreadsheet(text);
  if (looksLikeIdentityNumber(text)) return identityNumber(text);
  return undefined;
}

/** Why a text cannot be an id or a pseudonym. */
function codeFault(text: string): CellFault | undefined {
  return /^[A-Za-z0-9._:/+=@#-]+$/.test(text) ? undefined : unusableText(text, "not-a-code");
}

/** Letters, digits and `-_.` in an order that no check could find fault with: no exponent, no identity number. */
export function isPlain(bytes: Uint8Array, start: number, end: number): boolean {
  const length = end - start;
  if (length > greatestTextLength) return false;
  let sorts = 0;
  for (let place = start; place < end; place++) sorts |= sortOf[bytes[place] ?? 0] ?? other;
  if (sorts >= other) return false;
  return (sortOf[bytes[start] ?? 0] ?? 0) >= letterE || (sorts >= letter && (length < 10 || length > 13));
}

/** By byte: what could stand in a number, `e` as the sign of an exponent, other letters, and everything else. */
const [inNumber, letterE, letter, other] = [0, 1, 2, 4];
const sortOf = Uint8Array.from({ length: 256 }, (_, code) => {
  const sign = String.fromCharCode(code);
  if (/[eE]/.test(sign)) return letterE;
  return /[A-Za-z]/.test(sign) ? letter : /[-._0-9]/.test(sign) ? inNumber : other;
});

/** Whether a text holds control characters, line breaks, or signs that turn the direction of writing. */
function hidesSomething(text: string): boolean {
  for (let place = 0; place < text.length; place++) {
    const code = text.charCodeAt(place);
    if (code < 32 || (code >= 127 && code < 160) || code === 0x2028 || code === 0x2029) return true;
    if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)) return true;
  }
  return false;
}
