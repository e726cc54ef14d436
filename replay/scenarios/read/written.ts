// What a scenario file says, before it is held against the agreement.
// Rule: every text has its place, so that each later problem can point at the smallest thing that must change.

import type { Span } from "@avtal/compiler/source";
import type { PlainText, Said } from "./plain.ts";

export interface WrittenFile {
  readonly path: string;
  readonly agreement: Said | undefined;
  readonly background: readonly WrittenFact[];
  readonly scenarios: readonly WrittenScenario[];
}

/** A name with what it is to be: a fact, a value, an event, a step or a reading. */
export interface WrittenFact {
  readonly name: Said;
  readonly value: PlainText;
}

export interface WrittenScenario {
  readonly name: Said;
  readonly clauses: readonly Said[];
  readonly background: readonly WrittenFact[];
  readonly episodes: readonly WrittenEpisode[];
  readonly values: readonly WrittenFact[];
  readonly events: readonly WrittenFact[];
  readonly expected: readonly WrittenExpected[];
  readonly readings: readonly WrittenVariant[];
}

export interface WrittenEpisode {
  /** So many of the same, one or more. */
  readonly count: number;
  readonly facts: readonly WrittenFact[];
  readonly span: Span;
}

export interface WrittenVariant {
  readonly choices: readonly WrittenFact[];
  readonly expected: readonly WrittenExpected[];
  readonly span: Span;
}

/** What is expected in the wordings that the key names. */
export interface WrittenExpected {
  readonly wordings: Said;
  readonly expectation: WrittenExpectation;
}

export interface WrittenExpectation {
  readonly span: Span;
  /** All lines; undefined where nothing is said about them. */
  readonly lines: readonly WrittenLine[] | undefined;
  readonly steps: readonly WrittenSteps[];
  readonly undecided: WrittenSome | undefined;
  readonly notCharged: WrittenSome | undefined;
  readonly refused: WrittenSome | undefined;
  readonly stopped: PlainText | undefined;
  readonly triggers: readonly PlainText[] | undefined;
}

export interface WrittenSelectors {
  readonly payer: PlainText | undefined;
  readonly period: PlainText | undefined;
  readonly rule: PlainText | undefined;
  readonly episode: PlainText | undefined;
  readonly part: PlainText | undefined;
}

export interface WrittenLine extends WrittenSelectors {
  readonly count: number;
  readonly quantity: PlainText | undefined;
  readonly price: PlainText | undefined;
  readonly amount: PlainText;
  readonly payee: PlainText | undefined;
  readonly invoicer: PlainText | undefined;
  readonly steps: readonly WrittenFact[];
  readonly span: Span;
}

export interface WrittenSteps extends WrittenSelectors {
  readonly steps: readonly WrittenFact[];
}

/** Records of one fate: all alike, or each sort with its number. */
export type WrittenSome =
  | { readonly kind: "all"; readonly what: readonly PlainText[]; readonly span: Span }
  | { readonly kind: "each"; readonly sorts: readonly WrittenSort[]; readonly span: Span };

export interface WrittenSort {
  readonly what: readonly PlainText[];
  readonly count: number;
  readonly rule: PlainText | undefined;
  readonly episode: PlainText | undefined;
}
