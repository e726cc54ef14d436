// Two rules of a document that both take one record although neither says `i stället för` or `utöver` of the other.

import type { Document } from "../../resolve/document.ts";
import type { Id, Program, Rule } from "../../ir/ir.ts";
import type { Formula } from "./formula.ts";
import { standsBefore, type StandsBefore } from "./relations.ts";
import { solve } from "./solve.ts";
import { takes } from "./takes.ts";
import { witnessOf, type Witness } from "./witness.ts";

export interface Meeting {
  /** In written order. */
  readonly rules: readonly [Rule, Rule];
  readonly witness: Witness;
}

/** Cases that are tried to be made into a record before a pair is let go. */
const casesTried = 8;

/** One for each two names, the first that is found; only with a record that shows it. */
export function meetings(program: Program, document: Document): readonly Meeting[] {
  const queue = queueOf(program);
  const looking: Looking = {
    program,
    before: standsBefore(document),
    taking: new Map(queue.map((rule) => [rule.id, takes(rule, program)])),
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
  readonly before: StandsBefore;
  readonly taking: ReadonlyMap<Id, Formula>;
}

function witnessOfMeeting(first: Rule, second: Rule, { program, before, taking }: Looking): Witness | undefined {
  const apart = [before(first.name, second.name), before(second.name, first.name)].map((stands): Formula => ({
    kind: "not",
    of: stands,
  }));
  const both = [first, second].flatMap(({ id }) => taking.get(id) ?? []);
  const readingsOf = (question: Id): readonly string[] =>
    program.questions.find(({ id }) => id === question)?.readings.map(({ name }) => name) ?? [];
  const outcome = solve({ kind: "and", of: [...apart, ...both] }, { readingsOf, wanted: casesTried });
  if (outcome.kind !== "possible") return undefined;
  for (const each of outcome.cases) {
    const witness = witnessOf([first, second], each, outcome.domains, program);
    if (witness !== undefined) return witness;
  }
  return undefined;
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
