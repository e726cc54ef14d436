// What changed and what it costs as Markdown, for a pull request: one sentence, the reasons, the rest folded.
// Rule: nothing that an agreement or a register says can become markup, a link or a mention.

import type { Change, Changes } from "@avtal/replay/changes/change";
import type { Comparison } from "@avtal/replay/compare/comparison";
import { signedKronor } from "@avtal/replay/compare/signed";
import {
  changesSentence,
  classWords,
  placeOf,
  quoteOf,
  signs,
  toldAndUntold,
  type SideNames,
} from "./changes-report.ts";
import { amountCells, comparisonSentence, verdictWords } from "./comparison-report.ts";
import type { Terminal } from "./terminal.ts";

export function changesMarkdown(names: SideNames, changes: Changes, terminal: Terminal): string {
  const lines = [
    `**${inert(terminal.words(changesSentence(names, changes)))}**`,
    "",
    ...changeItems(changes, terminal),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

export function comparisonMarkdown(comparison: Comparison, terminal: Terminal): string {
  const { words } = terminal;
  const { payers, periods, total, attribution, changes } = comparison;
  const says = new Map(changes.changes.map((change) => [change.key, words(change.says)]));
  const amounts = ["A (kr)", "B (kr)", words({ sv: "Skillnad (kr)", en: "Difference (kr)" })];
  const sum = words({ sv: "Summa", en: "Sum" });
  const lines = [
    `**${inert(words(comparisonSentence(comparison)))}**`,
    "",
    ...markdownTable(
      [words({ sv: "Ändring", en: "Change" }), words({ sv: "Skillnad (kr)", en: "Difference (kr)" })],
      [
        ...attribution.parts.map((part) => [
          part.changes.map((key) => says.get(key) ?? key).join("; "),
          signedKronor(part.difference),
        ]),
        [sum, signedKronor(total.difference)],
      ],
    ),
    "",
    ...folded(
      words({ sv: "Per betalare", en: "By payer" }),
      markdownTable(
        [words({ sv: "Betalare", en: "Payer" }), words({ sv: "Kod", en: "Code" }), ...amounts, ""],
        [
          ...payers.map(({ payer, verdict, ...one }) => [
            payer.name,
            payer.code,
            ...amountCells(one),
            words(verdictWords[verdict]),
          ]),
          [sum, "", ...amountCells(total), ""],
        ],
      ),
    ),
    ...folded(
      words({ sv: "Per månad", en: "By month" }),
      markdownTable(
        [words({ sv: "Månad", en: "Month" }), ...amounts],
        [...periods.map(({ period, ...one }) => [period, ...amountCells(one)]), [sum, ...amountCells(total)]],
      ),
    ),
    ...folded(words({ sv: "Ändringarna", en: "The changes" }), changeItems(changes, terminal)),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

function changeItems(changes: Changes, { words }: Terminal): readonly string[] {
  const { told } = toldAndUntold(changes);
  return told.flatMap((change) => [
    `- **${inert(`${signs[change.kind]} ${words(change.says)}`)}** ${inert(placeOf(change))} (${words(classWords[change.class])}: ${inert(words(change.because))})`,
    ...change.lines.flatMap(({ a, b }) => [
      ...(a === null ? [] : [`  - A: ${inert(a)}`]),
      ...(b === null ? [] : [`  - B: ${inert(b)}`]),
    ]),
    ...quotes(change),
  ]);
}

function quotes({ cited }: Change): readonly string[] {
  const [a, b] = [quoteOf(cited.a), quoteOf(cited.b)];
  if (a === b) return [];
  return [...(a === "" ? [] : [`  - A: ${inert(a)}`]), ...(b === "" ? [] : [`  - B: ${inert(b)}`])];
}

function folded(title: string, lines: readonly string[]): readonly string[] {
  return [`<details><summary>${inert(title)}</summary>`, "", ...lines, "", "</details>", ""];
}

/** The first columns hold texts, the rest numbers. */
function markdownTable(titles: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.map(inert).join(" | ")} |`;
  const align = titles.map((title) => (title.includes("(kr)") ? "---:" : "---"));
  return [line(titles), `| ${align.join(" | ")} |`, ...rows.map(line)];
}

/** Signs that Markdown or HTML could take for more than themselves, as character references. */
function inert(text: string): string {
  return text
    .replaceAll(/\s+/gu, (space) => (space === "\u00a0" ? space : " "))
    .replaceAll(/[&<>|`*_[\]()#@!\\~:{}]/gu, (sign) => `&#${sign.codePointAt(0) ?? 0};`);
}
