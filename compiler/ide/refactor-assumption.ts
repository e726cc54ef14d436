// An assumption becomes a question that is asked openly: the line as written is one reading, and the choice is preliminary.

import { say } from "../format/words.ts";
import { textOf, treeOf, type Analysis } from "./analysis.ts";
import type { Refactoring } from "./answers.ts";
import { nodesAt, type Written } from "./nodes.ts";
import { freeName } from "./refactor-extract.ts";
import type { RefactoringAsked } from "./refactorings.ts";

export function assumptionAsQuestion({ span }: RefactoringAsked, analysis: Analysis): Refactoring | undefined {
  const tree = treeOf(span.file, analysis);
  if (tree === undefined) return undefined;
  const nodes = nodesAt(tree, span.start);
  const assumption = nodes.findLast((node): node is Assumption => node.kind === "assumption" && "text" in node);
  const line = nodes.findLast((node) => "cites" in node && "question" in node && node.cites === assumption);
  if (assumption === undefined || line === undefined || ("question" in line && line.question !== undefined))
    return undefined;
  const statement = tree.statements.find(({ span: whole }) => whole.start <= span.start && span.end <= whole.end);
  if (statement === undefined || statement.kind === "question") return undefined;
  const { language } = tree;
  const text = textOf(span.file, analysis);
  const word = (sv: string, en: string): string => (language === "sv" ? sv : en);
  const name = freeName(word("ny-fråga", "new-question"), tree, analysis);
  const question = [
    `${say("question", language)} ${name}`,
    `  ${text.slice(assumption.span.start, assumption.span.end)}`,
    `  ${say("asks", language)} "${word("Vad gäller?", "What holds?")}"`,
    `  ${say("reading", language)} ${word("som-antaget", "as-assumed")} "${word("Som det antas", "As assumed")}"   ${say("asWritten", language)}`,
    `  ${say("chosen", language)} ${word("som-antaget", "as-assumed")} ${say("preliminarily", language)} ${say("reason", language)} "${assumption.text.text}"`,
  ].join("\n");
  const end = lineEnd(text, statement.span.end);
  return {
    sort: "rewrite",
    label: { sv: "Gör antagandet till en tolkningsfråga", en: "Make the assumption a question" },
    edits: [
      {
        span: { ...span, start: line.span.end, end: line.span.end },
        text: `   ${say("seeQuestion", language)} ${name}`,
      },
      { span: { ...span, start: end, end }, text: `\n\n${question}` },
    ],
    creates: undefined,
  };
}

function lineEnd(text: string, offset: number): number {
  const next = text.indexOf("\n", offset);
  return next < 0 ? text.length : next;
}

type Assumption = Written & { readonly text: { readonly text: string } };
