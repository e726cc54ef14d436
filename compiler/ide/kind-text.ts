// The kind and unit of a thing in words, from what the checker found out or its author declared.

import type { Kind } from "../check/kind.ts";
import { builtInKind } from "../check/quantity.ts";
import { kindWords } from "../check/kind-words.ts";
import { sayKind } from "../format/words.ts";
import type { Words } from "../problem.ts";
import type { Document } from "../resolve/document.ts";
import type { KindName, Language } from "../syntax/ast.ts";
import type { Analysis } from "./analysis.ts";
import { placesOf, rulesIn, type Thing } from "./things.ts";

export function kindText(thing: Thing, analysis: Analysis): Words | undefined {
  const document = analysis.front.documents.get(thing.document);
  if (document === undefined) return undefined;
  if (thing.sort === "condition") return kindWords({ kind: "condition" });
  if (thing.sort === "event") return kindWords({ kind: "date" });
  if (thing.sort === "step") return stepKind(thing, analysis);
  const type = declaredType(thing, document);
  return type === undefined ? undefined : typeWords(type);
}

export function declaredType({ sort, name }: Pick<Thing, "sort" | "name">, document: Document): KindName | undefined {
  switch (sort) {
    case "value":
      return document.values.get(name)?.statement.type;
    case "measured":
      return document.measured.get(name)?.[0]?.it.type;
    case "term":
      return document.terms.get(name)?.[0]?.it.type;
    case "field": {
      const type = document.fields.get(name)?.type;
      return type?.kind === "kind" ? type.of : undefined;
    }
    default:
      return undefined;
  }
}

/** As an author writes a kind after `i`; undefined where the language has no word for it, as for a product of two units. */
export function writtenKind(kind: Kind, language: Language): string | undefined {
  switch (kind.kind) {
    case "quantity":
      return kind.shownAs === "other" ? undefined : sayKind(kind.shownAs, language);
    case "choice":
      return kind.field;
    case "unknown":
      return undefined;
    default:
      return sayKind(kind.kind, language);
  }
}

export function typeWords({ text, name }: KindName): Words {
  if (text !== undefined) return kindWords(builtInKind(text));
  const word = name?.text ?? "";
  return { sv: word, en: word };
}

function stepKind(thing: Thing, analysis: Analysis): Words | undefined {
  const first = placesOf(thing, analysis).find(({ declares }) => declares);
  if (first === undefined) return undefined;
  for (const tree of analysis.front.trees) {
    for (const { lines } of rulesIn(tree)) {
      const step = lines.find((line) => line.kind === "step" && line.name === first.at);
      if (step?.kind !== "step") continue;
      const kind = analysis.front.kinds.kindOf.get(step.value);
      return kind === undefined || kind.kind === "unknown" ? undefined : kindWords(kind);
    }
  }
  return undefined;
}
