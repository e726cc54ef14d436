// How a side stands in a comparison: as worded on its day for all records, or as changed through its day.

import { asWorded } from "./as-worded.ts";
import { changedThrough } from "./changed-through.ts";
import type { Side, Standing } from "./side.ts";

/** A side without a day stands by each record's own dates in both modes. */
export function standingOf(side: Side, mode: "counterfactual" | "in-force"): Standing {
  const { program, wording, readings, events, values } = side;
  if (wording === null) return { program, readings, events, values };
  if (mode === "counterfactual") return asWorded(side, wording);
  return { program: changedThrough(side, wording), readings, events, values };
}
