// Texts that stand once each, and their places, so that a page with many lines stays small.

export interface TextTable {
  readonly texts: readonly string[];
  /** Place of a text, which is added where it is new; -1 for none. */
  readonly at: (text: string | null | undefined) => number;
}

export function textTable(): TextTable {
  const texts: string[] = [];
  const places = new Map<string, number>();
  const at = (text: string | null | undefined): number => {
    if (text === null || text === undefined) return -1;
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, texts.length);
    return texts.push(text) - 1;
  };
  return { texts, at };
}
