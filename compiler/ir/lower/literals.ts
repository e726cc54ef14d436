// Numbers with their units, and quoted texts that name payers, as exact constants.
// Rule: money is held in öre and a share as its fraction; digits become a fraction without passing through a float.

import { payersNamed } from "../../check/payer-text.ts";
import type { FrontEnd } from "../../compile.ts";
import type { NumberLiteral, Text } from "../../syntax/ast.ts";
import { ratio, ratioText, times, type Ratio } from "@avtal/runtime/ratio";
import type { Expr, QuantityUnit } from "../ir.ts";
import { kindAt } from "./kinds.ts";

export function lowerNumber(literal: NumberLiteral, front: FrontEnd): Expr {
  if (kindAt(literal, front).kind === "year") return { kind: "period", of: "year", index: Number(literal.digits) };
  const written = ratioFromDigits(literal.digits);
  const { unit, scale } = unitOf(literal);
  return { kind: "quantity", exact: ratioText(times(written, scale)), unit };
}

/** A payer where the checker read it as one; else the text itself. */
export function lowerText(text: Text, front: FrontEnd): Expr {
  const kind = kindAt(text, front);
  return kind.kind === "payer" ? payerNamed(text.text, kind.register, front) : { kind: "text", text: text.text };
}

/** The payer that a text names; one outside every register stands for itself. */
export function payerNamed(text: string, register: string | undefined, front: FrontEnd): Expr {
  const entry = payersNamed(text, register, front.documents)[0]?.entry;
  return entry === undefined
    ? { kind: "payer", code: text, name: text }
    : { kind: "payer", code: entry.code, name: null };
}

/** `7800`, `1.3` */
export function ratioFromDigits(digits: string): Ratio {
  const [before = "", after = ""] = digits.split(".");
  return ratio(BigInt(before + after), 10n ** BigInt(after.length));
}

function unitOf(literal: NumberLiteral): { readonly unit: QuantityUnit; readonly scale: Ratio } {
  switch (literal.unit) {
    case undefined:
      return { unit: "number", scale: ratio(1n) };
    case "days":
    case "weekdays":
    case "careDays":
    case "hours":
      return { unit: literal.unit, scale: ratio(1n) };
    case "kronor":
      return { unit: "money", scale: ratio(100n) };
    case "kronorPerDay":
      return { unit: "moneyPerDay", scale: ratio(100n) };
    case "percent":
      return { unit: "number", scale: ratio(1n, 100n) };
    case "months":
      throw new Error("A number of months is no amount.");
  }
}
