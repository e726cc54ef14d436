// What becomes of each group: a line, a group below its limit, an undecided one, or figures.
// Rule: a line is made only where `när` is yes, the amount is known and the document may charge.

import { byCodePoint } from "./code-point-order.ts";
import { ruleInIds } from "./rule-in-ids.ts";
import { idOf, NO, UNKNOWN, YES } from "./columns.ts";
import type { GroupState } from "./group-state.ts";
import { PART } from "./group-numbers.ts";
import { groupAt, numberOf, rowsThatCount, turnTo } from "./group-table.ts";
import { nameGroup, groupsByKeys, type NamedGroup } from "./group-keys.ts";
import { equals, isAbsentFraction, ratioOf, ratioOrNull } from "./fractions.ts";
import { toOre } from "./rounding.ts";
import type { Ratio } from "./ratio.ts";
import type { Figures, Group, GroupKeys, InvoiceLine, Payer } from "./result.ts";
import type { GroupFigures } from "./rule-code.ts";
import type { RuleRun } from "./rule-run.ts";
import { monthsInARow } from "./months-in-a-row.ts";
import type { RunState } from "./run-state.ts";
import { usedIn } from "./used-by-a-group.ts";

export interface Outcome {
  readonly group: Group;
  /** Null where the group came to no line. */
  readonly line: InvoiceLine | null;
}

interface Complete<R extends RunState> {
  readonly group: GroupState<R, unknown>;
  readonly figures: GroupFigures;
  readonly named: NamedGroup;
}

/** The groups of a charging rule, sorted by payer, period, part and episode. */
export function outcomesOf<R extends RunState>(state: RuleRun<R>, run: R): Outcome[] {
  const outcomes: Outcome[] = [];
  for (const complete of completed(state, run)) outcomes.push(outcomeOf(state, complete, run));
  return inKeyOrder(outcomes, ({ group }) => group.keys);
}

/** Lines without the groups of a rule, in the same order, and who stands in any group: there may be one an episode. */
export interface Charges {
  readonly lines: readonly InvoiceLine[];
  /** By code; of two names of one code that of the first group. */
  readonly payers: ReadonlyMap<string, Payer>;
}

export function chargesOf<R extends RunState>(state: RuleRun<R>, run: R): Charges {
  const lines: InvoiceLine[] = [];
  const first = new Map<string, GroupKeys>();
  for (const complete of completed(state, run)) {
    const { keys } = complete.named;
    const known = first.get(keys.payer.code);
    if (known === undefined || byTexts(sortTexts(keys), sortTexts(known)) < 0) first.set(keys.payer.code, keys);
    const { line } = outcomeOf(state, complete, run);
    if (line !== null) lines.push(line);
  }
  const payers = new Map([...first].map(([code, { payer }]) => [code, payer]));
  return { lines: inKeyOrder(lines, ({ keys }) => keys), payers };
}

/** The groups of a statistic. */
export function figuresOf<R extends RunState>(state: RuleRun<R>, run: R): Figures[] {
  const found: Figures[] = [];
  for (const { figures, named } of completed(state, run)) {
    const triggers = figures.when === YES ? state.rule.triggers : null;
    found.push({ place: state.rule.place, keys: named.keys, figures: figures.steps, triggers });
  }
  return inKeyOrder(found, ({ keys }) => keys);
}

/** One after another, because most groups come to no line and nobody keeps them. */
function* completed<R extends RunState>(state: RuleRun<R>, run: R): Generator<Complete<R>> {
  const rows = rowsThatCount(state.groups);
  const siblings = siblingsOf(state, rows);
  const inARow = monthsInARow(siblings, state);
  const place = { cuts: state.onDays.cuts(), siblings };
  for (const row of rows) {
    const group = groupAt(state.groups, row);
    turnTo(state.groups, row);
    const figures = state.rule.figures(run, group, inARow);
    const named = nameGroup(group, figures.payer, place, run, (record) => idOf(run.columns, record));
    yield { group, figures, named };
  }
}

/** Groups of other parts and months are asked for only where there can be some. */
function siblingsOf<R extends RunState>(
  { rule, onDays, groups }: RuleRun<R>,
  rows: readonly number[],
): ReadonlyMap<string, readonly GroupState<R, unknown>[]> {
  const first = numberOf(groups, rows[0] ?? 0, PART);
  const isNeeded =
    rule.looksBack || (onDays.cuts().length > 0 && rows.some((row) => numberOf(groups, row, PART) !== first));
  return isNeeded ? groupsByKeys(rows.map((row) => groupAt(groups, row))) : new Map();
}

function outcomeOf<R extends RunState>(state: RuleRun<R>, { group, figures, named }: Complete<R>, run: R): Outcome {
  const { rule } = state;
  const { keys } = named;
  const { place } = rule;
  const { steps } = figures;
  const leftOut = { notCharged: group.notCharged, undecided: group.undecided };
  const outcome = outcomeWord(figures, named);
  const shown: Group = { place, keys, records: group.records, steps, outcome, leftOut };
  if (outcome !== "charged" || group.mayCharge !== YES) {
    return { group: shown, line: null };
  }
  const quantity = ratioOrNull(figures.quantity);
  const line: InvoiceLine = {
    id: lineId(ruleInIds(rule, run.choices), named),
    place,
    keys,
    payee: figures.payee ?? "",
    invoicer: figures.invoicer ?? null,
    quantity,
    unit: quantity === null ? null : figures.unit,
    unitPrice: quantity === null ? null : unitPriceOf(state, group, figures, run),
    amount: toOre(ratioOf(figures.amount)),
    steps,
    leftOut,
    ...usedIn(group.used),
  };
  return { group: shown, line };
}

function outcomeWord(figures: GroupFigures, named: NamedGroup): Group["outcome"] {
  if (figures.when === NO) return "below-limit";
  if (figures.when !== YES || isAbsentFraction(figures.amount) || !named.hasPayer) return "undecided";
  return "charged";
}

/** The price only where it is the same for every record of the group. */
function unitPriceOf<R extends RunState>(
  { rule, groups }: RuleRun<R>,
  group: GroupState<R, unknown>,
  figures: GroupFigures,
  run: R,
): Ratio | null {
  const price = ratioOrNull(figures.unitPrice);
  if (price === null || rule.priceOfEach === null) return price;
  turnTo(groups, group.row);
  for (let index = 0; index < group.members.length; index += 3) {
    const [record = -1, day = UNKNOWN, theDay = UNKNOWN] = group.members.slice(index, index + 3);
    const other = rule.priceOfEach(run, { ...group, record, day, theDay });
    if (equals(other, price) !== YES) return null;
  }
  return price;
}

/** `payer-period-rule`, then other keys, part and episode where there are such. */
function lineId(rule: string, { keys, idTail }: NamedGroup): string {
  const period = keys.period === "" ? [] : [keys.period];
  return [keys.payer.code, ...period, rule, ...idTail].join("-");
}

/** By payer, period, part and episode, then by the other keys. */
function inKeyOrder<T>(things: readonly T[], keysOf: (thing: T) => GroupKeys): T[] {
  return things
    .map((thing) => ({ thing, texts: sortTexts(keysOf(thing)) }))
    .sort((a, b) => byTexts(a.texts, b.texts))
    .map(({ thing }) => thing);
}

function byTexts(a: readonly string[], b: readonly string[]): number {
  for (let index = 0; index < a.length; index += 1) {
    const order = byCodePoint(a[index] ?? "", b[index] ?? "");
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function sortTexts({ payer, period, part, episode, others }: GroupKeys): string[] {
  return [payer.code, period, part?.from ?? "", episode ?? "", ...others.map(({ value }) => value)];
}
