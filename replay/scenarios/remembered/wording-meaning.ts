// What a program can give in one wording, as one short text: the same text, the same outcome of every case.
// Rule: only what the wording's day certainly leaves out falls away, so that a change is never passed over; an old
// outcome too few costs milliseconds, one too many is a wrong answer.

import { createHash } from "node:crypto";
import type { Program, Question, Term, Value, ValueRow } from "@avtal/compiler/ir/ir";
import { dayFromText } from "@avtal/runtime/calendar";
import { inForceWording, type WordingName } from "../scenario.ts";

/** SHA-256 of what the program is in a wording; each wording is worked out once. */
export function wordingMeanings(program: Program): (wording: WordingName) => string {
  const always = digest(withoutDated(program), program);
  const known = new Map<WordingName, string>();
  return (wording) => {
    const meaning = known.get(wording) ?? digest([always, wording, datedIn(program, wording)], program);
    known.set(wording, meaning);
    return meaning;
  };
}

/** All but what the main document says for some days only; the list of wordings and of files decides no outcome. */
function withoutDated(program: Program): object {
  const { main } = program;
  return {
    ...program,
    documents: program.documents.map((document) => ({ ...document, files: [] })),
    wordings: [],
    // Clauses stand where they are cited; their numbers change when one is added.
    clauses: [],
    values: program.values.map((value) => (value.document === main ? value.id : value)),
    terms: program.terms.map((term) => (term.document === main ? term.id : term)),
    questions: program.questions.map((question) => (question.document === main ? question.id : question)),
  };
}

/** In force each record follows its own day, so there everything may count. */
function datedIn(program: Program, wording: WordingName): object {
  const own = <T extends { readonly document: string }>(things: readonly T[]): readonly T[] =>
    things.filter(({ document }) => document === program.main);
  const [values, terms, questions] = [own(program.values), own(program.terms), own(program.questions)];
  if (wording === inForceWording) return { values, terms, questions };
  const day = dayFromText(wording);
  if (day === undefined) throw new Error(`A wording is called ${wording}.`);
  return {
    values: values.map((value) => valueOn(value, day)),
    terms: terms.map((term) => termOn(term, day)),
    questions: questions.map((question) => questionOn(question, day)),
  };
}

/** A row that begins later never applies, nor one before a later row that stands under every reading. */
function valueOn(value: Value, day: number): object {
  const begun = value.rows.filter(({ from }) => from === null || from <= day);
  const latest = Math.max(...begun.filter(({ guard }) => guard === null).map(startOf));
  const hasEnded = value.until !== null && day >= value.until;
  return { ...value, until: null, hasEnded, rows: begun.filter((row) => startOf(row) >= latest) };
}

function termOn(term: Term, day: number): object {
  return { ...term, definitions: term.definitions.findLast(({ from }) => from === null || from <= day) ?? null };
}

function questionOn(question: Question, day: number): object {
  const chosen = question.chosen.findLast(({ from }) => from === null || from <= day) ?? question.chosen[0];
  return { ...question, chosen };
}

function startOf({ from }: Pick<ValueRow, "from">): number {
  return from ?? -Infinity;
}

/** The same build makes equal programs in the same order, so JSON is form enough; another order would be a miss. */
function digest(data: object, { clauses }: Program): string {
  const cited = (key: string, held: unknown): unknown =>
    key === "clause" && typeof held === "number" ? clauses[held] : held;
  return createHash("sha256").update(JSON.stringify(data, cited)).digest("hex");
}
