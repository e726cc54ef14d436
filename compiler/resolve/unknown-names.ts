// Says what is wrong with a name that nothing within reach gives: which document has it, where a minus was meant, or
// which name is close to it.
// Rule: one guess at most. Where a used document is not at hand nothing is said, since the name may come from there.

import { spelling } from "@avtal/grammar/keywords";
import { nearest } from "../nearest.ts";
import type { Fix } from "../problem.ts";
import type { Name } from "../syntax/ast.ts";
import type { Binder, Place } from "./binder.ts";
import { wordsOfTheLanguage } from "./built-ins.ts";
import { documentNotUsed } from "./problems/document-not-used.ts";
import { minusWithoutSpaces } from "./problems/minus-without-spaces.ts";
import { unknownDocument } from "./problems/unknown-document.ts";
import { unknownName } from "./problems/unknown-name.ts";
import { isReached, type Scope, type Thing } from "./scope.ts";
import { isOfSort, type Sort } from "./sorts.ts";

export function reportUnknown(name: Name, sort: Sort, place: Place, { problems, documents }: Binder): void {
  const { scope } = place;
  if (name.document !== undefined) {
    const other = scope.all.get(name.document);
    if (other === undefined) problems.push(unknownDocument(name, name.document, [...documents.keys()]));
    else if (!isReached(name, scope))
      problems.push(documentNotUsed(name, [name.document], toUses(name, name.document, scope)));
    else problems.push(unknownName(name, sort, nearestOf(name.text, sort, [...other.own.values()])));
    return;
  }
  const elsewhere = [...scope.all.values()].filter((other) => hasThing(name.text, sort, other));
  const only = elsewhere[0];
  if (only !== undefined) {
    const names = elsewhere.map((other) => other.document.name);
    problems.push(
      documentNotUsed(name, names, elsewhere.length === 1 ? toUses(name, only.document.name, scope) : undefined),
    );
    return;
  }
  if (scope.incomplete) return;
  const within = thingsWithin(place);
  const parts = sort === "value" ? partsOfMinus(name.text, within) : undefined;
  if (parts !== undefined) problems.push(minusWithoutSpaces(name, parts));
  else problems.push(unknownName(name, sort, nearestOf(name.text, sort, within)));
}

function hasThing(name: string, sort: Sort, { own }: Scope): boolean {
  const thing = own.get(name);
  return thing !== undefined && isOfSort(thing.declaration, sort);
}

function thingsWithin({ scope, steps }: Place): readonly Thing[] {
  return [...(steps?.values() ?? []), ...scope.own.values(), ...scope.used.flatMap((used) => [...used.own.values()])];
}

function nearestOf(written: string, sort: Sort, things: readonly Thing[]): string | undefined {
  const fitting = things.filter((thing) => isOfSort(thing.declaration, sort)).map((thing) => thing.name);
  const words = sort === "value" ? wordsOfTheLanguage.keys() : [];
  return nearest(written, [...fitting, ...words]);
}

/** `överskott-tidsgräns` where both sides of a hyphen are names: a minus without its spaces. */
function partsOfMinus(written: string, things: readonly Thing[]): readonly [string, string] | undefined {
  const known = new Set(things.filter((thing) => isOfSort(thing.declaration, "value")).map((thing) => thing.name));
  for (let at = written.indexOf("-"); at !== -1; at = written.indexOf("-", at + 1)) {
    const [left, right] = [written.slice(0, at), written.slice(at + 1)];
    if (known.has(left) && (known.has(right) || /^\d+$/.test(right))) return [left, right];
  }
  return undefined;
}

/** Adds a document to those that the same file uses; undefined where it has no `använder` yet. */
function toUses(name: Name, document: string, { document: own }: Scope): Fix | undefined {
  const tree = own.files.find((file) => file.file === name.span.file);
  const uses = tree?.statements.findLast((statement) => statement.kind === "uses");
  const last = uses?.kind === "uses" ? uses.documents.at(-1) : undefined;
  if (tree === undefined || last === undefined) return undefined;
  const keyword = spelling("uses", tree.language);
  return {
    label: { sv: `Lägg till \`${document}\` efter \`${keyword}\``, en: `Add \`${document}\` after \`${keyword}\`` },
    edits: [{ span: { ...last.span, start: last.span.end }, text: `; ${document}` }],
  };
}
