// A text as it is compared with another: without white space, hyphens and quotation marks, letters and case kept.
// Rule: every letter that is kept knows where it stood, so that what is found can be shown as it was written.

export interface PlainWords {
  readonly plain: string;
  /** For each unit of `plain`, its offset in the text; one more at the end. */
  readonly at: readonly number[];
}

export function plainWords(text: string): PlainWords {
  const runs: string[] = [];
  const at: number[] = [];
  let begun = 0;
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    const letters = ligatures.get(code);
    if (letters === undefined && !ignored.has(code)) {
      at.push(offset);
      continue;
    }
    runs.push(text.slice(begun, offset), letters ?? "");
    for (let unit = 0; unit < (letters ?? "").length; unit++) at.push(offset);
    begun = offset + 1;
  }
  runs.push(text.slice(begun));
  at.push(text.length);
  return { plain: runs.join(""), at };
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
const ignored: ReadonlySet<number> = new Set(
  [
    ..." \t\n\v\f\r\u00A0\u1680\u2028\u2029\u202F\u205F\u3000",
    ..."-\u00AD\u2212\"'*\u00AB\u00BB\u2039\u203A\u2060\uFEFF",
  ]
    .map((sign) => sign.charCodeAt(0))
    .concat(between(0x2000, 0x200d), between(0x2010, 0x2015), between(0x2018, 0x201f)),
);

/** Ligatures that come out of PDF files are the letters they join. */
const ligatures: ReadonlyMap<number, string> = new Map([
  [0xfb00, "ff"],
  [0xfb01, "fi"],
  [0xfb02, "fl"],
  [0xfb03, "ffi"],
  [0xfb04, "ffl"],
]);

function between(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
