// The one order of texts in every result: by code point, the same on every host and in every language.

/** Negative, zero or positive as `a` stands before, with or after `b`. */
export function byCodePoint(a: string, b: string): -1 | 0 | 1 {
  if (a === b) return 0;
  const shorter = Math.min(a.length, b.length);
  for (let index = 0; index < shorter; index += 1) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left !== right) return weight(left) < weight(right) ? -1 : 1;
  }
  return a.length < b.length ? -1 : 1;
}

/** UTF-16 puts the planes above U+FFFF (surrogates, U+D800–DFFF) before U+E000–FFFF; code points put them after. */
function weight(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
