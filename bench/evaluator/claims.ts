// What the evaluator shall show beside its rivals, and whether it did in these runs.
// Rule: medians of one run of the measurement; of many episodes alone, as the beginning of a run counts for much of few.

import { verdict } from "../verdict.ts";

interface Claim {
  readonly says: string;
  readonly what: string;
  readonly beside: string;
  /** The first by the second. */
  readonly ratio: { readonly atMost: number } | { readonly atLeast: number };
}

const own = "Avtal, columns";

const claims: readonly Claim[] = [
  { says: "columns, of those by hand", what: own, beside: "columns by hand", ratio: { atMost: 1.5 } },
  {
    says: "objects, of those by hand with the same checks",
    what: "Avtal, objects with texts",
    beside: "objects with texts by hand, checked",
    ratio: { atMost: 1.5 },
  },
  {
    says: "a sweep of eleven over new columns, of one run over new columns",
    what: "Avtal, 11 thresholds one after another",
    beside: "Avtal, columns that were not seen before",
    ratio: { atMost: 2 },
  },
  { says: "Luxon, of our columns", what: "objects with Luxon by hand", beside: own, ratio: { atLeast: 1_000 } },
  {
    says: "the best rule engine, of our columns",
    what: "zen-engine, an expression over lists",
    beside: own,
    ratio: { atLeast: 90 },
  },
];

const fewEpisodes = 1_000_000;

/** A table; nothing of few episodes. `medians`: by the name of the rival. */
export function claimsShown(episodes: number, medians: ReadonlyMap<string, number>): readonly string[] {
  if (episodes < fewEpisodes) return [];
  const rows = claims.map(({ says, what, beside, ratio }) => {
    const found = medianOf(what, medians) / medianOf(beside, medians);
    const holds = "atMost" in ratio ? found <= ratio.atMost : found >= ratio.atLeast;
    const bound = "atMost" in ratio ? `at most ${ratio.atMost}` : `at least ${ratio.atLeast}`;
    return `| ${says} | ${bound} | ${found.toFixed(2)} | ${verdict(holds)} |`;
  });
  return ["", "| claim | asked | measured | holds |", "|---|---|---|---|", ...rows];
}

function medianOf(name: string, medians: ReadonlyMap<string, number>): number {
  const median = medians.get(name);
  if (median === undefined) throw new Error(`No rival is called ${name}.`);
  return median;
}
