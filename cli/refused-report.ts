// The rows that were refused: the first of them in words, then how many of each code.

import { dataTitles } from "@avtal/replay/problem-titles/av9-data";
import { countsByCode, type RefusedRows } from "@avtal/replay/read/refused-rows";
import { countShown } from "@avtal/replay/shown";
import { dataPlace } from "./render-problem.ts";
import type { Terminal } from "./terminal.ts";

const mostShown = 10;

export function refusedText({ rows, details }: RefusedRows, { words, lang }: Terminal): string {
  const lines = details
    .slice(0, mostShown)
    .map((problem) => `${dataPlace(problem, lang)}: ${problem.code} ${words(problem.headline)}`);
  const counts = countsByCode(rows).map(
    ({ code, rows: count }) => `  ${countShown(count).padStart(9)}  ${code} ${words(dataTitles[code])}`,
  );
  return [...lines, ...(rows.length > mostShown ? ["…"] : []), ...counts].join("\n");
}
