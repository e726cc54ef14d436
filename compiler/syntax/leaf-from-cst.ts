// Names, texts, numbers, dates and clock times of the tree.
// Rule: what is absent becomes an empty name or text with a place; nothing here guesses what was meant.

import type { BuiltInPlace } from "@avtal/grammar/keywords";
import type { CstNode, IToken } from "@avtal/grammar/parser";
import { sign, token as word } from "@avtal/grammar/tokens";
import { dayOf } from "@avtal/runtime/calendar";
import type { DateLiteral, Name, NumberLiteral, Text, UnitWord } from "./ast.ts";
import { endOf, has, node, token } from "./cst.ts";
import { builtInName, spanOf, spanOfNode, spanOfToken, type Reading } from "./reading.ts";

export function nameFrom(reading: Reading, written: IToken | undefined, otherwise: number): Name {
  if (written === undefined) {
    return { kind: "name", span: spanOf(reading, otherwise, otherwise), document: undefined, text: "" };
  }
  const image = written.image.replace(/\u2011/g, "-").replace(/\s+/g, " ");
  const dot = image.indexOf(".");
  return {
    kind: "name",
    span: spanOfToken(reading, written),
    document: dot === -1 ? undefined : image.slice(0, dot),
    text: image.slice(dot + 1),
  };
}

/** A name where a built-in one may stand; that one has its Swedish spelling in both keyword tables. */
export function nameIn(reading: Reading, place: BuiltInPlace, written: IToken | undefined, otherwise: number): Name {
  const name = nameFrom(reading, written, otherwise);
  if (name.document !== undefined) return name;
  return { ...name, text: builtInName(name.text, place, reading.language) ?? name.text };
}

/** The name after `kod`. */
export function codeFrom(reading: Reading, of: CstNode | undefined): Name | undefined {
  const written = token(of, sign.codeName);
  if (written === undefined) return undefined;
  const text = written.image.replace(/^\S+\s+/, "");
  const end = endOf(written);
  return { kind: "name", span: spanOf(reading, end - text.length, end), document: undefined, text };
}

export function textFrom(reading: Reading, written: IToken | undefined, otherwise: number): Text {
  if (written === undefined) return { kind: "text", span: spanOf(reading, otherwise, otherwise), text: "" };
  const closed = written.tokenType === sign.quoted;
  const inside = closed ? written.image.slice(1, -1) : written.image.slice(1).trimEnd();
  return { kind: "text", span: spanOfToken(reading, written), text: inside };
}

export function dateFrom(reading: Reading, written: IToken | undefined, otherwise: number): DateLiteral {
  if (written === undefined) return { kind: "date", span: spanOf(reading, otherwise, otherwise), day: undefined };
  const [year = "", month = "", day = ""] = written.image.split("-");
  return { kind: "date", span: spanOfToken(reading, written), day: dayOf(Number(year), Number(month), Number(day)) };
}

/** Digits with a decimal point and no grouping; `1.3`, which is refused, is read as `1,3`. */
export function digitsOf(image: string): string {
  return image.replace(/[ \u00A0\u2009\u202F]/g, "").replace(",", ".");
}

export function quantityFrom(reading: Reading, quantity: CstNode): NumberLiteral {
  const written = token(quantity, sign.number) ?? token(quantity, sign.section);
  return {
    kind: "number",
    span: spanOfNode(reading, quantity, 0),
    digits: written === undefined ? "0" : digitsOf(written.image),
    unit: unitFrom(node(quantity, "unit")),
  };
}

const units: readonly (readonly [{ readonly name: string }, UnitWord])[] = [
  [word.days, "days"],
  [word.weekdays, "weekdays"],
  [word.careDays, "careDays"],
  [word.hours, "hours"],
  [word.months, "months"],
  [word.kronor, "kronor"],
  [word.kronorPerDay, "kronorPerDay"],
  [sign.percent, "percent"],
];

function unitFrom(unit: CstNode | undefined): UnitWord | undefined {
  return units.find(([type]) => has(unit, type))?.[1];
}

export function numberFrom(reading: Reading, written: IToken | undefined, otherwise: number): NumberLiteral {
  if (written === undefined) {
    return { kind: "number", span: spanOf(reading, otherwise, otherwise), digits: "0", unit: undefined };
  }
  return { kind: "number", span: spanOfToken(reading, written), digits: digitsOf(written.image), unit: undefined };
}

/** Seconds since midnight of `kl. 12.00`, or undefined where there is no such time. */
export function secondsFrom(image: string): number | undefined {
  const [hours, minutes, seconds, more] = (/\d.*$/.exec(image)?.[0] ?? "").split(/[.:]/);
  if (hours === undefined || minutes?.length !== 2 || (seconds ?? "00").length !== 2 || more !== undefined)
    return undefined;
  const [h, m, s] = [Number(hours), Number(minutes), Number(seconds ?? "0")];
  return h < 24 && m < 60 && s < 60 ? h * 3600 + m * 60 + s : undefined;
}

/** A text or a name, as the receiver of a payment is written. */
export function partyFrom(reading: Reading, party: CstNode | undefined, otherwise: number): Text | Name {
  const quoted = token(party, sign.text);
  return quoted === undefined
    ? nameFrom(reading, token(party, sign.name), otherwise)
    : textFrom(reading, quoted, otherwise);
}
