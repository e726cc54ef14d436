// What a thread remembers of earlier runs: each thread reads and writes the outcomes of the files that it takes.

import type { Program } from "@avtal/compiler/ir/ir";
import { outcomeStore } from "../remembered/outcome-store.ts";
import { memories, type MemoryFor } from "../remembered/remembered-outcomes.ts";
import type { Kept } from "./messages.ts";

/** Undefined where nothing is kept, or where the folder cannot be used. */
export function keptMemories(kept: Kept | null, programs: ReadonlyMap<string, Program>): MemoryFor | undefined {
  const store = kept === null ? undefined : outcomeStore(kept.folder);
  if (kept === null || store === undefined) return undefined;
  const read = kept.isFresh ? (): undefined => undefined : store.read;
  return memories({ store: { ...store, read }, build: kept.build }, programs);
}
