// Whether a second thread may read a data file, and where that thread's file lies.
// Rule: where there is no second processor or no built file, one thread does it all, with the same result.

import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import type { ReadingThread } from "@avtal/replay/read/thread/reading-thread";
import { fileOfOurs } from "./file-of-ours.ts";

/** Some ten thousand rows at a time, of files of some hundred thousand: of smaller ones a thread only takes memory. */
const sizes = { blockBytes: 2 << 20, leastBytes: 64 << 20 } as const;

export function secondReader(): ReadingThread | undefined {
  const script = fileOfOurs("reading-thread.js");
  return availableParallelism() > 1 && existsSync(script) ? { script, ...sizes } : undefined;
}
