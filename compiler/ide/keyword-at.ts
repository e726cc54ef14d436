// The keyword at a place of the text, with its one line of help.
// Rule: the lexer says what is a keyword; a word of the language that its author uses as a name is a name.

import { concepts, keywords, type Concept } from "@avtal/grammar/keywords";
import { tokenise } from "@avtal/grammar/lexer";
import { token } from "@avtal/grammar/tokens";
import type { Words } from "../problem.ts";
import type { Span } from "../source.ts";
import { textOf, treeOf, type Analysis } from "./analysis.ts";

export interface KeywordAt {
  readonly span: Span;
  readonly concept: Concept;
  readonly spelling: string;
  readonly help: Words;
}

export function keywordAt(path: string, offset: number, analysis: Analysis): KeywordAt | undefined {
  const language = treeOf(path, analysis)?.language ?? "sv";
  const text = textOf(path, analysis);
  const from = startOfStretch(text, offset);
  const { tokens } = tokenise(text.slice(from, offset + longest), language);
  const found = tokens.find(({ startOffset, image }) => {
    const start = from + startOffset;
    return start <= offset && offset <= start + image.length;
  });
  if (found === undefined) return undefined;
  const concept = conceptOf(found.tokenType.CATEGORIES?.map(({ name }) => name) ?? []);
  if (concept === undefined) return undefined;
  const start = from + found.startOffset;
  return {
    span: { file: path, start, end: start + found.image.length },
    concept,
    spelling: keywords[concept][language],
    help: keywords[concept].help,
  };
}

const longest = 60;

/** Two lines up, so that a keyword of several words is read whole. */
function startOfStretch(text: string, offset: number): number {
  const before = text.lastIndexOf("\n", offset - 1);
  const start = before < 0 ? 0 : text.lastIndexOf("\n", before - 1) + 1;
  // A line of any length is looked at near the pointer only.
  return Math.max(start, offset - 2_000);
}

function conceptOf(categories: readonly string[]): Concept | undefined {
  return concepts.find((concept) => categories.includes(token[concept].name));
}
