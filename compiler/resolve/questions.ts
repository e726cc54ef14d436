// The questions of a document with their readings, and which reading is chosen from which day.
// Rule: a question is asked once; an amendment may only choose another of its readings.

import type { Problem } from "../problem.ts";
import type { QuestionStatement, Reading } from "../syntax/ast.ts";
import { byName, partsOfKind, type AcceptedStatements } from "./accepted-statements.ts";
import type { Days, Guard, Origin, QuestionText } from "./document.ts";
import { choiceOfNoQuestion } from "./problems/choice-of-no-question.ts";
import { nameTwice } from "./problems/name-twice.ts";
import { readingTwice } from "./problems/reading-twice.ts";
import { unknownReading } from "./problems/unknown-reading.ts";
import { stretchesOf, type Part } from "./timeline.ts";

export interface Question {
  readonly document: string;
  readonly statement: QuestionStatement;
  readonly text: QuestionText;
  /** The days of the file that asks it. */
  readonly days: Days;
  readonly origin: Origin;
  /** What stands while a line of the text itself applies: the `som skrivet` readings. */
  readonly asWritten: Guard;
}

export type Questions = ReadonlyMap<string, Question>;

export function questionsOf(document: string, accepted: AcceptedStatements, problems: Problem[]): Questions {
  const questions = new Map<string, Question>();
  const byQuestion = byName(partsOfKind(accepted, "question"), (question) => question.name.text);
  for (const [name, parts] of byQuestion) {
    const question = questionFrom(document, parts, problems);
    if (question !== undefined) questions.set(name, question);
    else problems.push(...parts.map((part) => choiceOfNoQuestion(part.it.name, [...byQuestion.keys()])));
  }
  return questions;
}

export function guardOf(question: Question, reading: Reading): Guard {
  return { document: question.document, question: question.statement.name.text, readings: [reading.name.text] };
}

function questionFrom(
  document: string,
  parts: readonly Part<QuestionStatement>[],
  problems: Problem[],
): Question | undefined {
  const asked = parts.find((part) => part.it.readings.length > 0);
  if (asked === undefined) return undefined;
  const { it: statement } = asked;
  const choosing = parts.filter((part) => part === asked || part.it.readings.length === 0);
  for (const part of parts) {
    if (!choosing.includes(part)) problems.push(nameTwice(part.it.name, statement.name));
  }

  const readings = distinctReadings(statement, problems);
  const text: QuestionText = { statement, readings, chosen: chosenByDay(choosing, readings, problems) };
  const asWritten = statement.readings.filter((reading) => reading.content.kind === "asWritten");
  return {
    document,
    statement,
    text,
    days: asked.layer.days,
    origin: asked.layer.origin,
    asWritten: { document, question: statement.name.text, readings: asWritten.map((reading) => reading.name.text) },
  };
}

function distinctReadings(statement: QuestionStatement, problems: Problem[]): readonly string[] {
  const first = new Map<string, Reading>();
  for (const reading of statement.readings) {
    const earlier = first.get(reading.name.text);
    if (earlier === undefined) first.set(reading.name.text, reading);
    else problems.push(readingTwice(reading.name, earlier.name));
  }
  return [...first.keys()];
}

function chosenByDay(
  parts: readonly Part<QuestionStatement>[],
  readings: readonly string[],
  problems: Problem[],
): QuestionText["chosen"] {
  for (const { it } of parts) {
    const written = it.chosen?.reading;
    if (written !== undefined && written.text !== "" && !readings.includes(written.text)) {
      problems.push(unknownReading(written, it.name.text, readings));
    }
  }
  const choosing = parts.filter((part) => readings.includes(part.it.chosen?.reading.text ?? ""));
  return stretchesOf(choosing, []).flatMap(({ days, parts: active }, index) => {
    const statement = active.at(-1)?.it;
    if (statement?.chosen === undefined) return [];
    const { reading, standing } = statement.chosen;
    return [
      {
        from: index === 0 ? undefined : days.from,
        reading: reading.text,
        preliminary: standing.kind !== "decided",
        statement,
      },
    ];
  });
}
