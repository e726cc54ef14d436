// Why the totals differ: what each changed clause did, as a waterfall and as a table that sums to the difference.

import type { AttributedPart, Comparison } from "@avtal/replay/compare/comparison";
import type { Ore } from "@avtal/runtime/result";
import { waterfall } from "../../plots/waterfall.ts";
import { change, signedKronor } from "../../numbers.ts";
import { heads, type Lang } from "../../words.ts";
import type { ReportPage } from "../report-page.ts";
import { pageTable } from "../table.ts";
import { element, raw, type Element, type Node } from "../tree.ts";

export function causeSection({ comparison, lang }: ReportPage): Element {
  const { attribution, total } = comparison;
  const { parts } = attribution;
  const title = { sv: "Orsak till skillnaden", en: "Cause of the difference" }[lang];
  if (parts.length === 0) {
    return element(
      "section",
      { id: "orsak" },
      element("h2", {}, title),
      element("p", {}, { sv: "Ingenting har ändrats i betydelsen.", en: "Nothing has changed in meaning." }[lang]),
    );
  }
  const rows = parts.map((part, index): readonly Node[] => [
    String(index + 1),
    says(part, comparison, lang),
    signedKronor(part.difference),
    share(part.difference, total.difference),
  ]);
  return element(
    "section",
    { id: "orsak" },
    element("h2", {}, title),
    element("p", {}, methods[attribution.method][lang]),
    element(
      "figure",
      {},
      raw(
        waterfall({
          title: { sv: "Vägen från A till B, ändring för ändring", en: "The way from A to B, change by change" }[lang],
          start: { name: "A", total: total.a },
          steps: parts.map(({ difference }, index) => ({ name: String(index + 1), difference })),
          end: { name: "B", total: total.b },
        }),
      ),
    ),
    pageTable({
      caption: { sv: "Skillnaden, delad på ändringarna", en: "The difference, split over the changes" }[lang],
      columns: [
        { head: { sv: "Nr", en: "No" }[lang] },
        { head: { sv: "Ändring", en: "Change" }[lang] },
        { head: heads.difference[lang], align: "number" },
        { head: heads.share[lang], align: "number" },
      ],
      rows,
      foot: [heads.sum[lang], "", signedKronor(parts.reduce((sum, part) => sum + part.difference, 0n) as Ore), ""],
    }),
  );
}

/** The sentence of each change that the part is made of. */
export function says({ changes: keys }: AttributedPart, { changes }: Comparison, lang: Lang): string {
  return keys.map((key) => changes.changes.find((one) => one.key === key)?.says[lang] ?? key).join("; ");
}

function share(part: Ore, whole: Ore): string {
  return change(whole < 0n ? (-whole as Ore) : whole, whole < 0n ? (-part as Ore) : part).replace("+", "");
}

const methods = {
  "clause-order": {
    sv: "Ändringarna är lagda på en i taget i klausulordning. En annan ordning kan ge en annan delning.",
    en: "The changes are applied one at a time in clause order. Another order may split it otherwise.",
  },
  shapley: {
    sv: "Varje ändring är medelvärdet över alla ordningar de kan läggas på i.",
    en: "Each change is the mean over every order in which they can be applied.",
  },
  "both-ways": {
    sv: "Varje ändring är medelvärdet av klausulordningen och den omvända. Det är medelvärdet över alla ordningar, där högst två ändringar verkar på varandra åt gången.",
    en: "Each change is the mean of the clause order and its reverse. That is the mean over every order where no more than two changes act on each other at once.",
  },
} as const;
