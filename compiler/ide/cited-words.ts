// The places of the citation that is being written, from its words so far.

import { keywords, type Language } from "@avtal/grammar/keywords";
import type { IToken } from "@avtal/grammar/parser";
import type { CitedPlace } from "../syntax/ast.ts";

export function findPlaces(words: readonly IToken[], language: Language): readonly CitedPlace[] {
  const begins = words.findLastIndex(({ image }) => image === ";" || image.toLowerCase() === keywords.under[language]);
  const cited = words.slice(begins + 1).map(({ image }) => image);
  const span = { file: "", start: 0, end: 0 };
  return cited.flatMap((word, index): CitedPlace[] => {
    const next = cited[index + 1] ?? "";
    if (/^\d+(?:\.\d+)+$/.test(word)) return [{ kind: "section", text: word, span }];
    if (!/^\d+$/.test(word) || cited[index - 1]?.toLowerCase() === keywords.point[language]) return [];
    if (next === "§") return [{ kind: "paragraph", number: word, span }];
    if (next.toLowerCase() === keywords.chapter[language]) return [{ kind: "chapter", number: word, span }];
    return [{ kind: "section", text: word, span }];
  });
}
