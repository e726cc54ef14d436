// Finds the place that a citation names in the text of its source.
// Rule: places narrow one another in the order they are written; the first that is not there is named.

import type { CitedPlace } from "../syntax/ast.ts";
import { plainWords } from "./plain-words.ts";
import { pointsIn, type Heading, type SourceText, type Stretch } from "./source-text.ts";

export type FoundPlace =
  | { readonly kind: "found"; readonly stretch: Stretch }
  /** `known` are names of that sort that the source has, for suggestions. */
  | { readonly kind: "absent"; readonly place: CitedPlace; readonly known: readonly string[] };

export function findPlace(places: readonly CitedPlace[], source: SourceText): FoundPlace {
  let stretch: Stretch = mainText(source);
  if (places.some((place) => place.kind === "appendix")) stretch = appendix(source) ?? whole(source);
  for (const place of places) {
    const found = narrowed(place, stretch, source);
    if (found === undefined) return { kind: "absent", place, known: knownOf(place, stretch, source) };
    stretch = found;
  }
  return { kind: "found", stretch };
}

/** The name of the section that a place of the text lies in, as a citation would say it. */
export function sectionAt(offset: number, source: SourceText): string | undefined {
  const before = source.headings.filter((heading) => heading.start <= offset && heading.number !== undefined).at(-1);
  return before === undefined || before.inAppendix ? undefined : before.number;
}

function narrowed(place: CitedPlace, within: Stretch, source: SourceText): Stretch | undefined {
  switch (place.kind) {
    case "appendix":
      return within;
    case "section":
      return section(place.text, within, source);
    case "heading":
      return underHeading(place.text.text, within, source);
    case "chapter":
      return numbered(place.number, source.chapters, within);
    case "paragraph":
      return numbered(place.number, source.paragraphs, within);
    case "point":
      return points(place.from, place.through ?? place.from, within, source);
  }
}

function knownOf(place: CitedPlace, within: Stretch, source: SourceText): readonly string[] {
  const inside = (start: number): boolean => start >= within.start && start < within.end;
  switch (place.kind) {
    case "section":
      return source.headings.flatMap(({ number, start }) => (number !== undefined && inside(start) ? [number] : []));
    case "heading":
      return source.headings.flatMap(({ title, start }) => (inside(start) ? [title] : []));
    case "chapter":
      return source.chapters.map(({ number }) => number);
    case "paragraph":
      return source.paragraphs.filter(({ start }) => inside(start)).map(({ number }) => number);
    case "point":
      return pointsIn(source.text, within).map(({ number }) => number);
    case "appendix":
      return [];
  }
}

/** Up to the next section that is not a part of this one. A source without numbers says nothing, so everything fits. */
function section(number: string, within: Stretch, source: SourceText): Stretch | undefined {
  const numbers = source.headings.filter((heading) => heading.number !== undefined);
  if (numbers.length < 2) return within;
  const inside = numbers.filter(({ start }) => start >= within.start && start < within.end);
  const index = inside.findIndex((heading) => heading.number === number);
  const found = inside[index];
  if (found === undefined) return undefined;
  const next = inside.slice(index + 1).find((heading) => !(heading.number ?? "").startsWith(`${number}.`));
  return { start: found.start, end: next?.start ?? within.end };
}

function underHeading(title: string, within: Stretch, source: SourceText): Stretch | undefined {
  const wanted = plainWords(title).plain;
  const inside = source.headings.filter(({ start }) => start >= within.start && start < within.end);
  const index = inside.findIndex((heading) => isTitle(heading, wanted));
  const found = inside[index];
  if (found === undefined) return undefined;
  const { level } = found;
  // Where levels are not marked, anything may still belong to it.
  const next = level === undefined ? undefined : inside.slice(index + 1).find((each) => (each.level ?? 1) <= level);
  return { start: found.start, end: next?.start ?? within.end };
}

function isTitle({ plain }: Heading, wanted: string): boolean {
  return plain.title === wanted || plain.numbered === wanted;
}

function numbered(
  number: string,
  all: readonly { readonly number: string; readonly start: number }[],
  within: Stretch,
): Stretch | undefined {
  if (all.length < 2) return within;
  const inside = all.filter(({ start }) => start >= within.start && start < within.end);
  const index = inside.findIndex((each) => each.number === number);
  const found = inside[index];
  return found === undefined ? undefined : { start: found.start, end: inside[index + 1]?.start ?? within.end };
}

function points(from: string, through: string, within: Stretch, source: SourceText): Stretch | undefined {
  const all = pointsIn(source.text, within);
  if (all.length === 0) return within;
  const first = all.find(({ number }) => number === from);
  const last = all.findIndex(({ number }) => number === through);
  if (first === undefined || last < 0) return undefined;
  return { start: first.start, end: all[last + 1]?.start ?? within.end };
}

function mainText(source: SourceText): Stretch {
  const begins = source.headings.find((heading) => heading.inAppendix)?.start;
  return { start: 0, end: begins ?? source.text.length };
}

function appendix(source: SourceText): Stretch | undefined {
  const begins = source.headings.find((heading) => heading.inAppendix)?.start;
  return begins === undefined ? undefined : { start: begins, end: source.text.length };
}

function whole(source: SourceText): Stretch {
  return { start: 0, end: source.text.length };
}
