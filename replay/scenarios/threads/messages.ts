// What the two threads of a test say to each other; all of it is plain data that a thread can be sent.

import type { MessagePort } from "node:worker_threads";
import type { Program } from "@avtal/compiler/ir/ir";
import type { WrittenReading } from "../read/file-from-plain.ts";
import type { ScenarioTexts, TestedSome } from "../test-scenarios.ts";

/** What the second thread is started with, before there are programs. */
export interface Start {
  readonly texts: ScenarioTexts;
  readonly shares: Int32Array;
  /** Where the second thread puts its readings. */
  readonly readings: MessagePort;
}

/** What each file says, by its path. */
export type Readings = ReadonlyMap<string, WrittenReading>;

export type Programs = ReadonlyMap<string, Program>;

/** What the second thread took, by unit. */
export type Answer = ReadonlyMap<number, TestedSome>;
