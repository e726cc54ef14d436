// Yes, no or not known, after Kleene: doubt stays doubt unless the other side settles it.
// The three codes are those of a condition column.

import { NO, NOT_KNOWN, YES } from "./columns.ts";

export type Truth = typeof NO | typeof YES | typeof NOT_KNOWN;

export function and(a: Truth, b: Truth): Truth {
  if (a === NO || b === NO) return NO;
  return a === YES && b === YES ? YES : NOT_KNOWN;
}

export function or(a: Truth, b: Truth): Truth {
  if (a === YES || b === YES) return YES;
  return a === NO && b === NO ? NO : NOT_KNOWN;
}

export function not(a: Truth): Truth {
  if (a === NOT_KNOWN) return NOT_KNOWN;
  return a === YES ? NO : YES;
}

export function truth(holds: boolean): Truth {
  return holds ? YES : NO;
}

/** The word that results carry. */
export function truthWord(a: Truth): "yes" | "no" | "unknown" {
  switch (a) {
    case YES:
      return "yes";
    case NO:
      return "no";
    case NOT_KNOWN:
      return "unknown";
  }
}
