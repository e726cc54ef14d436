// What every question of the checker is handed: the documents, what their names mean, and where findings go.
// Rule: findings are only added; a question never reads what another one reported.

import type { Problem } from "../problem.ts";
import type { Declaration, Bindings } from "../resolve/bindings.ts";
import type { Document, Documents } from "../resolve/document.ts";
import type { Aggregate, Expression, Language, Name } from "../syntax/ast.ts";
import type { Span } from "../source.ts";
import type { Workspace } from "../workspace.ts";
import type { Kind } from "./kind.ts";

export interface Checking {
  readonly documents: Documents;
  readonly bindings: Bindings;
  readonly workspace: Workspace;
  readonly kindOf: Map<Expression, Kind>;
  /** Kinds of values, measured values, terms and events by `document.name`, found when first asked for. */
  readonly kindOfDeclared: Map<string, Kind>;
  /** Names whose kind is being found right now, so that a circular definition ends. */
  readonly underWay: Set<string>;
  /** Aggregates whose `där` took more than its author meant; what is in it is not looked at again. */
  readonly misread: Set<Aggregate>;
  readonly report: (problem: Problem) => void;
}

/** Where an expression stands: whose names it uses, and the steps of the rule around it. */
export interface Place {
  readonly document: Document;
  readonly steps: StepKinds | undefined;
}

/** The kinds of one rule's steps, as they are read after rounding. */
export interface StepKinds {
  readonly kindOf: (step: string) => Kind;
}

export const unknown: Kind = { kind: "unknown" };

export function declarationOf(name: Name, checking: Checking): Declaration | undefined {
  return checking.bindings.targetOf.get(name);
}

/** The language of the keywords in the file where a span lies, so that a fix speaks it. */
export function languageAt(span: Span, document: Document): Language {
  return document.files.find((file) => file.file === span.file)?.language ?? document.files[0]?.language ?? "sv";
}

/** The text as its author wrote it. */
export function writtenAt(span: Span, workspace: Workspace): string {
  const file = workspace.files.find((candidate) => candidate.path === span.file);
  return file === undefined ? "" : file.text.slice(span.start, span.end);
}
