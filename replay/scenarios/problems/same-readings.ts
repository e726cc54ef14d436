import type { Problem } from "@avtal/compiler/problem";
import type { Span } from "@avtal/compiler/source";
import { scenarioProblem } from "../scenario-problem.ts";

/** AV8115. `first`: where the readings stand first; undefined where they are the ones that are chosen anyway. */
export function sameReadings(second: Span, first: Span): Problem {
  return scenarioProblem({
    code: "AV8115",
    span: second,
    headline: {
      sv: "En annan post under `tolkningar` väljer samma tolkningar.",
      en: "Another entry below `readings` chooses the same readings.",
    },
    cause: {
      sv: "Tolkningarna skiljer fallen åt i rapporten och i utfallsfilen.",
      en: "The readings tell the cases apart in the report and in the outcome file.",
    },
    advice: {
      sv: "Lägg förväntningarna under en av dem.",
      en: "Put the expectations below one of them.",
    },
    related: [{ span: first, says: { sv: "Den andra står här:", en: "The other stands here:" } }],
  });
}
