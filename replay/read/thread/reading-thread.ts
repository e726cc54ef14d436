// A thread that reads a file a block at a time, and gives back what it has read in the order in which it was given.
// Rule: a thread that is lost is said, not hidden: whoever asked reads the file then.

import { Worker } from "node:worker_threads";
import type { BlockRead, Start, Tray } from "./messages.ts";

/** What a host has of it. */
export interface ReadingThread {
  /** Path of a file that calls `serve`. */
  readonly script: string;
  /** Bytes that it is given at a time. */
  readonly blockBytes: number;
  /** Files smaller than this are read before a thread has begun. */
  readonly leastBytes: number;
}

export interface StartedThread {
  give(tray: Tray): void;
  /** How many blocks have been given whose answer was not asked for. */
  readonly out: () => number;
  /** What was read of the block that was given first; null where the thread was lost. */
  next(): Promise<BlockRead | null>;
  stop(): Promise<unknown>;
}

export function startThread({ script }: ReadingThread, start: Start): StartedThread {
  const worker = new Worker(script, { workerData: start, resourceLimits: { maxYoungGenerationSizeMb } });
  const read: BlockRead[] = [];
  let out = 0;
  let waiting: ((read: BlockRead | null) => void) | undefined;
  let isLost = false;
  const tell = (): void => {
    if (waiting === undefined || (read.length === 0 && !isLost)) return;
    waiting(read.shift() ?? null);
    waiting = undefined;
  };
  const lose = (): void => {
    isLost = true;
    tell();
  };
  worker.on("message", (message: BlockRead) => {
    read.push(message);
    tell();
  });
  worker.once("error", lose);
  worker.once("exit", lose);
  return {
    give(tray) {
      out += 1;
      worker.postMessage(tray);
    },
    out: () => out,
    next() {
      out -= 1;
      return new Promise((resolve) => {
        waiting = resolve;
        tell();
      });
    },
    stop: () => worker.terminate(),
  };
}

/** Little is made that is not kept, so that more would only be memory. */
const maxYoungGenerationSizeMb = 8;
