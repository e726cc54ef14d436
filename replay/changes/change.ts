// What changed in meaning between two sides of a comparison, as plain data: one entry for each thing that is not the same.
// Rule: layout and comments are nothing; words without effect are a change of class `text`; nothing here knows any data.

import type { Words } from "@avtal/compiler/problem";

/**
 * What a change can do. `text`: nothing can move. `data`: new facts are needed, or only statistics move.
 * `amounts`: what is paid can move. `history`: amounts can move for days that the older text already decided.
 */
export type ChangeClass = "text" | "data" | "amounts" | "history";

export type ThingSort = "document" | "vocabulary" | "event" | "question" | "value" | "measured" | "term" | "rule";

/** Where something is said. An assumption has no place, and its words stand as `source`. */
export interface CitedWords {
  readonly document: string;
  readonly place: string;
  readonly source: string;
  readonly quote: string | null;
  readonly assumption: boolean;
}

/** One line beside the other, as written in the one layout; null where a side has no such line. */
export interface LineBesideLine {
  readonly a: string | null;
  readonly b: string | null;
}

export interface Change {
  /** The same for the same thing on both sides, unique within a comparison: `value stockholm.tidsgräns@2021-11-01`. */
  readonly key: string;
  readonly sort: ThingSort;
  readonly document: string;
  readonly name: string;
  /** First day of the row, for one row of a value; null for a thing as a whole. */
  readonly from: string | null;
  readonly kind: "added" | "ended" | "changed";
  readonly class: ChangeClass;
  /** Why it is of that class. */
  readonly because: Words;
  /** One sentence: `tidsgräns från och med 2021-11-01: 1,7 dagar → 1,3 dagar`. */
  readonly says: Words;
  /** The lines that are not the same. */
  readonly lines: readonly LineBesideLine[];
  /** The clause and its quoted words on either side; null where the thing cites nothing or is not there. */
  readonly cited: { readonly a: CitedWords | null; readonly b: CitedWords | null };
}

/** In clause order: the main document first, then by place, sort and name. */
export interface Changes {
  readonly changes: readonly Change[];
  /** The gravest class among them; `text` where nothing changed. */
  readonly class: ChangeClass;
}
