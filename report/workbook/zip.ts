// A zip file out of entries that are packed as they are written: one time for every entry, so that the same contents
// are the same bytes. Rule: an entry's text is never held whole; while one piece is packed, beside us, the next is made.

import { once } from "node:events";
import { crc32, createDeflateRaw } from "node:zlib";

export interface ZipEntry {
  readonly name: string;
  /** Its text, piece by piece. */
  readonly contents: Iterable<string>;
}

interface Packed {
  readonly name: Buffer;
  readonly bytes: Buffer;
  readonly size: number;
  readonly sum: number;
}

export async function zipOf(entries: Iterable<ZipEntry>): Promise<Uint8Array> {
  const packing: Promise<Packed>[] = [];
  for (const entry of entries) packing.push((await handedOver(entry)).packed);
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const packed of await Promise.all(packing)) {
    const head = header(localEntry, packed, []);
    directory.push(header(directoryEntry, packed, [at]));
    parts.push(head, packed.bytes);
    at += head.length + packed.bytes.length;
  }
  return Buffer.concat([...parts, ...directory, endOf(directory, at)]);
}

/** The same level everywhere, so that the same contents give the same bytes; more is hardly smaller and much slower. */
const level = 6;
const pieceSize = 1 << 19;

/** Gives its entry when all of its text is made; the last piece may still be packed then. */
async function handedOver({ name, contents }: ZipEntry): Promise<{ readonly packed: Promise<Packed> }> {
  const stream = createDeflateRaw({ level });
  const out: Buffer[] = [];
  stream.on("data", (bytes: Buffer) => out.push(bytes));
  const ended = once(stream, "end");
  let [size, sum, waiting] = [0, 0, ""];
  let isFull = false;
  const write = async (): Promise<void> => {
    const bytes = Buffer.from(waiting, "utf8");
    waiting = "";
    size += bytes.length;
    sum = crc32(bytes, sum);
    if (isFull) await once(stream, "drain");
    isFull = !stream.write(bytes);
  };
  for (const piece of contents) {
    waiting += piece;
    if (waiting.length >= pieceSize) await write();
  }
  await write();
  stream.end();
  return { packed: ended.then(() => ({ name: Buffer.from(name, "utf8"), bytes: Buffer.concat(out), size, sum })) };
}

const localEntry = 0x04034b50;
const directoryEntry = 0x02014b50;
const endOfDirectory = 0x06054b50;
/** 1980-01-01, the first day that the format can say. */
const firstDate = (1 << 5) | 1;
/** Deflate, and names in UTF-8. */
const [version, flags, method] = [20, 0x0800, 8];

/** The head of an entry; in the directory with the version that made it, and where the entry begins. */
function header(sign: number, { name, bytes, size, sum }: Packed, start: readonly number[]): Buffer {
  const isInDirectory = sign === directoryEntry;
  const shorts = (...numbers: readonly number[]): Buffer => numbersAs(2, numbers);
  const longs = (...numbers: readonly number[]): Buffer => numbersAs(4, numbers);
  return Buffer.concat([
    longs(sign),
    ...(isInDirectory ? [shorts(version)] : []),
    shorts(version, flags, method, 0, firstDate),
    longs(sum, bytes.length, size),
    shorts(name.length, 0),
    ...(isInDirectory ? [shorts(0, 0, 0), longs(0, ...start)] : []),
    name,
  ]);
}

function endOf(directory: readonly Buffer[], start: number): Buffer {
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const count = directory.length;
  return Buffer.concat([
    numbersAs(4, [endOfDirectory]),
    numbersAs(2, [0, 0, count, count]),
    numbersAs(4, [size, start]),
    numbersAs(2, [0]),
  ]);
}

/** Little-endian; a number that does not fit throws, for then the file would be wrong. */
function numbersAs(width: 2 | 4, numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(width * numbers.length);
  numbers.forEach((number, index) => bytes.writeUIntLE(number, index * width, width));
  return bytes;
}
