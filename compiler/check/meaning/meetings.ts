// Two rules of a document that both take one record although neither says `i stället för` or `utöver` of the other.

import type { Document } from "../../resolve/document.ts";
import { canonical } from "../../ir/canonical.ts";
import type { Program, Rule } from "../../ir/ir.ts";
import type { Case, Formula } from "./formula.ts";
import { standsBefore, type StandsBefore } from "./relations.ts";
import { effortFor, readingsIn, solve, type Search } from "./solve.ts";
import { takingIn, type Taking } from "./takes.ts";
import { witnessOf, type Witness } from "./witness.ts";

export interface Meeting {
  /** In written order. */
  readonly rules: readonly [Rule, Rule];
  readonly witness: Witness;
}

/** Cases that are looked for; many of them differ in days only. */
const casesFound = 48;

/** Cases that are tried to be made into a record before a pair is let go. */
const casesTried = 6;

/** What trying the records of one case costs, in questions asked. */
const costOfRecords = 4_000;

/** One for each two names, the first that is found; only with a record that shows it. */
export function meetings(program: Program, document: Document): readonly Meeting[] {
  const queue = queueOf(program);
  const looking: Looking = {
    program,
    search: { readingsOf: readingsIn(program), wanted: casesFound, effort: effortFor(400_000) },
    before: standsBefore(document),
    taking: takingIn(program, "asStated"),
  };
  const found = new Map<string, Meeting>();
  for (const [index, first] of queue.entries()) {
    for (const second of queue.slice(index + 1)) {
      const names = [first.name, second.name].sort().join(" ");
      if (first.name === second.name || found.has(names)) continue;
      const witness = witnessOfMeeting(first, second, looking);
      if (witness !== undefined) found.set(names, { rules: inWrittenOrder(first, second, document), witness });
    }
  }
  return [...found.values()];
}

interface Looking {
  readonly program: Program;
  readonly search: Search;
  readonly before: StandsBefore;
  readonly taking: Taking;
}

function witnessOfMeeting(
  first: Rule,
  second: Rule,
  { program, search, before, taking }: Looking,
): Witness | undefined {
  const apart = [before(first.name, second.name), before(second.name, first.name)].map((stands): Formula => ({
    kind: "not",
    of: stands,
  }));
  if (solve({ kind: "and", of: apart }, search).kind === "impossible") return undefined;
  const both = [first, second].map(taking.takes);
  const outcome = solve({ kind: "and", of: [...apart, ...both] }, search);
  if (outcome.kind !== "possible") return undefined;
  for (const each of unlikeCases(outcome.cases).slice(0, casesTried)) {
    if (search.effort.left <= 0) return undefined;
    search.effort.left -= costOfRecords;
    const witness = witnessOf([first, second], each, outcome.domains, program);
    if (witness !== undefined) return witness;
  }
  return undefined;
}

/** One case of those that say the same but for days and amounts, which a record is given anew. */
function unlikeCases(cases: readonly Case[]): readonly Case[] {
  const seen = new Set<string>();
  return cases.filter(({ values, readings }) => {
    const said = [...values].map(([key, value]) =>
      value.kind === "place" ? `${key} some` : `${key} ${canonical(value)}`,
    );
    const text = [...said, ...[...readings].map(([question, reading]) => `${question} ${reading}`)].sort().join(" ");
    return !seen.has(text) && seen.add(text);
  });
}

/** The rules of the main document that records are offered to one after another. */
export function queueOf(program: Program): readonly Rule[] {
  return program.rules.filter(
    ({ document, purpose, onTopOf }) =>
      document === program.main && purpose.kind !== "statistic" && onTopOf.length === 0,
  );
}

function inWrittenOrder(a: Rule, b: Rule, { rules }: Document): readonly [Rule, Rule] {
  const place = (rule: Rule): number => rules.findIndex(({ name }) => name === rule.name);
  return place(a) <= place(b) ? [a, b] : [b, a];
}
