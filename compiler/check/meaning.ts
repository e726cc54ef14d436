// What only the finished meaning shows: rules that meet, and rules that nothing reaches.
// Rule: a problem is said only when it is proved, a meeting with a record that shows it; each document is judged in the
// program that it is the main document of.

import type { FrontEnd } from "../compile.ts";
import { assertInvariants } from "../ir/invariants.ts";
import type { Program } from "../ir/ir.ts";
import type { Problem } from "../problem.ts";
import type { Document } from "../resolve/document.ts";
import type { Span } from "../source.ts";
import type { Name, RuleLine } from "../syntax/ast.ts";
import { meetings } from "./meaning/meetings.ts";
import { alwaysTakenBefore } from "./meaning/problems/always-taken-before.ts";
import { neverInForce } from "./meaning/problems/never-in-force.ts";
import { rulesMeet } from "./meaning/problems/rules-meet.ts";
import { scopeContradictsItself } from "./meaning/problems/scope-contradicts-itself.ts";
import { unreachableRules, type Unreachable } from "./meaning/unreachable.ts";
import { witnessWords } from "./meaning/witness-words.ts";

export function checkMeaning(programs: ReadonlyMap<string, Program>, front: FrontEnd): readonly Problem[] {
  return [...programs.values()].flatMap((program) => {
    assertInvariants(program);
    const document = front.documents.get(program.main);
    return document === undefined ? [] : problemsOf(program, document);
  });
}

function problemsOf(program: Program, document: Document): readonly Problem[] {
  return [
    ...unreachableRules(program).map((unreachable) => unreachableProblem(unreachable, document)),
    ...meetings(program, document).map(({ rules: [first, second], witness }) =>
      rulesMeet({
        first: nameOf(first.name, document),
        second: nameOf(second.name, document),
        example: witnessWords(witness, program),
      }),
    ),
  ];
}

function unreachableProblem({ rule, because }: Unreachable, document: Document): Problem {
  const name = nameOf(rule, document);
  switch (because.kind) {
    case "neverInForce":
      return neverInForce({ name, validity: lineOf("validity", rule, document) });
    case "scopeContradicts":
      return scopeContradictsItself({ name, scope: lineOf("scope", rule, document) });
    case "takenBefore":
      return alwaysTakenBefore({ name, by: because.by.map((each) => nameOf(each, document)) });
  }
}

function nameOf(rule: string, { rules }: Document): Name {
  const text = rules.find(({ name }) => name === rule);
  if (text === undefined) throw new Error(`No rule is called ${rule}.`);
  return text.statement.name;
}

/** The line of a rule that the problem is about, where the rule has just one such line of its own. */
function lineOf(kind: RuleLine["kind"], rule: string, { rules }: Document): Span | undefined {
  const lines = rules.flatMap(({ name, lines: all }) => (name === rule ? all : [])).map(({ line }) => line);
  const found = [...new Set(lines)].filter((line) => line.kind === kind);
  const [only] = found;
  if (only === undefined || found.length > 1) return undefined;
  return only.kind === "scope" ? only.scope.span : only.span;
}
