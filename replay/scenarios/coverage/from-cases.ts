// The coverage of some tested scenarios: what there is to reach, held against what the interpreter passed.
// Rule: a document counts where a scenario is about it, or where an agreement with scenarios uses its values; what a
// fallback document says counts where it has scenarios of its own.

import { byCodePoint } from "@avtal/runtime/code-point-order";
import { readingOn } from "@avtal/compiler/ir/in-force";
import type { Clause, Program, Question } from "@avtal/compiler/ir/ir";
import { runOf } from "@avtal/compiler/ir/run";
import { linesOf, ownerOfRule } from "../lines/from-program.ts";
import type { Line } from "../lines/line.ts";
import { optionsOf, type Case } from "../run/run-scenario.ts";
import type { Coverage, DocumentCoverage, Point } from "./coverage.ts";
import type { Passed } from "./passings.ts";
import { isRun, pointsOf, standsAsChosen } from "./points.ts";

/** `cases` are all that were run, of the programs by name. */
export function coverageOf(cases: readonly Case[], programs: ReadonlyMap<string, Program>, passed: Passed): Coverage {
  const tested = [...new Set(cases.map(({ scenario }) => scenario.agreement))];
  const held = tested.flatMap((name) => programs.get(name) ?? []);
  const used = held.flatMap(({ documents }) => documents.filter(({ role }) => role === "used").map(({ name }) => name));
  const names = [...new Set([...tested, ...used])].sort(byCodePoint);
  const readings = readingsReached(cases, programs);
  const points = held.flatMap((program) => [
    ...pointsOf(program, passed),
    ...exceptionPoints(program, passed),
    ...readingPoints(program, passed, readings),
  ]);
  const lines = held.flatMap((program) => linesOf(program).filter((line) => isRun(line, program)));
  return {
    documents: names
      .map((document) => documentCoverage(document, eachOnce(lines), eachPointOnce(points), passed))
      .filter((each) => each.clauses.length + each.points.length > 0),
  };
}

function documentCoverage(
  document: string,
  lines: readonly Line[],
  points: readonly Point[],
  passed: Passed,
): DocumentCoverage {
  const own = lines.filter(({ owner }) => owner.document === document);
  const cited = new Map<string, { readonly clause: Clause; readonly isReached: boolean }>();
  for (const { clause, key } of own) {
    if (clause === null || clause.assumption || clause.place === "") continue;
    const isReached = passed.lines.has(key) || cited.get(clause.place)?.isReached === true;
    cited.set(clause.place, { clause, isReached });
  }
  return {
    document,
    clauses: [...cited].sort(([a], [b]) => byCodePoint(a, b)).map(([, each]) => each),
    points: points.filter((point) => point.document === document),
    lines: own.map((line) => ({ line, cases: passed.lines.get(line.key)?.length ?? 0 })),
  };
}

function exceptionPoints(program: Program, passed: Passed): Point[] {
  return program.rules
    .filter(({ insteadOf }) => insteadOf.length > 0)
    .map((rule): Point => {
      const { document, name } = ownerOfRule(rule);
      const clause = rule.clause === null ? null : (program.clauses[rule.clause] ?? null);
      return {
        kind: "exception",
        line: null,
        document,
        clause,
        rule: name,
        isChosen: standsAsChosen(rule.guards, program),
        isReached: passed.took.has(`${document}.${name}`),
      };
    });
}

/** Question and reading of every reading that was in force in some case. */
function readingsReached(cases: readonly Case[], programs: ReadonlyMap<string, Program>): ReadonlySet<string> {
  const reached = new Set<string>();
  for (const one of cases) {
    const program = programs.get(one.scenario.agreement);
    if (program === undefined) continue;
    const run = runOf(program, optionsOf(one));
    for (const { id } of program.questions) reached.add(`${id}\n${readingOn(id, null, run)}`);
  }
  return reached;
}

/** A reading with lines of its own is reached where one of them is; another where it was in force in some case. */
function readingPoints(program: Program, passed: Passed, inForce: ReadonlySet<string>): Point[] {
  const lines = linesOf(program).filter((line) => isRun(line, program));
  return program.questions.flatMap((question) =>
    question.readings.map(({ name }): Point => {
      const own = lines.filter(({ guards }) =>
        guards.some(
          (guard) => guard.question === question.id && guard.readings.length === 1 && guard.readings[0] === name,
        ),
      );
      const isReached =
        own.length > 0 ? own.some(({ key }) => passed.lines.has(key)) : inForce.has(`${question.id}\n${name}`);
      return {
        kind: "reading",
        line: null,
        document: question.document,
        clause: clauseOf(question, program),
        question: question.name,
        reading: name,
        isChosen: true,
        isReached,
      };
    }),
  );
}

function clauseOf({ clause }: Question, program: Program): Clause | null {
  return clause === null ? null : (program.clauses[clause] ?? null);
}

function eachOnce(lines: readonly Line[]): Line[] {
  return [...new Map(lines.map((line) => [line.key, line])).values()];
}

/** The same point of several programs is one, reached where any has reached it. */
function eachPointOnce(points: readonly Point[]): Point[] {
  const found = new Map<string, Point>();
  for (const point of points) {
    const key = pointKey(point);
    const known = found.get(key);
    if (known === undefined || (!known.isReached && point.isReached)) found.set(key, point);
  }
  return [...found.values()];
}

function pointKey(point: Point): string {
  const line = [point.kind, point.document, point.line?.key ?? ""];
  switch (point.kind) {
    case "row":
      return line.join("\n");
    case "branch":
      return [...line, JSON.stringify(point.condition), point.holds].join("\n");
    case "boundary":
      return [...line, JSON.stringify(point.comparison), point.side].join("\n");
    case "exception":
      return [...line, point.rule].join("\n");
    case "reading":
      return [...line, point.question, point.reading].join("\n");
  }
}
