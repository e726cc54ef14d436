// The seal of a generated module: its own hash in its head, so that an edited one is known.
// Rule: the hash covers everything below its own line.

import { sha256 } from "../../ir/sha256.ts";

/** The head, the seal and the text. */
export function sealed(head: string, text: string): string {
  return `${head}${sealWord}${sha256(text)}\n${text}`;
}

/** Whether a generated module is as it was written; an unsealed text is not. */
export function checkGenerated(module: string): boolean {
  const seal = sealIn(module);
  return (
    seal !== undefined && module.slice(seal.start + sealWord.length, seal.end) === sha256(module.slice(seal.end + 1))
  );
}

/** Where the seal's line stands in a module; undefined where there is none. */
export function sealIn(module: string): { readonly start: number; readonly end: number } | undefined {
  const start = module.indexOf(sealWord);
  const end = module.indexOf("\n", start);
  return start === -1 || end === -1 ? undefined : { start, end };
}

const sealWord = "// Seal: ";
