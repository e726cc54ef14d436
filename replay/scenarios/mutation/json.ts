// Mutation as plain data for JSON: the score, and every mutant that no scenario notices, in both languages.

import { mutationScore, type Mutation, type Survivor } from "./survivors.ts";

export function mutationJson(mutation: Mutation): object {
  const { mutants, noticed, survivors } = mutation;
  return {
    mutants,
    noticed,
    cannotMatter: survivors.filter(({ kind }) => kind === "same").length,
    score: mutationScore(mutation),
    survivors: survivors.map(survivorJson),
  };
}

function survivorJson(survivor: Survivor): object {
  const { mutant, kind } = survivor;
  return {
    document: mutant.document,
    clause: mutant.clause?.place ?? null,
    owner: mutant.owner,
    sort: mutant.sort,
    before: mutant.before,
    after: mutant.after,
    readings: Object.fromEntries(mutant.readings),
    kind,
    scenario: survivor.kind === "missed" ? survivor.scenario : null,
    because: survivor.kind === "missed" ? [] : survivor.because,
  };
}
