// How a reader hands over a cell: as a stretch of bytes, so that nothing is made of what is not kept.
// Rule: the bytes are UTF-8. Columns compare bytes and make a text only of what they have not met before.

/** One cell at a time; the same object for all of them, good until the next. */
export interface Cell {
  bytes: Buffer;
  start: number;
  end: number;
  row: number;
}

export function emptyCell(): Cell {
  return { bytes: Buffer.alloc(0), start: 0, end: 0, row: 0 };
}

export function cellText({ bytes, start, end }: Cell): string {
  return bytes.toString("utf8", start, end);
}

/** Lets a cell hold a text that does not stand in a file. */
export function holdText(cell: Cell, text: string): void {
  if (text.length > shortText.length || !writtenAscii(text, shortText)) {
    cell.bytes = Buffer.from(text);
    cell.end = cell.bytes.length;
  } else {
    cell.bytes = shortText;
    cell.end = text.length;
  }
  cell.start = 0;
}

/** Nearly every text is short, and making bytes for each of millions costs more than reading them. */
const shortText = Buffer.alloc(64);

function writtenAscii(text: string, into: Buffer): boolean {
  for (let place = 0; place < text.length; place++) {
    const code = text.charCodeAt(place);
    if (code > 127) return false;
    into[place] = code;
  }
  return true;
}
