// A comparison over data as people read it: one sentence in kronor, why, who, when, by which rule, and that it ties out.
// Rule: the mode stands in the first line; every table sums to the difference.

import type { Words } from "@avtal/compiler/problem";
import type { Amounts, Comparison, PayerVerdict, Whereabouts } from "@avtal/replay/compare/comparison";
import { signedKronor } from "@avtal/replay/compare/signed";
import { countShown, kronorShown } from "@avtal/replay/shown";
import type { Ore } from "@avtal/runtime/result";
import { countWords } from "./count-words.ts";
import { reconciliation } from "./run-report.ts";
import { table, type TableColumn } from "./table.ts";
import type { Terminal } from "./terminal.ts";
import { wrapped } from "./wrapped.ts";

const width = 96;

export function comparisonReport(comparison: Comparison, terminal: Terminal): string {
  const said = (words: Words): string[] => wrapped(terminal.words(words), width);
  const { outColours, words } = terminal;
  const parts = [
    said(comparisonSentence(comparison)).map((line) => outColours.bold(line)),
    said(whoSentence(comparison)),
    [
      words({ sv: "Vad skillnaden beror på", en: "What the difference comes from" }),
      reasonsTable(comparison, terminal),
    ],
    [words({ sv: "Per betalare", en: "By payer" }), payersTable(comparison, terminal)],
    [words({ sv: "Per månad", en: "By month" }), periodsTable(comparison, terminal)],
    [words({ sv: "Per regel", en: "By rule" }), rulesTable(comparison, terminal)],
    movedLines(comparison, terminal),
    [...said(sideAccount("A", comparison.a)), ...said(sideAccount("B", comparison.b))],
  ];
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join("\n").trimEnd())
    .join("\n\n")}\n`;
}

/** The mode, who pays what more or less, and both totals. */
export function comparisonSentence({ mode, a, b, total }: Comparison): Words {
  const how = modeWords({ mode, a, b });
  const [size, ofA, ofB] = [kronorShown(absolute(total.difference)), kronorShown(total.a), kronorShown(total.b)];
  if (total.difference === 0n) {
    return {
      sv: `${how.sv}: ${b.label} kostar betalarna lika mycket som ${a.label}, ${ofA} kr.`,
      en: `${how.en}: ${b.label} costs the payers as much as ${a.label}, ${ofA} kr.`,
    };
  }
  const more = total.difference > 0n;
  return {
    sv: `${how.sv}: ${b.label} kostar betalarna ${size} kr ${more ? "mer" : "mindre"} än ${a.label} (${ofA} → ${ofB} kr).`,
    en: `${how.en}: ${b.label} costs the payers ${size} kr ${more ? "more" : "less"} than ${a.label} (${ofA} → ${ofB} kr).`,
  };
}

function modeWords({ mode, a, b }: Pick<Comparison, "mode" | "a" | "b">): Words {
  if (mode === "counterfactual") {
    const undated = [a, b].filter(({ wording }) => wording === null).map(({ label }) => label);
    if (undated.length === 0) {
      return {
        sv: "Kontrafaktiskt (varje sida som den löd sin dag)",
        en: "Counterfactually (each side as worded on its day)",
      };
    }
    return {
      sv: `Kontrafaktiskt (${undated.join(", ")} efter varje vårdtillfälles egna datum)`,
      en: `Counterfactually (${undated.join(", ")} by each episode's own dates)`,
    };
  }
  return {
    sv: "Gällande (varje vårdtillfälle efter sina egna datum)",
    en: "In force (each care episode by its own dates)",
  };
}

function whoSentence({ payers }: Comparison): Words {
  const count = (verdict: PayerVerdict): number => payers.filter((one) => one.verdict === verdict).length;
  const said: readonly (readonly [number, Words])[] = [
    [count("more"), { sv: "betalar mer", en: "pay more" }],
    [count("less"), { sv: "betalar mindre", en: "pay less" }],
    [count("starts"), { sv: "betalar för första gången", en: "pay for the first time" }],
    [count("stops"), { sv: "betalar inte längre", en: "pay no more" }],
    [count("same"), { sv: "betalar lika mycket", en: "pay the same" }],
    [count("nothing"), { sv: "betalar ingenting i någon av dem", en: "pay nothing in either" }],
  ];
  const shown = said.filter(([payersOf]) => payersOf > 0);
  return {
    sv: `${shown.map(([payersOf, { sv }]) => `${countShown(payersOf)} ${sv}`).join(", ")}.`,
    en: `${shown.map(([payersOf, { en }]) => `${countShown(payersOf)} ${en}`).join(", ")}.`,
  };
}

export const verdictWords: Readonly<Record<PayerVerdict, Words>> = {
  more: { sv: "mer", en: "more" },
  less: { sv: "mindre", en: "less" },
  same: { sv: "samma", en: "same" },
  starts: { sv: "ny betalare", en: "new payer" },
  stops: { sv: "betalar inte längre", en: "pays no more" },
  nothing: { sv: "betalar inget", en: "pays nothing" },
};

function reasonsTable({ attribution, changes, total }: Comparison, { words }: Terminal): string {
  const says = new Map(changes.changes.map(({ key, says: said }) => [key, words(said)]));
  const rows = attribution.parts.map((part) => [
    reasonText(part.changes.map((key) => says.get(key) ?? key)),
    signedKronor(part.difference),
  ]);
  const how = words(methodWords[attribution.method]);
  const columns: TableColumn[] = [
    { title: words({ sv: "Ändring", en: "Change" }), align: "left" },
    { title: words({ sv: "Skillnad (kr)", en: "Difference (kr)" }), align: "right" },
  ];
  return table(columns, rows, [[how, signedKronor(total.difference)]]);
}

const methodWords: Readonly<Record<Comparison["attribution"]["method"], Words>> = {
  "clause-order": { sv: "Summa (en ändring i taget, i klausulordning)", en: "Sum (changes applied in clause order)" },
  shapley: { sv: "Summa (medel över alla ordningar)", en: "Sum (mean over every order)" },
  "both-ways": { sv: "Summa (klausulordning fram och tillbaka)", en: "Sum (clause order there and back)" },
};

const mostNamed = 3;

/** Changes that stand together: the first few by name. */
function reasonText(says: readonly string[]): string {
  const named = says.slice(0, mostNamed).map((one) => (one.length > 70 ? `${one.slice(0, 69)}…` : one));
  return says.length > mostNamed ? `${named.join("; ")} (+${says.length - mostNamed})` : named.join("; ");
}

function payersTable({ payers, total }: Comparison, { words }: Terminal): string {
  const rows = payers.map(({ payer, verdict, ...amounts }) => [
    payer.name,
    payer.code,
    ...amountCells(amounts),
    words(verdictWords[verdict]),
  ]);
  const columns: TableColumn[] = [
    { title: words({ sv: "Betalare", en: "Payer" }), align: "left" },
    { title: words({ sv: "Kod", en: "Code" }), align: "left" },
    ...amountColumns(words),
    { title: "", align: "left" },
  ];
  return table(columns, rows, [[words({ sv: "Summa", en: "Sum" }), "", ...amountCells(total), ""]]);
}

function periodsTable({ periods, total }: Comparison, { words }: Terminal): string {
  const columns: TableColumn[] = [
    { title: words({ sv: "Månad", en: "Month" }), align: "left" },
    ...amountColumns(words),
  ];
  const rows = periods.map(({ period, ...amounts }) => [period, ...amountCells(amounts)]);
  return table(columns, rows, [[words({ sv: "Summa", en: "Sum" }), ...amountCells(total)]]);
}

function rulesTable({ rules, total, a }: Comparison, { words }: Terminal): string {
  const columns: TableColumn[] = [
    { title: words({ sv: "Regel", en: "Rule" }), align: "left" },
    { title: words({ sv: "Rader A", en: "Lines A" }), align: "right" },
    { title: words({ sv: "Rader B", en: "Lines B" }), align: "right" },
    ...amountColumns(words),
  ];
  const rows = rules.map(({ document, rule, lines, ...amounts }) => [
    document === a.agreement ? rule : `${document}.${rule}`,
    countShown(lines.a),
    countShown(lines.b),
    ...amountCells(amounts),
  ]);
  return table(columns, rows, [[words({ sv: "Summa", en: "Sum" }), "", "", ...amountCells(total)]]);
}

function amountColumns(words: Terminal["words"]): readonly TableColumn[] {
  return [
    { title: "A (kr)", align: "right" },
    { title: "B (kr)", align: "right" },
    { title: words({ sv: "Skillnad (kr)", en: "Difference (kr)" }), align: "right" },
  ];
}

export function amountCells({ a, b, difference }: Amounts): readonly string[] {
  return [kronorShown(a), kronorShown(b), signedKronor(difference)];
}

const mostMovements = 8;

function movedLines({ moved }: Comparison, { words }: Terminal): string[] {
  if (moved.length === 0) return [];
  const shown = moved
    .slice(0, mostMovements)
    .map(
      ({ from, to, records }) =>
        `  ${countShown(records).padStart(9)}  ${words(placeWords(from))} → ${words(placeWords(to))}`,
    );
  return [
    words({ sv: "Vårdtillfällen som hamnar på ett annat ställe", en: "Care episodes that end elsewhere" }),
    ...shown,
  ];
}

export function placeWords({ kind, rules }: Whereabouts): Words {
  if (kind === "not-charged") return { sv: "inte debiterade", en: "not charged" };
  if (kind === "undecided") return { sv: "obestämda", en: "undecided" };
  return { sv: rules.join(" + "), en: rules.join(" + ") };
}

function sideAccount(letter: string, { label, run }: Comparison["a"]): Words {
  const account = reconciliation(run);
  const lines = countWords(run.result.lines.length, "rad", "rader");
  return {
    sv: `${letter} ${label}, ${lines}. ${account.sv}`,
    en: `${letter} ${label}, ${countWords(run.result.lines.length, "line", "lines")}. ${account.en}`,
  };
}

function absolute(amount: Ore): Ore {
  return (amount < 0n ? -amount : amount) as Ore;
}
