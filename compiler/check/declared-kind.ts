// The kind that a word after `i` or a field declares.
// Rule: a word that means nothing here has been reported by the resolver, so it gives `unknown` in silence.

import type { FieldLine, KindName } from "../syntax/ast.ts";
import { declarationOf, unknown, type Checking } from "./checking.ts";
import type { Kind } from "./kind.ts";
import { builtInKind } from "./quantity.ts";

export function declaredKind(type: KindName, checking: Checking): Kind {
  if (type.text !== undefined) return builtInKind(type.text);
  if (type.name === undefined) return unknown;
  const declaration = declarationOf(type.name, checking);
  if (declaration?.kind === "field") return fieldKind(declaration.document, declaration.field, checking);
  if (declaration?.kind === "register") {
    return { kind: "payer", register: `${declaration.document}.${declaration.register.name.text}` };
  }
  return unknown;
}

export function fieldKind(document: string, field: FieldLine, checking: Checking): Kind {
  if (field.type.kind === "choices") return { kind: "choice", document, field: field.name.text };
  const kind = declaredKind(field.type.of, checking);
  // Data holds days, hours and counts as whole numbers; the reader refuses anything else.
  if (kind.kind === "quantity")
    return { ...kind, whole: ["days", "careDays", "weekdays", "hours", "count"].includes(kind.shownAs) };
  if (kind.kind !== "payer" || field.type.from === undefined) return kind;
  const from = declarationOf(field.type.from, checking);
  return from?.kind === "register" ? { kind: "payer", register: `${from.document}.${from.register.name.text}` } : kind;
}
