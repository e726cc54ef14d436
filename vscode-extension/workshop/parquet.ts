// Whether a file of episodes is Parquet, told by its first letters as the reader of `avtal run` tells it.
// Rule: the editor reads CSV alone. What reads Parquet is a program of seventy megabytes for one kind of computer, and the
// extension is one small file for all.

import { closeSync, existsSync, openSync, readSync, statSync } from "node:fs";

export function isParquet(path: string): boolean {
  if (!existsSync(path) || !statSync(path).isFile()) return false;
  const head = Buffer.alloc(4);
  const file = openSync(path, "r");
  try {
    readSync(file, head, 0, head.length, 0);
  } finally {
    closeSync(file);
  }
  return head.toString("latin1") === "PAR1";
}
