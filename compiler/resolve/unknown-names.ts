// Says what is wrong with a name that nothing within reach gives: which document has it, where a minus was meant, or
// which name is close to it.
// Rule: one guess at most. Where a used document is not at hand nothing is said, since the name may come from there.

import { spelling } from "@avtal/grammar/keywords";
import { nearest } from "../nearest.ts";
import type { Fix } from "../problem.ts";
import type { Name } from "../syntax/ast.ts";
import type { Binder, Place } from "./binder.ts";
import { spelledAttributes, spelledKinds, spelledWords } from "./built-ins.ts";
import { documentNotUsed } from "./problems/document-not-used.ts";
import { minusWithoutSpaces } from "./problems/minus-without-spaces.ts";
import { unknownAttribute } from "./problems/unknown-attribute.ts";
import { unknownDocument } from "./problems/unknown-document.ts";
import { unknownName } from "./problems/unknown-name.ts";
import { isReached, languageOf, type Scope, type Thing } from "./scope.ts";
import { isOfSort, type Sort } from "./sorts.ts";

export function reportUnknown(name: Name, sort: Sort, place: Place, binder: Binder): void {
  const { problems, documents } = binder;
  const { scope } = place;
  if (name.document !== undefined) {
    const other = scope.all.get(name.document);
    if (other === undefined) problems.push(unknownDocument(name, name.document, [...documents.keys()]));
    else if (!isReached(name, scope)) reportNotUsed(name, [other], scope, binder);
    else problems.push(unknownName(name, sort, nearest(name.text, namesOfSort(sort, [...other.own.values()]))));
    return;
  }
  if (scope.incomplete) return;
  const elsewhere = [...scope.all.values()].filter((other) => hasThing(name.text, sort, other));
  if (elsewhere.length > 0) {
    reportNotUsed(name, elsewhere, scope, binder);
    return;
  }
  const within = thingsWithin(place);
  const parts = sort === "value" ? partsOfMinus(name.text, within) : undefined;
  if (parts !== undefined) problems.push(minusWithoutSpaces(name, parts));
  else {
    const language = languageOf(name, scope);
    const words = sort === "value" ? spelledWords(language) : sort === "kind" ? spelledKinds(language) : [];
    problems.push(unknownName(name, sort, nearest(name.text, [...namesOfSort(sort, within), ...words])));
  }
}

/** What is asked of something, before `för`, and is neither a word of the language nor a fact within reach. */
export function reportUnknownAttribute(name: Name, { scope }: Place, binder: Binder): void {
  if (scope.incomplete) return;
  const elsewhere = [...scope.all.values()].filter((other) => factNames(other).includes(name.text));
  if (elsewhere.length > 0) reportNotUsed(name, elsewhere, scope, binder);
  else {
    const facts = [scope, ...scope.used].flatMap(factNames);
    binder.problems.push(unknownAttribute(name, [...facts, ...spelledAttributes(languageOf(name, scope))]));
  }
}

/** Said once for each document that was forgotten, however many of its names are used. */
function reportNotUsed(name: Name, elsewhere: readonly Scope[], scope: Scope, { problems, notUsed }: Binder): void {
  const documents = elsewhere.map((other) => other.document.name);
  const key = `${scope.document.name} ${documents.join(" ")}`;
  if (notUsed.has(key)) return;
  notUsed.add(key);
  const [only, another] = documents;
  const fix = only === undefined || another !== undefined ? undefined : toUses(name, only, scope);
  problems.push(documentNotUsed(name, documents, fix));
}

function factNames({ document }: Scope): readonly string[] {
  return [...document.registers.values()].flatMap(({ statement }) => statement.fields.map((field) => field.name.text));
}

function hasThing(name: string, sort: Sort, { own }: Scope): boolean {
  const thing = own.get(name);
  return thing !== undefined && isOfSort(thing.declaration, sort);
}

function thingsWithin({ scope, steps }: Place): readonly Thing[] {
  return [...(steps?.values() ?? []), ...scope.own.values(), ...scope.used.flatMap((used) => [...used.own.values()])];
}

function namesOfSort(sort: Sort, things: readonly Thing[]): readonly string[] {
  return things.filter((thing) => isOfSort(thing.declaration, sort)).map((thing) => thing.name);
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
