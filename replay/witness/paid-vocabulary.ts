// What is ordinary in each fact, so that the ordinary episode is one that somebody pays for.
// Rule: only answers of yes and no are turned, one or two of them; where that is not enough, nothing is.

import { withFact, type Fact, type Shape, type Vocabulary } from "./episode-shapes.ts";
import type { TrialCase, Try } from "./trials.ts";

/** `tries` evaluates episodes as `vocabulary` has them; `shapes` are its ordinary ones, the best first. */
export function paidVocabulary(vocabulary: Vocabulary, shapes: readonly Shape[], tries: Try): Vocabulary {
  const turns = vocabulary.fields.flatMap(({ code, kind, optional }) =>
    kind.kind === "condition" && !optional ? [code] : [],
  );
  const once = turns.map((code) => [code]);
  const twice = turns.flatMap((code, index) => turns.slice(index + 1).map((other) => [code, other]));
  const cases = [[], ...once, ...twice].flatMap((codes) =>
    shapes.map((shape): TrialCase => [codes.reduce((turned, code) => withFact(turned, code, no), shape)]),
  );
  const paid = tries(cases).find(({ a, b }) => a.amounts !== "" || b.amounts !== "");
  const odd = paid?.of[0]?.odd ?? new Map<string, Fact>();
  if (odd.size === 0) return vocabulary;
  const others = [...vocabulary.others].map(([code, facts]): [string, readonly Fact[]] =>
    odd.has(code) ? [code, [yes, ...facts.filter((fact) => fact.kind === "absent")]] : [code, facts],
  );
  return { ...vocabulary, ordinary: new Map([...vocabulary.ordinary, ...odd]), others: new Map(others) };
}

const yes: Fact = { kind: "text", text: "ja" };
const no: Fact = { kind: "text", text: "nej" };
