// The top of the page: what the difference means in one sentence with the total, in which mode, over which data.

import { change, kronor, signedKronor } from "../../numbers.ts";
import { modeWords } from "../../words.ts";
import type { ReportPage } from "../report-page.ts";
import { element, type Element } from "../tree.ts";

export function titleOf({ comparison: { a, b }, lang }: ReportPage): string {
  return `${{ sv: "Jämförelse", en: "Comparison" }[lang]}: ${a.label} – ${b.label}`;
}

export function summarySection(page: ReportPage): Element {
  const { comparison, lang, data } = page;
  const { a, b, total, mode } = comparison;
  const key = (side: "a" | "b"): Element => element("span", { class: `key ${side}`, "aria-hidden": "true" });
  return element(
    "header",
    { id: "total" },
    element("h1", {}, titleOf(page)),
    element("p", { class: "says" }, sentence(page)),
    element("p", {}, modeWords[mode][lang]),
    element(
      "p",
      {},
      element("span", { class: "side" }, key("a"), `A: ${a.label}, ${kronor(total.a)} kr.`),
      element("span", { class: "side" }, key("b"), `B: ${b.label}, ${kronor(total.b)} kr.`),
      element(
        "span",
        { class: "side" },
        `${{ sv: "Skillnad", en: "Difference" }[lang]}: ${signedKronor(total.difference)} kr${percent(page)}.`,
      ),
    ),
    element("p", { class: "soft" }, `${{ sv: "Underlag", en: "Data" }[lang]}: ${data}`),
  );
}

/** What the difference means in kronor. */
export function sentence({ comparison: { total }, lang }: Pick<ReportPage, "comparison" | "lang">): string {
  const size = kronor((total.difference < 0n ? -total.difference : total.difference) as typeof total.difference);
  if (total.difference === 0n) {
    return { sv: "A och B kostar lika mycket.", en: "A and B cost the same." }[lang];
  }
  return total.difference > 0n
    ? { sv: `B kostar betalarna ${size} kr mer än A.`, en: `B costs the payers ${size} kr more than A.` }[lang]
    : { sv: `B kostar betalarna ${size} kr mindre än A.`, en: `B costs the payers ${size} kr less than A.` }[lang];
}

function percent({ comparison: { total } }: ReportPage): string {
  const text = change(total.a, total.difference);
  return text === "" ? "" : ` (${text})`;
}
