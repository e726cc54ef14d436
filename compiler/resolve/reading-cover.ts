// Whether a name exists wherever it is used: under each reading under which the line that uses it stands.
// Rule: what is defined under every reading of a question is defined.

import type { Documents, Guard } from "./document.ts";

/** The readings of a question under which the name is used but not defined; undefined where it always is. */
export function uncovered(
  use: Guard | undefined,
  defined: readonly (Guard | undefined)[],
  documents: Documents,
): Guard | undefined {
  if (defined.length === 0 || defined.includes(undefined)) return undefined;
  const guards = defined.filter((guard) => guard !== undefined);
  for (const { document, question } of guards) {
    const sameQuestion = guards.filter((guard) => guard.document === document && guard.question === question);
    const covered = new Set(sameQuestion.flatMap((guard) => guard.readings));
    const all = documents.get(document)?.questions.get(question)?.readings ?? [];
    const needed = use?.document === document && use.question === question ? use.readings : all;
    if (needed.every((reading) => covered.has(reading))) return undefined;
  }
  return guards[0];
}
