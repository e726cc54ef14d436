// A file as one short text: what tells one build of a file from another.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

export function hashOfFile(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}
