// Which keyword table a file is written in, found before it is read with either of them.
// Rule: only the first words decide, past white space and comments; `språk en` and `language sv` are read too.

import type { Language } from "./keywords.ts";

export type LanguageLine =
  | { readonly kind: "said"; readonly language: Language; readonly at: number }
  /** Another word than `sv` or `en`; reading goes on in the table of the keyword used. */
  | { readonly kind: "unknown"; readonly language: Language; readonly start: number; readonly end: number }
  /** No such line: reading goes on in the table that the first word belongs to. */
  | { readonly kind: "absent"; readonly language: Language; readonly at: number };

const openingWords = /^(?:agreement|act|vocabulary|amendment)(?![\w-])/i;

export function findLanguage(text: string): LanguageLine {
  const at = firstWord(text);
  const found = /^(språk|language)[^\S\r\n]+([^\s#]+)/i.exec(text.slice(at, at + 200));
  if (found === null) return { kind: "absent", language: openingWords.test(text.slice(at, at + 20)) ? "en" : "sv", at };
  const [line, keyword = "", said = ""] = found;
  if (said === "sv" || said === "en") return { kind: "said", language: said, at };
  const end = at + line.length;
  return {
    kind: "unknown",
    language: keyword.toLowerCase() === "language" ? "en" : "sv",
    start: end - said.length,
    end,
  };
}

/** Offset of the first thing that is neither white space nor comment. */
function firstWord(text: string): number {
  const next = /[^\s\uFEFF]/g;
  for (let at = 0; ;) {
    next.lastIndex = at;
    const found = next.exec(text);
    if (found === null) return text.length;
    if (found[0] !== "#") return found.index;
    const lineEnd = text.slice(found.index).search(/[\r\n]/);
    if (lineEnd === -1) return text.length;
    at = found.index + lineEnd;
  }
}
