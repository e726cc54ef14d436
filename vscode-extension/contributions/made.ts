// The parts of the extension that are made from the keyword tables while it is built, so that they are never out of date.

import { textMateGrammar } from "@avtal/grammar/textmate";
import { snippets } from "./snippets.ts";

/** Name in the extension → text. */
export function madeContributions(): ReadonlyMap<string, string> {
  return new Map([
    ["avtal.tmLanguage.json", json(textMateGrammar())],
    ["snippets.json", json(snippets())],
  ]);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
