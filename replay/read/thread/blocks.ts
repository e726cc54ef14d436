// Cuts a file into blocks that end where a row does, as far as line breaks tell.
// Rule: a line break inside quotation marks cuts a row in two; whoever reads the block finds it open at its end.

import { readBehind } from "../csv/records.ts";
import type { OpenFile } from "../open-file.ts";

export interface Blocks {
  /**
   * Fills `block` from the file, but for the room behind that reading it takes. How much of it is filled: 0 at the end,
   * undefined where one line is longer than a block.
   */
  fill(block: SharedArrayBuffer): number | undefined;
}

/** From the byte `start` of the file on; what lies before it is read all the same. */
export function blocksOf(file: OpenFile, start: number): Blocks {
  let rest: Buffer = Buffer.alloc(0);
  let skip = start;
  return {
    fill(block) {
      const bytes = Buffer.from(block, 0, block.byteLength - readBehind);
      rest.copy(bytes);
      let filled = rest.length;
      while (filled < bytes.length) {
        const read = file.next(bytes, filled);
        if (read === 0) break;
        filled += read;
        if (skip > 0 && filled >= skip) {
          bytes.copyWithin(0, skip, filled);
          filled -= skip;
          skip = 0;
        }
      }
      if (filled < bytes.length) {
        rest = Buffer.alloc(0);
        return filled;
      }
      const whole = bytes.lastIndexOf(lineFeed, filled - 1) + 1;
      rest = Buffer.from(bytes.subarray(whole, filled));
      return whole === 0 ? undefined : whole;
    },
  };
}

const lineFeed = 10;
