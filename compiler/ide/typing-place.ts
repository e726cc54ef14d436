// Where somebody types: the words of the statement before the cursor, and the beginning of the word under it.
// Rule: only the statement at hand is read, from its keyword at the left margin, so that long files answer as fast.

import { spellings, concepts, keywords, type Language } from "@avtal/grammar/keywords";
import { tokenise } from "@avtal/grammar/lexer";
import type { IToken } from "@avtal/grammar/parser";
import { whatMayFollow, type MayFollow } from "@avtal/grammar/what-may-follow";

export interface TypingPlace {
  readonly language: Language;
  /** Complete words before what is being typed. */
  readonly words: readonly IToken[];
  /** What is being typed, and where it starts. */
  readonly typed: string;
  readonly start: number;
  readonly follows: readonly MayFollow[];
  /** Where the text is inside quotation marks: its beginning, and where the mark stands. */
  readonly quoted: { readonly text: string; readonly start: number; readonly end: number } | undefined;
  /** Words of a keyword that is typed in part, before the word under the cursor: `från och m`. */
  readonly earlier: readonly EarlierStart[];
}

export interface EarlierStart {
  readonly typed: string;
  readonly start: number;
  readonly follows: readonly MayFollow[];
}

export function typingPlace(text: string, offset: number, language: Language): TypingPlace | undefined {
  const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  if (inComment(line)) return undefined;
  const quote = openQuote(line);
  const start = quote === undefined ? offset - typedWord(line).length : offset - (line.length - quote);
  const beginning = statementStart(text, start, language);
  const words = wordsBetween(text, beginning, start, language);
  const follows = mayFollow(words, language);
  const end = closingQuote(text, offset);
  return {
    language,
    words,
    typed: text.slice(start, offset),
    start,
    follows,
    quoted: quote === undefined ? undefined : { text: text.slice(start + 1, offset), start: start + 1, end },
    earlier: quote === undefined ? earlierStarts(text, beginning, start, offset, language) : [],
  };
}

const letters = "A-Za-z0-9_\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u024F\\u0300-\\u036F";
const wordBefore = new RegExp(`[(]?[${letters}][${letters}.\\-\\u2011]*$|[(]$`);

function typedWord(line: string): string {
  const found = wordBefore.exec(line.slice(-120))?.[0] ?? "";
  // An opening parenthesis is its own word, unless a keyword begins with it: `(räknas)`.
  return found.startsWith("(") && !/^\((?:r|c|n|$)/i.test(found) ? found.slice(1) : found;
}

function inComment(line: string): boolean {
  const sign = line.indexOf("#");
  return sign >= 0 && openQuote(line.slice(0, sign)) === undefined;
}

/** Where on the line a text begins that is not closed before the cursor. */
function openQuote(line: string): number | undefined {
  let open: number | undefined;
  for (let index = 0; index < line.length; index++) {
    if (!/["“”„]/.test(line.charAt(index))) continue;
    open = open === undefined ? index : undefined;
  }
  return open;
}

function closingQuote(text: string, offset: number): number {
  const found = /["“”\r\n]/.exec(text.slice(offset, offset + 2_000));
  return found === null || /[\r\n]/.test(found[0]) ? offset : offset + found.index;
}

/** The last line before the cursor that opens a statement at the left margin; the head begins the file. */
function statementStart(text: string, offset: number, language: Language): number {
  let end = offset;
  for (;;) {
    const start = text.lastIndexOf("\n", end - 1) + 1;
    if (opensStatement(text.slice(start, start + 40), language) && start < offset) return start;
    if (start === 0) return 0;
    end = start - 1;
  }
}

function opensStatement(line: string, language: Language): boolean {
  return /^\p{L}/u.test(line) && openers[language].some((word) => hasWord(line, word));
}

const openers: Readonly<Record<Language, readonly string[]>> = { sv: openersOf("sv"), en: openersOf("en") };

function openersOf(language: Language): readonly string[] {
  return concepts.flatMap((concept) =>
    keywords[concept].role === "statement" ? spellings(concept, language).map((word) => word.toLowerCase()) : [],
  );
}

function hasWord(line: string, word: string): boolean {
  return line.toLowerCase().startsWith(word) && !/[\p{L}\p{N}-]/u.test(line.charAt(word.length));
}

function wordsBetween(text: string, start: number, end: number, language: Language): readonly IToken[] {
  return tokenise(text.slice(start, end), language).tokens;
}

/** What the statement allows, or the file after it; where it is broken further up, what its last line does. */
function mayFollow(words: readonly IToken[], language: Language): readonly MayFollow[] {
  const whole = whatMayFollow("file", shortened(words, language)).filter(({ within }) => !within.includes("tornLine"));
  if (whole.length > 0) return whole;
  const lastLine = words.findLastIndex((word) => isLineWord(word, language));
  return lastLine < 0 ? [] : whatMayFollow("element", words.slice(lastLine));
}

/** A long rule is asked about by its opening words and its last line alone. */
function shortened(words: readonly IToken[], language: Language): readonly IToken[] {
  if (words.length < 80) return words;
  const lastLine = words.findLastIndex((word) => isLineWord(word, language));
  const first = words[0]?.image.toLowerCase() ?? "";
  const isRule = [keywords.rule, keywords.statistic, keywords.condition].some((each) => each[language] === first);
  return isRule && lastLine > 2 ? [...words.slice(0, 2), ...words.slice(lastLine)] : words;
}

function isLineWord({ image }: IToken, language: Language): boolean {
  const word = image.replace(/\s+/g, " ").toLowerCase();
  return lineWords[language].has(word);
}

const lineWords: Readonly<Record<Language, ReadonlySet<string>>> = { sv: lineWordsOf("sv"), en: lineWordsOf("en") };

/** Words that open a line of a rule and stand nowhere else. */
function lineWordsOf(language: Language): ReadonlySet<string> {
  const opening = [
    "insteadOf",
    "onTopOf",
    "appliesTo",
    "requires",
    "notWhen",
    "follows",
    "paidBy",
    "when",
    "round",
    "invoicedBy",
  ];
  return new Set(
    opening.flatMap((concept) => concepts.filter((each) => each === concept).map((each) => keywords[each][language])),
  );
}

/** One, two and three words further back on the same line. */
function earlierStarts(
  text: string,
  beginning: number,
  start: number,
  offset: number,
  language: Language,
): readonly EarlierStart[] {
  const found: EarlierStart[] = [];
  let at = start;
  for (let count = 0; count < 3; count++) {
    const before = /(\S+)[^\S\r\n]+$/.exec(text.slice(Math.max(0, at - 60), at));
    if (before === null) break;
    at -= before[0].length;
    if (at < beginning) break;
    const typed = text.slice(at, offset);
    if (!beginsKeyword(typed, language)) continue;
    found.push({
      typed,
      start: at,
      follows: mayFollow(wordsBetween(text, beginning, at, language), language),
    });
  }
  return found;
}

function beginsKeyword(typed: string, language: Language): boolean {
  const plain = typed.replace(/\s+/g, " ").toLowerCase();
  return concepts.some(
    (concept) => keywords[concept][language].includes(" ") && keywords[concept][language].startsWith(plain),
  );
}
