// From plain texts, lists and maps to what a scenario file says.
// Rule: an unknown key is a problem wherever keys are closed; facts, steps and questions are held against the agreement later.

import type { Problem } from "@avtal/compiler/problem";
import type { SourceFile, Span } from "@avtal/compiler/source";
import { emptyList } from "../problems/empty-list.ts";
import { keyMissing } from "../problems/key-missing.ts";
import { noExpectation } from "../problems/no-expectation.ts";
import { otherShape } from "../problems/other-shape.ts";
import { sameName } from "../problems/same-name.ts";
import { scenariosInBackground } from "../problems/background-file.ts";
import { unusableName } from "../problems/unusable-name.ts";
import { expectedFrom } from "./expectation-from-plain.ts";
import { episodeKeys, fileKeys, isWord, noneOfThem, scenarioKeys, variantKeys } from "./keys.ts";
import { plainFromYaml } from "./plain-from-yaml.ts";
import type { Plain, PlainEntry, PlainMap, Said } from "./plain.ts";
import { countFrom, entriesOf, listFrom, mapFrom, onlyEntriesOf, textFrom, textsFrom, type Reader } from "./shape.ts";
import type { WrittenEpisode, WrittenFact, WrittenFile, WrittenScenario, WrittenVariant } from "./written.ts";

export interface WrittenReading {
  /** What could be read; scenarios with a problem are left out. */
  readonly written: WrittenFile;
  readonly problems: readonly Problem[];
}

export function fileFromText(file: SourceFile): WrittenReading {
  const reading = plainFromYaml(file);
  const nothing: WrittenFile = { path: file.path, agreement: undefined, background: [], scenarios: [] };
  if (!reading.ok) return { written: nothing, problems: reading.problems };
  const reader: Reader = { problems: [] };
  const written = fileFrom(reading.root, file, reader) ?? nothing;
  return { written, problems: reader.problems };
}

/** `bakgrund.yaml`: the facts of every episode in its folder. */
export function isBackgroundFile(path: string): boolean {
  return /(?:^|\/)(?:bakgrund|background)\.ya?ml$/u.test(path);
}

function fileFrom(root: Plain, { path }: SourceFile, reader: Reader): WrittenFile | undefined {
  const map = mapFrom(root, "avtal: stockholm", reader);
  if (map === undefined) return undefined;
  const found = onlyEntriesOf(map, fileKeys, reader);
  const isSound = reader.problems.length === 0;
  const top: Span = { file: path, start: map.span.start, end: map.span.start };
  const agreement = said(found.get("agreement"), "avtal: stockholm", reader);
  if (isSound && !found.has("agreement")) reader.problems.push(keyMissing(top, "avtal", "avtal: stockholm"));
  const background = factsFrom(found.get("background"), reader);
  const list = found.get("scenarios");
  if (isBackgroundFile(path)) {
    if (list !== undefined) reader.problems.push(scenariosInBackground(list.key));
    if (isSound && !found.has("background")) reader.problems.push(keyMissing(top, "bakgrund", "bakgrund:"));
    return { path, agreement, background, scenarios: [] };
  }
  if (isSound && list === undefined) reader.problems.push(keyMissing(top, "scenarier", "scenarier:"));
  return { path, agreement, background, scenarios: list === undefined ? [] : scenariosFrom(list.value, reader) };
}

function scenariosFrom(list: Plain, reader: Reader): WrittenScenario[] {
  const firstOf = new Map<string, Said>();
  return listFrom(list, { key: "scenarier", example: "- namn: En mening om fallet" }, reader).flatMap((item) => {
    const scenario = scenarioFrom(item, reader);
    if (scenario === undefined) return [];
    const first = firstOf.get(scenario.name.text);
    if (first !== undefined) reader.problems.push(sameName(scenario.name, first));
    else firstOf.set(scenario.name.text, scenario.name);
    return [scenario];
  });
}

function scenarioFrom(item: Plain, reader: Reader): WrittenScenario | undefined {
  const map = mapFrom(item, "- namn: En mening om fallet", reader);
  if (map === undefined) return undefined;
  const before = reader.problems.length;
  const found = onlyEntriesOf(map, scenarioKeys, reader);
  const isSound = reader.problems.length === before;
  const name = nameFrom(found.get("name"), map, isSound, reader);
  const clause = found.get("clause");
  if (isSound && clause === undefined)
    reader.problems.push(keyMissing(name?.span ?? map.span, "klausul", "klausul: 12.3"));
  const clauses = clause === undefined ? [] : textsFrom(clause.value, "klausul: 12.3", reader);
  if (isSound && !found.has("episodes")) {
    reader.problems.push(keyMissing(name?.span ?? map.span, "vårdtillfällen", "vårdtillfällen: inga"));
  }
  const episodes = episodesFrom(found.get("episodes"), reader);
  const expected = found.get("expected");
  const readings = found.get("readings");
  if (isSound && expected === undefined && readings === undefined)
    reader.problems.push(noExpectation(name?.span ?? map.span));
  const scenario = {
    clauses,
    background: factsFrom(found.get("background"), reader),
    episodes,
    values: factsFrom(found.get("values"), reader),
    events: factsFrom(found.get("events"), reader),
    expected: expected === undefined ? [] : expectedFrom(expected, reader),
    readings: readings === undefined ? [] : variantsFrom(readings.value, reader),
  };
  return name === undefined || reader.problems.length > before ? undefined : { name, ...scenario };
}

function nameFrom(entry: PlainEntry | undefined, map: PlainMap, isSound: boolean, reader: Reader): Said | undefined {
  if (entry === undefined) {
    if (isSound) reader.problems.push(keyMissing(map.span, "namn", "namn: En mening om fallet"));
    return undefined;
  }
  const name = textFrom(entry.value, "namn: En mening om fallet", reader);
  if (name === undefined) return undefined;
  if (name.text.includes("·")) reader.problems.push(unusableName(name, "dot"));
  else if (name.text.length > greatestNameLength) reader.problems.push(unusableName(name, "long"));
  return { text: name.text, span: name.span };
}

const greatestNameLength = 200;

function episodesFrom(entry: PlainEntry | undefined, reader: Reader): WrittenEpisode[] {
  const example = "- utskrivningstid: 2022-04-08 15:00";
  if (entry === undefined) return [];
  if (entry.value.kind === "text" && isWord(entry.value.text, noneOfThem)) return [];
  const form = { key: entry.key.text, example, instead: "vårdtillfällen: inga" };
  return listFrom(entry.value, form, reader).flatMap((item) => {
    const map = mapFrom(item, example, reader);
    if (map === undefined) return [];
    const { found, others } = entriesOf(map, episodeKeys, reader);
    const facts = others.flatMap((other) => factFrom(other, reader));
    return [{ count: countFrom(found.get("count")?.value, reader), facts, span: map.span }];
  });
}

function variantsFrom(list: Plain, reader: Reader): WrittenVariant[] {
  const example = "- faktor: alla";
  return listFrom(list, { key: "tolkningar", example }, reader).flatMap((item) => {
    const map = mapFrom(item, example, reader);
    if (map === undefined) return [];
    const { found, others } = entriesOf(map, variantKeys, reader);
    const expected = found.get("expected");
    if (expected === undefined) reader.problems.push(noExpectation(map.span));
    if (others.length === 0) reader.problems.push(keyMissing(map.span, "en tolkningsfråga", "faktor: alla"));
    const choices = others.flatMap((other) => factFrom(other, reader));
    return [{ choices, expected: expected === undefined ? [] : expectedFrom(expected, reader), span: map.span }];
  });
}

/** Names with what they are to be; undefined gives none. */
function factsFrom(entry: PlainEntry | undefined, reader: Reader): WrittenFact[] {
  if (entry === undefined) return [];
  if (entry.value.kind === "empty" || (entry.value.kind === "map" && entry.value.entries.length === 0)) {
    reader.problems.push(emptyList(entry.key.span, entry.key.text, undefined));
    return [];
  }
  const map = mapFrom(entry.value, `${entry.key.text}:`, reader);
  if (map === undefined) return [];
  return entriesOf(map, {}, reader).others.flatMap((other) => factFrom(other, reader));
}

function factFrom({ key, value }: PlainEntry, reader: Reader): WrittenFact[] {
  if (value.kind === "text" && value.text !== "") return [{ name: key, value }];
  const wanted = { sv: "ett värde, eller ordet `tomt`", en: "a value, or the word `empty`" };
  reader.problems.push(
    otherShape({ ...value, span: value.kind === "empty" ? key.span : value.span }, wanted, `${key.text}: tomt`),
  );
  return [];
}

function said(entry: PlainEntry | undefined, example: string, reader: Reader): Said | undefined {
  return entry === undefined ? undefined : textFrom(entry.value, example, reader);
}
