// What the keyword tables say about one keyword.
// Rule: a keyword is one concept with one stored spelling per language; everything else that is accepted is tidied to it.

export type Language = "sv" | "en";

/** The same words in both languages of the tables. */
export interface InBoth {
  readonly sv: string;
  readonly en: string;
}

/**
 * Where a keyword stands: it opens the document, a statement, or a line of one; or it stands inside a line.
 * `unit` follows a number or names a kind. `name` is a built-in name: it may also be given to something of one's own.
 */
export type Role = "head" | "statement" | "line" | "word" | "unit" | "name";

export interface Keyword extends InBoth {
  readonly role: Role;
  /** For hover and completion: one sentence on what it says. */
  readonly help: InBoth;
  /** True where the word may also be used as a name, because no sentence can be read in two ways. */
  readonly contextual: boolean;
  /** Spellings that are read and that the formatter replaces. */
  readonly alsoSv: readonly string[];
  readonly alsoEn: readonly string[];
  /** The form after the number 1 (`1 dag`), where it differs. */
  readonly one: InBoth | undefined;
}

interface More {
  readonly alsoSv?: readonly string[];
  readonly alsoEn?: readonly string[];
  readonly one?: InBoth;
  readonly contextual?: boolean;
}

/** One row of a keyword table. */
export function keyword(sv: string, en: string, role: Role, help: InBoth, more: More = {}): Keyword {
  return {
    sv,
    en,
    role,
    help,
    contextual: more.contextual ?? role === "name",
    alsoSv: more.alsoSv ?? [],
    alsoEn: more.alsoEn ?? [],
    one: more.one,
  };
}
