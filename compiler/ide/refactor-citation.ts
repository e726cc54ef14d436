// Words of a source as a citation: `enligt ök 12.3 citat "…"`, with the section found in the text.
// Rule: a section is named only where the words stand in exactly one.

import { sectionAt } from "../check/cited-place.ts";
import { placesOfQuote } from "../check/quote-search.ts";
import { say } from "../format/words.ts";
import type { Language } from "../syntax/ast.ts";
import { textOf, treeOf, type Analysis } from "./analysis.ts";
import type { Refactoring } from "./answers.ts";
import type { RefactoringAsked } from "./refactorings.ts";
import { sourceText } from "./source-texts.ts";
import { documentHolding } from "./things.ts";

/** The selected words, pasted from a source, become the citation of it. */
export function clauseCited({ span }: RefactoringAsked, analysis: Analysis): Refactoring | undefined {
  const tree = treeOf(span.file, analysis);
  if (tree === undefined || span.end - span.start < fewest) return undefined;
  const words = textOf(span.file, analysis).slice(span.start, span.end);
  const citation = citationOf({ words, path: span.file }, analysis);
  if (citation === undefined) return undefined;
  return {
    sort: "rewrite",
    label: { sv: "Skriv orden som ett citat ur källan", en: "Write the words as a quote of the source" },
    edits: [{ span, text: citation }],
    creates: undefined,
  };
}

const fewest = 12;

/** For pasted words too: undefined where no source of the document has them. */
export function citationOf(
  { words, path }: { readonly words: string; readonly path: string },
  analysis: Analysis,
): string | undefined {
  const tree = treeOf(path, analysis);
  const document = tree === undefined ? undefined : documentHolding(tree, analysis);
  const quote = words
    .replace(/["“”„]/g, "")
    .replace(/\s+/g, " ")
    .trim();
  if (tree === undefined || document === undefined || quote.length < fewest) return undefined;
  for (const [name, statement] of document.sources) {
    const source = sourceText(statement, analysis);
    const places = source === undefined ? [] : placesOfQuote(quote, source.text);
    if (source === undefined || places.length === 0) continue;
    const sections = new Set(places.map((at) => sectionAt(at, source.text)));
    const [only] = sections;
    const section = sections.size === 1 && only !== undefined ? ` ${only}` : "";
    return `${written("under", tree.language)} ${name}${section} ${written("quote", tree.language)} "${quote}"`;
  }
  return undefined;
}

function written(concept: "under" | "quote", language: Language): string {
  return say(concept, language);
}
