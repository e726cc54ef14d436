// Mutation as plain data for JSON: the score, and every mutant that no scenario notices, in both languages.

import { mutationScore, type Mutation, type MutationCounts, type Survivor } from "./survivors.ts";

export function mutationJson(mutation: Mutation): object {
  return {
    ...countsJson(mutation),
    agreements: mutation.documents.map((counts) => ({ document: counts.document, ...countsJson(counts) })),
    survivors: mutation.survivors.map(survivorJson),
  };
}

function countsJson(counts: MutationCounts): object {
  const { mutants, noticed, apart } = counts;
  return { mutants, noticed, cannotMatter: apart, score: mutationScore(counts) };
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
