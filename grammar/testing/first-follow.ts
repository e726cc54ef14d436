// Where the parser takes something optional although the same words could also follow it: what Chevrotain's own
// analysis does not look at. Works on the recorded grammar, with two words of look-ahead.
// Rule: words are classes of spellings, so that `gäller`, which opens two sorts of line, counts as both.

import { Alternation, Alternative, NonTerminal, Option, Repetition, RepetitionMandatory, Terminal } from "chevrotain";
import type { IProduction, Rule, TokenType } from "chevrotain";

/** Rows of at most two classes; one that is shorter has reached the end of the file. */
type Rows = ReadonlySet<string>;

export interface GreedyPlace {
  /** `rule: OPTION2` */
  readonly place: string;
  /** The two-word openings that could also follow, as class names. */
  readonly openings: readonly string[];
}

export function greedyPlaces(
  rules: Readonly<Record<string, Rule>>,
  start: string,
  classesOf: (type: TokenType) => readonly string[],
): GreedyPlace[] {
  const first = firstRows(rules, classesOf);
  const follow = followRows(rules, start, first, classesOf);
  const found: GreedyPlace[] = [];
  for (const [name, rule] of Object.entries(rules)) {
    const after = follow.get(name) ?? new Set<string>();
    visit(rule.definition, after, first, classesOf, (production, rest) => {
      const [label, inner] = optional(production);
      if (label === undefined) return;
      const again = production instanceof Option ? rest : join(rowsOf(inner, first, classesOf), rest);
      const taken = join(rowsOf(inner, first, classesOf), again);
      const both = [...taken].filter((row) => rest.has(row));
      if (both.length > 0) found.push({ place: `${name}: ${label}`, openings: both.sort() });
    });
  }
  return found;
}

function optional(production: IProduction): readonly [string | undefined, IProduction[]] {
  if (production instanceof Option) return [`OPTION${production.idx}`, production.definition];
  if (production instanceof Repetition) return [`MANY${production.idx}`, production.definition];
  if (production instanceof RepetitionMandatory) return [`AT_LEAST_ONE${production.idx}`, production.definition];
  return [undefined, []];
}

/** What each rule may begin with. */
function firstRows(rules: Readonly<Record<string, Rule>>, classesOf: (type: TokenType) => readonly string[]) {
  const first = new Map<string, Rows>(Object.keys(rules).map((name) => [name, new Set()]));
  for (let grown = true; grown;) {
    grown = false;
    for (const [name, rule] of Object.entries(rules)) {
      const rows = rowsOf(rule.definition, first, classesOf);
      if (rows.size > (first.get(name)?.size ?? 0)) {
        first.set(name, rows);
        grown = true;
      }
    }
  }
  return first;
}

function rowsOf(
  sequence: readonly IProduction[],
  first: ReadonlyMap<string, Rows>,
  classesOf: (type: TokenType) => readonly string[],
): Rows {
  return sequence.reduce<Rows>(
    (rows, production) => join(rows, rowsOfOne(production, first, classesOf)),
    new Set([""]),
  );
}

function rowsOfOne(
  production: IProduction,
  first: ReadonlyMap<string, Rows>,
  classesOf: (type: TokenType) => readonly string[],
): Rows {
  if (production instanceof Terminal) return new Set(classesOf(production.terminalType));
  if (production instanceof NonTerminal) return first.get(production.nonTerminalName) ?? new Set();
  if (production instanceof Alternation) {
    return union(alternativesOf(production).map((each) => rowsOf(each.definition, first, classesOf)));
  }
  const [, inner] = optional(production);
  const once = rowsOf(inner, first, classesOf);
  if (production instanceof Option) return union([once, new Set([""])]);
  const twice = join(once, union([once, new Set([""])]));
  return production instanceof Repetition ? union([twice, new Set([""])]) : twice;
}

/** What may follow each rule. */
function followRows(
  rules: Readonly<Record<string, Rule>>,
  start: string,
  first: ReadonlyMap<string, Rows>,
  classesOf: (type: TokenType) => readonly string[],
) {
  const follow = new Map<string, Rows>(Object.keys(rules).map((name) => [name, new Set(name === start ? [""] : [])]));
  for (let grown = true; grown;) {
    grown = false;
    for (const [name, rule] of Object.entries(rules)) {
      const after = follow.get(name) ?? new Set<string>();
      visit(rule.definition, after, first, classesOf, (production, rest) => {
        if (!(production instanceof NonTerminal)) return;
        const known = follow.get(production.nonTerminalName) ?? new Set<string>();
        const all = union([known, rest]);
        if (all.size === known.size) return;
        follow.set(production.nonTerminalName, all);
        grown = true;
      });
    }
  }
  return follow;
}

/** Every production of a sequence with what may follow it there. */
function visit(
  sequence: readonly IProduction[],
  after: Rows,
  first: ReadonlyMap<string, Rows>,
  classesOf: (type: TokenType) => readonly string[],
  see: (production: IProduction, rest: Rows) => void,
): void {
  let rest = after;
  for (const production of [...sequence].reverse()) {
    see(production, rest);
    if (production instanceof Alternation) {
      for (const each of alternativesOf(production)) visit(each.definition, rest, first, classesOf, see);
    }
    const [label, inner] = optional(production);
    if (label !== undefined) {
      const again = production instanceof Option ? rest : union([rest, join(rowsOf(inner, first, classesOf), rest)]);
      visit(inner, again, first, classesOf, see);
    }
    rest = join(rowsOfOne(production, first, classesOf), rest);
  }
}

function alternativesOf(production: Alternation): readonly Alternative[] {
  return production.definition.filter((each) => each instanceof Alternative);
}

function union(all: readonly Rows[]): Rows {
  return new Set(all.flatMap((rows) => [...rows]));
}

/** Each row of the first followed by each of the second, cut after two words. */
function join(first: Rows, second: Rows): Rows {
  const joined = new Set<string>();
  for (const row of first) {
    if (row.includes(" ")) joined.add(row);
    else
      for (const next of second)
        joined.add(row === "" ? next : next === "" ? row : `${row} ${next.split(" ")[0] ?? ""}`);
  }
  return joined;
}
