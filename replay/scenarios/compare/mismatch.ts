// One thing that came out otherwise than expected: what it is about, what was expected, what came.

import type { Words } from "@avtal/compiler/problem";
import type { Span } from "@avtal/compiler/source";

export interface Mismatch {
  /** `Huddinge 2022-04 genomsnitt, belopp`. */
  readonly about: Words;
  readonly expected: Words;
  readonly actual: Words;
  /** What in the scenario says otherwise; null where an outcome file or another target does. */
  readonly span: Span | null;
}

export function same(text: string): Words {
  return { sv: text, en: text };
}
