// Where a text stops being UTF-8: for messages that point at the byte instead of guessing the letter.

import { isUtf8 } from "node:buffer";

/** Offset of the first byte that UTF-8 does not allow there; undefined where all are right. */
export function firstBadByte(bytes: Uint8Array): number | undefined {
  if (isUtf8(bytes)) return undefined;
  let place = 0;
  while (place < bytes.length) {
    const lead = bytes[place] ?? 0;
    const size = lead < 128 ? 1 : lead < 224 ? 2 : lead < 240 ? 3 : 4;
    if (!isUtf8(bytes.subarray(place, place + size))) return place;
    place += size;
  }
  return place;
}
