// What changed in the wording: old words beside new, rule beside rule, with the clause that says so.

import type { Change, CitedWords } from "@avtal/replay/changes/change";
import type { Lang } from "../../words.ts";
import type { ReportPage } from "../report-page.ts";
import { element, type Element } from "../tree.ts";

export function changesSection({ comparison, lang }: ReportPage): Element {
  const { changes, a, b } = comparison;
  const none = { sv: "Lydelserna betyder detsamma.", en: "The wordings mean the same." }[lang];
  return element(
    "section",
    { id: "lydelser" },
    element("h2", {}, { sv: "Lydelserna sida vid sida", en: "The wordings side by side" }[lang]),
    ...(changes.changes.length === 0
      ? [element("p", {}, none)]
      : changes.changes.map((change, index) => oneChange(change, index, [a.label, b.label], lang))),
  );
}

function oneChange(change: Change, index: number, labels: readonly [string, string], lang: Lang): Element {
  const { says, because, lines, cited } = change;
  const column = (side: "a" | "b", label: string): Element =>
    element(
      "div",
      {},
      element(
        "h4",
        {},
        element("span", { class: `key ${side}`, "aria-hidden": "true" }),
        `${side.toUpperCase()} ${label}`,
      ),
      ...quoted(cited[side], lang),
      element(
        "pre",
        {},
        lines
          .map((line) => line[side])
          .filter((text) => text !== null)
          .join("\n") || "–",
      ),
    );
  return element(
    "section",
    { id: `andring-${index + 1}` },
    element("h3", {}, `${index + 1}. ${says[lang]}`),
    element("p", { class: "soft" }, because[lang]),
    element("div", { class: "beside" }, column("a", labels[0]), column("b", labels[1])),
  );
}

function quoted(cited: CitedWords | null, lang: Lang): Element[] {
  if (cited === null) return [];
  const { place, source, quote, assumption } = cited;
  const where = assumption ? `${{ sv: "antagande", en: "assumption" }[lang]}: ${source}` : `${source} ${place}`;
  return [element("p", {}, where), ...(quote === null ? [] : [element("blockquote", {}, quote)])];
}
