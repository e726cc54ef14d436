// What a rule looks at: whole episodes, or the days of a span of each.

import type { Scope } from "../../syntax/ast.ts";
import type { Grain } from "../ir.ts";
import { spanEnd } from "./expressions.ts";
import type { Gathering } from "./gathering.ts";
import { ofRecord } from "./standing.ts";

export function lowerGrain(scope: Scope, document: string, gathered: Gathering): Grain {
  if (scope.kind === "episodes") return { kind: "episode" };
  const standing = ofRecord(document);
  const from = spanEnd(scope.from, standing, gathered);
  const to = spanEnd(scope.to, standing, gathered);
  return { kind: "day", from: from.at, fromCounted: from.counted, to: to.at, toCounted: to.counted };
}
