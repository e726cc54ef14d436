// Repairs of dates that stand as people write them: `1 november 2021`, `1 nov 2021`.
// Rule: only a day that the calendar has, and only where the month is named.

import { dateText, dayOf } from "@avtal/runtime/calendar";
import { replaceWith } from "../problem.ts";
import type { Fix } from "./answers.ts";
import type { FixPlace } from "./fix-place.ts";

export function dateWritten({ span, text }: FixPlace): readonly Fix[] {
  const found = /^(\d{1,2})[^\S\r\n]+(\p{L}{3,9})\.?[^\S\r\n]+(\d{4})(?!\d)/u.exec(
    text.slice(span.start, span.start + 40),
  );
  if (found === null) return [];
  const [whole, day = "", name = "", year = ""] = found;
  const written = dayOf(Number(year), monthNamed(name.toLowerCase()), Number(day));
  return written === undefined ? [] : [replaceWith({ ...span, end: span.start + whole.length }, dateText(written))];
}

/** 1–12; 0 for a word that is no month in either language. */
function monthNamed(word: string): number {
  for (const months of [swedish, english]) {
    const index = months.findIndex((month) => month.startsWith(word));
    if (index >= 0) return index + 1;
  }
  return 0;
}

const swedish = [
  ...["januari", "februari", "mars", "april", "maj", "juni"],
  ...["juli", "augusti", "september", "oktober", "november", "december"],
];
const english = [
  ...["january", "february", "march", "april", "may", "june"],
  ...["july", "august", "september", "october", "november", "december"],
];
