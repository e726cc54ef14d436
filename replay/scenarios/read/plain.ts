// What YAML comes down to in a scenario file: texts, lists and maps, each with its place.
// Rule: a number stays the signs that were written; nobody makes a binary float of it.

import type { Span } from "@avtal/compiler/source";

export type Plain = PlainText | PlainList | PlainMap | PlainEmpty;

/** Composed letters (NFC), without space around. */
export interface PlainText {
  readonly kind: "text";
  readonly text: string;
  /**
   * `integer`: digits alone, `number`: whatever else YAML takes for a number, both as they were written.
   * `truth`: `true` or `false` without quotation marks.
   */
  readonly sort: "text" | "quoted" | "integer" | "number" | "truth";
  readonly span: Span;
}

export interface PlainList {
  readonly kind: "list";
  readonly items: readonly Plain[];
  readonly span: Span;
}

export interface PlainMap {
  readonly kind: "map";
  readonly entries: readonly PlainEntry[];
  /** Written between braces, where a comma ends an entry. */
  readonly inBraces: boolean;
  readonly span: Span;
}

/** Nothing stands after the colon or the hyphen. */
export interface PlainEmpty {
  readonly kind: "empty";
  readonly span: Span;
}

export interface PlainEntry {
  readonly key: Said;
  readonly value: Plain;
}

/** A text with its place. */
export interface Said {
  readonly text: string;
  readonly span: Span;
}
