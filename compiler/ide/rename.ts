// A new name for a thing, in the decided text, its amendments and readings, in other documents and in scenarios.
// Rule: its code name stays, because tables, programs and files of others know it by that; nothing is renamed by halves.

import { isReserved } from "@avtal/grammar/tokens";
import { codeName } from "../ir/lower/id.ts";
import { isWordOfTheLanguage } from "../resolve/built-ins.ts";
import type { Name, Statement } from "../syntax/ast.ts";
import { say } from "../format/words.ts";
import { treeOf, type Analysis } from "./analysis.ts";
import type { Edit, Renaming, Span, Words } from "./answers.ts";
import type { PlaceAsked } from "./definition.ts";
import { namedInScenario } from "./scenario-names.ts";
import { insideOf, placesOf, thingAt, thingsIn, type ThingAt } from "./things.ts";

export interface RenameAsked extends PlaceAsked {
  readonly name: string;
  /** Scenario files by path. */
  readonly scenarios: ReadonlyMap<string, string>;
}

export type Renamable =
  { readonly kind: "place"; readonly span: Span } | { readonly kind: "refused"; readonly why: Words };

/** The place of the name alone, or why it cannot be renamed. */
export function renamableAt({ path, offset }: PlaceAsked, analysis: Analysis): Renamable {
  const tree = treeOf(path, analysis);
  const thing = tree === undefined ? undefined : thingAt(tree, offset, analysis);
  const why = whyNever(thing);
  if (why !== undefined) return { kind: "refused", why };
  return thing === undefined ? { kind: "refused", why: noName } : { kind: "place", span: bareSpan(thing.at) };
}

export function renameAt(asked: RenameAsked, analysis: Analysis): Renaming {
  const tree = treeOf(asked.path, analysis);
  const thing = tree === undefined ? undefined : thingAt(tree, asked.offset, analysis);
  if (thing === undefined) return { kind: "refused", why: noName };
  const name = asked.name.trim().normalize("NFC");
  const why = whyNever(thing) ?? whyNot(name, thing, analysis);
  if (why !== undefined) return { kind: "refused", why };
  const places = placesOf(thing, analysis);
  const edits: Edit[] = places.map(({ at }) => ({ span: bareSpan(at), text: name }));
  edits.push(...keptCodes(places, analysis));
  for (const [path, text] of asked.scenarios) {
    edits.push(...namedInScenario({ path, text }, thing, analysis).map((span) => ({ span, text: name })));
  }
  return { kind: "edits", edits };
}

const noName: Words = { sv: "Här står inget namn som kan bytas.", en: "No name that can be changed stands here." };

/** Names that others know the thing by, and that stand where no rename reaches. */
function whyNever(thing: ThingAt | undefined): Words | undefined {
  switch (thing?.sort) {
    case "payer":
      return { sv: "Betalare byter namn i sitt register.", en: "Payers are renamed in their register." };
    case "document":
      return {
        sv: "Ett dokument behåller sitt namn: låsfilen, resultat och fakturor känner det vid namnet.",
        en: "A document keeps its name: the lock file, results and invoices know it by that.",
      };
    default:
      return undefined;
  }
}

/** Without the document before the full stop. */
function bareSpan({ span, document }: Name): Span {
  return document === undefined ? span : { ...span, start: span.start + document.length + 1 };
}

function whyNot(name: string, thing: ThingAt, analysis: Analysis): Words | undefined {
  if (!/^[A-Za-zÅÄÖåäöÉéÜü][A-Za-z0-9ÅÄÖåäöÉéÜü]*(?:-[A-Za-z0-9ÅÄÖåäöÉéÜü]+)*$/.test(name)) {
    return {
      sv: "Ett namn har bokstäver, siffror och bindestreck, och börjar med en bokstav.",
      en: "A name has letters, digits and hyphens, and begins with a letter.",
    };
  }
  if (isReserved(name) || isWordOfTheLanguage(name)) {
    return { sv: `\`${name}\` är ett ord i språket.`, en: `\`${name}\` is a word of the language.` };
  }
  const space = thing.id.slice(0, thing.id.lastIndexOf(thing.name));
  const known = analysis.front.trees
    .flatMap((tree) => thingsIn(tree, analysis))
    .some(({ id }) => id === `${space}${name}`);
  if (known && name !== thing.name) {
    return { sv: `\`${name}\` finns redan.`, en: `\`${name}\` is already there.` };
  }
  return undefined;
}

/** What had its code name from its name is given it in words, in the decided text. */
function keptCodes(places: readonly ThingAt[], analysis: Analysis): readonly Edit[] {
  const first = places.find(({ declares }) => declares);
  const tree = first === undefined ? undefined : treeOf(first.at.span.file, analysis);
  if (first === undefined || tree === undefined) return [];
  const code = `${say("code", tree.language)} ${codeName(first.name)}`;
  for (const statement of insideOf(tree)) {
    const at = endForCode(statement, first.at);
    if (at !== undefined) return [{ span: { file: tree.file, start: at, end: at }, text: ` ${code}` }];
  }
  return [];
}

/** Where the code name of a thing without one is written; undefined where it has one or can have none. */
function endForCode(statement: Statement, name: Name): number | undefined {
  switch (statement.kind) {
    case "value": {
      if (statement.name !== name || statement.code !== undefined || statement.type === undefined) return undefined;
      return Math.max(statement.type.span.end, ...statement.dependsOn.map(({ span }) => span.end));
    }
    case "measured":
    case "term":
      if (statement.name !== name || statement.code !== undefined) return undefined;
      return statement.type?.span.end;
    case "record":
    case "register":
      for (const { type } of statement.fields) {
        if (type.kind === "kind") continue;
        const choice = type.choices.find((each) => each.name === name && each.code === undefined);
        if (choice !== undefined) return choice.name.span.end;
      }
      return undefined;
    default:
      return undefined;
  }
}
