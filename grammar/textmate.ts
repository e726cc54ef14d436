// The colouring of the language for editors: a TextMate grammar made from the same tables as the lexer.
// Rule: it colours both keyword tables at once; a word that is reserved in either is never a name, so nothing is lost.

import { concepts, keywords, spellings, wrongOperators, type Concept } from "./keywords.ts";

export interface TextMateRule {
  readonly name: string;
  readonly match: string;
}

export interface TextMateGrammar {
  readonly name: string;
  readonly scopeName: string;
  readonly fileTypes: readonly string[];
  readonly patterns: readonly TextMateRule[];
}

/** Scopes by what a keyword does; themes know their first words. */
const scopes = {
  head: "keyword.control.head.avtal",
  statement: "keyword.control.statement.avtal",
  line: "keyword.other.line.avtal",
  word: "keyword.operator.word.avtal",
  unit: "support.type.unit.avtal",
  name: "support.variable.avtal",
} as const;

const wordStart = "(?<![\\p{L}\\p{N}_-])";
const wordEnd = "(?![\\p{L}\\p{N}_]|-[\\p{L}\\p{N}])";

export function textMateGrammar(): TextMateGrammar {
  return {
    name: "Avtal",
    scopeName: "source.avtal",
    fileTypes: ["avtal"],
    patterns: [
      { name: "comment.line.documentation.avtal", match: "##.*$" },
      { name: "comment.line.number-sign.avtal", match: "#.*$" },
      { name: "string.quoted.double.avtal", match: '"[^"]*"|[“”„][^“”]*[“”]' },
      { name: "invalid.illegal.unclosed.avtal", match: '["“”„].*$' },
      { name: "keyword.control.head.avtal", match: `${wordStart}(?:[Ss]pråk|[Ll]anguage)\\s+(?:sv|en)${wordEnd}` },
      { name: "entity.name.type.code.avtal", match: `${wordStart}(?:[Kk]od|[Cc]ode)\\s+[A-Za-z_][A-Za-z0-9_]*` },
      {
        name: "constant.other.clock.avtal",
        match: `${wordStart}(?:[Kk]l\\.?|[Kk]lockan|[Cc]lock)\\s*\\d{1,2}[.:]\\d{2}`,
      },
      {
        name: "constant.other.date.avtal",
        match: "(?<![\\p{L}\\p{N}_-])\\d{4}-\\d{2}(?:-\\d{2})?(?![\\p{L}\\p{N}_-])",
      },
      { name: "constant.other.section.avtal", match: "(?<![\\p{L}\\p{N}_.])\\d+(?:\\.\\d+)+" },
      {
        name: "constant.numeric.avtal",
        // The hard spaces stand as themselves: editors and JavaScript have no spelling of them in common.
        match: "(?<![\\p{L}\\p{N}_-])\\d{1,3}(?:[ \u00a0\u202f]\\d{3})+(?!\\d)(?:,\\d+)?",
      },
      { name: "constant.numeric.avtal", match: "(?<![\\p{L}\\p{N}_-])\\d+(?:,\\d+)?" },
      ...keywordRules(),
      { name: "invalid.illegal.operator.avtal", match: "[<>]=?|==|!=|=[<>]|≥|≤|≠" },
      { name: "keyword.operator.sign.avtal", match: "[=+*/×%§–−]|(?<=\\s)-(?=\\s)" },
      {
        name: "variable.other.avtal",
        match: "[\\p{L}_][\\p{L}\\p{N}_]*(?:-[\\p{L}\\p{N}_]+)*(?:\\.[\\p{L}_][\\p{L}\\p{N}_-]*)?",
      },
    ],
  };
}

interface Spelled {
  readonly text: string;
  readonly scope: string;
}

/** Longer keywords first: each rule holds the keywords of one scope and one number of words. */
function keywordRules(): TextMateRule[] {
  const all = [...concepts.flatMap(spelledAs), ...refused()];
  const rules: TextMateRule[] = [];
  for (let words = Math.max(...all.map(wordCount)); words > 0; words--) {
    const counted = all.filter((each) => wordCount(each) === words);
    for (const name of new Set(counted.map((each) => each.scope))) {
      const texts = [...new Set(counted.filter((each) => each.scope === name).map((each) => each.text))];
      texts.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
      rules.push({ name, match: `(?:${texts.map(matching).join("|")})` });
    }
  }
  return rules;
}

function spelledAs(concept: Concept): Spelled[] {
  const scope = scopes[keywords[concept].role];
  return [...spellings(concept, "sv"), ...spellings(concept, "en")].map((text) => ({ text, scope }));
}

function refused(): Spelled[] {
  const scope = "invalid.illegal.operator.avtal";
  return wrongOperators.flatMap(({ sv, en }) => [...sv, ...en].map((text) => ({ text, scope })));
}

function wordCount({ text }: Spelled): number {
  return text.split(/[ /]/).length;
}

function matching(text: string): string {
  const source = text.replace(/[.*+?()/]/g, "\\$&").replace(/ /g, "\\s+");
  const first = text.charAt(0);
  const upper = first.toUpperCase();
  const start = upper === first ? source : `[${first}${upper}]${source.slice(1)}`;
  const opens = /^[\p{L}]/u.test(text) ? wordStart : "";
  return `${opens}${start}${/[.)]$/.test(text) ? "" : wordEnd}`;
}
