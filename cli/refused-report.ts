// The rows that were refused: the first of them in words, then how many of each code.

import type { FileFacts } from "@avtal/replay/read/episodes";
import { countsByCode, type RefusedRows } from "@avtal/replay/read/refused-rows";
import { countShown } from "@avtal/replay/shown";
import { dataTitles } from "@avtal/replay/problem-titles/av9-data";
import { countWords } from "./count-words.ts";
import { dataPlace } from "./render-problem.ts";
import type { Terminal } from "./terminal.ts";

export function sayRefused(
  { refused, facts }: { readonly refused: RefusedRows; readonly facts: FileFacts },
  allowed: number,
  terminal: Terminal,
): void {
  terminal.say(refusedText(refused, terminal));
  const rows = countWords(refused.rows.length, "rad", "rader");
  const rowsEn = countWords(refused.rows.length, "row", "rows");
  if (refused.rows.length <= allowed) {
    terminal.say(
      terminal.words({
        sv: `${rows} av ${countShown(facts.rows)} avvisades och är inte med i resultatet.`,
        en: `${rowsEn} of ${countShown(facts.rows)} were refused and are not in the result.`,
      }),
    );
    return;
  }
  terminal.say(
    terminal.words({
      sv: `AV9201 · ${rows} av ${countShown(facts.rows)} avvisades, ${countShown(allowed)} är tillåtet. Inget resultat har lämnats.`,
      en: `AV9201 · ${rowsEn} of ${countShown(facts.rows)} were refused, ${countShown(allowed)} are allowed. No result was given.`,
    }),
  );
  terminal.say(
    terminal.words({
      sv: `Rätta raderna i källsystemet, eller kör utan dem: --max-refused ${refused.rows.length}.`,
      en: `Correct the rows at their source, or run without them: --max-refused ${refused.rows.length}.`,
    }),
  );
}

/** A line for each of the first rows, then the counts. */
export function refusedText({ rows, details }: RefusedRows, { words, lang }: Terminal): string {
  const lines = details
    .slice(0, mostShown)
    .map(
      (problem) => `${dataPlace(problem, lang)}: ${problem.code} ${words(problem.headline)} ${words(problem.advice)}`,
    );
  const counts = countsByCode(rows).map(
    ({ code, rows: count }) => `  ${countShown(count).padStart(9)}  ${code} ${words(dataTitles[code])}`,
  );
  const more = rows.length > mostShown ? [words({ sv: "…", en: "…" })] : [];
  return [...lines, ...more, ...counts].join("\n");
}

const mostShown = 10;
