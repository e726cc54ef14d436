// What the main document of a run assumes where its text is silent, in its own words.

import { citationsIn } from "@avtal/compiler/check/citations";
import type { FrontEnd } from "@avtal/compiler/compile";
import { byCodePoint } from "@avtal/runtime/code-point-order";

/** Each assumption once, however many lines stand on it. */
export function assumptionsOf(document: string, { documents }: FrontEnd): readonly string[] {
  const words = new Set<string>();
  for (const file of documents.get(document)?.files ?? []) {
    for (const citations of citationsIn(file)) if (citations.kind === "assumption") words.add(citations.text.text);
  }
  return [...words].sort(byCodePoint);
}
