// How a reader hands over cells: as a stretch of a large text, so that nothing is cut out that is not kept.
// CSV gives one character a byte; Parquet gives plain texts.
// Rule: columns remember raw cells and decode only what they have not met before.

/** One cell at a time; the same object for all of them. */
export interface Cell {
  text: string;
  start: number;
  end: number;
  row: number;
}

export function cellText(cell: Cell): string {
  return cell.text.slice(cell.start, cell.end);
}

export interface RawText {
  /** What a raw text says. */
  readonly decoded: (raw: string) => string;
  /** The same raw text, free of the window that it was cut from, so that it can be kept. */
  readonly owned: (raw: string) => string;
}

/** Bytes as characters U+0000–00FF, proved to be UTF-8. */
export const oneCharacterAByte: RawText = {
  decoded: (raw) => (isAscii(raw) ? raw : Buffer.from(raw, "latin1").toString("utf8")),
  owned: (raw) => (raw.length < longestCopied ? raw : Buffer.from(raw, "latin1").toString("latin1")),
};

/** Slices shorter than this are copies already in V8; longer ones point into the text they were cut from. */
const longestCopied = 13;

export const plainText: RawText = { decoded: (raw) => raw, owned: (raw) => raw };

function isAscii(text: string): boolean {
  for (let place = 0; place < text.length; place++) if (text.charCodeAt(place) > 127) return false;
  return true;
}
