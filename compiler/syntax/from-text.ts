// From the text of one file to its tree.
// Rule: never throws; a file with any number of mistakes still gives a tree, and one problem for each mistake.

import { findLanguage } from "@avtal/grammar/language-line";
import { tokenise } from "@avtal/grammar/lexer";
import { parseTokens } from "@avtal/grammar/parser";
import type { Problem } from "../problem.ts";
import type { SourceFile } from "../source.ts";
import type { FileTree } from "./ast.ts";
import { commentsFrom, docsFrom } from "./comments.ts";
import { node, nodes } from "./cst.ts";
import { headFrom } from "./head-from-cst.ts";
import { cannotContinue } from "./problems/cannot-continue.ts";
import { spanOf, type Reading } from "./reading.ts";
import { statementFrom } from "./statement-from-cst.ts";

export interface ParsedFile {
  readonly tree: FileTree;
  readonly problems: readonly Problem[];
}

export function parseFile(source: SourceFile): ParsedFile {
  const text = source.text;
  const { language } = findLanguage(text);
  const lexed = tokenise(text, language);
  const parsed = parseTokens(lexed.tokens);
  const reading: Reading = {
    file: source.path,
    language,
    text,
    original: (offset) => offset,
    docs: docsFrom(text, lexed.comments),
    problems: [],
  };
  for (const error of parsed.errors) reading.problems.push(cannotContinue(reading, error));
  const tree: FileTree = {
    file: source.path,
    language,
    head: headFrom(reading, node(parsed.cst, "head")),
    statements: nodes(parsed.cst, "element").flatMap((element) => statementFrom(reading, element) ?? []),
    comments: commentsFrom(reading, lexed.comments),
    span: spanOf(reading, 0, text.length),
  };
  return { tree, problems: reading.problems };
}
