// The exact stretch of a source that a quote repeats, from its first letter to its last.

import { findPlace } from "../check/cited-place.ts";
import { plainWords } from "../check/plain-words.ts";
import { placesOfQuote } from "../check/quote-search.ts";
import type { SourceText, Stretch } from "../check/source-text.ts";
import type { Reference } from "../syntax/ast.ts";

export function quotedStretch({ places, quote }: Reference, source: SourceText): Stretch | undefined {
  if (quote === undefined) return undefined;
  const all = placesOfQuote(quote.text, source);
  const place = findPlace(places, source);
  const inside =
    place.kind === "found" ? all.find((at) => at >= place.stretch.start && at < place.stretch.end) : undefined;
  const start = inside ?? all[0];
  if (start === undefined) return undefined;
  const length = plainWords(quote.text.normalize("NFC")).plain.length;
  const first = source.words.at.indexOf(start);
  const last = source.words.at[first + length - 1];
  return { start, end: last === undefined ? start : last + 1 };
}
