// Where an expression stands while it is lowered: whose weekdays count, on which day dated things are read,
// and whether it is about one record or about a group of them.

import type { Expr, Key } from "../ir.ts";

export interface Standing {
  /** The document whose text this is. */
  readonly document: string;
  /** The day of an enclosing `vid`, or null: the decision date. */
  readonly at: Expr | null;
  readonly stage: Stage;
}

export type Stage =
  | { readonly kind: "record" }
  | {
      readonly kind: "group";
      readonly keys: readonly Key[];
      /** What a mean or a sum goes over: the episodes of the group, or its days in a day rule. */
      readonly each: "episode" | "day";
      /** The date whose month a bare `månad` is; null where the rule follows none. */
      readonly follows: Expr | null;
    };

export function ofRecord(document: string): Standing {
  return { document, at: null, stage: { kind: "record" } };
}

/** The same place, seen record by record: inside an aggregate, or in what a key is made of. */
export function recordStage(standing: Standing): Standing {
  return { ...standing, stage: { kind: "record" } };
}
