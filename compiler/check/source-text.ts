// The text of a source: its headings, numbered sections, chapters, paragraphs and points, as far as they can be seen.
// Rule: what cannot be seen for certain is not there, and then nothing is refused because of it.

import { plainWords, type PlainWords } from "./plain-words.ts";

/** From `start` up to but not including `end`, in the text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface Heading {
  /** Without number and marks of layout. */
  readonly title: string;
  /** The same with its number, as it is compared with what an author wrote. */
  readonly plain: { readonly title: string; readonly numbered: string };
  /** `12.3`, or undefined. */
  readonly number: string | undefined;
  /** 1 for the highest; undefined in a text without marked headings. */
  readonly level: number | undefined;
  /** True for what stands in an appendix, whose sections are counted anew. */
  readonly inAppendix: boolean;
  readonly start: number;
}

export interface SourceText {
  readonly text: string;
  readonly words: PlainWords;
  readonly headings: readonly Heading[];
  /** True where its sections are numbered, or it has numbered paragraphs. */
  readonly numbered: boolean;
  readonly chapters: readonly { readonly number: string; readonly start: number }[];
  readonly paragraphs: readonly { readonly number: string; readonly start: number }[];
}

export function readSource(written: string): SourceText {
  const text = written.normalize("NFC");
  const lines = linesOf(text);
  const marked = lines.some(({ line }) => /^#{1,6}\s/.test(line));
  const headings = marked ? markedHeadings(lines) : plainHeadings(lines);
  const chapters = numberedLines(lines, /^[\s#*]*(\d+(?: [a-z])?)\s*kap\.?(?:\s|$)/i);
  const paragraphs = numberedLines(lines, /^[\s#*]*(\d+(?: [a-z])?)\s*§/);
  const sections = headings.filter((heading) => heading.number !== undefined);
  return {
    text,
    words: plainWords(text),
    headings,
    numbered: sections.length >= 2 || paragraphs.length >= 2,
    chapters,
    paragraphs,
  };
}

/** The source of that file, read once for as long as the texts are the same; undefined where it is not at hand. */
export function sourceOnce(file: string, sources: ReadonlyMap<string, string> | undefined): SourceText | undefined {
  const written = sources?.get(file);
  if (sources === undefined || written === undefined) return undefined;
  const known = readTexts.get(sources) ?? new Map<string, SourceText>();
  readTexts.set(sources, known);
  const read = known.get(file) ?? readSource(written);
  known.set(file, read);
  return read;
}

/** The map of the texts is another one when a text is. */
const readTexts = new WeakMap<ReadonlyMap<string, string>, Map<string, SourceText>>();

/** The points `1.`, `2)` of a list within a stretch; where there are none, its bullets in order. */
export function pointsIn(text: string, within: Stretch): { readonly number: string; readonly start: number }[] {
  const lines = linesOf(text).filter(({ start }) => start >= within.start && start < within.end);
  const numbers = numberedLines(lines, /^\s*(\d{1,2})[.)]\s/);
  if (numbers.length > 0) return numbers;
  const bullets = lines.filter(({ line }) => /^\s*[-•–]\s/.test(line));
  return bullets.map(({ start }, index) => ({ number: String(index + 1), start }));
}

interface Line {
  readonly line: string;
  readonly start: number;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (const found of text.matchAll(/[^\r\n]+/g)) lines.push({ line: found[0], start: found.index });
  return lines;
}

function markedHeadings(lines: readonly Line[]): Heading[] {
  const headings: Heading[] = [];
  let inAppendix = false;
  for (const { line, start } of lines) {
    const found = /^(#{1,6})\s+(.*)$/.exec(line);
    if (found === null) continue;
    const said = bareTitle(found[2] ?? "");
    inAppendix ||= /^bilaga\b/i.test(said);
    headings.push({ ...named(numberAndTitle(said)), level: (found[1] ?? "").length, inAppendix, start });
  }
  return headings;
}

/** Without marks, a heading is a short line without a full stop; only dotted numbers are section numbers. */
function plainHeadings(lines: readonly Line[]): Heading[] {
  let inAppendix = false;
  return lines.flatMap(({ line, start }): Heading[] => {
    const said = bareTitle(line);
    if (said === "" || said.length > 120 || /[.:;,]$/.test(said)) return [];
    inAppendix ||= /^bilaga\b/i.test(said);
    const dotted = /^\d+\.\d/.test(said);
    const { number, title } = numberAndTitle(said);
    const name = named(dotted ? { number, title } : { number: undefined, title: said });
    return [{ ...name, level: undefined, inAppendix, start }];
  });
}

interface NumberAndTitle {
  readonly number: string | undefined;
  readonly title: string;
}

function named({ number, title }: NumberAndTitle): Pick<Heading, "number" | "title" | "plain"> {
  const plain = { title: plainWords(title).plain, numbered: plainWords(`${number ?? ""}${title}`).plain };
  return { number, title, plain };
}

function numberAndTitle(said: string): NumberAndTitle {
  const found = /^(\d+(?:\.\d+)*)\.?\s+(.*)$/.exec(said);
  return found === null ? { number: undefined, title: said } : { number: found[1], title: found[2] ?? "" };
}

function bareTitle(line: string): string {
  return line.replace(/[*_]/g, "").replace(/\s+/g, " ").trim();
}

function numberedLines(lines: readonly Line[], form: RegExp): { readonly number: string; readonly start: number }[] {
  return lines.flatMap(({ line, start }) => {
    const number = form.exec(line)?.[1];
    return number === undefined ? [] : [{ number, start }];
  });
}
