// A problem as plain data: what is wrong, where, why, and what to do, in both languages.
// Rule: a phase decides that there is a problem; one function in one file says how to word it; rendering comes last.

import type { Span } from "./source.ts";

/** The same sentence in Swedish and English. */
export interface Words {
  readonly sv: string;
  readonly en: string;
}

export type Severity = "error" | "warning";

export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** A repair that is right nearly always: a label and the edits it makes. */
export interface Fix {
  readonly label: Words;
  readonly edits: readonly Edit[];
}

export interface Related {
  readonly span: Span;
  readonly says: Words;
}

export interface Problem {
  /** `AV1001` and so on; never reused or renumbered. */
  readonly code: string;
  readonly severity: Severity;
  /** The smallest text that must change. */
  readonly span: Span;
  /** Names the situation, not the phase: "days where money is needed". */
  readonly title: Words;
  /** What I saw. */
  readonly headline: Words;
  /** What I needed and why. */
  readonly cause: Words;
  /** What you can do. */
  readonly advice: Words;
  readonly fixes: readonly Fix[];
  readonly related: readonly Related[];
}

export function isError(problem: Problem): boolean {
  return problem.severity === "error";
}

export function replaceWith(span: Span, text: string): Fix {
  return { label: { sv: `Skriv \`${text}\``, en: `Write \`${text}\`` }, edits: [{ span, text }] };
}
