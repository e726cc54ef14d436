// What an expression gives in a class of cases: an exact formula of what is not known, a word, or nothing, and why.
// Rule: two values are called the same only where they are in every case of the class.

import { byCodePoint } from "@avtal/runtime/code-point-order";
import type { ValueKind } from "@avtal/compiler/ir/ir";
import { whereAtMostZero, whole, withAnswer, type Facts } from "./case-facts.ts";
import { constant, negated, plus, rationalText, unknownNamed, type Rational } from "./rational.ts";
import { ratio } from "@avtal/runtime/ratio";

export type CaseValue =
  | { readonly kind: "number" | "date" | "clock"; readonly of: Rational }
  | { readonly kind: "moment"; readonly day: Rational; readonly second: Rational }
  /** The period that a day lies in, or one that is named. */
  | { readonly kind: "period"; readonly of: "month" | "quarter" | "year"; readonly day: Rational }
  | { readonly kind: "namedPeriod"; readonly of: "month" | "quarter" | "year"; readonly index: number }
  | { readonly kind: "word"; readonly name: string; readonly isConstant: boolean; readonly among: readonly string[] }
  | { readonly kind: "truth"; readonly holds: boolean }
  | { readonly kind: "never" }
  | Absence;

export interface Absence {
  readonly kind: "absent";
  readonly state: "missing" | "unknown";
  /** The facts that are lacking, sorted. */
  readonly causes: readonly string[];
}

export interface Case {
  readonly facts: Facts;
  readonly value: CaseValue;
}

export function absent(state: Absence["state"], causes: readonly string[]): Absence {
  return { kind: "absent", state, causes: [...new Set(causes)].sort(byCodePoint) };
}

/** What comes of several of which some are absent: unknown wins, and each names what it lacks. */
export function absentAmong(values: readonly CaseValue[]): Absence | undefined {
  const found = values.filter((value) => value.kind === "absent");
  if (found.length === 0) return undefined;
  const state = found.some((each) => each.state === "unknown") ? "unknown" : "missing";
  return absent(
    state,
    found.flatMap(({ causes }) => causes),
  );
}

/** Whatever a thing may be that is not looked into: there in all its ways, or absent as `empty` says. */
export function anything(
  name: string,
  kind: ValueKind,
  empty: readonly Absence[],
  facts: Facts,
  among: readonly string[] = [],
): readonly Case[] {
  if (empty.length === 0) return there(name, kind, facts, among);
  const question = `state of ${name}`;
  const known = facts.answers.get(question);
  const states = ["there", ...empty.map(({ state }) => state)].filter(
    (state) => known === undefined || known === state,
  );
  return states.flatMap((state): readonly Case[] => {
    const now = withAnswer(question, state, facts);
    const value = empty.find((each) => each.state === state);
    return value === undefined ? there(name, kind, now, among) : [{ facts: now, value }];
  });
}

const lastSecond = 86_399n;

function there(name: string, kind: ValueKind, facts: Facts, among: readonly string[]): readonly Case[] {
  switch (kind.kind) {
    case "quantity":
      return [{ facts, value: { kind: "number", of: named(kind.whole ? `${whole}${name}` : name) } }];
    case "date":
      return [{ facts, value: { kind: "date", of: named(`${whole}day ${name}`) } }];
    case "clock": {
      const of = named(`${whole}second ${name}`);
      return within(of, 0n, lastSecond, facts).map((now): Case => ({ facts: now, value: { kind: "clock", of } }));
    }
    case "moment": {
      const [day, second] = [named(`${whole}day ${name}`), named(`${whole}second ${name}`)];
      return within(second, 0n, lastSecond, facts).map((now): Case => ({
        facts: now,
        value: { kind: "moment", day, second },
      }));
    }
    case "month":
    case "quarter":
    case "year":
      return [{ facts, value: { kind: "period", of: kind.kind, day: named(`${whole}day of ${name}`) } }];
    case "condition":
      return answered(`holds ${name}`, facts);
    case "choice":
    case "payer":
    case "text":
      return [{ facts, value: { kind: "word", name, isConstant: false, among } }];
  }
}

export function named(name: string): Rational {
  return unknownNamed(name, true);
}

export function within(of: Rational, least: bigint, most: bigint | null, facts: Facts): readonly Facts[] {
  const above = whereAtMostZero(plus(constant(ratio(least)), negated(of)).over, false, facts);
  if (above === undefined || most === null) return above === undefined ? [] : [above];
  const below = whereAtMostZero(plus(of, constant(ratio(-most))).over, false, above);
  return below === undefined ? [] : [below];
}

/** Yes and no about something that is not looked into, or the one that has been answered. */
export function answered(question: string, facts: Facts): readonly Case[] {
  const known = facts.answers.get(question);
  return ["yes", "no"]
    .filter((answer) => known === undefined || known === answer)
    .map((answer) => ({
      facts: withAnswer(question, answer, facts),
      value: { kind: "truth", holds: answer === "yes" },
    }));
}

/** Whether the two are the same in every case of the class. */
export function isSameIn(a: CaseValue, b: CaseValue, facts: Facts): boolean {
  switch (a.kind) {
    case "number":
    case "date":
    case "clock":
      return b.kind === a.kind && isEqualIn(a.of, b.of, facts);
    case "moment":
      return b.kind === "moment" && isEqualIn(a.day, b.day, facts) && isEqualIn(a.second, b.second, facts);
    case "period":
      return b.kind === "period" && a.of === b.of && isEqualIn(a.day, b.day, facts);
    case "namedPeriod":
      return b.kind === "namedPeriod" && a.of === b.of && a.index === b.index;
    case "word":
      return b.kind === "word" && wordIn(a, facts) === wordIn(b, facts);
    case "truth":
      return b.kind === "truth" && a.holds === b.holds;
    case "never":
      return b.kind === "never";
    case "absent":
      return b.kind === "absent" && a.state === b.state && a.causes.join("\n") === b.causes.join("\n");
  }
}

function isEqualIn(a: Rational, b: Rational, facts: Facts): boolean {
  const difference = plus(a, negated(b));
  if (difference.over.size === 0) return true;
  return (
    whereAtMostZero(difference.over, true, facts) === undefined &&
    whereAtMostZero(negated(difference).over, true, facts) === undefined
  );
}

/** What a word is known to be, else the name of what it is read from. */
export function wordIn({ name, isConstant }: CaseValue & { kind: "word" }, facts: Facts): string {
  const known = isConstant ? undefined : facts.answers.get(`is ${name}`);
  if (isConstant) return `= ${name}`;
  return known?.startsWith("= ") === true ? known : name;
}

/** The same text for the same value, for the names of what is made of it. */
export function valueText(value: CaseValue): string {
  switch (value.kind) {
    case "number":
    case "date":
    case "clock":
      return rationalText(value.of);
    case "moment":
      return `${rationalText(value.day)} at ${rationalText(value.second)}`;
    case "period":
      return `${value.of} of ${rationalText(value.day)}`;
    case "namedPeriod":
      return `${value.of} ${value.index}`;
    case "word":
      return value.isConstant ? `"${value.name}"` : value.name;
    case "truth":
      return value.holds ? "yes" : "no";
    case "never":
      return "never";
    case "absent":
      return `${value.state} for ${value.causes.join(", ")}`;
  }
}
