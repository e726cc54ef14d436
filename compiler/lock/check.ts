// Holds decided texts against their seals in `avtal.lock`.
// Rule: a sealed text means what it meant when it was sealed. What is not sealed yet is no problem.

import type { Program } from "../ir/ir.ts";
import type { Problem } from "../problem.ts";
import type { Documents } from "../resolve/document.ts";
import type { Workspace } from "../workspace.ts";
import { lockUnreadable } from "./problems/lock-unreadable.ts";
import { sealedTextChanged } from "./problems/sealed-text-changed.ts";
import { sealedTextMissing } from "./problems/sealed-text-missing.ts";
import { decidedTexts, sealsFrom } from "./seals.ts";

/** What a seal is held against: the texts themselves. Programs change when anything that they lead to does. */
export interface Sealed {
  readonly workspace: Workspace;
  readonly documents: Documents;
}

export function checkLock(
  _programs: ReadonlyMap<string, Program>,
  { workspace, documents }: Sealed,
): readonly Problem[] {
  if (workspace.lock === undefined) return [];
  const { seals, unreadable } = sealsFrom(workspace.lock);
  const problems = unreadable.map(({ start, end }) => lockUnreadable({ file: lockFile, start, end }));
  const texts = new Map(decidedTexts(documents).map((text) => [text.seal.text, text]));
  for (const seal of seals) {
    const [document = "", amendment] = seal.text.split("/");
    const head = documents.get(document)?.head;
    const text = texts.get(seal.text);
    if (text !== undefined && text.seal.hash !== seal.hash) problems.push(sealedTextChanged(text.name, seal));
    // A document that is not at hand at all is not asked about: one may look at a part of what is sealed.
    else if (text === undefined && head !== undefined && amendment !== undefined) {
      problems.push(sealedTextMissing(head.name, amendment));
    }
  }
  return problems;
}

const lockFile = "avtal.lock";
