// What the interpreter passes on its way, told to whoever asks which parts of an agreement some episodes reach.
// Rule: being told changes no result; where nobody asks, nothing is told.

import type { Expr, Id, Rule, ValueRow } from "@avtal/compiler/ir/ir";
import type { Standing } from "./judge.ts";
import type { Value } from "./values.ts";

export type Passing =
  /** An expression was worked out for a record or a group, and gave this. */
  | { readonly kind: "gave"; readonly expr: Expr; readonly value: Value }
  /** A comparison was asked, and these met. */
  | { readonly kind: "compared"; readonly expr: Expr; readonly left: Value; readonly right: Value }
  /** A cell of a dated row was read. */
  | { readonly kind: "read"; readonly value: Id; readonly cell: ValueRow["cells"][number] }
  /** A rule took a record, or one of its days. */
  | { readonly kind: "took"; readonly rule: Rule; readonly standing: Standing["kind"] };

export type Observe = (passing: Passing) => void;
