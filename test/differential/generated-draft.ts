// An agreement while it is being drawn: its statements so far, and what later statements may lean on.
// Rule: a name is defined the first time something asks for it, so that nothing is defined in vain.

import type { Random } from "./generated-random.ts";

/** What the generator must be able to say; each occurs in every large run, or the test fails. */
export const constructs = [
  "mean with threshold",
  "value by date",
  "value not known",
  "value from another value",
  "value that depends on choices",
  "measured value",
  "aggregate with where",
  "individual rule",
  "day rule",
  "weekend-free days",
  "day rule per month",
  "day rule that follows the discharge",
  "charge in steps",
  "cap",
  "floor",
  "rounding of a step",
  "rounding to kronor",
  "instead of",
  "on top of",
  "free of charge",
  "not modelled",
  "fallback document",
  "rule taken over",
  "event",
  "transition ended by an event",
  "agreement that waits for an event",
  "charges that wait for an event",
  "reading of a line",
  "reading of a term",
  "reading of nothing",
  "reading that takes a line away",
  "reading with its own rule",
  "reading of another shape",
  "amended row",
  "amended rule line",
  "amended term",
  "newly chosen reading",
  "end by amendment",
  "new rule by amendment",
  "required",
  "required only if",
  "not when",
  "unknown fact",
  "condition by name",
  "weekday span",
  "date plus weekdays",
  "begun days",
  "moment plus hours",
  "after noon",
  "value on another day",
  "mean of prices",
  "nested mean",
  "payer above or below",
  "several invoicers",
  "quarter or year",
  "month of another date",
  "statistic",
  "months in a row",
  "starts mid-month",
  "ends on a day",
  "weekdays of its own",
  "choice of two amounts",
  "least or greatest",
  "register fact",
  "age",
  "month named",
  "vacant end",
] as const;

export type Construct = (typeof constructs)[number];

/** A part of the text that can be left out when a difference is narrowed down. */
export interface Piece {
  readonly file: "prov" | "lagen" | "förut" | `ändring-${number}`;
  readonly text: string;
}

export interface DrawnQuestion {
  readonly name: string;
  readonly readings: readonly string[];
  readonly chosen: string;
}

export interface Draft {
  readonly random: Random;
  readonly used: Set<Construct>;
  readonly pieces: Piece[];
  /** Names that are already defined in the agreement. */
  readonly defined: Set<string>;
  readonly questions: DrawnQuestion[];
  readonly events: string[];
  /** Values that can be supplied, with what is supplied: days as they are, money in öre. */
  readonly values: Map<string, number>;
  /** Values with plain rows, which an amendment may add to, with how an amount is written. */
  readonly amendable: Map<string, () => string>;
  /** Lines of rules that carry no question, which an amendment may replace. */
  readonly amendableLines: { rule: string; line: string }[];
  readonly amendableTerms: { name: string; kind: string; another: () => string }[];
  readonly rules: string[];
  /** First day of the agreement. */
  readonly start: string;
  number: number;
}

/** Days that matter somewhere: ends of months and years, changed clocks, leap day, the price's changes. */
export const daysOfChange = [
  "2020-02-01",
  "2020-02-29",
  "2020-03-01",
  "2020-03-16",
  "2020-03-29",
  "2020-04-01",
  "2020-05-31",
  "2020-07-01",
  "2020-10-25",
  "2020-12-31",
  "2021-01-01",
  "2021-03-28",
  "2021-06-21",
] as const;

/** Notes the construct, and gives the text that uses it. */
export function using(draft: Draft, construct: Construct, text: string): string {
  draft.used.add(construct);
  return text;
}

/** A number that no other name of this agreement has. */
export function fresh(draft: Draft): number {
  draft.number += 1;
  return draft.number;
}

/** `text` once under `name`, however many lines ask for it. */
export function defineOnce(draft: Draft, name: string, text: () => string): string {
  if (!draft.defined.has(name)) {
    draft.defined.add(name);
    const written = text();
    draft.pieces.push({ file: "prov", text: written });
  }
  return name;
}

/** `enligt` in a few of its forms. */
export function cited({ random }: Draft): string {
  return random.pick(["enligt text 2", "enligt text 3.1", "enligt text 4 punkt 2", 'enligt antagande "tyst"']);
}

/** A question about one line or term, with its readings as they are written under `tolkning`. */
export function ask(
  draft: Draft,
  about: { written: string | undefined; others: readonly { title: string; body: string }[] },
): string {
  const { random } = draft;
  const name = `fråga-${fresh(draft)}`;
  const asWritten = about.written === undefined ? [] : [{ name: `${name}-så`, text: `"Så" som skrivet` }];
  const others = about.others.map(({ title, body }, index) => ({
    name: `${name}-${index + 1}`,
    text: body === "inget" ? `"${title}" inget` : `"${title}"\n    ${body}`,
  }));
  const readings = random.chance(50) ? [...asWritten, ...others] : [...others, ...asWritten];
  const chosen = random.pick(readings).name;
  const standing = random.chance(70) ? "preliminärt" : 'beslut "VIS" 2019-12-01';
  draft.pieces.push({
    file: "prov",
    text: `tolkningsfråga ${name}
  ${cited(draft)}
  fråga "Hur läses det?"
${readings.map((each) => `  tolkning ${each.name} ${each.text}`).join("\n")}
  vald ${chosen} ${standing} motiv "orden"`,
  });
  draft.questions.push({ name, readings: readings.map((each) => each.name), chosen });
  return `se tolkningsfråga ${name}`;
}
