// A line as a result file holds it, for laying a corrected run beside the run that it replaces.
// Rule: both runs are read from the same form, so that what is called unchanged is the same to the letter.

import { oreFromText } from "@avtal/runtime/money";
import { ratio, ratioFromText, times, type Ratio } from "@avtal/runtime/ratio";
import type { Ore, Payer } from "@avtal/runtime/result";
import { isRecord } from "../evidence/read-manifest.ts";

export interface InvoicedLine {
  readonly id: string;
  readonly payer: Payer;
  readonly payee: string;
  readonly invoicer: string | null;
  readonly document: string;
  readonly rule: string;
  readonly clause: string;
  readonly period: string;
  readonly part: { readonly from: string; readonly through: string } | null;
  readonly episode: string | null;
  readonly others: readonly (readonly [name: string, value: string])[];
  readonly quantity: Ratio | null;
  readonly unit: string | null;
  /** Öre per unit. */
  readonly unitPrice: Ratio | null;
  readonly amount: Ore;
}

/** Undefined where it is not one of ours. */
export function invoicedLine(line: unknown): InvoicedLine | undefined {
  if (!isRecord(line)) return undefined;
  const text = (key: string): string | undefined => textOf(line[key]);
  const perhaps = (key: string): string | null | undefined => (line[key] === null ? null : text(key));
  const read = {
    id: text("id"),
    payer: payerOf(line["payer"]),
    payee: text("payee"),
    invoicer: perhaps("invoicer"),
    document: text("document"),
    rule: text("rule"),
    clause: text("clause"),
    period: text("period"),
    part: partOf(line["part"]),
    episode: perhaps("episode"),
    others: othersOf(line["others"]),
    quantity: fractionOf(line["quantity"]),
    unit: perhaps("unit"),
    unitPrice: priceOf(line["unitPrice"]),
    amount: oreFromText(text("amount") ?? ""),
  };
  // Taken as it is: an object copied from the rest of another takes three times the memory.
  return isWhole(read) ? read : undefined;
}

function isWhole<T extends object>(read: { readonly [Key in keyof T]: T[Key] | undefined }): read is T {
  return Object.values(read).every((value) => value !== undefined);
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function payerOf(payer: unknown): Payer | undefined {
  if (!isRecord(payer)) return undefined;
  const [code, name] = [textOf(payer["code"]), textOf(payer["name"])];
  return code === undefined || name === undefined ? undefined : { code, name };
}

function othersOf(others: unknown): InvoicedLine["others"] | undefined {
  if (!isRecord(others)) return undefined;
  return Object.entries(others).flatMap(([key, value]) => (typeof value === "string" ? [[key, value] as const] : []));
}

function partOf(part: unknown): InvoicedLine["part"] | undefined {
  if (part === null) return null;
  if (!isRecord(part)) return undefined;
  const [from, through] = [textOf(part["from"]), textOf(part["through"])];
  return from === undefined || through === undefined ? undefined : { from, through };
}

/** `8/5`, `3`. */
function fractionOf(text: unknown): Ratio | null | undefined {
  if (text === null) return null;
  return typeof text === "string" && /^-?\d+(\/[1-9]\d*)?$/.test(text) ? ratioFromText(text) : undefined;
}

/** Kronor with two decimals, or the fraction that they are. */
function priceOf(text: unknown): Ratio | null | undefined {
  if (text === null || typeof text !== "string") return text === null ? null : undefined;
  const ore = oreFromText(text);
  if (ore !== undefined) return ratio(ore);
  const kronor = fractionOf(text);
  return kronor === undefined || kronor === null ? undefined : times(kronor, ratio(100n));
}
