// The words and signs that the lexer tells apart: one concept for the parser, one spelling per keyword table.
// Rule: the parser knows concepts only. A spelling that says two things (`gäller`) belongs to both concepts.

import { createToken, Lexer, type TokenType } from "chevrotain";
import { concepts, keywords, spellings, wrongOperators, type Concept, type Language } from "./keywords.ts";

/** Letters of names. More are read than names may hold, so that a foreign letter is one mistake and not three. */
const letter = "A-Za-z_\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u024F\\u0300-\\u036F\\u0370-\\u03FF\\u0400-\\u04FF";
const wordSign = `${letter}0-9`;
const hyphen = "[-\\u2011]";
const groupSpace = "[ \\u00A0\\u2009\\u202F]";
const word = `[${letter}][${wordSign}]*(?:${hyphen}[${wordSign}]+)*`;

/** No letter, digit or hyphenated part may follow a keyword: `i` is none in `i-snitt`. */
const wordEnd = `(?![${wordSign}]|${hyphen}[${wordSign}])`;

/** One concept per keyword: what the parser reads. */
export const token = Object.fromEntries(concepts.map((concept) => [concept, category(`Word:${concept}`)])) as Readonly<
  Record<Concept, TokenType>
>;

const anyName = category("AnyName");
const anyText = category("AnyText");

/** Everything that is no keyword. */
export const sign = {
  space: createToken({ name: "Space", pattern: /[\s\uFEFF]+/, group: Lexer.SKIPPED, line_breaks: true }),
  comment: createToken({ name: "Comment", pattern: /#[^\r\n]*/, group: "comments", line_breaks: false }),
  /** A name, or a keyword that may be used as one. */
  name: anyName,
  ordinaryName: matching("OrdinaryName", `${word}(?:\\.${word})?`, [anyName]),
  text: anyText,
  quoted: matching("Quoted", `"[^"\\r\\n]*"|[“”„][^“”\\r\\n]*[“”]`, [anyText]),
  /** Ends at the line and counts as a text, so that nothing after it falls over. */
  unclosed: matching("Unclosed", `["“”„][^\\r\\n]*`, [anyText]),
  languageLine: matching("LanguageLine", `(?:[Ss]pråk|[Ll]anguage)[^\\S\\r\\n]+[${letter}]+${wordEnd}`),
  /** `kod word`: one sign, because code names are English and so are the English keywords. */
  codeName: category("CodeName"),
  clock: category("ClockSign"),
  date: matching("DateSign", "\\d{4}-\\d{1,2}-\\d{1,2}(?!\\d)"),
  month: matching("MonthSign", `\\d{4}-\\d{2}(?![${wordSign}]|-\\d)`),
  section: matching("Section", "\\d+(?:\\.\\d+)+"),
  number: matching("NumberSign", `\\d{1,3}(?:${groupSpace}\\d{3})+(?!\\d)(?:,\\d+)?|\\d+(?:,\\d+)?`),
  /** `>`, `större än`: read in order to be refused. */
  wrongOperator: category("WrongOperator"),
  equals: matching("Equals", "="),
  semicolon: matching("Semicolon", ";"),
  comma: matching("Comma", ","),
  colon: matching("Colon", ":"),
  open: matching("Open", "\\("),
  close: matching("Close", "\\)"),
  plus: matching("Plus", "\\+"),
  minus: matching("Minus", "[-\\u2011–−]"),
  times: matching("Times", "[*×]"),
  slash: matching("Slash", "/"),
  percent: matching("Percent", "%"),
  paragraph: matching("Paragraph", "§"),
} as const;

/** The tokens of one language's lexer, in the order in which they are tried. */
export function tokensOf(language: Language): TokenType[] {
  const code = keywords.code[language];
  const clock = language === "sv" ? "(?:[Kk]l\\.?|[Kk]lockan)" : "[Cc]lock";
  return [
    sign.space,
    sign.comment,
    sign.quoted,
    sign.unclosed,
    sign.languageLine,
    matching(`codeName-${language}`, `${spelled(code, [])}[^\\S\\r\\n]+[${letter}][${wordSign}.\\-\\u2011]*`, [
      sign.codeName,
    ]),
    matching(`clock-${language}`, `${clock}[^\\S\\r\\n]*\\d{1,2}(?:[.:]\\d{1,2})*`, [sign.clock]),
    sign.date,
    sign.month,
    sign.section,
    sign.number,
    matching(`wrongSign-${language}`, `(?:${keywords.is[language]}\\s+)?(?:${wrongSigns()})`, [sign.wrongOperator]),
    ...wordTokens(language),
    sign.ordinaryName,
    ...[sign.equals, sign.semicolon, sign.comma, sign.colon, sign.open, sign.close, sign.plus, sign.minus],
    ...[sign.times, sign.slash, sign.percent, sign.paragraph],
  ];
}

/** Everything the parser may be asked about. */
export function parserVocabulary(): TokenType[] {
  const signs = Object.values(sign).filter((type) => type !== sign.space && type !== sign.comment);
  return [...Object.values(token), ...signs];
}

/** True for a word that is a keyword in either table and cannot be a name in any. */
export function isReserved(name: string): boolean {
  return reserved.has(name);
}

const reserved: ReadonlySet<string> = new Set(
  concepts
    .filter((concept) => !keywords[concept].contextual)
    .flatMap((concept) => [...spellings(concept, "sv"), ...spellings(concept, "en")])
    .filter((text) => !/[ .()/]/.test(text)),
);

/** Where a text that swallowed the rest of its line ends: before a gap and a word that may follow a text. */
export function wordsBefore(swallowed: string, language: Language): number | undefined {
  const after: readonly Concept[] = ["under", "seeQuestion", "quote", "file", "reason", "asWritten", "to"];
  const words = after.map((concept) => spelled(keywords[concept][language], [])).join("|");
  const found = new RegExp(`\\s+(?:${words})`).exec(swallowed);
  return found?.index;
}

/** Keywords and refused words of one language: most words first, then longest, so that the longer one wins. */
function wordTokens(language: Language): TokenType[] {
  const meanings = new Map<string, TokenType[]>();
  for (const concept of concepts) {
    if (concept === "language") continue;
    for (const text of spellings(concept, language)) {
      const categories = meanings.get(text) ?? [];
      categories.push(token[concept]);
      if (keywords[concept].contextual && !categories.includes(anyName)) categories.push(anyName);
      meanings.set(text, categories);
    }
  }
  for (const operator of wrongOperators) {
    for (const text of operator[language]) meanings.set(text, [sign.wrongOperator]);
  }
  const ordered = [...meanings].sort(([a], [b]) => words(b) - words(a) || b.length - a.length || (a < b ? -1 : 1));
  const all = ordered.map(([text]) => text);
  return ordered.map(([text, categories]) => {
    const pattern = new RegExp(spelled(text, all));
    // Said rather than worked out from three hundred patterns each time a lexer is built.
    const startsWith = [...new Set([text.charAt(0), text.charAt(0).toUpperCase()])];
    const name = `${language}:${text}`;
    return createToken({ name, pattern, line_breaks: false, categories, start_chars_hint: startsWith });
  });
}

function words(text: string): number {
  return text.split(" ").length;
}

/**
 * The pattern of a keyword: any white space between its words, a capital first letter, and its end.
 * Its last word may begin another keyword (`vardagar` at the end of a line, then `från och med`): that one wins.
 */
function spelled(text: string, others: readonly string[]): string {
  const source = text
    .replace(/[.*+?()/]/g, "\\$&")
    .replace(/ /g, "\\s+")
    .replace("\\(", "\\(\\s*")
    .replace("\\)", "\\s*\\)");
  const last = text.slice(text.lastIndexOf(" ") + 1);
  const rests = last === text ? [] : others.filter((other) => other.startsWith(`${last} `));
  const notBefore = rests.map((other) => `(?!${other.slice(last.length).replace(/ /g, "\\s+")})`).join("");
  const first = text.charAt(0);
  const upper = first.toUpperCase();
  const start = upper === first ? source : `[${first}${upper}]${source.slice(1)}`;
  return /[.)]$/.test(text) ? start : `${start}${wordEnd}${notBefore}`;
}

function wrongSigns(): string {
  const signs = wrongOperators.flatMap((operator) => operator.signs);
  return [...signs].sort((a, b) => b.length - a.length).join("|");
}

function category(name: string): TokenType {
  return createToken({ name, pattern: Lexer.NA });
}

function matching(name: string, source: string, categories: TokenType[] = []): TokenType {
  return createToken({ name, pattern: new RegExp(source), line_breaks: false, categories });
}
