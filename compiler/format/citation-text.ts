// Citations, questions and validity as text.

import type { Concept, Language } from "@avtal/grammar/keywords";
import type { Citations, CitedPlace, Decision, Reference, TimePoint, Validity } from "../syntax/ast.ts";
import { dateLiteralText } from "./expression-text.ts";
import { nameText, quoted, say } from "./words.ts";

export function citationsText(cites: Citations, language: Language): string {
  const word = (concept: Concept): string => say(concept, language);
  if (cites.kind === "assumption") return `${word("under")} ${word("assumption")} ${quoted(cites.text)}`;
  return `${word("under")} ${cites.references.map((reference) => referenceText(reference, language)).join("; ")}`;
}

/** `utkast`, or who decided and on which day. */
export function decisionText(decision: Decision, language: Language): string {
  if (decision.kind === "draft") return say("draft", language);
  return `${say("decided", language)} ${quoted(decision.by)} ${dateLiteralText(decision.on)}`;
}

export function validityText({ from, end }: Validity, language: Language): string {
  const word = (concept: Concept): string => say(concept, language);
  const parts: string[] = [];
  if (from !== undefined) parts.push(`${word("from")} ${timePointText(from, language)}`);
  if (end?.kind === "through") parts.push(`${word("through")} ${timePointText(end.at, language)}`);
  if (end?.kind === "before") parts.push(`${word("before")} ${timePointText(end.at, language)}`);
  if (end?.kind === "open") parts.push(word("untilFurtherNotice"));
  return parts.join(" ");
}

function timePointText(point: TimePoint, language: Language): string {
  switch (point.kind) {
    case "date":
      return dateLiteralText(point);
    case "name":
      return nameText(point);
    case "firstOf":
    case "lastOf":
      return `${say(point.kind, language)} (${point.of.map((each) => timePointText(each, language)).join("; ")})`;
  }
}

function referenceText({ source, places, quote }: Reference, language: Language): string {
  const parts = [nameText(source), ...places.map((place) => placeText(place, language))];
  if (quote !== undefined) parts.push(`${say("quote", language)} ${quoted(quote)}`);
  return parts.join(" ");
}

function placeText(place: CitedPlace, language: Language): string {
  const word = (concept: Concept): string => say(concept, language);
  switch (place.kind) {
    case "section":
      return place.text;
    case "chapter":
      return `${place.number} ${word("chapter")}`;
    case "paragraph":
      return `${place.number} §`;
    case "appendix":
      return word("appendix");
    case "point":
      return `${word("point")} ${place.from}${place.through === undefined ? "" : `–${place.through}`}`;
    case "heading":
      return `${word("heading")} ${quoted(place.text)}`;
  }
}
