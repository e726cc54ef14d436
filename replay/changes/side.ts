// One side of a comparison: an agreement as compiled, with the day, readings, events and values that were asked for it.

import type { FrontEnd } from "@avtal/compiler/compile";
import type { Id, Program } from "@avtal/compiler/ir/ir";
import type { SuppliedValue } from "@avtal/runtime/result";

export interface Side {
  /** As typed, for people. */
  readonly label: string;
  /** Folder of another version of the agreements; null where it is the one at hand. */
  readonly base: string | null;
  readonly front: FrontEnd;
  readonly program: Program;
  /** Days since 1970-01-01; null follows each record's own dates. */
  readonly wording: number | null;
  readonly readings: ReadonlyMap<Id, string>;
  /** Event → date it happened, or null for not yet. */
  readonly events: ReadonlyMap<Id, string | null>;
  readonly values: readonly SuppliedValue[];
}

/** A side as it stands for a comparison: the day is worked into the program, what was supplied stands beside it. */
export interface Standing {
  readonly program: Program;
  readonly readings: ReadonlyMap<Id, string>;
  readonly events: ReadonlyMap<Id, string | null>;
  readonly values: readonly SuppliedValue[];
}
