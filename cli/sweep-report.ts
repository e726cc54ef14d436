// How the cost follows a value, as people read it: the ends in one sentence, the curve as a table, and where who turns.

import { unitWord } from "@avtal/compiler/ir/unit-word";
import type { QuantityUnit } from "@avtal/compiler/ir/ir";
import type { Range, Sweep } from "@avtal/replay/compare/sweep";
import { amountOfUnit, countShown, decimalText, kronorShown } from "@avtal/replay/shown";
import { ratio, times, type Ratio } from "@avtal/runtime/ratio";
import type { Ore } from "@avtal/runtime/result";
import type { Words } from "@avtal/compiler/problem";
import type { Ready } from "./actions/over-data.ts";
import { table } from "./table.ts";
import type { Terminal } from "./terminal.ts";
import { wrapped } from "./wrapped.ts";

const width = 96;
/** More payers than this stand in the JSON alone. */
const mostPayers = 6;

export interface SweptRange {
  readonly range: Range;
  readonly unit: QuantityUnit;
}

export function sweepReport({ side }: Ready, swept: SweptRange, sweep: Sweep, terminal: Terminal): string {
  const { words, outColours } = terminal;
  const shown = shownIn(swept);
  const parts = [
    wrapped(words(endsSentence(side.label, swept, sweep, shown)), width).map((line) => outColours.bold(line)),
    [curveTable(sweep, shown, terminal)],
    kinkLines(sweep, shown, terminal),
  ];
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join("\n").trimEnd())
    .join("\n\n")}\n`;
}

type Shown = (at: Ratio) => string;

/** With as many decimals as the range needs, at most six. */
function shownIn({ range, unit }: SweptRange): Shown {
  const isMoney = unit === "money" || unit === "moneyPerDay";
  const plain = (at: Ratio): Ratio => (isMoney ? times(at, ratio(1n, 100n)) : at);
  const isExact = (decimals: number): boolean =>
    range.steps.every((at) => (plain(at).over * 10n ** BigInt(decimals)) % plain(at).under === 0n);
  const decimals = [0, 1, 2, 3, 4, 5].find(isExact) ?? 6;
  const word = amountOfUnit(ratio(200n), unitWord(unit)).replace(/^[\d\s\u00a0,]+/u, "");
  return (at) => `${decimalText(plain(at), decimals, ",")} ${word}`.trimEnd();
}

function endsSentence(label: string, { range }: SweptRange, { points }: Sweep, shown: Shown): Words {
  const [first, last] = [points[0], points.at(-1)];
  const name = range.value.slice(range.value.indexOf(".") + 1);
  if (first === undefined || last === undefined) return { sv: "", en: "" };
  const [from, to] = [kronorShown(first.total), kronorShown(last.total)];
  return {
    sv: `Med ${label} går kostnaden från ${from} kr till ${to} kr när ${name} går från ${shown(first.at)} till ${shown(last.at)}.`,
    en: `With ${label} the cost goes from ${from} kr to ${to} kr as ${name} goes from ${shown(first.at)} to ${shown(last.at)}.`,
  };
}

function curveTable({ points, payers }: Sweep, shown: Shown, { words }: Terminal): string {
  const few = payers.length <= mostPayers ? payers : [];
  const rows = points.map(({ at, total, payers: paid }) => [
    shown(at),
    kronorShown(total),
    countShown(paid.size),
    ...few.map(({ code }) => kronorShown(paid.get(code) ?? (0n as Ore))),
  ]);
  const body = table(
    [
      { title: words({ sv: "Värde", en: "Value" }), align: "right" },
      { title: words({ sv: "Summa (kr)", en: "Sum (kr)" }), align: "right" },
      { title: words({ sv: "Betalare", en: "Payers" }), align: "right" },
      ...few.map(({ name }) => ({ title: `${name} (kr)`, align: "right" as const })),
    ],
    rows,
  );
  const rest = words({
    sv: `${countShown(payers.length)} betalare: varje betalares kurva står i --json.`,
    en: `${countShown(payers.length)} payers: the curve of each stands in --json.`,
  });
  return few.length === payers.length ? body : `${body}${rest}`;
}

function kinkLines({ kinks }: Sweep, shown: Shown, { words }: Terminal): readonly string[] {
  return kinks.map(({ payer, what, before, at }) =>
    words(
      what === "starts"
        ? {
            sv: `${payer.name} börjar betala mellan ${shown(before)} och ${shown(at)}.`,
            en: `${payer.name} begins to pay between ${shown(before)} and ${shown(at)}.`,
          }
        : {
            sv: `${payer.name} slutar betala mellan ${shown(before)} och ${shown(at)}.`,
            en: `${payer.name} ceases to pay between ${shown(before)} and ${shown(at)}.`,
          },
    ),
  );
}
