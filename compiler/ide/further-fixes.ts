// Repairs that the editor can offer beside those of a problem itself: they need a choice, so `avtal check --fix` never
// makes them. Rule: what only the author can know is written as `saknas` or as words that ask for it, never made up.

import type { Problem } from "../problem.ts";
import type { Analysis } from "./analysis.ts";
import type { Fix } from "./answers.ts";
import { fixPlace } from "./fix-place.ts";
import { dateWritten } from "./fixes-of-dates.ts";
import { declared, kindWritten, qualified, removed } from "./fixes-of-names.ts";
import { firstRowMended, rowAdded, rowMovedToStart, rowRemoved, tableClosed } from "./fixes-of-rows.ts";
import {
  earlierEnded,
  firstRuleMovedToStart,
  guarded,
  lineRemoved,
  meanGuarded,
  otherwiseSaid,
  precedenceSaid,
  rounded,
  roundingSaid,
} from "./fixes-of-rules.ts";
import { assumed, chosen, nearQuotes, nearSections, reasoned } from "./fixes-of-sources.ts";

export function furtherFixes(problem: Problem, analysis: Analysis): readonly Fix[] {
  const at = fixPlace(problem, analysis);
  if (at === undefined) return [];
  switch (problem.code) {
    case "AV1001":
      return dateWritten(at);
    case "AV1038":
      return roundingSaid(at);
    case "AV2001":
      return declared(at);
    case "AV2003":
      return qualified(at);
    case "AV2006":
      return removed(at);
    case "AV3001":
      return kindWritten(at, problem);
    case "AV3010":
      return otherwiseSaid(at);
    case "AV3031":
      return tableClosed(at);
    case "AV3043":
      return guarded(at);
    case "AV3044":
      return meanGuarded(at);
    case "AV3047":
      return rounded(at);
    case "AV3048":
    case "AV3058":
      return lineRemoved(at);
    case "AV3500":
      return [...precedenceSaid(at, problem), ...earlierEnded(at, problem)];
    case "AV4001":
      return firstRowMended(at);
    case "AV4002":
      return rowRemoved(at);
    case "AV4003":
      return rowMovedToStart(at);
    case "AV4005":
      return rowAdded(at, problem);
    case "AV4010":
      return firstRuleMovedToStart(at);
    case "AV5001":
      return assumed(at);
    case "AV5002":
      return nearQuotes(at);
    case "AV5004":
      return nearSections(at);
    case "AV6001":
      return chosen(at);
    case "AV6055":
      return reasoned(at);
    default:
      return [];
  }
}
