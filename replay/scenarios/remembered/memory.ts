// What is known of cases before they run, and what a run tells of them for the next one.

import type { Program } from "@avtal/compiler/ir/ir";
import type { Words } from "@avtal/compiler/problem";
import type { Case } from "../run/run-scenario.ts";

export interface Memory {
  /** The outcome in short as an earlier run found it; a stated expectation held then. */
  readonly recall: (one: Case, program: Program) => Words | undefined;
  /** The outcome of a case without a stated expectation, or of one that held. */
  readonly learn: (one: Case, program: Program, text: Words) => void;
}

/** Every case is run, and nothing is kept of it. */
export const noMemory: Memory = { recall: () => undefined, learn: () => undefined };
