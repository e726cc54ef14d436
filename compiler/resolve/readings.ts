// Lays the readings of every question beside the text that they are about.
// Rule: a line of the text that carries `se tolkningsfråga N` stands under the `som skrivet` readings of N; what another
// reading says stands under that reading, directly after the last line that it replaces. Nothing is chosen.

import type { Problem } from "../problem.ts";
import type { ConditionLine, Definition, Name, PatchStatement, Reading, RuleLine } from "../syntax/ast.ts";
import type { AcceptedStatements, DefinedThing } from "./accepted-statements.ts";
import type { Guard, GuardedLine } from "./document.ts";
import { mayStandSeveralTimes, slotOf, type Line } from "./line-slots.ts";
import { lineOfNoQuestion } from "./problems/line-of-no-question.ts";
import { tagInsideReading } from "./problems/tag-inside-reading.ts";
import { cannotStandInReading } from "./problems/cannot-stand-in-reading.ts";
import { guardOf, type Question, type Questions } from "./questions.ts";

/** What one reading puts in the place of lines of one rule, statistic or condition. */
export interface LinesOfReading {
  readonly question: Question;
  readonly reading: Reading;
  readonly patch: PatchStatement;
}

/** A whole statement that stands only under one reading. */
export interface StatementOfReading {
  readonly question: Question;
  readonly reading: Reading;
  readonly it: Definition;
}

/** Everything that the readings of one document say, and what became of it. */
export interface ReadingsOf {
  readonly document: string;
  readonly questions: Questions;
  /** What the text itself defines, by name. */
  readonly things: ReadonlyMap<string, DefinedThing>;
  readonly lines: readonly LinesOfReading[];
  readonly statements: readonly StatementOfReading[];
  /** Patches, lines and statements that found their place in some version of the text. */
  readonly placed: Set<PatchStatement | Line | Definition>;
  /** For a line without a place: the line of the text that it would have replaced. */
  readonly collisions: Map<Line, Line>;
  /** The first line or statement of the text that carries each question, by the name of what it stands in. */
  readonly tagged: Map<Question, Map<string, Tagged>>;
  readonly problems: Problem[];
}

export interface Tagged {
  readonly tag: Name;
  /** False for a line `inget`, which only marks a place. */
  readonly says: boolean;
}

export function readingsOf(
  document: string,
  { things }: AcceptedStatements,
  questions: Questions,
  problems: Problem[],
): ReadingsOf {
  const lines: LinesOfReading[] = [];
  const statements: StatementOfReading[] = [];
  for (const question of questions.values()) {
    for (const reading of question.statement.readings) {
      if (reading.content.kind !== "replaced") continue;
      for (const it of reading.content.by) {
        if (it.kind !== "patch") statements.push({ question, reading, it });
        else if (it.content.kind === "agreement") problems.push(cannotStandInReading(it));
        else lines.push({ question, reading, patch: it });
        problems.push(...tagsWithin(it).map((tag) => tagInsideReading(tag, reading)));
      }
    }
  }
  return {
    document,
    questions,
    things,
    lines,
    statements,
    placed: new Set(),
    collisions: new Map(),
    tagged: new Map(),
    problems,
  };
}

/** The guard of something that carries a question's name; undefined, and reported, where no such question is asked. */
export function guardOfTag(tag: Name, where: string, says: boolean, readings: ReadingsOf): Guard | undefined {
  const question = readings.questions.get(tag.text);
  if (question === undefined) {
    if (tag.text !== "") readings.problems.push(lineOfNoQuestion(tag, [...readings.questions.keys()]));
    return undefined;
  }
  const places = readings.tagged.get(question) ?? new Map<string, Tagged>();
  readings.tagged.set(question, places);
  if (!(places.get(where)?.says ?? false)) places.set(where, { tag, says });
  return { ...question.asWritten, readings: [...question.asWritten.readings, ...passingOver(question, where)] };
}

/** Readings that say nothing of a place leave it as it is; that they do is reported. */
function passingOver({ statement }: Question, where: string): readonly string[] {
  return statement.readings.flatMap(({ name, content }) =>
    content.kind === "replaced" && !content.by.some((by) => by.name.text === where) ? [name.text] : [],
  );
}

export function layRuleLines(name: string, lines: readonly RuleLine[], readings: ReadingsOf): GuardedLine<RuleLine>[] {
  const patches = readings.lines.flatMap((from): readonly Insertion<RuleLine>[] => {
    const { content, name: target } = from.patch;
    if (target.text !== name || (content.kind !== "rule" && content.kind !== "statistic")) return [];
    return [{ ...from, lines: content.lines === "nothing" ? [] : content.lines }];
  });
  return layLines({ name, lines, patches }, readings);
}

export function layConditionLines(
  name: string,
  lines: readonly ConditionLine[],
  readings: ReadingsOf,
): GuardedLine<ConditionLine>[] {
  const patches = readings.lines.flatMap((from): readonly Insertion<ConditionLine>[] => {
    const { content, name: target } = from.patch;
    if (target.text !== name || content.kind !== "condition") return [];
    return [{ ...from, lines: content.lines === "nothing" ? [] : content.lines }];
  });
  return layLines({ name, lines, patches }, readings);
}

interface Insertion<L extends Line> extends LinesOfReading {
  readonly lines: readonly L[];
}

interface Laying<L extends Line> {
  readonly name: string;
  readonly lines: readonly L[];
  readonly patches: readonly Insertion<L>[];
}

function layLines<L extends Line>({ name, lines, patches }: Laying<L>, readings: ReadingsOf): GuardedLine<L>[] {
  const after = new Map<number, GuardedLine<L>[]>();
  for (const patch of patches) {
    const tagged = lines.flatMap((line, index) => (carries(line, patch.question) ? [index] : []));
    if (tagged.length > 0) readings.placed.add(patch.patch);
    const guard = guardOf(patch.question, patch.reading);
    for (const { line, place } of placesFor(patch, lines, tagged, readings)) {
      readings.placed.add(line);
      after.set(place, [...(after.get(place) ?? []), { line, guard, scope: readings.document }]);
    }
  }
  return lines.flatMap((line, index): readonly GuardedLine<L>[] => {
    const guard =
      line.question === undefined ? undefined : guardOfTag(line.question, name, line.kind !== "nothing", readings);
    const own: readonly GuardedLine<L>[] = line.kind === "nothing" ? [] : [{ line, guard, scope: readings.document }];
    return [...own, ...(after.get(index) ?? [])];
  });
}

/**
 * After which line of the text each line of a reading stands. A line that replaces none is a helper and goes where
 * `inget` marks the place, else with the line of the reading that follows it.
 */
function placesFor<L extends Line>(
  patch: Insertion<L>,
  lines: readonly L[],
  tagged: readonly number[],
  readings: ReadingsOf,
): readonly { readonly line: L; readonly place: number }[] {
  if (tagged.length === 0) {
    for (const line of patch.lines) noteCollision(line, lines, readings);
    return [];
  }
  const marked = tagged.findLast((index) => lines[index]?.kind === "nothing");
  const replaced = patch.lines.map((line) =>
    tagged.findLast((index) => slotOf(lines[index] ?? line) === slotOf(line) && lines[index]?.kind !== "nothing"),
  );
  return patch.lines.flatMap((line, position) => {
    const replaces = replaced[position];
    if (replaces !== undefined) return [{ line, place: replaces }];
    if (noteCollision(line, lines, readings)) return [];
    const next = replaced.slice(position).find((index) => index !== undefined);
    const before = replaced.slice(0, position).findLast((index) => index !== undefined);
    const place = marked ?? next ?? before ?? tagged.at(-1);
    return place === undefined ? [] : [{ line, place }];
  });
}

/** True where a line of the text, which the question does not own, stands for the same thing. */
function noteCollision(line: Line, lines: readonly Line[], readings: ReadingsOf): boolean {
  const other = lines.find((written) => slotOf(written) === slotOf(line));
  if (other !== undefined && !readings.collisions.has(line)) readings.collisions.set(line, other);
  return other !== undefined && !mayStandSeveralTimes(line);
}

function carries(line: Line, question: Question): boolean {
  return line.question?.text === question.statement.name.text;
}

function tagsWithin(it: Definition | PatchStatement): readonly Name[] {
  const lines = it.kind === "patch" ? it.content.lines : "lines" in it ? it.lines : [];
  const rows = it.kind === "value" ? it.rows : [];
  const own = "question" in it && it.question !== undefined ? [it.question] : [];
  const inLines = lines === "nothing" ? [] : lines.flatMap((line) => ("question" in line ? [line.question] : []));
  return [...own, ...inLines, ...rows.map((row) => row.question)].filter((tag) => tag !== undefined);
}
