// What is wrong between a question and the text that it is about, seen once the readings lie beside the text.
// Rule: every reading says what stands in the place of everything that carries its question, and replaces nothing else.

import { spelling } from "@avtal/grammar/keywords";
import type { Language } from "../syntax/ast.ts";
import type { Line } from "./line-slots.ts";
import { lineOfAnotherQuestion } from "./problems/line-of-another-question.ts";
import { nameTwice } from "./problems/name-twice.ts";
import { noReadingAsWritten } from "./problems/no-reading-as-written.ts";
import { nothingChosen } from "./problems/nothing-chosen.ts";
import { patchOfNothing } from "./problems/patch-of-nothing.ts";
import { questionAboutNothing } from "./problems/question-about-nothing.ts";
import { readingPassesOver } from "./problems/reading-passes-over.ts";
import { replacesUntagged } from "./problems/replaces-untagged.ts";
import type { Question } from "./questions.ts";
import type { LinesOfReading, ReadingsOf, StatementOfReading } from "./readings.ts";

export function reportLeftOver(readings: ReadingsOf, languageOf: (file: string) => Language): void {
  for (const from of readings.lines) reportLines(from, readings, languageOf);
  for (const from of readings.statements) reportStatement(from, readings, languageOf);
  for (const question of readings.questions.values()) reportQuestion(question, readings);
}

function reportLines(from: LinesOfReading, readings: ReadingsOf, languageOf: (file: string) => Language): void {
  const { question, patch } = from;
  const { content, name } = patch;
  if (content.kind === "agreement" || name.text === "") return;
  const target = readings.things.get(name.text);
  if (target?.sort !== content.kind) {
    const known = [...readings.things].filter(([, thing]) => thing.sort === content.kind).map(([known]) => known);
    readings.problems.push(patchOfNothing(patch, known));
    return;
  }
  const lines: readonly Line[] = content.lines === "nothing" ? [] : content.lines;
  const unplaced = lines.find((line) => !readings.placed.has(line));
  if (unplaced === undefined && readings.placed.has(patch)) return;
  const other = unplaced === undefined ? undefined : readings.collisions.get(unplaced);
  // The line that it would replace names a question that nobody asks, and that has been said.
  if (other?.question !== undefined && !readings.questions.has(other.question.text)) return;
  const at = unplaced ?? name;
  if (other?.question !== undefined) {
    readings.problems.push(lineOfAnotherQuestion(at, question.statement.name, other.question));
    return;
  }
  const keyword = spelling("seeQuestion", languageOf((other ?? at).span.file));
  readings.problems.push(replacesUntagged(at, other, { question: question.statement.name, target: name, keyword }));
}

function reportStatement(from: StatementOfReading, readings: ReadingsOf, languageOf: (file: string) => Language): void {
  const { it, question } = from;
  if (it.name.text === "") return;
  const target = readings.things.get(it.name.text);
  const rival = readings.statements.find((other) => other.it.name.text === it.name.text && !mayShareName(other, from));
  if (target === undefined) {
    if (rival !== undefined && rivalStandsFirst(rival, from, readings)) {
      readings.problems.push(nameTwice(it.name, rival.it.name));
    }
    return;
  }
  if (readings.placed.has(it)) return;
  if (target.sort !== it.kind) readings.problems.push(nameTwice(it.name, target.name));
  else {
    const keyword = spelling("seeQuestion", languageOf(target.name.span.file));
    const about = { question: question.statement.name, target: it.name, keyword };
    readings.problems.push(replacesUntagged(it.name, undefined, about));
  }
}

/** Readings of one question may each bring a helper of one name and sort; nothing else may. */
function mayShareName(a: StatementOfReading, b: StatementOfReading): boolean {
  return a === b || (a.question === b.question && a.reading !== b.reading && a.it.kind === b.it.kind);
}

function rivalStandsFirst(rival: StatementOfReading, from: StatementOfReading, readings: ReadingsOf): boolean {
  return readings.statements.indexOf(rival) < readings.statements.indexOf(from);
}

function reportQuestion(question: Question, readings: ReadingsOf): void {
  const { statement, asWritten } = question;
  const tagged = [...(readings.tagged.get(question) ?? [])];
  const saying = tagged.find(([, { says }]) => says);
  if (statement.chosen === undefined) readings.problems.push(nothingChosen(statement));
  if (saying !== undefined && asWritten.readings.length === 0) {
    readings.problems.push(noReadingAsWritten(statement.name, saying[1].tag));
  }
  let changes = false;
  for (const reading of statement.readings) {
    if (reading.content.kind === "nothing" && saying !== undefined) changes = true;
    if (reading.content.kind !== "replaced") continue;
    changes = true;
    const said = new Set(reading.content.by.map((by) => by.name.text));
    const passedOver = tagged.find(([name, { says }]) => says && !said.has(name));
    if (passedOver !== undefined) readings.problems.push(readingPassesOver(reading, passedOver[0], passedOver[1].tag));
  }
  if (!changes) readings.problems.push(questionAboutNothing(statement.name));
}
