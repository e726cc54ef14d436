// A text as it is compared with another: without white space, hyphens and quotation marks, letters and case kept.
// Rule: every letter that is kept knows where it stood, so that what is found can be shown as it was written.

export interface PlainWords {
  readonly plain: string;
  /** For each unit of `plain`, its offset in the text; one more at the end. */
  readonly at: readonly number[];
}

export function plainWords(text: string): PlainWords {
  let plain = "";
  const at: number[] = [];
  let offset = 0;
  for (const letter of text) {
    if (!ignored.test(letter)) {
      const kept = sameLetter(letter);
      plain += kept;
      for (let unit = 0; unit < kept.length; unit++) at.push(offset);
    }
    offset += letter.length;
  }
  at.push(text.length);
  return { plain, at };
}

/** The written words between two places of the plain text, on one line, without marks of layout or divided words. */
export function wordsBetween(text: string, words: PlainWords, start: number, end: number): string {
  const from = words.at[start] ?? 0;
  const last = words.at[Math.max(start, end - 1)] ?? text.length;
  const letter = String.fromCodePoint(text.codePointAt(last) ?? 32);
  return text
    .slice(from, last + letter.length)
    .replace(/[\u002D\u00AD]\s*[\r\n]+\s*(?=\p{Ll})/gu, "")
    .replace(/[*\u00AD\u200B-\u200D\u2060\uFEFF]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** White space, hyphens and dashes, quotation marks, marks of layout, and signs without width. */
const ignored =
  /[\s\u002D\u00AD\u2010-\u2015\u2212\u0022\u0027\u00AB\u00BB\u2018-\u201F\u2039\u203A*\u200B-\u200D\u2060\uFEFF]/;

/** Ligatures that come out of PDF files are the letters they join. */
function sameLetter(letter: string): string {
  return ligatures.get(letter) ?? letter;
}

const ligatures: ReadonlyMap<string, string> = new Map([
  ["\uFB00", "ff"],
  ["\uFB01", "fi"],
  ["\uFB02", "fl"],
  ["\uFB03", "ffi"],
  ["\uFB04", "ffl"],
]);
