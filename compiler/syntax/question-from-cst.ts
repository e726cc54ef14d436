// Questions with their readings and the chosen one.
// Rule: a reading holds whole statements and patches, in written order.

import type { CstNode } from "@avtal/grammar/parser";
import { sign, token as word } from "@avtal/grammar/tokens";
import type { Definition, PatchStatement, QuestionStatement, Reading as ReadingOf } from "./ast.ts";
import { citationsFrom } from "./citation-from-cst.ts";
import { firstNode, has, node, nodes, token } from "./cst.ts";
import { decisionFrom } from "./head-from-cst.ts";
import { nameFrom, textFrom } from "./leaf-from-cst.ts";
import { docOf, gapIn, spanOfNode, type Reading } from "./reading.ts";

/** The builders of what may stand in a reading; handed in, because statements hold questions and these hold statements. */
export interface Builders {
  readonly definitionFrom: (reading: Reading, written: CstNode) => Definition | undefined;
  readonly patchFrom: (reading: Reading, written: CstNode) => PatchStatement;
}

export function questionFromCst(reading: Reading, written: CstNode, builders: Builders): QuestionStatement {
  const gap = gapIn(written);
  // An empty `vald` was put in where one was forgotten.
  const choice = nodes(written, "choice").find((each) => has(each, word.chosen));
  return {
    kind: "question",
    span: spanOfNode(reading, written, gap),
    doc: docOf(reading, written),
    name: nameFrom(reading, token(written, sign.name), gap),
    cites: citationsFrom(reading, node(written, "citations")),
    asks: has(written, word.asks) ? textFrom(reading, token(written, sign.text), gap) : undefined,
    readings: nodes(written, "reading").map((each) => readingFrom(reading, each, builders)),
    chosen: choice === undefined ? undefined : chosenFrom(reading, choice),
  };
}

export function readingFrom(reading: Reading, written: CstNode, builders: Builders): ReadingOf {
  const gap = gapIn(written);
  return {
    span: spanOfNode(reading, written, gap),
    name: nameFrom(reading, token(written, sign.name), gap),
    title: textFrom(reading, token(written, sign.text), gap),
    content: contentFrom(reading, written, builders),
  };
}

function contentFrom(reading: Reading, written: CstNode, builders: Builders): ReadingOf["content"] {
  if (has(written, word.asWritten)) return { kind: "asWritten" };
  if (has(written, word.nothing)) return { kind: "nothing" };
  const by: (Definition | PatchStatement)[] = [];
  for (const each of nodes(written, "replacement")) {
    const form = firstNode(each);
    if (form?.name === "patch") by.push(builders.patchFrom(reading, form));
    const definition = form?.name === "definition" ? builders.definitionFrom(reading, form) : undefined;
    if (definition !== undefined) by.push(definition);
  }
  return { kind: "replaced", by };
}

export function chosenFrom(reading: Reading, written: CstNode): NonNullable<QuestionStatement["chosen"]> {
  const gap = gapIn(written);
  const decision = node(written, "decision");
  return {
    span: spanOfNode(reading, written, gap),
    reading: nameFrom(reading, token(written, sign.name), gap),
    standing:
      decision !== undefined
        ? decisionFrom(reading, decision)
        : { kind: has(written, word.preliminarily) ? "preliminary" : "notSaid" },
    reason: has(written, word.reason) ? textFrom(reading, token(written, sign.text), gap) : undefined,
  };
}
