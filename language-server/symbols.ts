// Outlines and names of the workspace as the editor lists them.

import { SymbolKind, type DocumentSymbol, type WorkspaceSymbol } from "vscode-languageserver";
import type { Outline } from "@avtal/compiler/ide/answers";
import type { Project } from "./project.ts";

export function documentSymbol(outline: Outline, project: Project): DocumentSymbol {
  return {
    name: outline.name,
    detail: outline.detail,
    kind: kinds[outline.sort],
    range: project.rangeOf(outline.span),
    selectionRange: project.rangeOf(outline.nameSpan),
    children: outline.children.map((child) => documentSymbol(child, project)),
  };
}

export function workspaceSymbol(outline: Outline & { readonly document: string }, project: Project): WorkspaceSymbol {
  return {
    name: outline.name,
    kind: kinds[outline.sort],
    location: project.placeOf(outline.nameSpan),
    containerName: outline.document,
  };
}

export const kinds: Readonly<Record<Outline["sort"], SymbolKind>> = {
  document: SymbolKind.Module,
  field: SymbolKind.Field,
  choice: SymbolKind.EnumMember,
  register: SymbolKind.Enum,
  fact: SymbolKind.Property,
  event: SymbolKind.Event,
  source: SymbolKind.File,
  value: SymbolKind.Constant,
  measured: SymbolKind.Number,
  term: SymbolKind.Variable,
  condition: SymbolKind.Boolean,
  rule: SymbolKind.Function,
  statistic: SymbolKind.Function,
  step: SymbolKind.Variable,
  question: SymbolKind.Interface,
  reading: SymbolKind.EnumMember,
  payer: SymbolKind.EnumMember,
  word: SymbolKind.Key,
  patch: SymbolKind.Namespace,
  leftOut: SymbolKind.Null,
};
