// The facts that checking finds out about expressions, beside the trees.

import type { Expression } from "../syntax/ast.ts";
import type { Kind } from "./kind.ts";

export interface Kinds {
  readonly kindOf: ReadonlyMap<Expression, Kind>;
}
