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
  /** Where outcomes are kept between runs; null where every case is run. */
  readonly kept: Kept | null;
}

/** A folder of outcomes, and which build may read and write there. */
export interface Kept {
  readonly folder: string;
  readonly build: string;
  /** Whether every case is run all the same, and what it gives kept in the place of what was there. */
  readonly isFresh: boolean;
  /** Hash of the thread's own file: a thread out of another build keeps away. */
  readonly script: string;
}

/** What each file says, by its path. */
export type Readings = ReadonlyMap<string, WrittenReading>;

export type Programs = ReadonlyMap<string, Program>;

/** What the second thread took, by unit. */
export type Answer = ReadonlyMap<number, TestedSome>;
