// Names that an agreement gives and nothing uses.
// Rule: a vocabulary and an act give names for others to use, so only agreements are asked; and a name that only its own
// definition uses is unused.

import type { Problem } from "../problem.ts";
import type { Name } from "../syntax/ast.ts";
import type { Bindings, Declaration } from "./bindings.ts";
import type { Document, Documents } from "./document.ts";
import { unusedName } from "./problems/unused-name.ts";

export function reportUnused(documents: Documents, { targetOf }: Bindings, problems: Problem[]): void {
  const used = new Set<string>();
  for (const declaration of targetOf.values()) used.add(idOf(declaration));
  for (const document of documents.values()) {
    if (document.head.sort !== "agreement") continue;
    for (const { name, kind } of namedIn(document)) {
      if (!used.has(`${kind} ${document.name} ${name.text}`)) problems.push(unusedName(name, kind));
    }
    reportUnusedSteps(document, targetOf, problems);
  }
}

interface NamedThing {
  readonly kind: Declaration["kind"];
  readonly name: Name;
}

function namedIn(document: Document): readonly NamedThing[] {
  const things: NamedThing[] = [];
  for (const { name } of document.sources.values()) things.push({ kind: "source", name });
  for (const { name } of document.events.values()) things.push({ kind: "event", name });
  for (const { statement } of document.values.values()) things.push({ kind: "value", name: statement.name });
  for (const [first] of document.measured.values())
    if (first !== undefined) things.push({ kind: "measured", name: first.it.name });
  for (const [first] of document.terms.values())
    if (first !== undefined) things.push({ kind: "term", name: first.it.name });
  for (const [first] of document.conditions.values()) {
    if (first !== undefined) things.push({ kind: "condition", name: first.statement.name });
  }
  return things;
}

function idOf(declaration: Declaration): string {
  switch (declaration.kind) {
    case "source":
      return declaration.source === "document" ? "" : `source ${declaration.document} ${declaration.source.name.text}`;
    case "event":
      return `event ${declaration.document} ${declaration.event.name.text}`;
    case "value":
      return `value ${declaration.document} ${declaration.value.name.text}`;
    case "measured":
      return `measured ${declaration.document} ${declaration.measured.name.text}`;
    case "term":
      return `term ${declaration.document} ${declaration.term.name.text}`;
    case "condition":
      return `condition ${declaration.document} ${declaration.condition.name.text}`;
    default:
      return "";
  }
}

/** In a charging rule every step leads to the amount; a statistic's steps are its figures. */
function reportUnusedSteps(document: Document, targetOf: Bindings["targetOf"], problems: Problem[]): void {
  const used = new Set([...targetOf].flatMap(([use, { kind }]) => (kind === "step" ? [use.text] : [])));
  for (const { statement, lines } of document.rules) {
    if (statement.kind !== "rule") continue;
    for (const { line, scope } of lines) {
      if (line.kind !== "step" || scope !== document.name || line.name.text === "belopp") continue;
      if (!used.has(line.name.text)) problems.push(unusedName(line.name, "step"));
    }
  }
}
