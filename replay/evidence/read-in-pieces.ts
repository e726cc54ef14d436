// Reads a file that we wrote a piece at a time, with its checksum, so that a result of any size is read back.
// Rule: what is handed out is not to be believed before the checksum at the end has been held against its manifest.

import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { StringDecoder } from "node:string_decoder";
import type { WrittenFile } from "../write-whole.ts";

export type Seal = Pick<WrittenFile, "bytes" | "sha256">;

const bufferLength = 1 << 20;

export function sealOf(path: string): Seal {
  return readThrough(path, () => undefined);
}

/** Hands out every line without its end; the last one too where it has none. */
export function eachLineOf(path: string, use: (line: string) => void): Seal {
  const decoder = new StringDecoder("utf8");
  let begun = "";
  const seal = readThrough(path, (bytes) => {
    const [first = "", ...others] = decoder.write(bytes).split("\n");
    const last = others.pop();
    begun += first;
    if (last === undefined) return;
    use(begun);
    others.forEach(use);
    begun = last;
  });
  const rest = begun + decoder.end();
  if (rest !== "") use(rest);
  return seal;
}

function readThrough(path: string, use: (bytes: Buffer) => void): Seal {
  const handle = openSync(path, "r");
  try {
    const hash = createHash("sha256");
    const buffer = Buffer.alloc(bufferLength);
    let bytes = 0;
    for (let read = 1; read > 0; bytes += read) {
      read = readSync(handle, buffer, 0, bufferLength, null);
      const piece = buffer.subarray(0, read);
      hash.update(piece);
      use(piece);
    }
    return { bytes, sha256: hash.digest("hex") };
  } finally {
    closeSync(handle);
  }
}
