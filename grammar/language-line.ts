// Which keyword table a file is written in, found before it is read with either of them.
// Rule: only the first words decide, past white space and comments; `språk en` and `language sv` are read too.

import { concepts, keywords, spellings, type Language } from "./keywords.ts";

/** `language` is the table to read with, whatever was said. */
export type LanguageLine =
  | { readonly kind: "said"; readonly language: Language; readonly at: number }
  /** `language en` above a Swedish head, or a language that does not exist. */
  | {
      readonly kind: "wrong" | "unknown";
      readonly language: Language;
      readonly at: number;
      /** The word that names the language. */
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: "absent"; readonly language: Language; readonly at: number };

export function findLanguage(text: string): LanguageLine {
  const at = firstWord(text, 0);
  const found = /^(språk|language)[^\S\r\n]+([^\s#]+)/i.exec(text.slice(at, at + 200));
  if (found === null) return { kind: "absent", language: languageOfHead(text, at) ?? "sv", at };
  const [line, keyword = "", said = ""] = found;
  const end = at + line.length;
  const head = languageOfHead(text, firstWord(text, end));
  const place = { at, start: end - said.length, end };
  if (said !== "sv" && said !== "en") {
    return { kind: "unknown", language: head ?? (keyword.toLowerCase() === "language" ? "en" : "sv"), ...place };
  }
  if (head !== undefined && head !== said) return { kind: "wrong", language: head, ...place };
  return { kind: "said", language: said, at };
}

/** Offset of the first thing from `start` on that is neither white space nor comment. */
function firstWord(text: string, start: number): number {
  const next = /[^\s\uFEFF]/g;
  for (let at = start; ;) {
    next.lastIndex = at;
    const found = next.exec(text);
    if (found === null) return text.length;
    if (found[0] !== "#") return found.index;
    const lineEnd = text.slice(found.index).search(/[\r\n]/);
    if (lineEnd === -1) return text.length;
    at = found.index + lineEnd;
  }
}

/** The table that the head's first word belongs to, or undefined for a word that opens no head. */
function languageOfHead(text: string, at: number): Language | undefined {
  const word = /^[a-zåäöéü]+(?![\wåäöéü-])/i.exec(text.slice(at, at + 40))?.[0].toLowerCase();
  return (["sv", "en"] as const).find((language) => word !== undefined && heads[language].has(word));
}

const heads = { sv: headsIn("sv"), en: headsIn("en") };

function headsIn(language: Language): ReadonlySet<string> {
  const opening = concepts.filter((concept) => keywords[concept].role === "head" && concept !== "language");
  return new Set(opening.flatMap((concept) => spellings(concept, language)));
}
