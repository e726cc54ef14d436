// The group rows of one rule as groups, lines and figures, with the names that people read.

import { dateText, firstDayOfMonth } from "@avtal/runtime/calendar";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import type { Figures, Group, GroupKeys, InvoiceLine, Place, Step } from "@avtal/runtime/result";
import type { ValueKind } from "../../ir/ir.ts";
import { ruleInIds } from "../../ir/rule-in-ids.ts";
import type { Run } from "../../ir/run.ts";
import { payerName } from "../../interpret/payers.ts";
import { codeText, shownStep, shownText } from "../../interpret/value-texts.ts";
import { unitWord } from "../../ir/unit-word.ts";
import { usedTogether } from "../../interpret/used.ts";
import type { Value } from "../../interpret/values.ts";
import { exactFrom, oreFrom } from "./decode.ts";
import type { RecordOrder } from "./record-order.ts";
import type { GroupLayout, RuleLayout } from "./sections.ts";

export interface DecodedGroup {
  readonly layout: RuleLayout;
  readonly group: Group;
  readonly line: InvoiceLine | undefined;
  readonly figures: Figures | undefined;
}

/** A group's cells by what they are. */
interface Cells {
  readonly keys: readonly Value[];
  readonly part: number;
  readonly records: number;
  readonly first: string;
  readonly leftOut: { readonly notCharged: number; readonly undecided: number };
  readonly own: number | null;
  readonly least: number | null;
  readonly greatest: number | null;
  readonly when: string;
  readonly mayCharge: boolean;
  readonly amount: string | null;
  readonly payer: Named | null;
  readonly payee: Named | null;
  readonly invoicer: Named | null;
  readonly steps: readonly (string | null)[];
  readonly quantities: readonly {
    readonly stands: boolean;
    readonly quantity: string | null;
    readonly price: string | null;
  }[];
  readonly used: readonly (string | null)[];
}

interface Named {
  readonly code: string | null;
  readonly name: string | null;
}

export function groupsFromRows(
  rows: readonly (string | null)[][],
  layout: RuleLayout,
  { run, order }: { readonly run: Run; readonly order: RecordOrder },
): DecodedGroup[] {
  const { group } = layout;
  if (group === null) return [];
  const compared = comparedBy(order);
  const cells = rows.map((row) => cellsFrom(row, group)).sort((a, b) => compared(a.first, b.first));
  const named = cells.map((each) => decoded(each, cells, layout, group, run));
  return named.sort((a, b) => byKeys(a.group.keys, b.group.keys));
}

/** Of two texts that say where records stand, below zero where the first one's is before. */
export function comparedBy(order: RecordOrder): (a: string, b: string) => number {
  if (order === "ids") return byCodePoint;
  return (a, b) => {
    const [one, other] = [BigInt(a), BigInt(b)];
    return one < other ? -1 : one > other ? 1 : 0;
  };
}

function cellsFrom(row: readonly (string | null)[], layout: GroupLayout): Cells {
  let at = 0;
  const next = (): string | null => row[at++] ?? null;
  const whole = (): number => Number(next() ?? "0");
  const day = (): number | null => {
    const text = next();
    return text === null ? null : Number(text);
  };
  const named = (): Named => ({ code: next(), name: next() });
  return {
    keys: layout.keys.map(({ kind, role }) => valueFrom(role === "episode" ? { kind: "text" } : kind, next())),
    part: whole(),
    records: whole(),
    first: next() ?? "",
    leftOut: { notCharged: whole(), undecided: whole() },
    own: day(),
    least: day(),
    greatest: day(),
    when: next() ?? "unknown",
    mayCharge: next() === "yes",
    amount: next(),
    payer: layout.payer === null ? null : named(),
    payee: layout.payee === null ? null : named(),
    invoicer: layout.invoicer === null ? null : named(),
    steps: layout.steps.map(next),
    quantities: layout.units.map(() => ({ stands: next() === "yes", quantity: next(), price: next() })),
    used: layout.used.cells.map(next),
  };
}

function decoded(
  cells: Cells,
  siblings: readonly Cells[],
  layout: RuleLayout,
  group: GroupLayout,
  run: Run,
): DecodedGroup {
  const { rule } = layout;
  const clause = rule.clause === null ? "" : (run.program.clauses[rule.clause]?.place ?? "");
  const place: Place = { document: rule.document, rule: rule.name, clause };
  const { keys, idTail, hasPayer } = keysFrom(cells, siblings, layout, group, run);
  const steps = stepsFrom(cells, group, run);
  const isCharged = cells.when === "yes" && cells.amount !== null && hasPayer;
  const outcome = cells.when === "no" ? "below-limit" : isCharged ? "charged" : "undecided";
  const shown: Group = { place, keys, records: cells.records, steps, outcome, leftOut: cells.leftOut };
  if (rule.purpose.kind === "statistic") {
    const triggers = cells.when === "yes" ? rule.purpose.triggers : null;
    return { layout, group: shown, line: undefined, figures: { place, keys, figures: steps, triggers } };
  }
  const amount = oreFrom(cells.amount);
  if (outcome !== "charged" || !cells.mayCharge || amount === null)
    return { layout, group: shown, line: undefined, figures: undefined };
  const period = keys.period === "" ? [] : [keys.period];
  const line: InvoiceLine = {
    id: [keys.payer.code, ...period, ruleInIds(rule, run), ...idTail].join("-"),
    place,
    keys,
    payee: textOf(cells.payee, group.payee, cells.own, run) ?? "",
    invoicer: textOf(cells.invoicer, group.invoicer, cells.own, run) ?? null,
    ...quantityFrom(cells, group),
    amount,
    steps,
    leftOut: cells.leftOut,
    ...usedTogether([
      group.used.always,
      ...group.used.cells.flatMap((all, index) => {
        const bits = BigInt(cells.used[index] ?? "0");
        return all.filter((_, bit) => (bits >> BigInt(bit)) % 2n === 1n);
      }),
    ]),
  };
  return { layout, group: shown, line, figures: undefined };
}

function quantityFrom(
  { quantities }: Cells,
  { units }: GroupLayout,
): Pick<InvoiceLine, "quantity" | "unit" | "unitPrice"> {
  const index = quantities.findIndex(({ stands }) => stands);
  const found = quantities[index];
  const quantity = exactFrom(found?.quantity ?? null);
  if (found === undefined || quantity === null) return { quantity: null, unit: null, unitPrice: null };
  const unit = units[index];
  return { quantity, unit: unit === undefined ? null : unitWord(unit), unitPrice: exactFrom(found.price) };
}

function stepsFrom(cells: Cells, { steps }: GroupLayout, run: Run): Step[] {
  return steps.flatMap(({ name, kind }, index) => {
    const text = cells.steps[index] ?? null;
    if (text === null) return [];
    if (kind.kind === "condition") return [{ name, value: { kind: "condition", holds: truthWord(text) } }];
    const value = shownStep(valueFrom(kind, text), kind, cells.own, run);
    return value === undefined ? [] : [{ name, value }];
  });
}

function truthWord(text: string): "yes" | "no" | "unknown" {
  return text === "yes" || text === "no" ? text : "unknown";
}

function keysFrom(
  cells: Cells,
  siblings: readonly Cells[],
  layout: RuleLayout,
  group: GroupLayout,
  run: Run,
): { readonly keys: GroupKeys; readonly idTail: readonly string[]; readonly hasPayer: boolean } {
  const period = finestPeriod(group);
  const episode = group.keys.findIndex(({ role }) => role === "episode");
  const part = partFrom(cells, siblings, layout, cells.keys[period]);
  const asKey = group.keys.findIndex(({ role }) => role === "payer");
  const payerKey = group.payer === null ? asKey : group.keys.findIndex(({ name }) => name === group.payer?.isKeyNamed);
  const payerCell: Named =
    group.payer === null
      ? { code: asKey < 0 ? null : codeText(cells.keys[asKey] ?? { kind: "missing" }), name: null }
      : (cells.payer ?? { code: null, name: null });
  const payerCode = payerCell.code ?? "";
  const others = group.keys.flatMap(({ name, kind }, index) => {
    if (index === period || index === episode || index === payerKey) return [];
    const value = cells.keys[index] ?? { kind: "missing" as const };
    return [{ name, value: shownText(value, kind, cells.own, run) ?? "", code: codeText(value) }];
  });
  return {
    keys: {
      payer: {
        code: payerCode,
        name: payerCell.code === null ? "" : (payerCell.name ?? payerName(payerCode, cells.own, run)),
      },
      period: period < 0 ? "" : codeText(cells.keys[period] ?? { kind: "missing" }),
      episode: episode < 0 ? null : codeText(cells.keys[episode] ?? { kind: "missing" }),
      others: others.map(({ name, value }) => ({ name, value })),
      part: part?.shown ?? null,
    },
    hasPayer: group.payer === null || payerCell.code !== null,
    idTail: [
      ...others.map(({ code }) => code),
      ...(part === null ? [] : [part.name]),
      ...(episode < 0 ? [] : [codeText(cells.keys[episode] ?? { kind: "missing" })]),
    ],
  };
}

function partFrom(
  cells: Cells,
  siblings: readonly Cells[],
  { cuts }: RuleLayout,
  period: Value | undefined,
): { readonly shown: NonNullable<GroupKeys["part"]>; readonly name: string } | null {
  if (cuts.length === 0) return null;
  const [least, greatest] = [cells.least ?? 0, cells.greatest ?? 0];
  if (period?.kind === "period") {
    const months = { month: 1, quarter: 3, year: 12 }[period.of];
    const days = {
      first: firstDayOfMonth(period.index * months),
      last: firstDayOfMonth((period.index + 1) * months) - 1,
    };
    const from = Math.max(days.first, cuts[cells.part - 1] ?? -Infinity);
    const through = Math.min(days.last, (cuts[cells.part] ?? Infinity) - 1);
    if (from === days.first && through === days.last) return null;
    const bounds = from <= through ? { from, through } : { from: least, through: greatest };
    return partOf(bounds.from, bounds.through, bounds.from === days.first);
  }
  const key = ({ keys }: Cells): string => JSON.stringify(keys.map(codeText));
  const parts = siblings.filter((other) => key(other) === key(cells)).map(({ part }) => part);
  if (parts.length < 2) return null;
  return partOf(
    least,
    greatest,
    parts.every((other) => other >= cells.part),
  );
}

function partOf(
  from: number,
  through: number,
  isFirst: boolean,
): { readonly shown: NonNullable<GroupKeys["part"]>; readonly name: string } {
  const shown = { from: dateText(from), through: dateText(through) };
  return { shown, name: isFirst ? shown.through : shown.from };
}

function finestPeriod({ keys }: GroupLayout): number {
  const fineness = ({ kind }: { readonly kind: ValueKind }): number =>
    ["year", "quarter", "month", "date"].indexOf(kind.kind);
  return keys.reduce((best, key, index) => {
    if (key.role !== "period") return best;
    const other = keys[best];
    return other === undefined || fineness(key) > fineness(other) ? index : best;
  }, -1);
}

function textOf(named: Named | null, kind: ValueKind | null, own: number | null, run: Run): string | undefined {
  if (named === null || kind === null || named.code === null) return undefined;
  return named.name ?? shownText(valueFrom(kind, named.code), null, own, run);
}

function valueFrom(kind: ValueKind, text: string | null): Value {
  if (text === null) return { kind: "missing" };
  switch (kind.kind) {
    case "quantity":
      return { kind: "quantity", exact: exactFrom(text) ?? { over: 0n, under: 1n } };
    case "date":
      return Number(text) === 2147483647 ? { kind: "never" } : { kind: "date", day: Number(text) };
    case "moment": {
      const day = Math.floor(Number(text) / 86_400);
      return { kind: "moment", day, seconds: Number(text) - day * 86_400 };
    }
    case "clock":
      return { kind: "clock", seconds: Number(text) };
    case "month":
    case "quarter":
    case "year":
      return { kind: "period", of: kind.kind, index: Number(text) };
    case "condition":
      return { kind: "condition", holds: text === "yes" || text === "true" || text === "t" };
    case "text":
      return { kind: "text", text };
    case "choice":
      return { kind: "choice", code: text };
    case "payer":
      return { kind: "payer", code: text, name: null };
  }
}

function byKeys(a: GroupKeys, b: GroupKeys): number {
  const [left, right] = [sortTexts(a), sortTexts(b)];
  for (const [index, text] of left.entries()) {
    const order = byCodePoint(text, right[index] ?? "");
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function sortTexts({ payer, period, part, episode, others }: GroupKeys): string[] {
  return [payer.code, period, part?.from ?? "", episode ?? "", ...others.map(({ value }) => value)];
}
