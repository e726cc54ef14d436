// Proposals as the editor lists them.

import { CompletionItemKind, type CompletionItem } from "vscode-languageserver";
import type { Proposal } from "@avtal/compiler/ide/answers";
import { inert } from "./markdown.ts";
import type { Project } from "./project.ts";
import type { Lang } from "./protocol.ts";

export function completionItem(proposal: Proposal, index: number, project: Project, lang: Lang): CompletionItem {
  const { label, sort, detail, help, edit } = proposal;
  return {
    label,
    kind: kinds[sort],
    // The server has ordered them: what fits the place best comes first.
    sortText: String(index).padStart(4, "0"),
    filterText: edit.text,
    textEdit: { range: project.rangeOf(edit.span), newText: edit.text },
    ...(detail === undefined ? {} : { detail: detail[lang] }),
    ...(help === undefined ? {} : { documentation: { kind: "markdown" as const, value: inert(help[lang]) } }),
  };
}

const kinds: Readonly<Record<Proposal["sort"], CompletionItemKind>> = {
  document: CompletionItemKind.Module,
  field: CompletionItemKind.Field,
  choice: CompletionItemKind.EnumMember,
  register: CompletionItemKind.Enum,
  fact: CompletionItemKind.Property,
  event: CompletionItemKind.Event,
  source: CompletionItemKind.Reference,
  value: CompletionItemKind.Constant,
  measured: CompletionItemKind.Value,
  term: CompletionItemKind.Variable,
  condition: CompletionItemKind.Interface,
  rule: CompletionItemKind.Function,
  statistic: CompletionItemKind.Function,
  step: CompletionItemKind.Variable,
  question: CompletionItemKind.TypeParameter,
  reading: CompletionItemKind.EnumMember,
  payer: CompletionItemKind.EnumMember,
  word: CompletionItemKind.Keyword,
  keyword: CompletionItemKind.Keyword,
  unit: CompletionItemKind.Unit,
  date: CompletionItemKind.Value,
  quote: CompletionItemKind.Text,
  clause: CompletionItemKind.Reference,
  sign: CompletionItemKind.Operator,
};
