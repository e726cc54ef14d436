// What an expression gives: a value, missing or unknown.
// Rule: quantities are exact fractions; an unknown condition is the value unknown; nothing else is ever absent.

import { NO, NOT_KNOWN, YES } from "@avtal/runtime/columns";
import type { Truth } from "@avtal/runtime/kleene";
import type { Ratio } from "@avtal/runtime/ratio";

export type Value =
  | { readonly kind: "missing" | "unknown" }
  | { readonly kind: "quantity"; readonly exact: Ratio }
  | { readonly kind: "date"; readonly day: number }
  /** The date of an event that has not happened: later than every day. */
  | { readonly kind: "never" }
  | { readonly kind: "moment"; readonly day: number; readonly seconds: number }
  | { readonly kind: "clock"; readonly seconds: number }
  | { readonly kind: "period"; readonly of: "month" | "quarter" | "year"; readonly index: number }
  | { readonly kind: "condition"; readonly holds: boolean }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "choice"; readonly code: string }
  /** `name` where the text itself names a payer; else a register has it. */
  | { readonly kind: "payer"; readonly code: string; readonly name: string | null };

export type Absent = Value & { readonly kind: "missing" | "unknown" };

export const missing: Absent = { kind: "missing" };
export const unknown: Absent = { kind: "unknown" };

export function isAbsent(value: Value): value is Absent {
  return value.kind === "missing" || value.kind === "unknown";
}

/** What several values make absent together: unknown wins over missing; undefined where all are there. */
export function absentAmong(values: readonly Value[]): Absent | undefined {
  const absent = values.filter(isAbsent);
  return absent.find((value) => value.kind === "unknown") ?? absent[0];
}

/** A value that stands as a condition; a missing one is not known. */
export function truthOf(value: Value): Truth {
  switch (value.kind) {
    case "missing":
    case "unknown":
      return NOT_KNOWN;
    case "condition":
      return value.holds ? YES : NO;
    default:
      throw new Error(`A ${value.kind} stands as a condition.`);
  }
}

export function conditionOf(truth: Truth): Value {
  return truth === NOT_KNOWN ? unknown : { kind: "condition", holds: truth === YES };
}

export function quantityOf(exact: Ratio): Value {
  return { kind: "quantity", exact };
}

export function dateOf(day: number): Value {
  return { kind: "date", day };
}

export function isSame(a: Value, b: Value): boolean {
  return keyText(a) === keyText(b);
}

/** A text that is the same for two values exactly where they are equal. */
export function keyText(value: Value): string {
  switch (value.kind) {
    case "missing":
    case "unknown":
    case "never":
      return value.kind;
    case "quantity":
      return `quantity ${value.exact.over}/${value.exact.under}`;
    case "date":
      return `date ${value.day}`;
    case "moment":
      return `moment ${value.day} ${value.seconds}`;
    case "clock":
      return `clock ${value.seconds}`;
    case "period":
      return `period ${value.of} ${value.index}`;
    case "condition":
      return `condition ${value.holds}`;
    case "text":
      return `text ${value.text}`;
    case "choice":
      return `choice ${value.code}`;
    case "payer":
      return `payer ${value.code}`;
  }
}
