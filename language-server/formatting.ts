// A file in the one layout, as edits of the lines that change.
// Rule: a file with mistakes is left as it is; lines that stay the same are not touched, so that the cursor stays, and
// lines go on ending as they did.

import type { TextEdit } from "vscode-languageserver";
import { formatFile } from "@avtal/compiler/format/format";
import { linesOf, withLineEnds } from "./line-ends.ts";
import type { AskedFile } from "./session.ts";

export function formatEdits({ document, path }: Pick<AskedFile, "document" | "path">): TextEdit[] {
  const before = document.getText();
  const after = formatFile({ path, text: before });
  if (after === undefined || after === before) return [];
  const edits = lineEdits(linesOf(before), linesOf(after));
  return edits.map(({ range, newText }) => ({ range, newText: withLineEnds(newText, before) }));
}

/** One edit for each stretch of lines that changes, found line by line. */
function lineEdits(old: readonly string[], anew: readonly string[]): TextEdit[] {
  const edits: TextEdit[] = [];
  let [at, to] = [0, 0];
  while (at < old.length || to < anew.length) {
    if (at < old.length && old[at] === anew[to]) {
      at++;
      to++;
      continue;
    }
    const [skipped, written] = nextSame(old.slice(at), anew.slice(to));
    edits.push(...stretchEdits({ old, anew, at, to, skipped, written }));
    at += skipped;
    to += written;
  }
  return edits;
}

interface Stretch {
  readonly old: readonly string[];
  readonly anew: readonly string[];
  readonly at: number;
  readonly to: number;
  readonly skipped: number;
  readonly written: number;
}

/** As many lines as before are the same lines, each for itself, so that one of them can be tidied alone. */
function stretchEdits({ old, anew, at, to, skipped, written }: Stretch): TextEdit[] {
  const replaced = (from: number, until: number, by: number, end: number): TextEdit =>
    replaceLines(old, from, until, anew.slice(by, end), end >= anew.length);
  if (skipped !== written) return [replaced(at, at + skipped, to, to + written)];
  return Array.from({ length: skipped }, (_, each) => each).flatMap((each) =>
    old[at + each] === anew[to + each] ? [] : [replaced(at + each, at + each + 1, to + each, to + each + 1)],
  );
}

/** Edits that touch only the lines from first to last. */
export function editsInLines(edits: readonly TextEdit[], first: number, last: number): TextEdit[] {
  return edits.filter(({ range }) => {
    const end = range.end.character === 0 ? Math.max(range.start.line, range.end.line - 1) : range.end.line;
    return range.start.line >= first && end <= last;
  });
}

/** How many lines of each are to be passed until both go on alike; all of them where they never do. */
function nextSame(old: readonly string[], anew: readonly string[]): readonly [number, number] {
  const reach = Math.min(furthest, Math.max(old.length, anew.length));
  for (let sum = 1; sum <= reach * 2; sum++) {
    for (let skipped = Math.max(0, sum - anew.length); skipped <= Math.min(sum, old.length); skipped++) {
      const written = sum - skipped;
      const bothEnd = skipped === old.length && written === anew.length;
      if (bothEnd || (skipped < old.length && old[skipped] === anew[written] && old[skipped] !== "")) {
        return [skipped, written];
      }
    }
  }
  return [old.length, anew.length];
}

/** Lines further apart than this are replaced together. */
const furthest = 60;

function replaceLines(
  old: readonly string[],
  from: number,
  until: number,
  lines: readonly string[],
  isLast: boolean,
): TextEdit {
  const start = { line: from, character: 0 };
  if (until < old.length) {
    return { range: { start, end: { line: until, character: 0 } }, newText: lines.map((line) => `${line}\n`).join("") };
  }
  const end = { line: old.length - 1, character: old.at(-1)?.length ?? 0 };
  if (from < old.length) return { range: { start, end }, newText: lines.join("\n") };
  return { range: { start: end, end }, newText: isLast ? lines.map((line) => `\n${line}`).join("") : lines.join("\n") };
}
