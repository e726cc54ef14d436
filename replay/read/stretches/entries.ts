// Numbers about every record of a file, set aside until all of them are there, and taken up again in parts that fit in
// memory. Rule: numbers alone: hashes, times and rows. On disk they lie in a file that has no name any longer.

import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Entries {
  /** Sets an entry aside; entries of one hash come back in one part, in the order in which they were set aside. */
  add(hash: number, second: number, third: number, fourth: number): void;
  /** Everything that was set aside, a part at a time, `width` numbers an entry. A part is good until the next. */
  parts(): Iterable<Float64Array>;
  close(): void;
}

/** Numbers of an entry: its hash and three others. */
export const width = 4;

/** Hashes are whole numbers below this. */
export const hashesEnd = 2 ** 53;

const entriesOfBlock = 256;
const numbersOfBlock = entriesOfBlock * width;
const bytesOfBlock = numbersOfBlock * Float64Array.BYTES_PER_ELEMENT;

/** Blocks that stay in memory; with them a quarter of a million entries leave no trace on a disk. */
const blocksInMemory = 1_024;

/** A part of what was set aside: full blocks, in memory or by their place on disk, and the one that is being filled. */
interface Part {
  readonly blocks: (Float64Array | number)[];
  open: Float64Array;
  used: number;
}

/** `expected`: how many entries there may be; with more than that parts grow. */
export function entries(expected: number): Entries {
  const count = partsFor(expected);
  const parts = Array.from({ length: count }, (): Part => ({ blocks: [], open: newBlock(), used: 0 }));
  const disk = diskFile();
  let full = 0;
  const putAway = (part: Part): void => {
    full += 1;
    const place = full > blocksInMemory ? disk.write(part.open) : undefined;
    part.blocks.push(place ?? part.open);
    if (place === undefined) part.open = newBlock();
    part.used = 0;
  };
  return {
    add(hash, second, third, fourth) {
      const part = parts[Math.floor((hash / hashesEnd) * count)];
      if (part === undefined) throw new Error("A hash lies outside the hashes.");
      const { open, used } = part;
      open[used] = hash;
      open[used + 1] = second;
      open[used + 2] = third;
      open[used + 3] = fourth;
      part.used = used + width;
      if (part.used === numbersOfBlock) putAway(part);
    },
    *parts() {
      const length = ({ blocks, used }: Part): number => blocks.length * numbersOfBlock + used;
      // One after another they lie in the same memory: a part is a megabyte, and nobody would collect them in time.
      const memory = new Float64Array(parts.reduce((longest, part) => Math.max(longest, length(part)), 0));
      for (const part of parts) {
        const { blocks, open, used } = part;
        const all = memory.subarray(0, length(part));
        for (const [index, block] of blocks.entries()) {
          const own = all.subarray(index * numbersOfBlock, (index + 1) * numbersOfBlock);
          if (typeof block === "number") disk.read(block, own);
          else own.set(block);
        }
        all.set(open.subarray(0, used), blocks.length * numbersOfBlock);
        yield all;
      }
    },
    close: disk.close,
  };
}

function newBlock(): Float64Array {
  return new Float64Array(numbersOfBlock);
}

/** As many that one of them is about a megabyte, which lies near while its entries are brought together. */
function partsFor(expected: number): number {
  let parts = 16;
  while (parts < 1_024 && parts * entriesOfPart < expected) parts *= 2;
  return parts;
}

const entriesOfPart = 32_768;

interface DiskFile {
  /** Where the block lies; undefined where there is no room on disk, so that it stays in memory. */
  write(block: Float64Array): number | undefined;
  read(place: number, into: Float64Array): void;
  close(): void;
}

/** A file in the folder for passing things, made when it is first written to, and unlinked as soon as it is open. */
function diskFile(): DiskFile {
  let handle: number | undefined;
  let isRefused = false;
  let end = 0;
  const opened = (): number => (handle ??= unnamedFile());
  return {
    write(block) {
      if (isRefused) return undefined;
      try {
        const written = writeSync(opened(), bytesOf(block), 0, bytesOfBlock, end);
        if (written < bytesOfBlock) throw new Error("The disk took less than a block.");
      } catch {
        // Nothing is lost by it: what a disk does not take stays in memory.
        isRefused = true;
        return undefined;
      }
      end += bytesOfBlock;
      return end - bytesOfBlock;
    },
    read(place, into) {
      const read = readSync(opened(), bytesOf(into), 0, bytesOfBlock, place);
      if (read < bytesOfBlock) throw new Error("The disk gave back less than was written.");
    },
    close() {
      if (handle !== undefined) closeSync(handle);
      handle = undefined;
    },
  };
}

function unnamedFile(): number {
  const folder = mkdtempSync(join(tmpdir(), "avtal-"));
  try {
    return openSync(join(folder, "poster"), "wx+", 0o600);
  } finally {
    // Where an open file keeps its name, the folder is left for the system to clear.
    rmSync(folder, { recursive: true, force: true, maxRetries: 0 });
  }
}

function bytesOf(numbers: Float64Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
