// From the text of one file to its tree.
// Rule: never throws; a file with any number of mistakes still gives a tree, and one problem for each mistake.

import { findLanguage, type LanguageLine } from "@avtal/grammar/language-line";
import { tokenise } from "@avtal/grammar/lexer";
import { parseTokens, type IToken } from "@avtal/grammar/parser";
import type { Problem } from "../problem.ts";
import type { SourceFile } from "../source.ts";
import type { FileTree, Language } from "./ast.ts";
import { commentsFrom, docsFrom } from "./comments.ts";
import { node, nodes } from "./cst.ts";
import { withEmptyValues } from "./empty-values.ts";
import { withChoices } from "./forgotten-choice.ts";
import { headFrom } from "./head-from-cst.ts";
import { tooLarge, withoutDeepLines } from "./limits.ts";
import { parseErrors, together } from "./parse-errors.ts";
import { emptyFile } from "./problems/empty-file.ts";
import { languageNotSaid } from "./problems/language-not-said.ts";
import { unknownLanguage } from "./problems/unknown-language.ts";
import { unknownSign } from "./problems/unknown-sign.ts";
import { wrongLanguage } from "./problems/wrong-language.ts";
import { readableText } from "./readable-text.ts";
import { spanOf, type Reading } from "./reading.ts";
import { repaired } from "./repairs.ts";
import { reportTokenMistakes } from "./token-mistakes.ts";
import { bodyFrom } from "./torn-lines.ts";

export interface ParsedFile {
  readonly tree: FileTree;
  readonly problems: readonly Problem[];
  /** True where a line was found outside its statement: where it belongs may be told only by what stands far above. */
  readonly torn: boolean;
}

export function parseFile(source: SourceFile): ParsedFile {
  const refused = tooLarge(source);
  if (refused !== undefined) return { tree: emptyTree(source, "sv"), problems: [refused], torn: false };

  const readable = readableText(source);
  const line = findLanguage(readable.text);
  const lexed = tokenise(readable.text, line.language);
  const reading: Reading = {
    file: source.path,
    language: line.language,
    text: readable.text,
    original: readable.original,
    docs: docsFrom(readable.text, lexed.comments),
    problems: [...readable.problems],
    forms: [],
  };
  if (lexed.tokens.length === 0 && lexed.strays.length === 0) {
    const problems = reading.problems.length > 0 ? reading.problems : [emptyFile(spanOf(reading, 0, 0))];
    const comments = commentsFrom(reading, lexed.comments);
    return { tree: { ...emptyTree(source, line.language), comments }, problems, torn: false };
  }
  const tokens = afterLanguage(reading, line, lexed.tokens);
  for (const stray of lexed.strays) {
    const end = stray.start + stray.length;
    reading.problems.push(unknownSign(spanOf(reading, stray.start, end), readable.text.slice(stray.start, end)));
  }
  const { body, problems } = read(reading, tokens);
  const tree: FileTree = {
    file: source.path,
    language: line.language,
    head: body.head,
    statements: body.statements,
    comments: commentsFrom(reading, lexed.comments),
    span: spanOf(reading, 0, readable.text.length),
  };
  return { tree, problems: inOrder(problems), torn: body.torn };
}

/** Parses; where that fails, puts right what is recognised as a mistake of its own, and parses once more. */
function read(reading: Reading, tokens: readonly IToken[]) {
  reportTokenMistakes(reading, tokens);
  let row = [...withEmptyValues(reading, withChoices(reading, withoutDeepLines(reading, tokens)))];
  let parsed = parseTokens(row);
  if (parsed.errors.length > 0) {
    const right = repaired(reading, row);
    if (right !== undefined) {
      row = right;
      parsed = parseTokens(row);
    }
  }
  const stops = parseErrors(reading, parsed.errors, row);
  reading.problems.push(...stops);
  const body = bodyFrom(reading, headFrom(reading, node(parsed.cst, "head")), nodes(parsed.cst, "element"));
  return { body, problems: together(reading, stops, row) };
}

/** Reports what is wrong with the language line, and gives the tokens without half of one. */
function afterLanguage(reading: Reading, line: LanguageLine, tokens: readonly IToken[]): readonly IToken[] {
  if (line.kind === "said") return tokens;
  if (line.kind !== "absent") {
    const span = spanOf(reading, line.start, line.end);
    const said = reading.text.slice(line.start, line.end);
    const { language } = line;
    reading.problems.push(
      line.kind === "wrong" ? wrongLanguage(span, language) : unknownLanguage(span, said, language),
    );
    return tokens;
  }
  const [first] = tokens;
  const half = first?.startOffset === line.at && /^(?:språk|language|sv|en)$/i.test(first.image);
  const end = half ? line.at + first.image.length : line.at;
  const text = line.language === "sv" ? "språk sv" : "language en";
  reading.problems.push(languageNotSaid(spanOf(reading, line.at, end), text));
  return half ? tokens.slice(1) : tokens;
}

function emptyTree(source: SourceFile, language: Language): FileTree {
  const span = { file: source.path, start: 0, end: source.text.length };
  return { file: source.path, language, head: undefined, statements: [], comments: [], span };
}

function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((a, b) => a.span.start - b.span.start || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}
