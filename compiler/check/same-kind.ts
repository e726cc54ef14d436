// Whether two kinds can stand for one another, and what they are together.
// Rule: `unknown` fits everything, so that a mistake that was said once is not said again.

import type { Kind } from "./kind.ts";
import { either } from "./quantity.ts";

/** The kind of "one or the other"; undefined where the two are different things. */
export function joined(a: Kind, b: Kind): Kind | undefined {
  if (a.kind === "unknown") return b;
  if (b.kind === "unknown") return a;
  if (a.kind === "quantity") return b.kind === "quantity" ? either(a, b) : undefined;
  if (a.kind === "choice") {
    return b.kind === "choice" && a.document === b.document && a.field === b.field ? a : undefined;
  }
  if (a.kind === "payer") {
    if (b.kind !== "payer") return undefined;
    return a.register === b.register ? a : { kind: "payer", register: undefined };
  }
  return a.kind === b.kind ? a : undefined;
}

/**
 * What a definition of kind `found` is known as where `declared` stands after `i`; undefined where it does not fit.
 * The author's word is kept, wholeness is what was proved; a count must be proved whole.
 */
export function asDeclared(declared: Kind, found: Kind): Kind | undefined {
  if (found.kind === "unknown") return declared;
  if (declared.kind === "unknown") return found;
  if (declared.kind === "quantity" && found.kind === "quantity") {
    if (either(declared, found) === undefined) return undefined;
    if (declared.shownAs === "count" && !found.whole) return undefined;
    return { ...declared, whole: found.whole };
  }
  if (declared.kind === "payer" && found.kind === "payer") {
    const differ = declared.register !== undefined && found.register !== undefined;
    if (differ && declared.register !== found.register) return undefined;
    return { kind: "payer", register: declared.register ?? found.register };
  }
  return joined(declared, found);
}
