// The days on which something of the main document changes, and what: what people pick and compare as wordings.
// Rule: only what the document itself decides, under its own readings and events, while it is in force.

import { byCodePoint } from "@avtal/runtime/code-point-order";
import type { Words } from "../../problem.ts";
import { descendants } from "../children.ts";
import type { ClauseIndex, Expr, Program, Value, ValueRow, Wording } from "../ir.ts";
import { select } from "../select.ts";
import { amountWords } from "./amount-words.ts";

type Change = Wording["changes"][number];

/** Sorted by day; the changes of one day by what they are about. */
export function wordingsOf(program: Omit<Program, "wordings">): readonly Wording[] {
  const chosen = select({ ...program, wordings: [] }, { wording: null, readings: new Map(), events: new Map() });
  const document = chosen.documents.find(({ name }) => name === program.main);
  const life =
    document === undefined ? [] : borders(document.inForce, { what: program.main, clause: null }, document.title);
  const first = Math.max(...life.map(({ day, begins }) => (begins ? day : -Infinity)));
  const last = Math.min(...life.map(({ day, begins }) => (begins ? Infinity : day)));
  const byDay = new Map<number, Change[]>();
  for (const { day, change } of [...life, ...changesIn(chosen)].filter(isFirstOfItsKind)) {
    if (day >= first && day <= last) byDay.set(day, [...(byDay.get(day) ?? []), change]);
  }
  return [...byDay]
    .sort(([a], [b]) => a - b)
    .map(([day, changes]) => ({ day, changes: [...replaced(changes)].sort((a, b) => byCodePoint(a.what, b.what)) }));
}

/** What ends and begins on one day is changed on that day; the new text's clause is the one to read. */
function replaced(changes: readonly Change[]): readonly Change[] {
  return changes.flatMap((change) => {
    const [begins, stops] = [starts(change.what).sv, ends(change.what).sv];
    const same = changes.filter(({ what }) => what === change.what).map(({ says }) => says.sv);
    if (!same.includes(begins) || !same.includes(stops)) return [change];
    if (change.says.sv === stops) return [];
    return [
      change.says.sv === begins
        ? { ...change, says: both(`${change.what} ändras`, `${change.what} is changed`) }
        : change,
    ];
  });
}

interface Dated {
  readonly day: number;
  readonly change: Change;
}

function changesIn(program: Program): readonly Dated[] {
  const { main } = program;
  const own = <T extends { readonly document: string }>(things: readonly T[]): readonly T[] =>
    things.filter(({ document }) => document === main);
  return [
    ...own(program.values).flatMap(valueChanges),
    ...own(program.terms).flatMap(({ name, clause, definitions }) =>
      definitions.flatMap(({ from }) => dated(from, name, redefined(name), clause)),
    ),
    ...own(program.rules).flatMap(({ name, clause, inForce }) =>
      inForce.flatMap(({ it }) => borders(it, { what: name, clause }, name)),
    ),
    ...own(program.questions).flatMap(({ name, clause, chosen }) =>
      chosen.flatMap(({ from, reading }) => dated(from, name, chosenReading(name, reading), clause)),
    ),
    ...program.events
      .filter(({ id }) => id.startsWith(`${main}.`))
      .flatMap(({ state, title, clause, id }) =>
        state.kind === "happened" ? dated(state.day, id.slice(main.length + 1), happened(title), clause) : [],
      ),
  ];
}

/** Versions and readings of one thing may change it alike on one day: that is one change. */
function isFirstOfItsKind({ day, change }: Dated, index: number, all: readonly Dated[]): boolean {
  const same = (other: Dated): boolean =>
    other.day === day && other.change.what === change.what && other.change.says.sv === change.says.sv;
  return all.findIndex(same) === index;
}

function valueChanges(value: Value): readonly Dated[] {
  const rows = value.rows.flatMap((row) => dated(row.from, value.name, rowWords(value, row), row.clause));
  return [...rows, ...dated(value.until, value.name, ends(value.name), null)];
}

interface Border extends Dated {
  readonly begins: boolean;
}

/** The days at which a condition over the decision date begins or stops to hold. */
function borders(
  inForce: Expr,
  { what, clause }: { readonly what: string; readonly clause: ClauseIndex | null },
  title: string,
): readonly Border[] {
  return [...descendants(inForce)].flatMap((expr) => {
    if (expr.kind !== "compare" || expr.left.kind !== "decisionDate") return [];
    const { operator, right } = expr;
    const begins = operator === ">=" || operator === ">";
    const says = begins ? starts(title) : ends(title);
    return [...descendants(right)].flatMap((part) => {
      if (part.kind !== "date") return [];
      const day = operator === "<=" || operator === ">" ? part.day + 1 : part.day;
      return [{ day, begins, change: { what, says, clause } }];
    });
  });
}

function dated(day: number | null, what: string, says: Words, clause: ClauseIndex | null): readonly Dated[] {
  return day === null ? [] : [{ day, change: { what, says, clause } }];
}

function rowWords({ name }: Value, { cells }: ValueRow): Words {
  const [cell, ...others] = cells;
  if (cell === undefined || others.length > 0) return both(`${name} får en ny tabell`, `${name} gets a new table`);
  if (cell.value === null) return both(`${name} är inte känt`, `${name} is not known`);
  const amount = amountWords(cell.value);
  if (amount === undefined) return both(`${name} räknas ut på ett nytt sätt`, `${name} is worked out in a new way`);
  return both(`${name} blir ${amount.sv}`, `${name} becomes ${amount.en}`);
}

function starts(title: string): Words {
  return both(`${title} börjar gälla`, `${title} comes into force`);
}

function ends(title: string): Words {
  return both(`${title} slutar gälla`, `${title} ceases to apply`);
}

function redefined(name: string): Words {
  return both(`${name} bestäms på ett nytt sätt`, `${name} is defined in a new way`);
}

function chosenReading(name: string, reading: string): Words {
  return both(`i frågan ${name} väljs ${reading}`, `in the question ${name} the reading ${reading} is chosen`);
}

function happened(title: string): Words {
  return both(`${title}: har inträffat`, `${title}: has happened`);
}

function both(sv: string, en: string): Words {
  return { sv, en };
}
