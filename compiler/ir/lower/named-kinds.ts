// The kind of what a name means, for names that stand where no expression does: keys, followed dates, ends of validity.

import type { Declaration } from "../../resolve/bindings.ts";
import type { Name } from "../../syntax/ast.ts";
import type { Expr, ValueKind } from "../ir.ts";
import type { Gathering } from "./gathering.ts";
import { idOf } from "./id.ts";
import { fieldKind } from "./kinds.ts";
import { lowerName, targetOf } from "./names.ts";
import type { Standing } from "./standing.ts";

/** A named date; a moment as its date. */
export function namedDate(name: Name, standing: Standing, gathered: Gathering): Expr {
  const read = lowerName(name, standing, gathered);
  const isMoment = kindOfNamed(targetOf(name, gathered), gathered).kind === "moment";
  return isMoment ? { kind: "dateOf", of: read } : read;
}

/** Of something that is already in the program. */
export function kindOfNamed(target: Declaration, gathered: Gathering): ValueKind {
  switch (target.kind) {
    case "field":
    case "registerFact":
      return fieldKind(target.document, target.field, gathered.front);
    case "condition":
      return { kind: "condition" };
    case "event":
      return { kind: "date" };
    case "term":
      return gathered.terms.get(idOf(target.document, target.term.name.text)).kind;
    case "value":
      return gathered.values.get(idOf(target.document, target.value.name.text)).kind;
    case "measured":
      return gathered.measured.get(idOf(target.document, target.measured.name.text)).kind;
    case "builtIn":
      if (target.builtIn === "theDay") return { kind: "date" };
      throw new Error(`${target.builtIn} has no kind.`);
    default:
      throw new Error(`A ${target.kind} has no kind.`);
  }
}
