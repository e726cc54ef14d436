// A problem as people read it: frame, what I saw, the line with a mark, why, what to do, where there is more.
// Rule: eighty columns whatever the terminal, so that the same problem is the same text everywhere.

import type { Problem, Words } from "@avtal/compiler/problem";
import { positionAt, type Span } from "@avtal/compiler/source";
import type { DataProblem } from "@avtal/replay/data-problem";
import type { Colours, Lang } from "./terminal.ts";
import { wrapped } from "./wrapped.ts";

export interface Style {
  readonly lang: Lang;
  readonly colours: Colours;
}

const width = 80;
const longestSnippet = 100;

/** `textOf` gives the text of a file by the path in a span; `shownPath` that path as the user would type it. */
export function renderProblem(
  problem: Problem,
  textOf: (path: string) => string | undefined,
  shownPath: (path: string) => string,
  style: Style,
): string {
  const { lang } = style;
  const text = textOf(problem.span.file) ?? "";
  const { line, column } = positionAt(text, problem.span.start);
  const place = `${shownPath(problem.span.file)}:${line}:${column}`;
  const related = problem.related.flatMap((each) => [
    wrapped(each.says[lang], width),
    snippet(each.span, textOf(each.span.file) ?? "", "-", style, relatedPlace(each.span, problem, shownPath)),
  ]);
  return blocks([
    [frame(problem, place, style)],
    wrapped(problem.headline[lang], width),
    [...snippet(problem.span, text, "^", style, undefined), ...wrapped(problem.cause[lang], width)],
    ...related,
    wrapped(problem.advice[lang], width),
    fixLines(problem, style),
    [more(problem.code, style)],
  ]);
}

export function renderDataProblem(problem: DataProblem, style: Style): string {
  const { lang } = style;
  return blocks([
    [frame(problem, dataPlace(problem, lang), style)],
    wrapped(problem.headline[lang], width),
    wrapped(problem.advice[lang], width),
    [more(problem.code, style)],
  ]);
}

/** `data.csv rad 17, ready_notice_at`. */
export function dataPlace({ file, row, column }: DataProblem, lang: Lang): string {
  const rowWord = lang === "sv" ? "rad" : "row";
  const place = [file ?? "", row === null ? "" : `${rowWord} ${row}`].filter((part) => part !== "").join(" ");
  return [place, column ?? ""].filter((part) => part !== "").join(", ");
}

function frame(
  problem: { readonly code: string; readonly title: Words; readonly severity: "error" | "warning" },
  place: string,
  { lang, colours }: Style,
): string {
  const colour = problem.severity === "error" ? colours.red : colours.yellow;
  const warning = problem.severity === "warning" ? (lang === "sv" ? "VARNING · " : "WARNING · ") : "";
  const head = `── ${problem.code} · ${warning}${problem.title[lang].toUpperCase()} `;
  if (place === "") return colour(head + "─".repeat(Math.max(2, width - head.length)));
  const rule = "─".repeat(Math.max(2, width - head.length - place.length - 1));
  return `${colour(head + rule)} ${colours.bold(place)}`;
}

/** The line that a span begins on, with marks under its part of it. */
function snippet(span: Span, text: string, mark: "^" | "-", { colours }: Style, place: string | undefined): string[] {
  if (text === "") return [];
  const { line } = positionAt(text, span.start);
  const lineStart = Math.max(text.lastIndexOf("\n", span.start - 1), text.lastIndexOf("\r", span.start - 1)) + 1;
  const rest = text.slice(span.start);
  const lineEnd = span.start + (/[\r\n]|$/.exec(rest)?.index ?? rest.length);
  // A mark far out on a long line is shown with what stands around it.
  const skipped = Math.max(0, span.start - lineStart - longestSnippet / 2);
  const shown = printable(text.slice(lineStart + skipped, lineEnd).slice(0, longestSnippet));
  const before = " ".repeat(span.start - lineStart - skipped);
  const marks = mark.repeat(Math.max(1, Math.min(span.end, lineEnd, span.start + longestSnippet / 2) - span.start));
  const gutter = String(line).padStart(4);
  return [
    ...(place === undefined ? [] : [colours.dim(`     ${place}`)]),
    `${colours.dim(`${gutter} │`)} ${skipped > 0 ? "…" : ""}${shown}`,
    `${colours.dim("     │")} ${skipped > 0 ? " " : ""}${before}${mark === "^" ? colours.red(marks) : colours.cyan(marks)}`,
  ];
}

/** Signs that would move the cursor or turn the line are shown as a square each. */
function printable(text: string): string {
  let shown = "";
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const turns = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
    shown += code === 9 ? " " : code < 32 || (code >= 127 && code < 160) || turns ? "□" : (text[at] ?? "");
  }
  return shown;
}

function relatedPlace(span: Span, problem: Problem, shownPath: (path: string) => string): string | undefined {
  return span.file === problem.span.file ? undefined : shownPath(span.file);
}

function fixLines(problem: Problem, { lang, colours }: Style): string[] {
  if (problem.fixes.length === 0) return [];
  const labels = problem.fixes.map((fix) => `  ${colours.green("→")} ${fix.label[lang]}`);
  const isApplied = problem.fixes.length === 1 && !problem.code.startsWith("AV8");
  return [...labels, ...(isApplied ? [colours.dim("    avtal check --fix")] : [])];
}

function more(code: string, { lang, colours }: Style): string {
  return colours.dim(lang === "sv" ? `Mer: avtal förklara ${code}` : `More: avtal explain ${code}`);
}

/** Blocks of lines with a blank line between them; a block without lines is not there. */
function blocks(of: readonly (readonly string[])[]): string {
  const there = of.filter((lines) => lines.length > 0);
  return `${there.map((lines) => lines.map((line) => line.trimEnd()).join("\n")).join("\n\n")}\n`;
}
