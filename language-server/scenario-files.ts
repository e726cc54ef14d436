// Scenario files in the editor: what may be written there, and what the names in them are.
// Rule: keys come from the one list that scenario files are read with, names from the agreement that the file is about.

import { CompletionItemKind, type CompletionItem, type LocationLink } from "vscode-languageserver";
import type { Analysis } from "@avtal/compiler/ide/analysis";
import { namesSeen, thingsNamed } from "@avtal/compiler/ide/named-things";
import type { Thing } from "@avtal/compiler/ide/things";
import { wordingDays } from "@avtal/compiler/ide/wording-days";
import type { Document } from "@avtal/compiler/resolve/document";
import type { KindName } from "@avtal/compiler/syntax/ast";
import * as keys from "@avtal/replay/scenarios/read/keys";
import { dateText } from "@avtal/runtime/calendar";
import { targetLocation } from "./locations.ts";
import type { Lang } from "./protocol.ts";
import { keyMarkdown } from "./scenario-hover.ts";
import { isEnglish, scenarioPlace, type ScenarioPlace } from "./scenario-place.ts";
import { helpOfKey, helpOfValue, nameAt } from "./scenario-words.ts";
import type { AskedPlace } from "./session.ts";

export function scenarioCompletions({ document, project, at }: AskedPlace, lang: Lang): CompletionItem[] {
  const text = document.getText();
  const place = scenarioPlace(text, at.offset);
  const range = { start: document.positionAt(place.start), end: document.positionAt(at.offset) };
  const language = isEnglish(text) ? 1 : 0;
  const proposed = place.isValue
    ? valuesFor(place, language, project.latest())
    : keysFor(place, language, project.latest());
  const labels = [...new Set(proposed)].filter((label) => label.toLowerCase().startsWith(place.typed.toLowerCase()));
  return labels.map((label, index) => {
    const help = place.isValue ? helpOfValue(label) : helpOfKey(label, place.keys);
    return {
      label,
      kind: place.isValue ? CompletionItemKind.Value : CompletionItemKind.Property,
      sortText: String(index).padStart(4, "0"),
      textEdit: { range, newText: place.isValue ? label : `${label}: ` },
      ...(help === undefined
        ? {}
        : { documentation: { kind: "markdown" as const, value: keyMarkdown(help, text, lang) } }),
    };
  });
}

export function scenarioDefinitions({ document, project, at }: AskedPlace): readonly LocationLink[] {
  const found = nameAt(document.getText(), at.offset);
  const { agreement } = scenarioPlace(document.getText(), at.offset);
  if (found === undefined) return [];
  return thingsNamed(found.name, agreement, project.analysis()).flatMap((thing) =>
    targetLocation({ kind: "text", span: thing.at.span, whole: thing.at.span }, project),
  );
}

function keysFor({ keys: around, agreement }: ScenarioPlace, language: 0 | 1, analysis: Analysis): readonly string[] {
  const words = (of: Readonly<Record<string, readonly [string, string]>>): readonly string[] =>
    Object.values(of).map((pair) => pair[language]);
  const names = (...sorts: readonly Thing["sort"][]): readonly string[] =>
    namesSeen(sorts, agreement, analysis).map(({ name }) => name);
  const last = around.at(-1) ?? "";
  if (around.length === 0) return words(keys.fileKeys);
  if (is(last, keys.fileKeys.scenarios)) return words(keys.scenarioKeys);
  if (is(last, keys.scenarioKeys.background)) return names("field");
  if (is(last, keys.scenarioKeys.episodes)) return [...names("field"), ...words(keys.episodeKeys), "id"];
  if (is(last, keys.scenarioKeys.values)) return names("value", "measured");
  if (is(last, keys.scenarioKeys.events)) return names("event");
  if (is(last, keys.scenarioKeys.readings)) return [...names("question"), ...words(keys.variantKeys)];
  if (is(last, keys.expectationKeys.steps)) return names("step");
  if (is(last, keys.expectationKeys.lines)) return words(keys.lineKeys);
  if (is(last, keys.expectationKeys.undecided)) return words(keys.undecidedKeys);
  if (is(last, keys.expectationKeys.notCharged)) return words(keys.notChargedKeys);
  if (is(last, keys.expectationKeys.refused)) return words(keys.refusedKeys);
  if (is(last, keys.scenarioKeys.expected)) return wordingWords(agreement, language, analysis);
  if (around.some((key) => is(key, keys.scenarioKeys.expected))) return words(keys.expectationKeys);
  return [];
}

function valuesFor({ keys: around, agreement }: ScenarioPlace, language: 0 | 1, analysis: Analysis): readonly string[] {
  const key = around.at(-1) ?? "";
  if (is(key, keys.fileKeys.agreement)) return [...analysis.front.documents.keys()];
  if (is(key, keys.selectorKeys.rule))
    return namesSeen(["rule", "statistic"], agreement, analysis).map(({ name }) => name);
  if (is(key, keys.expectationKeys.stopped)) {
    return namesSeen(["value", "measured"], agreement, analysis).map(({ name }) => name);
  }
  if (is(key, keys.expectationKeys.undecided)) return namesSeen(["field"], agreement, analysis).map(({ name }) => name);
  const scope = analysis.front.documents.get(agreement);
  const homes = [agreement, ...(scope?.uses ?? [])].flatMap((home) => analysis.front.documents.get(home) ?? []);
  if (is(key, keys.selectorKeys.payer)) return homes.flatMap(payersIn);
  for (const document of homes) {
    const field = document.fields.get(key);
    if (field?.type.kind === "choices") return field.type.choices.map(({ name }) => name.text);
    if (field?.type.kind === "kind" && isPayer(field.type.of, homes)) return homes.flatMap(payersIn);
    const question = document.questions.get(key);
    if (question !== undefined) return question.readings;
  }
  const isExpected = around.some((each) => is(each, keys.scenarioKeys.expected));
  return isExpected ? [keys.noCharge[language], keys.noneOfThem[language]] : [];
}

function isPayer({ text, name }: KindName, documents: readonly Document[]): boolean {
  return text === "payer" || documents.some(({ registers }) => registers.has(name?.text ?? ""));
}

function payersIn({ registers }: Document): readonly string[] {
  return [...registers.values()].flatMap(({ register }) => (register?.entries ?? []).map(({ name }) => name));
}

function wordingWords(agreement: string, language: 0 | 1, analysis: Analysis): readonly string[] {
  const document = analysis.front.documents.get(agreement);
  const days = document === undefined ? [] : wordingDays(document).map(dateText);
  return [...days, keys.allWordings[language], keys.otherWordings[language], keys.inForce[language]];
}

function is(key: string, words: readonly string[]): boolean {
  return words.includes(key);
}
