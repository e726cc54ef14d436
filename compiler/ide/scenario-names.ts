// Names of an agreement in a scenario file: facts, values, events, steps, rules, questions and readings.
// Rule: a name is known by the key that it stands under; a text that merely looks the same is left alone.

import { isMap, isPair, isScalar, parseDocument, visit, type Document, type Scalar } from "yaml";
import type { SourceFile } from "../source.ts";
import type { Analysis } from "./analysis.ts";
import type { Span } from "./answers.ts";
import { placesOf, type Thing } from "./things.ts";

export function namedInScenario({ path, text }: SourceFile, thing: Thing, analysis: Analysis): readonly Span[] {
  const document = parseDocument(text, { logLevel: "silent" });
  const agreement = agreementIn(document);
  if (!seesThing(agreement, thing, analysis)) return [];
  const found: Span[] = [];
  visit(document, {
    Scalar: (key, node, ancestors) => {
      const keys = ancestors.flatMap((each) => (isPair(each) && isScalar(each.key) ? [String(each.key.value)] : []));
      const parent = ancestors.at(-1);
      const ownKey = isPair(parent) && key === "value" && isScalar(parent.key) ? String(parent.key.value) : undefined;
      const outer = key === "key" ? keys.slice(0, -1) : keys;
      const span = nameIn(node, thing, agreement, path);
      if (span !== undefined && fits(thing, { keys: outer, isKey: key === "key", under: ownKey })) found.push(span);
    },
  });
  return found;
}

/** The name of the agreement that a scenario file is about; empty where it does not say. */
export function agreementOf(text: string): string {
  return agreementIn(parseDocument(text, { logLevel: "silent" }));
}

function agreementIn({ contents }: Document): string {
  return isMap(contents) ? textAt(contents.get("avtal") ?? contents.get("agreement")) : "";
}

interface Standing {
  /** The keys around it, outermost first. */
  readonly keys: readonly string[];
  readonly isKey: boolean;
  /** The key whose value it is. */
  readonly under: string | undefined;
}

function fits({ sort, name, id }: Thing, { keys, isKey, under }: Standing): boolean {
  const inside = (...words: readonly string[]): boolean => keys.some((key) => words.includes(key));
  const directly = (...words: readonly string[]): boolean => words.includes(keys.at(-1) ?? "");
  switch (sort) {
    case "field":
      if (isKey) return directly("bakgrund", "background", "vårdtillfällen", "episodes");
      return inside("oavgjort", "undecided");
    case "choice":
      return !isKey && under === id.slice(id.indexOf(".") + 1, id.lastIndexOf(`/${name}`));
    case "value":
    case "measured":
      return isKey ? directly("värden", "values") : directly("stoppat", "stopped");
    case "event":
      return isKey && directly("händelser", "events");
    case "step":
      return isKey && directly("steg", "steps");
    case "rule":
    case "statistic":
      return !isKey && (under === "regel" || under === "rule");
    case "question":
      return isKey && directly("tolkningar", "readings");
    case "reading":
      return (
        !isKey &&
        inside("tolkningar", "readings") &&
        under === id.slice(id.indexOf(".") + 1, id.lastIndexOf(`/${name}`))
      );
    default:
      return false;
  }
}

/** The name alone in `lus.första-betaldag` or `dygnsbelopp@2021-01-01`. */
function nameIn(node: Scalar, { name, document }: Thing, agreement: string, file: string): Span | undefined {
  if (typeof node.value !== "string" || node.range === undefined || node.range === null) return undefined;
  const [bare = ""] = node.value.normalize("NFC").split("@");
  const qualified = `${document}.${name}`;
  if (bare !== name && bare !== qualified) return undefined;
  const quote = node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE" ? 1 : 0;
  const skipped = bare === qualified && (bare !== name || document !== agreement) ? document.length + 1 : 0;
  const start = node.range[0] + quote + skipped;
  return { file, start, end: start + name.length };
}

/** Scenarios of the agreement itself, or of one that sees the thing's document. */
export function seesThing(agreement: string, { document, id, name }: Thing, analysis: Analysis): boolean {
  if (agreement === document) return true;
  const uses = analysis.front.documents.get(agreement)?.uses ?? [];
  return uses.includes(document) && placesOf({ id, name }, analysis).length > 0;
}

function textAt(value: unknown): string {
  return typeof value === "string" ? value.normalize("NFC") : isScalar(value) ? String(value.value) : "";
}
