// The kind of a name, by what it was bound to.
// Rule: a name without a binding has been reported; a name that stands for no value is said here.

import type { Declaration, BuiltIn } from "../resolve/bindings.ts";
import type { Name } from "../syntax/ast.ts";
import { declarationOf, unknown, type Checking, type Place } from "./checking.ts";
import { fieldKind } from "./declared-kind.ts";
import type { Kind } from "./kind.ts";
import { measuredKind, termKind, valueKind } from "./kind-of-declared.ts";

export function nameKind(name: Name, place: Place, checking: Checking, expected: Kind | undefined): Kind {
  const declaration = declarationOf(name, checking);
  if (declaration === undefined) return unknown;
  switch (declaration.kind) {
    case "field":
      return fieldKind(declaration.document, declaration.field, checking);
    case "choice":
      return choiceKind(name, declaration, expected, checking);
    case "event":
      return { kind: "date" };
    case "value":
      return valueKind(declaration.document, declaration.value, checking);
    case "measured":
      return measuredKind(declaration.document, declaration.measured, checking);
    case "term":
      return termKind(declaration.document, declaration.term, checking);
    case "condition":
      return { kind: "condition" };
    case "step":
      return place.steps?.kindOf(name.text) ?? unknown;
    case "builtIn":
      return builtInNameKind(declaration.builtIn);
    default:
      // A rule, a source or the like: the resolver has said that it is no value.
      return unknown;
  }
}

/** Two fields may have a choice of the same name; the field that is compared with decides. */
function choiceKind(
  name: Name,
  declaration: Extract<Declaration, { kind: "choice" }>,
  expected: Kind | undefined,
  checking: Checking,
): Kind {
  const own: Kind = { kind: "choice", document: declaration.document, field: declaration.field.name.text };
  if (expected?.kind !== "choice") return own;
  const type = checking.documents.get(expected.document)?.fields.get(expected.field)?.type;
  const sameName = type?.kind === "choices" && type.choices.some((choice) => choice.name.text === name.text);
  return sameName ? expected : own;
}

function builtInNameKind(builtIn: BuiltIn): Kind {
  switch (builtIn) {
    case "theDay":
      return { kind: "date" };
    case "monthOf":
      return { kind: "month" };
    case "quarterOf":
      return { kind: "quarter" };
    case "yearOf":
      return { kind: "year" };
    case "yes":
    case "no":
      return { kind: "condition" };
    default:
      return unknown;
  }
}
