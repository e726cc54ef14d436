// What the rules of a run did: what each charges, which groups stayed below a limit, and why other episodes cost nothing.

import { byCodePoint } from "@avtal/runtime/code-point-order";
import { count, kronor } from "../../numbers.ts";
import { pageTable } from "../../page/table.ts";
import { element, type Element, type Node } from "../../page/tree.ts";
import { heads } from "../../words.ts";
import type { RunPage } from "../run-page.ts";

export function rulesSection(page: RunPage): Element {
  const { divided, lang, run } = page;
  const title = { sv: "Vad reglerna debiterar", en: "What the rules charge" }[lang];
  const below = run.result.groups.filter(({ outcome }) => outcome === "below-limit").length;
  return element(
    "section",
    { id: "regler" },
    element("h2", {}, title),
    ...(below === 0 ? [] : [element("p", {}, belowLimit(below)[lang])]),
    pageTable({
      caption: title,
      columns: [
        { head: heads.rule[lang] },
        { head: { sv: "Avsnitt", en: "Clause" }[lang] },
        { head: heads.lines[lang], align: "number" },
        { head: heads.amount[lang], align: "number" },
      ],
      rows: divided.rules.map(({ place, lines, amount }): readonly Node[] => [
        `${place.document}.${place.rule}`,
        place.clause,
        count(lines),
        kronor(amount),
      ]),
      foot: [heads.sum[lang], "", count(run.result.lines.length), kronor(divided.total)],
    }),
    ...notCharged(page),
    ...undecided(page),
  );
}

function belowLimit(groups: number): { readonly sv: string; readonly en: string } {
  return groups === 1
    ? { sv: "En grupp kom inte över gränsen.", en: "One group did not pass the limit." }
    : {
        sv: `${count(groups)} grupper kom inte över gränsen.`,
        en: `${count(groups)} groups did not pass the limit.`,
      };
}

/** Most episodes first. */
function notCharged({ run, lang }: RunPage): Element[] {
  const reasons = run.result.notCharged.filter(({ records }) => records > 0);
  if (reasons.length === 0) return [];
  const first = [...reasons].sort(
    (x, y) => y.records - x.records || byCodePoint(`${x.document}.${x.rule}`, `${y.document}.${y.rule}`),
  );
  return [
    pageTable({
      caption: { sv: "Inte debiterade, och varför", en: "Not charged, and why" }[lang],
      columns: [
        { head: { sv: "Skäl", en: "Reason" }[lang] },
        { head: heads.rule[lang] },
        { head: { sv: "Avsnitt", en: "Clause" }[lang] },
        { head: heads.episodes[lang], align: "number" },
      ],
      rows: first.map(({ reason, document, rule, clause, records }): readonly Node[] => [
        reason,
        `${document}.${rule}`,
        clause,
        count(records),
      ]),
    }),
  ];
}

function undecided({ run, lang }: RunPage): Element[] {
  const counts = new Map<string, number>();
  for (const { missing } of run.result.undecided) {
    const facts = missing.join(", ");
    counts.set(facts, (counts.get(facts) ?? 0) + 1);
  }
  if (counts.size === 0) return [];
  return [
    pageTable({
      caption: { sv: "Obestämda, och vad som inte är känt", en: "Undecided, and what is not known" }[lang],
      columns: [{ head: { sv: "Inte känt", en: "Not known" }[lang] }, { head: heads.episodes[lang], align: "number" }],
      rows: [...counts]
        .sort(([a, x], [b, y]) => y - x || byCodePoint(a, b))
        .map(([facts, records]): readonly Node[] => [facts, count(records)]),
    }),
  ];
}
