// What the two threads of a test say to each other; all of it is plain data that a thread can be sent.

import type { Program } from "@avtal/compiler/ir/ir";
import type { ScenarioTexts, TestedSome } from "../test-scenarios.ts";

/** What the second thread is started with, before there are programs. */
export interface Start {
  readonly texts: ScenarioTexts;
  readonly shares: Int32Array;
}

export type Programs = ReadonlyMap<string, Program>;

/** What the second thread took, by unit. */
export type Answer = ReadonlyMap<number, TestedSome>;
