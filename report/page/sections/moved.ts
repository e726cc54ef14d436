// Episodes that other rules take on the two sides: how many, from where, to where.

import type { Whereabouts } from "@avtal/replay/compare/comparison";
import { count } from "../../numbers.ts";
import { heads, type Lang } from "../../words.ts";
import type { ReportPage } from "../report-page.ts";
import { pageTable } from "../table.ts";
import { element, type Element } from "../tree.ts";

export function movedSection({ comparison: { moved }, lang }: ReportPage): Element {
  const title = { sv: "Vårdtillfällen som byter regel", en: "Care episodes that change rule" }[lang];
  const none = { sv: "Inget vårdtillfälle byter regel.", en: "No care episode changes rule." }[lang];
  return element(
    "section",
    { id: "flyttade" },
    element("h2", {}, title),
    moved.length === 0
      ? element("p", {}, none)
      : pageTable({
          caption: title,
          columns: [
            { head: { sv: "I A", en: "In A" }[lang] },
            { head: { sv: "I B", en: "In B" }[lang] },
            { head: heads.episodes[lang], align: "number" },
          ],
          rows: moved.map(({ from, to, records }) => [where(from, lang), where(to, lang), count(records)]),
        }),
  );
}

export function where({ kind, rules }: Whereabouts, lang: Lang): string {
  switch (kind) {
    case "rules":
      return rules.join(", ");
    case "not-charged":
      return { sv: "inte debiterade", en: "not charged" }[lang];
    case "undecided":
      return { sv: "obestämda", en: "undecided" }[lang];
  }
}
