// Texts (ids, pseudonyms, hospitals) as an index into the texts met so far.
// Rule: a text that looks like a person's identity number or was damaged by a spreadsheet is refused, never kept.

import type { Field } from "@avtal/compiler/ir/ir";
import type { CodeColumn } from "@avtal/runtime/columns";
import { damagedBySpreadsheet } from "../../problems/damaged-by-spreadsheet.ts";
import { identityNumber } from "../../problems/identity-number.ts";
import { unusableText } from "../../problems/unusable-text.ts";
import { looksLikeIdentityNumber } from "../identity-number.ts";
import { cellText, type RawText } from "../raw-text.ts";
import { textIndex } from "./text-index.ts";
import { grown, picked, sentinelOf, type CellFault, type ColumnBuilder } from "./column-builder.ts";

export interface TextBuilder extends ColumnBuilder {
  readonly kind: "text";
  readonly codes: () => Int32Array;
  readonly names: readonly string[];
}

export const greatestTextLength = 200;

export function textBuilder(field: Field, raw: RawText): TextBuilder {
  const empty = sentinelOf(field);
  const seen = textIndex();
  const names: string[] = [];
  /** Ids and pseudonyms are made by systems; a name of a person in their place is seen by its letters and spaces. */
  const isCode = field.unique || field.personal;
  let codes = new Int32Array(0);
  return {
    kind: "text",
    field,
    names,
    codes: () => codes,
    put(cell, at) {
      let code = seen.find(cell);
      if (code < 0) {
        const kept = raw.owned(cellText(cell));
        const plain = isPlain(kept);
        const name = plain ? kept : raw.decoded(kept).normalize("NFC");
        const fault = plain ? undefined : (textFault(name) ?? (isCode ? codeFault(name) : undefined));
        if (fault !== undefined) return fault;
        names.push(name);
        code = seen.add(kept);
      }
      codes[at] = code;
      return undefined;
    },
    putEmpty(at) {
      codes[at] = empty;
    },
    reserve(capacity) {
      codes = grown(codes, new Int32Array(capacity));
    },
    column: (places): CodeColumn => ({ kind: "code", codes: picked(codes, places), names }),
  };
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

/** A letter and then letters, digits and `-_.`: nothing that a check could find fault with. */
function isPlain(text: string): boolean {
  if (text.length > greatestTextLength || !isLetter(text.charCodeAt(0))) return false;
  for (let place = 1; place < text.length; place++) {
    const code = text.charCodeAt(place);
    const isSign = code === 45 || code === 46 || code === 95;
    if (!isSign && !isLetter(code) && (code < 48 || code > 57)) return false;
  }
  return true;
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
