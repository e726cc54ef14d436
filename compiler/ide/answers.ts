// What the editor is told: the table of contents of this folder, one type for each answer.
// Rule: plain data in places of the text, in both languages where we speak. What the parties wrote is marked as theirs,
// so that whoever shows it can make it inert.

import type { Edit, Fix, Problem, Words } from "../problem.ts";
import type { Span } from "../source.ts";

export type { Edit, Fix, Problem, Span, Words };

/** `hover.ts` */
export interface Hover {
  readonly span: Span;
  readonly parts: readonly HoverPart[];
}

export type HoverPart =
  /** A line of the language. */
  | { readonly kind: "code"; readonly text: string }
  /** Our words. */
  | { readonly kind: "words"; readonly words: Words }
  /** The author's words: a `##` comment, a title. */
  | { readonly kind: "written"; readonly text: string }
  /** Words quoted from a source, and from where. */
  | { readonly kind: "quoted"; readonly text: string; readonly from: string }
  | { readonly kind: "table"; readonly head: readonly Words[]; readonly rows: readonly (readonly string[])[] };

/** `completion.ts` */
export interface Proposal {
  readonly label: string;
  readonly sort: Sort | "keyword" | "unit" | "date" | "quote" | "clause" | "sign";
  /** Beside the label: the kind of a name, the source of a quote. */
  readonly detail: Words | undefined;
  /** One sentence on what it says. */
  readonly help: Words | undefined;
  readonly edit: Edit;
  /** Smaller comes first; equal ones by label. */
  readonly rank: number;
}

/** What a name stands for, as colours, symbols and completion tell it apart. */
export type Sort =
  | "document"
  | "field"
  | "choice"
  | "register"
  | "fact"
  | "event"
  | "source"
  | "value"
  | "measured"
  | "term"
  | "condition"
  | "rule"
  | "statistic"
  | "step"
  | "question"
  | "reading"
  | "payer"
  | "word";

/** `symbols.ts` */
export interface Outline {
  readonly name: string;
  /** The keyword, or the title that its author gave it. */
  readonly detail: string;
  readonly sort: Sort | "patch" | "leftOut";
  readonly span: Span;
  readonly nameSpan: Span;
  readonly children: readonly Outline[];
}

/** `occurrences.ts`; `declares` where the name is given, not used. */
export interface Occurrence {
  readonly span: Span;
  readonly declares: boolean;
}

/** `definition.ts`: a place in an agreement or a register, or in the text of a source by its file name. */
export type Target =
  | { readonly kind: "text"; readonly span: Span; readonly whole: Span }
  | { readonly kind: "source"; readonly file: string; readonly start: number; readonly end: number };

/** `rename.ts` */
export type Renaming =
  { readonly kind: "edits"; readonly edits: readonly Edit[] } | { readonly kind: "refused"; readonly why: Words };

/** `semantic-tokens.ts` */
export interface ColouredName {
  readonly span: Span;
  readonly sort: Sort;
  readonly declares: boolean;
  /** True where several readings of it stand side by side and the choice is not decided. */
  readonly doubtful: boolean;
}

/** `signature.ts` */
export interface Signature {
  readonly label: Words;
  readonly help: Words;
  /** Parts of the label, in both languages. */
  readonly parts: readonly { readonly label: Words; readonly help: Words }[];
  readonly active: number;
}

/** `inlay-hints.ts` */
export interface InlayHint {
  readonly file: string;
  readonly at: number;
  readonly sort: "unit" | "value" | "days" | "ends";
  readonly text: Words;
  readonly help: Words | undefined;
}

/** `document-links.ts`; `address` is of an official publisher, and nothing is opened until a person does. */
export interface DocumentLink {
  readonly span: Span;
  readonly address: string;
  readonly says: Words;
}

/** `call-hierarchy.ts` */
export interface Called {
  readonly name: string;
  readonly sort: Sort;
  readonly document: string;
  readonly span: Span;
  readonly nameSpan: Span;
}

export interface Call {
  readonly other: Called;
  /** Where the one names the other. */
  readonly at: readonly Span[];
}

/** `refactorings.ts` */
export interface Refactoring {
  readonly sort: "extract" | "rewrite" | "source";
  readonly label: Words;
  readonly edits: readonly Edit[];
  /** A file to write, for what stands in an amendment of its own. */
  readonly creates: { readonly path: string; readonly text: string } | undefined;
}
