// What a run in this process does with the rules of an evaluator, beside what a generated module offers its host.
// Rule: it is handed to an evaluator by name, so that the public face of the runtime promises nothing of it.

import { evaluatePart, evaluateWithPlaces, finished, linesAmong } from "./evaluate-part.ts";
import { canGather, concluded, gatheredWith, groupsCounted, nothingGathered } from "./gather-parts.ts";
import { evaluateInParts } from "./merge-parts.ts";

export const ofRuns = {
  canGather,
  concluded,
  evaluateInParts,
  evaluatePart,
  evaluateWithPlaces,
  finished,
  gatheredWith,
  groupsCounted,
  linesAmong,
  nothingGathered,
};
