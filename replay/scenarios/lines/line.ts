// A line of an agreement as its program has it: the smallest thing that coverage and mutation speak of.
// Rule: what the author wrote once is one line, however many versions, readings and programs repeat it.

import type { Clause, Expr, Guard, ValueRow } from "@avtal/compiler/ir/ir";

/** Whose line it is. */
export interface Owner {
  readonly sort: "document" | "value" | "measured" | "term" | "condition" | "rule" | "statistic";
  readonly document: string;
  /** The document's own name where the document itself is the owner. */
  readonly name: string;
}

/** What the line does there. */
export type Role =
  | { readonly kind: "inForce" | "mayCharge" }
  | { readonly kind: "dependsOn" }
  /** A cell of a dated row; `keys` are the choices that pick it. */
  | { readonly kind: "cell"; readonly from: number | null; readonly keys: readonly (string | null)[] }
  | { readonly kind: "formula" | "fixed" }
  | { readonly kind: "definition" }
  | { readonly kind: "requires"; readonly says: string }
  | { readonly kind: "scope" | "spanStart" | "spanEnd" | "follows" | "payer" | "payee" | "invoicer" | "when" }
  | { readonly kind: "key"; readonly name: string }
  | { readonly kind: "step"; readonly name: string }
  /** Repeats what a step says, for the line of an invoice. */
  | { readonly kind: "quantity" | "unitPrice" };

export interface Line {
  /** The same for the same line of the same owner, in every program. */
  readonly key: string;
  readonly owner: Owner;
  readonly role: Role;
  /** Its own clause, else its owner's; null where neither cites one. */
  readonly clause: Clause | null;
  /** Readings under which it stands. */
  readonly guards: readonly Guard[];
  /** Null is `saknas` in a dated row. */
  readonly expr: Expr | null;
  /** The cell itself where the line is one: what the interpreter reads. */
  readonly cell: ValueRow["cells"][number] | null;
}
