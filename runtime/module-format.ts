// The form in which a generated module hands its agreement to the runtime.
// Rule: raised whenever `evaluator-code.ts` or what a module calls takes another shape, so that an older module says so.

import { refusal } from "./refusal.ts";

/** What a module that is written with this runtime asks for when it is loaded. */
export const moduleFormat = 6;

/** Refuses a module that was written for another runtime, before it is asked for anything. */
export function madeFor(format: number): void {
  if (format === moduleFormat) return;
  throw refusal(
    "AV7009",
    `The module was written for form ${format} of @avtal/runtime, but this runtime reads form ${moduleFormat}. Build the module again with the avtal that this runtime came with.`,
  );
}
