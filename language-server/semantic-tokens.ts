// Colours of names, packed as the protocol wants them: five numbers a name, each place relative to the one before.

import { SemanticTokensBuilder, type SemanticTokens, type SemanticTokensLegend } from "vscode-languageserver";
import type { ColouredName, Sort } from "@avtal/compiler/ide/answers";
import type { AskedFile } from "./session.ts";

export const legend: SemanticTokensLegend = {
  tokenTypes: [
    "avtalValue",
    "avtalMeasure",
    "avtalTerm",
    "avtalCondition",
    "avtalRule",
    "avtalQuestion",
    "avtalSource",
    "avtalField",
    "variable",
    "enumMember",
    "namespace",
    "event",
  ],
  tokenModifiers: ["declaration", "avtalDoubtful"],
};

export function semanticTokens(names: readonly ColouredName[], { document }: AskedFile): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const { span, sort, declares, doubtful } of names) {
    const { line, character } = document.positionAt(span.start);
    const type = legend.tokenTypes.indexOf(typeOf[sort]);
    builder.push(line, character, span.end - span.start, type, (declares ? 1 : 0) | (doubtful ? 2 : 0));
  }
  return builder.build();
}

const typeOf: Readonly<Record<Sort, string>> = {
  document: "namespace",
  field: "avtalField",
  choice: "enumMember",
  register: "avtalSource",
  fact: "avtalField",
  event: "event",
  source: "avtalSource",
  value: "avtalValue",
  measured: "avtalMeasure",
  term: "avtalTerm",
  condition: "avtalCondition",
  rule: "avtalRule",
  statistic: "avtalRule",
  step: "variable",
  question: "avtalQuestion",
  reading: "enumMember",
  payer: "enumMember",
  word: "variable",
};
