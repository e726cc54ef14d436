// A folder of the test's own to work in: a copy, so that what is typed never reaches the tree.

import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface CopiedFolder {
  readonly path: string;
  readonly remove: () => void;
}

export function copiedFolder(from: string, inside: string): CopiedFolder {
  const path = mkdtempSync(join(tmpdir(), "avtal-folder-"));
  cpSync(from, join(path, inside), { recursive: true });
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}
