// A thing by its name alone, as it is seen from a document: for files that speak of an agreement without being one.

import type { Analysis } from "./analysis.ts";
import { scopesIn } from "./completion-names.ts";
import { placesOf, thingsIn, type Thing, type ThingAt } from "./things.ts";

/** `dag-noll` or `lus.första-betaldag`, where it is given; steps and choices too. */
export function thingsNamed(written: string, agreement: string, analysis: Analysis): readonly ThingAt[] {
  const stop = written.indexOf(".");
  const name = written.slice(stop + 1);
  const scope = scopesIn(analysis).get(agreement);
  const seen = scope === undefined ? [] : [scope, ...scope.used].map(({ document }) => document.name);
  const homes = stop < 0 ? seen : [written.slice(0, stop)];
  return analysis.front.trees
    .flatMap((tree) => thingsIn(tree, analysis))
    .filter((thing) => thing.declares && thing.name === name && homes.includes(thing.document));
}

/** The names of one sort that a document sees, its own first. */
export function namesSeen(sorts: readonly Thing["sort"][], agreement: string, analysis: Analysis): readonly ThingAt[] {
  const scope = scopesIn(analysis).get(agreement);
  const homes = scope === undefined ? [] : [scope, ...scope.used].map(({ document }) => document.name);
  const found = analysis.front.trees
    .flatMap((tree) => thingsIn(tree, analysis))
    .filter(({ sort, document, declares }) => declares && sorts.includes(sort) && homes.includes(document));
  const first = new Map<string, ThingAt>();
  for (const thing of found) if (!first.has(thing.id)) first.set(thing.id, thing);
  return [...first.values()].sort((a, b) => homes.indexOf(a.document) - homes.indexOf(b.document));
}

/** Where a thing is given first. */
export function firstPlace(thing: Thing, analysis: Analysis): ThingAt | undefined {
  return placesOf(thing, analysis).find(({ declares }) => declares);
}
