// The mutants of a document in a program: every small change of its lines, rows, spans, exceptions and readings.
// Rule: the same change of the same line in several versions of a rule is one; what no run works out is not changed.

import { dateText } from "@avtal/runtime/calendar";
import { expressionWords, spanText } from "@avtal/compiler/ir/expression-words";
import type { Expr, Guard, Program, Rule, Value } from "@avtal/compiler/ir/ir";
import { kindOf, namedKinds } from "@avtal/compiler/ir/kind-of";
import type { Words } from "@avtal/compiler/problem";
import { ownerWords } from "../coverage/point-words.ts";
import { isKnownAlways, isOwner, isRun, mergedRule, standsAsChosen } from "../coverage/points.ts";
import { decidedBy } from "../coverage/range.ts";
import { linesOf, mapLines, ownerOfRule } from "../lines/from-program.ts";
import type { Line } from "../lines/line.ts";
import { alikeLine, alikeReading, alikeRow } from "./alike.ts";
import { changesIn } from "./expression-changes.ts";
import type { Mutant } from "./mutant.ts";

export function mutantsOf(document: string, program: Program): Mutant[] {
  const lines = new Map<string, Line>();
  for (const line of linesOf(program).filter((each) => each.owner.document === document && isRun(each, program))) {
    if (!lines.has(line.key) || standsAsChosen(line.guards, program)) lines.set(line.key, line);
  }
  return [
    ...[...lines.values()].flatMap((line) => lineMutants(line, program)),
    ...rowMutants(document, program),
    ...grainMutants(document, program),
    ...exceptionMutants(document, program),
    ...readingMutants(document, program),
  ];
}

function lineMutants(line: Line, program: Program): Mutant[] {
  const { expr } = line;
  if (expr === null || isKnownAlways(expr)) return [];
  const words = (part: Expr): Words => ({
    sv: expressionWords(part, program, "sv"),
    en: expressionWords(part, program, "en"),
  });
  const about = {
    document: line.owner.document,
    owner: ownerWords(line),
    clause: line.clause,
    lines: [line.key],
  };
  const isDecided = decidedAlike(line, program);
  const changes = changesIn(expr).filter((change) => !isDecided(change.before, change.after));
  const inside = changes.map(({ sort, before, after, whole, guards }): Mutant => ({
    ...about,
    sort,
    readings: readingsFor([...line.guards, ...guards], program),
    alike: alikeLine(line, whole, program),
    before: words(before),
    after: sort === "rounding" ? roundedOtherwise(words(after), after) : words(after),
    change: (other) => mapLines(other, (each) => (each.key === line.key ? whole : each.expr)),
  }));
  return isCondition(line) && expr.kind !== "truth" && !isDecided(expr, always)
    ? [
        ...inside,
        {
          ...about,
          sort: "condition",
          readings: readingsFor(line.guards, program),
          alike: alikeLine(line, always, program),
          before: words(expr),
          after: { sv: "(struket)", en: "(left out)" },
          change: (other) => mapLines(other, (each) => (each.key === line.key ? always : each.expr)),
        },
      ]
    : inside;
}

/**
 * Whether a change is none by the forms of what is changed: a comparison that is the same for every record before and
 * after, a rounding of what is whole already.
 */
function decidedAlike(line: Line, program: Program): (before: Expr, after: Expr) => boolean {
  const rules = program.rules.filter((rule) => isOwner(rule, line));
  const kinds = namedKinds(program, mergedRule(rules));
  const truthOf = (expr: Expr): boolean | undefined => {
    if (expr.kind === "truth") return expr.holds === "yes";
    return expr.kind === "compare" ? decidedBy(expr, program, rules) : undefined;
  };
  return (before, after) => {
    if (before.kind === "round" && after.kind === "round" && after.to === "1") {
      const kind = kindOf(before.of, kinds);
      return kind.kind === "quantity" && kind.whole;
    }
    const truth = truthOf(before);
    return truth !== undefined && truth === truthOf(after);
  };
}

const always: Expr = { kind: "truth", holds: "yes" };

function isCondition({ role: { kind } }: Line): boolean {
  return kind === "requires" || kind === "scope" || kind === "when";
}

function roundedOtherwise({ sv, en }: Words, after: Expr): Words {
  const isUp = after.kind === "round" && after.mode === "up";
  return { sv: `${sv}, avrundat ${isUp ? "uppåt" : "nedåt"}`, en: `${en}, rounded ${isUp ? "up" : "down"}` };
}

/** Readings under which something stands, where the chosen ones are not enough. */
function readingsFor(guards: readonly Guard[], program: Program): ReadonlyMap<string, string> {
  const needed = guards.filter((guard) => !standsAsChosen([guard], program));
  return new Map(needed.flatMap(({ question, readings: [first] }) => (first === undefined ? [] : [[question, first]])));
}

/** The first day of each dated row but the first, one day earlier and one later. */
function rowMutants(document: string, program: Program): Mutant[] {
  return program.values
    .filter((value) => value.document === document)
    .flatMap((value) => {
      const firstDay = Math.min(...value.rows.map(({ from }) => from ?? -Infinity));
      const days = [...new Set(value.rows.flatMap(({ from }) => (from === null || from === firstDay ? [] : [from])))];
      return days.flatMap((day) => [-1, 1].map((by) => rowMutant(value, day, day + by, program)));
    });
}

function rowMutant(value: Value, day: number, moved: number, program: Program): Mutant {
  const row = value.rows.find(({ from }) => from === day);
  const lines = linesOf(program)
    .filter(({ owner }) => owner.sort === "value" && owner.document === value.document && owner.name === value.name)
    .map(({ key }) => key);
  return {
    sort: "row",
    document: value.document,
    owner: { sv: `värdet ${value.name}`, en: `the value ${value.name}` },
    clause: row === undefined || row.clause === null ? null : (program.clauses[row.clause] ?? null),
    before: fromWords(day),
    after: fromWords(moved),
    lines,
    readings: new Map(),
    alike: alikeRow(value, day),
    change: (other) => withRowFrom(other, value.id, day, moved),
  };
}

function fromWords(day: number): Words {
  return { sv: `från och med ${dateText(day)}`, en: `from ${dateText(day)}` };
}

function withRowFrom(program: Program, id: string, day: number, moved: number): Program {
  return {
    ...program,
    values: program.values.map((value) =>
      value.id === id
        ? { ...value, rows: value.rows.map((row) => (row.from === day ? { ...row, from: moved } : row)) }
        : value,
    ),
  };
}

/** Each end of a day rule's span, counted where it was not. */
function grainMutants(document: string, program: Program): Mutant[] {
  return eachRule(document, program).flatMap((rule) => {
    const { grain } = rule;
    if (grain.kind !== "day") return [];
    return (["fromCounted", "toCounted"] as const).map((end): Mutant => {
      const words = (of: typeof grain): Words => ({ sv: spanText(of, program, "sv"), en: spanText(of, program, "en") });
      return {
        ...aboutRule(rule, program),
        sort: "span-end",
        before: words(grain),
        after: words({ ...grain, [end]: !grain[end] }),
        change: (other) => ({
          ...other,
          rules: other.rules.map((each) =>
            isSame(each, rule) && each.grain.kind === "day"
              ? { ...each, grain: { ...each.grain, [end]: !each.grain[end] } }
              : each,
          ),
        }),
      };
    });
  });
}

/** Each rule that stands before others, taken away. */
function exceptionMutants(document: string, program: Program): Mutant[] {
  return eachRule(document, program)
    .filter(({ insteadOf }) => insteadOf.length > 0)
    .map((rule) => ({
      ...aboutRule(rule, program),
      sort: "exception",
      before: { sv: `i stället för ${namesOf(rule)}`, en: `instead of ${namesOf(rule)}` },
      after: { sv: "(undantaget struket)", en: "(the exception left out)" },
      change: (other) => withoutRule(other, rule),
    }));
}

function withoutRule(program: Program, rule: Rule): Program {
  const gone = new Set(program.rules.filter((each) => isSame(each, rule)).map(({ id }) => id));
  return {
    ...program,
    rules: program.rules
      .filter(({ id, onTopOf }) => !gone.has(id) && (onTopOf.length === 0 || onTopOf.some((each) => !gone.has(each))))
      .map((each) => ({
        ...each,
        insteadOf: each.insteadOf.filter((id) => !gone.has(id)),
        onTopOf: each.onTopOf.filter((id) => !gone.has(id)),
      })),
  };
}

function namesOf({ insteadOf }: Rule): string {
  const names = insteadOf.map((id) => id.slice(id.indexOf(".") + 1).replace(/[@~].*$/u, ""));
  return [...new Set(names)].join("; ");
}

/** Each question answered by each of its other readings. */
function readingMutants(document: string, program: Program): Mutant[] {
  return program.questions
    .filter((question) => question.document === document)
    .flatMap((question) => {
      const last = question.chosen.at(-1)?.reading;
      return question.readings
        .filter(({ name }) => name !== last)
        .map(({ name }): Mutant => ({
          sort: "reading",
          document,
          owner: { sv: `tolkningsfrågan ${question.name}`, en: `the question ${question.name}` },
          clause: question.clause === null ? null : (program.clauses[question.clause] ?? null),
          before: { sv: `vald ${last ?? ""}`, en: `chosen ${last ?? ""}` },
          after: { sv: `vald ${name}`, en: `chosen ${name}` },
          lines: null,
          readings: new Map(),
          alike: alikeReading(question, program),
          change: (other) => ({
            ...other,
            questions: other.questions.map((each) =>
              each.id === question.id
                ? { ...each, chosen: each.chosen.map((choice) => ({ ...choice, reading: name })) }
                : each,
            ),
          }),
        }));
    });
}

/** The rules of a document, of several versions and shapes of one name the one that stands as the text is read. */
function eachRule(document: string, program: Program): Rule[] {
  const rules = new Map<string, Rule>();
  for (const rule of program.rules.filter((each) => each.document === document)) {
    const key = rule.grain.kind === "day" ? `${rule.name} day` : rule.name;
    if (!rules.has(key) || standsAsChosen(rule.guards, program)) rules.set(key, rule);
  }
  return [...rules.values()];
}

function aboutRule(
  rule: Rule,
  program: Program,
): Pick<Mutant, "document" | "owner" | "clause" | "lines" | "readings" | "alike"> {
  const owner = ownerOfRule(rule);
  const lines = linesOf(program).filter(
    (line) =>
      line.owner.sort === owner.sort && line.owner.document === owner.document && line.owner.name === owner.name,
  );
  return {
    document: rule.document,
    owner: { sv: `regeln ${rule.name}`, en: `the rule ${rule.name}` },
    clause: rule.clause === null ? null : (program.clauses[rule.clause] ?? null),
    lines: lines.map(({ key }) => key),
    readings: readingsFor(rule.guards, program),
    alike: null,
  };
}

function isSame(a: Rule, b: Rule): boolean {
  return a.document === b.document && a.name === b.name && a.grain.kind === b.grain.kind;
}
