// Watches the frames of messages as they come in, before anything is kept in memory because of them.
// Rule: a length that no editor sends ends the conversation; nothing after it can be trusted to be a message.

import { Transform, type TransformCallback } from "node:stream";

/** Bytes; a file of the greatest size that is read, written in the longest way, and room besides. */
const greatestBody = 64_000_000;
const greatestHeader = 4_096;

/** Passes bytes on while they are frames; ends, and calls `broken`, at the first that is none. */
export function watchedFrames(broken: () => void): Transform {
  let header = "";
  let rest = 0;
  let isBroken = false;
  return new Transform({
    transform(bytes: Buffer, _: BufferEncoding, done: TransformCallback): void {
      let at = 0;
      while (at < bytes.length && !isBroken) {
        if (rest > 0) {
          const taken = Math.min(rest, bytes.length - at);
          rest -= taken;
          at += taken;
          continue;
        }
        header += String.fromCharCode(bytes[at] ?? 0);
        at += 1;
        if (!header.endsWith("\r\n\r\n")) {
          isBroken = header.length > greatestHeader;
          continue;
        }
        const length = /^Content-Length:[ \t]*(\d{1,9})[ \t]*\r$/im.exec(header)?.[1];
        isBroken = length === undefined || Number(length) > greatestBody;
        rest = Number(length ?? 0);
        header = "";
      }
      if (!isBroken) return done(null, bytes);
      broken();
      this.end();
      done();
    },
  });
}
