// Puts a new text in the place of a file: the old one stays until the new one is whole.

import { renameSync, rmSync, writeFileSync } from "node:fs";

export function replaceFile(path: string, text: string): void {
  const beside = `${path}.tmp`;
  try {
    writeFileSync(beside, text, { flag: "wx" });
    renameSync(beside, path);
  } finally {
    rmSync(beside, { force: true });
  }
}
