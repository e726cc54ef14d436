// The episodes of a scenario as the reader of data files takes them: the same columns, checks and refusals.
// Rule: what nobody states is an empty field; a fact that the reader refuses is an outcome only where one is expected.

import type { Field, Program } from "@avtal/compiler/ir/ir";
import { nearest } from "@avtal/compiler/nearest";
import type { Problem, Words } from "@avtal/compiler/problem";
import type { Span } from "@avtal/compiler/source";
import type { Columns } from "@avtal/runtime/columns";
import type { DataProblem } from "../../data-problem.ts";
import { checkOrderOfEvents } from "../../read/checks/order-of-events.ts";
import { checkOverlappingStays } from "../../read/checks/overlapping-stays.ts";
import { checkPayersOfTheDay } from "../../read/checks/payers-of-the-day.ts";
import { checkRepeatedIds } from "../../read/checks/repeated-ids.ts";
import { holdText } from "../../read/cell.ts";
import { recordTable } from "../../read/record-table.ts";
import type { RefusedRows } from "../../read/refused-rows.ts";
import { unknownFact } from "../problems/not-found.ts";
import { numberForText } from "../problems/number-for-text.ts";
import { refusedFact } from "../problems/refused-fact.ts";
import { emptyFact, episodeKeys, isWord } from "../read/keys.ts";
import type { PlainText } from "../read/plain.ts";
import type { WrittenFact, WrittenScenario } from "../read/written.ts";
import type { Episodes } from "../scenario.ts";
import type { Holding } from "./holding.ts";

/** What holds where the scenario says nothing: facts by code. */
export type Background = ReadonlyMap<string, PlainText>;

/** The facts by the codes of their fields, what `facts` says before what `behind` says. */
export function background(facts: readonly WrittenFact[], behind: Background, holding: Holding): Background {
  const found = new Map(behind);
  for (const fact of facts) {
    const field = fieldNamed(fact, holding);
    if (field !== undefined) found.set(field.code, fact.value);
  }
  return found;
}

interface WrittenRecord {
  readonly id: string;
  /** By code of the field. */
  readonly facts: Background;
  readonly span: Span;
}

export function episodesFrom(
  written: WrittenScenario,
  behind: Background,
  { mayBeRefused }: { readonly mayBeRefused: boolean },
  holding: Holding,
): Episodes {
  const records = recordsOf(written, behind, holding);
  const read = readRecords(records, holding.program, written.name.span.file);
  const { refused } = read;
  const unique = holding.program.fields.find((field) => field.unique);
  const idOf = (row: number): string => (unique === undefined ? `row-${row}` : (records[row - 1]?.id ?? ""));
  if (!mayBeRefused) {
    for (const problem of refused.details) holding.problems.push(problemOf(problem, records, holding));
  }
  return {
    columns: plainColumns(read.columns),
    refused: refused.rows.map(({ row, code }) => ({ id: idOf(row), code })),
  };
}

function recordsOf(written: WrittenScenario, behind: Background, holding: Holding): WrittenRecord[] {
  const common = background(written.background, behind, holding);
  const unique = holding.program.fields.find((field) => field.unique)?.code ?? "";
  const given = written.episodes.map(({ facts, span, count }) => {
    const own = background(facts, common, holding);
    return { own, span, count, id: own.get(unique)?.text };
  });
  const names = freeNames(new Set(given.flatMap(({ id }) => id ?? [])));
  return given.flatMap(({ own, span, count, id }) =>
    Array.from({ length: count }, () => ({ id: id ?? names(), facts: own, span })),
  );
}

/** Data alone, without what tells ids one by one: a thread can be sent them, and equal ones are equal. */
function plainColumns({ count, ids, columns }: Columns): Columns {
  return { count, ids, columns };
}

/** `a`, `b` … `z`, `aa`, `ab` …, leaving out those that are taken. */
function freeNames(taken: ReadonlySet<string>): () => string {
  let next = 0;
  return () => {
    let name = letters(next++);
    while (taken.has(name)) name = letters(next++);
    return name;
  };
}

function letters(number: number): string {
  const last = String.fromCharCode(97 + (number % 26));
  return number < 26 ? last : letters(Math.floor(number / 26) - 1) + last;
}

function fieldNamed({ name, value }: WrittenFact, { program, problems }: Holding): Field | undefined {
  const field = program.fields.find(({ name: known, code }) => known === name.text || code === name.text);
  if (field === undefined) {
    const names = program.fields.map((known) => known.name);
    const codes = program.fields.map(({ code }) => code);
    problems.push(unknownFact(name, [...names, ...codes, ...episodeKeys.count], names));
    return undefined;
  }
  if (isReadable(field, value)) return field;
  problems.push(numberForText(field.name, value));
  return undefined;
}

/** A text may not look like a number or a truth; what is no text is the reader's to say. */
function isReadable({ kind }: Field, { sort }: PlainText): boolean {
  switch (kind.kind) {
    case "text":
    case "payer":
    case "choice":
      return sort === "text" || sort === "quoted";
    default:
      return true;
  }
}

function readRecords(
  records: readonly WrittenRecord[],
  program: Program,
  file: string,
): { readonly columns: Episodes["columns"]; readonly refused: RefusedRows } {
  const table = recordTable(program.fields, program.registers, file);
  table.expect(records.length);
  for (const [index, { id, facts }] of records.entries()) {
    table.take(index + 1, (builder, cell) => {
      const field = program.fields[builder];
      holdText(cell, field === undefined ? "" : field.unique ? id : cellText(facts.get(field.code)));
    });
  }
  checkRepeatedIds(table, undefined);
  checkOrderOfEvents(table);
  checkPayersOfTheDay(table);
  checkOverlappingStays(table);
  return table.finish();
}

function cellText(fact: PlainText | undefined): string {
  if (fact === undefined) return "";
  return fact.sort === "text" && isWord(fact.text, emptyFact) ? "" : fact.text;
}

function problemOf(why: DataProblem, records: readonly WrittenRecord[], { program }: Holding): Problem {
  const record = records[(why.row ?? 1) - 1];
  const field = program.fields.find(({ code }) => code === why.column);
  const fact = field === undefined ? undefined : record?.facts.get(field.code);
  const span = fact?.span ?? record?.span ?? { file: why.file ?? "", start: 0, end: 0 };
  const known = field === undefined ? [] : namesOf(field, program);
  return refusedFact(span, {
    fact: field?.name,
    why: { ...why, headline: inNames(why.headline, program) },
    guess: fact === undefined || !isMisread(why) ? undefined : nearest(fact.text, known),
    example: field === undefined || !isMisread(why) ? undefined : exampleOf(field, known),
  });
}

/** The reader of data files calls facts by their codes, as the columns are called; a scenario has their names. */
function inNames({ sv, en }: Words, { fields }: Program): Words {
  const named = (text: string): string =>
    text.replaceAll(/`([^`]+)`/gu, (quoted, said: string) => {
      const field = fields.find(({ code }) => code === said);
      return field === undefined ? quoted : `\`${field.name}\``;
    });
  return { sv: named(sv), en: named(en) };
}

/** Whether the text itself cannot be read, and not what it says beside the other facts. */
function isMisread({ code }: DataProblem): boolean {
  return ["AV9103", "AV9106", "AV9108", "AV9109", "AV9110", "AV9112"].includes(code);
}

/** What a payer or a choice may be called. */
function namesOf({ kind, choices }: Field, { registers }: Program): string[] {
  if (kind.kind === "choice") return choices.flatMap(({ name, code }) => [name, code]);
  if (kind.kind !== "payer") return [];
  const { register } = kind;
  return registers
    .filter(({ id }) => register === null || id === register)
    .flatMap(({ entries }) => entries.flatMap(({ name, alsoKnownAs }) => [name, ...alsoKnownAs]));
}

function exampleOf({ kind }: Field, known: readonly string[]): string | undefined {
  switch (kind.kind) {
    case "moment":
      return "2022-04-04 09:00";
    case "date":
      return "2022-04-04";
    case "condition":
      return "ja";
    case "quantity":
      return "80";
    default:
      return known[0];
  }
}
