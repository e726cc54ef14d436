// `annars gäller` leads from document to document until one has no fallback.
// Rule: it must end. A record that nothing takes would otherwise be handed around for ever.

import type { Problem } from "../problem.ts";
import type { Documents } from "./document.ts";
import { circularFallback } from "./problems/circular-fallback.ts";

export function reportFallbackCircles(documents: Documents, problems: Problem[]): void {
  const reported = new Set<string>();
  for (const start of documents.values()) {
    const way: string[] = [];
    let at = start;
    while (at.otherwise !== undefined && !reported.has(at.name)) {
      const back = way.indexOf(at.name);
      if (back !== -1) {
        const circle = way.slice(back);
        for (const name of circle) reported.add(name);
        problems.push(circularFallback(at.otherwise, circle));
        break;
      }
      way.push(at.name);
      const next = documents.get(at.otherwise.text);
      if (next === undefined) break;
      at = next;
    }
  }
}
