// Texts (pseudonyms, hospitals) as an index into the texts met so far, made texts only when someone asks.
// Rule: a text that looks like a person's identity number or was damaged by a spreadsheet is refused, never kept.

import type { Field } from "@avtal/compiler/ir/ir";
import type { CodeColumn } from "@avtal/runtime/columns";
import { damagedBySpreadsheet } from "../../problems/damaged-by-spreadsheet.ts";
import { identityNumber } from "../../problems/identity-number.ts";
import { unusableText } from "../../problems/unusable-text.ts";
import { looksLikeIdentityNumber } from "../identity-number.ts";
import { cellText, type Cell } from "../cell.ts";
import { byteIndex } from "./byte-index.ts";
import { gather, grown, sentinelOf, type CellFault, type ColumnBuilder } from "./column-builder.ts";

export interface TextBuilder extends ColumnBuilder {
  readonly kind: "text";
  readonly codes: () => Int32Array;
  /** How many different texts there are. */
  readonly size: () => number;
  /** The different texts as they were written, by code. */
  readonly names: () => readonly string[];
}

export const greatestTextLength = 200;

export function textBuilder(field: Field): TextBuilder {
  const empty = sentinelOf(field);
  const seen = byteIndex();
  let codes = new Int32Array(0);
  return {
    kind: "text",
    field,
    size: seen.count,
    names: () => seen.texts()(),
    codes: () => codes,
    put(cell, at) {
      let code = seen.find(cell);
      if (code < 0) {
        const fault = textFaultIn(cell, field);
        if (fault !== undefined) return fault;
        code = seen.add(cell, at);
      }
      codes[at] = code;
      return undefined;
    },
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

/** A column whose texts are made when they are first asked for: most runs never do. */
export function textColumn(codes: Int32Array, texts: () => readonly string[]): CodeColumn {
  let made: readonly string[] | undefined;
  return {
    kind: "code",
    codes,
    get names() {
      return (made ??= texts());
    },
  };
}

function composed(texts: () => readonly string[]): () => string[] {
  return () => texts().map((text) => text.normalize("NFC"));
}

/** Why a cell cannot be a text of this field. */
export function textFaultIn(cell: Cell, field: Field): CellFault | undefined {
  if (isPlain(cell)) return undefined;
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
function isPlain({ bytes, start, end }: Cell): boolean {
  const length = end - start;
  if (length > greatestTextLength) return false;
  let isNumber = true;
  for (let place = start; place < end; place++) {
    const code = bytes[place] ?? 0;
    if (isLetter(code)) isNumber &&= (code | 32) === 101;
    else if (code !== 45 && code !== 46 && code !== 95 && (code < 48 || code > 57)) return false;
  }
  return isLetter(bytes[start] ?? 0) || (!isNumber && (length < 10 || length > 13));
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** Whether a text holds control characters, line breaks, or signs that turn the direction of writing. */
function hidesSomething(text: string): boolean {
  for (let place = 0; place < text.length; place++) {
    const code = text.charCodeAt(place);
    if (code < 32 || (code >= 127 && code < 160) || code === 0x2028 || code === 0x2029) return true;
    if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)) return true;
  }
  return false;
}
