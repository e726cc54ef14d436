// The seal of a generated module: its own hash in its head, so that an edited one is known.
// Rule: the hash covers everything below its own line.

import { sha256 } from "../../ir/sha256.ts";

/** The head, the seal and the text. */
export function sealed(head: string, text: string): string {
  return `${head}${sealWord}${sha256(text)}\n${text}`;
}

/** Whether a generated module is as it was written; an unsealed text is not. */
export function checkGenerated(module: string): boolean {
  const at = module.indexOf(sealWord);
  const end = module.indexOf("\n", at);
  if (at === -1 || end === -1) return false;
  return module.slice(at + sealWord.length, end) === sha256(module.slice(end + 1));
}

const sealWord = "// Seal: ";
