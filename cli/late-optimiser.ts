// Lets the engine wait longer before it optimises a function.
// Rule: it changes when code becomes fast, and never what it gives.

import { setFlagsFromString } from "node:v8";

/**
 * Most of our code runs once or a few hundred times, and V8 of Node 20 spent as much of the other processor on optimising
 * it as the whole command took: 2,0 s of processor for `avtal check` where 1,2 s are enough. A loop over records still
 * reaches the budget at once (bytes of bytecode; V8's own is 67 584). Later engines have a tier between and no such flag.
 */
export function optimiseLate(): void {
  setBudgetBytes(400_000);
}

/** As V8 does by itself: for a process that lives long enough for fast code to pay, such as a language server. */
export function optimiseAsUsual(): void {
  setBudgetBytes(67_584);
}

function setBudgetBytes(bytes: number): void {
  if (process.versions.node.startsWith("20.")) setFlagsFromString(`--interrupt-budget=${bytes}`);
}
