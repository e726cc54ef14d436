// An outcome in short, on one line: what outcome files keep and tables show.
// Rule: exact, in a stable order, the same text for the same outcome; names as the agreement has them.

import type { Program } from "@avtal/compiler/ir/ir";
import type { Words } from "@avtal/compiler/problem";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import { ratio, ratioText, times, type Ratio } from "@avtal/runtime/ratio";
import type { Completed, Group, InvoiceLine, Ore, Stopped, Unit } from "@avtal/runtime/result";
import { decimalText, kronorShown } from "../../shown.ts";
import type { Outcome } from "./run-scenario.ts";

/** Parts with a semicolon between; never empty. */
export function outcomeText(outcome: Outcome, program: Program): Words {
  const parts = partsOf(outcome, program);
  return { sv: oneLine(parts.map(({ sv }) => sv)), en: oneLine(parts.map(({ en }) => en)) };
}

function partsOf({ evaluation, refused }: Outcome, program: Program): Words[] {
  const refusals = counted(refused.map(({ code }) => ({ sv: `avvisat: ${code}`, en: `refused: ${code}` })));
  if (evaluation.kind === "stopped") return [...refusals, stopText(evaluation, program)];
  const { lines, groups, undecided, notCharged } = evaluation;
  const charged = counted(lines.map(lineText));
  const dormant = counted(wouldBe(evaluation));
  const open = counted(
    undecided.map(({ missing }) => {
      const facts = missing.map((code) => factName(code, program)).join(", ");
      return { sv: `oavgjort: ${facts}`, en: `undecided: ${facts}` };
    }),
  );
  const openGroups = groups.filter(({ outcome }) => outcome === "undecided").map(undecidedGroup);
  const failed = notCharged.map(({ clause, reason, records }) => {
    const why = clause === "" ? reason : clause;
    return several(records, { sv: `inte debiterat: ${why}`, en: `not charged: ${why}` });
  });
  const nothing = lines.length === 0 ? [{ sv: "ingen debitering", en: "no charge" }] : [];
  return [...nothing, ...charged, ...dormant, ...open, ...counted(openGroups), ...sorted(failed), ...refusals];
}

function stopText({ value, document }: Stopped, program: Program): Words {
  const name = document === program.main ? value : `${document}.${value}`;
  return { sv: `stoppat: ${name}`, en: `stopped: ${name}` };
}

/** `Huddinge 2022-04 genomsnitt 1,2 dagar = 11 160,00 kr`. */
export function lineText({ keys, place, quantity, unit, amount }: InvoiceLine): Words {
  const who = [keys.payer.name, keys.period, keys.part?.from ?? "", keys.episode ?? "", place.rule];
  const size = quantity === null || unit === null ? "" : amountText(quantity, unit);
  const parts = [...who, size].filter((part) => part !== "").join(" ");
  const text = `${parts} = ${kronorShown(amount)} kr`.replaceAll("\u00a0", " ");
  return { sv: text, en: text };
}

/** An exact amount: decimals where they say it exactly, else the fraction. Money is held in öre. */
export function amountText(exact: Ratio, unit: Unit): string {
  const isMoney = unit === "kr" || unit === "kr/dygn";
  const shown = isMoney ? times(exact, ratio(1n, 100n)) : exact;
  const decimals = decimalsOf(shown);
  const number =
    decimals === undefined ? ratioText(shown) : decimalText(shown, Math.max(decimals, unit === "kr" ? 2 : 0), ",");
  return unit === "antal" || unit === "tal" ? number : `${grouped(number)} ${unitFor(shown, unit)}`;
}

/** `1 dag`, `2 dagar`. */
function unitFor(count: Ratio, unit: Unit): string {
  const isOne = count.over === count.under;
  const one: Partial<Record<Unit, string>> = { dagar: "dag", vardagar: "vardag", timmar: "timme" };
  return isOne ? (one[unit] ?? unit) : unit;
}

/** Digits before the comma in threes, as people write them. */
function grouped(number: string): string {
  return number.replace(/^-?\d+/u, (digits) => digits.replaceAll(/\B(?=(?:\d{3})+$)/gu, " "));
}

/** How many decimals say a number exactly; undefined where none do, or more than six. */
function decimalsOf({ over, under }: Ratio): number | undefined {
  for (let decimals = 0, scale = 1n; decimals <= 6; decimals++, scale *= 10n) {
    if ((over * scale) % under === 0n) return decimals;
  }
  return undefined;
}

/** Charged groups without a line: charging has not begun. */
function wouldBe({ groups, lines }: Completed): Words[] {
  const made = new Set(lines.map(groupKey));
  return groups
    .filter((group) => group.outcome === "charged" && !made.has(groupKey(group)))
    .map((group) => {
      const amount = group.steps.find(({ name }) => name === "belopp")?.value;
      const sum =
        amount?.kind === "quantity" && amount.exact.under === 1n ? kronorShown(amount.exact.over as Ore) : "?";
      const who = [group.keys.payer.name, group.keys.period, group.place.rule].join(" ");
      return { sv: `vilande: ${who} = ${sum} kr`, en: `dormant: ${who} = ${sum} kr` };
    });
}

function undecidedGroup({ keys, place }: Group): Words {
  const who = [keys.payer.name, keys.period, keys.episode ?? "", place.rule].filter((part) => part !== "").join(" ");
  return { sv: `oavgjord summa: ${who}`, en: `undecided sum: ${who}` };
}

function groupKey({ place, keys }: Pick<InvoiceLine | Group, "place" | "keys">): string {
  const others = keys.others.map(({ value }) => value);
  const part = keys.part?.from ?? "";
  return [place.document, place.rule, keys.payer.code, keys.period, keys.episode ?? "", part, ...others].join("\n");
}

/** Equal parts once, with their number, in one order. */
function counted(parts: readonly Words[]): Words[] {
  const counts = new Map<string, { readonly words: Words; count: number }>();
  for (const words of parts) {
    const known = counts.get(words.sv);
    if (known === undefined) counts.set(words.sv, { words, count: 1 });
    else known.count += 1;
  }
  return sorted([...counts.values()].map(({ words, count }) => several(count, words)));
}

function several(count: number, { sv, en }: Words): Words {
  return count === 1 ? { sv, en } : { sv: `${count} × ${sv}`, en: `${count} × ${en}` };
}

function sorted(parts: readonly Words[]): Words[] {
  return [...parts].sort((a, b) => byCodePoint(a.sv, b.sv));
}

/** The name of a field by its code; values and events stand as they are. */
function factName(code: string, program: Program): string {
  return program.fields.find((field) => field.code === code)?.name ?? code;
}

/** Plain spaces, and nothing that an outcome file uses as a sign of its own. */
function oneLine(parts: readonly string[]): string {
  return parts.join("; ").replaceAll(/\s+/gu, " ").replaceAll("·", "-");
}
