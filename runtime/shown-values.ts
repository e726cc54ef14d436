// Values as results show them: names for people, codes for ids, steps with their units.
// Rule: the same words whatever the host's language; nothing is rounded for show.

import { dateText, monthText, quarterText } from "./calendar.ts";
import { NO, UNKNOWN, YES } from "./columns.ts";
import { presenceOf, ratioOrNull, type Fraction } from "./fractions.ts";
import { clockOfMoment, dateOfMoment, NEVER } from "./record-dates.ts";
import type { Names } from "./record-facts.ts";
import { payerNameOn, type Register } from "./payer-registers.ts";
import { ratioFromText, ratioText } from "./ratio.ts";
import type { Payer, Step, Unit } from "./result.ts";

/** What a number stands for. */
export type Meaning =
  | {
      readonly kind:
        "date" | "moment" | "clock" | "month" | "quarter" | "year" | "condition" | "text" | "payer" | "number";
    }
  /** A fraction, as the number of its text among the names. */
  | { readonly kind: "fraction" }
  | { readonly kind: "choice"; readonly choices: readonly { readonly code: string; readonly name: string }[] };

/** Who and what numbers stand for in a run. */
export interface Dictionary {
  readonly names: Names;
  readonly registers: readonly Register[];
  /** Payers that the agreement itself names, outside every register: code → name. */
  readonly payers: ReadonlyMap<string, string>;
}

/** As an id holds it: codes, not names; empty where there is nothing. */
export function codeText(value: number, meaning: Meaning, { names }: Dictionary): string {
  if (value <= UNKNOWN || value === NEVER) return "";
  switch (meaning.kind) {
    case "text":
    case "payer":
    case "fraction":
      return names.nameOf(value);
    case "choice":
      return meaning.choices[value]?.code ?? "";
    case "condition":
      return value === YES ? "ja" : "nej";
    case "date":
      return dateText(value);
    case "moment":
      return `${dateText(dateOfMoment(value))} ${clockText(clockOfMoment(value))}`;
    case "clock":
      return clockText(value);
    case "month":
      return monthText(value);
    case "quarter":
      return quarterText(value);
    case "year":
      return String(value).padStart(4, "0");
    case "number":
      return String(value);
  }
}

/** As people read it on a day; undefined where there is nothing to read. */
export function shownText(value: number, meaning: Meaning, day: number, dictionary: Dictionary): string | undefined {
  if (value <= UNKNOWN || value === NEVER) return undefined;
  switch (meaning.kind) {
    case "payer":
      return payerNamed(value, day, dictionary).name;
    case "choice":
      return meaning.choices[value]?.name ?? "";
    default:
      return codeText(value, meaning, dictionary);
  }
}

/** A payer or a text, as the one who pays. */
export function payerShown(value: number, meaning: Meaning, day: number, dictionary: Dictionary): Payer {
  if (meaning.kind === "payer") return payerNamed(value, day, dictionary);
  const code = codeText(value, meaning, dictionary);
  return { code, name: code };
}

/** A step that is a quantity; nothing where it is absent. */
export function quantityStep(name: string, value: Fraction, unit: Unit): readonly Step[] {
  const exact = ratioOrNull(value);
  return exact === null ? [] : [{ name, value: { kind: "quantity", exact, unit } }];
}

/** A step that is no quantity; an unknown condition is shown as such. */
export function valueStep(
  name: string,
  value: number,
  meaning: Meaning,
  day: number,
  dictionary: Dictionary,
): readonly Step[] {
  if (meaning.kind === "condition") {
    return [{ name, value: { kind: "condition", holds: value === YES ? "yes" : value === NO ? "no" : "unknown" } }];
  }
  const text = shownText(value, meaning, day, dictionary);
  if (text === undefined) return [];
  return [{ name, value: meaning.kind === "date" ? { kind: "date", day: value } : { kind: "text", text } }];
}

const noSteps: readonly Step[] = [];

/** Steps in the order of the rule. Of one's own length: what `flat` gives keeps room for fifteen more, in every line. */
export function inOrder(...steps: readonly (readonly Step[])[]): readonly Step[] {
  return noSteps.concat(...steps);
}

/** A choice by its code, where a text is asked for that says who. */
export function choiceCodeText(value: number, meaning: Meaning, dictionary: Dictionary): string | undefined {
  return value <= UNKNOWN ? undefined : codeText(value, meaning, dictionary);
}

/** A key that is a fraction, out of its text. */
export function fractionNamed(value: number, names: Names): Fraction {
  return value <= UNKNOWN ? value : ratioFromText(names.nameOf(value));
}

/** A fraction as a key of a group: the number of its text. */
export function numberOfFraction(value: Fraction, names: Names): number {
  const exact = ratioOrNull(value);
  return exact === null ? presenceOf(value) : names.numberOf(ratioText(exact));
}

function payerNamed(value: number, day: number, { names, registers, payers }: Dictionary): Payer {
  const code = names.nameOf(value);
  return { code, name: payers.get(code) ?? payerNameOn(registers, value, day) ?? code };
}

function clockText(seconds: number): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
