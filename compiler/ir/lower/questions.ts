// A question of interpretation with its readings, and which one is chosen from which day.

import type { Document } from "../../resolve/document.ts";
import type { Question } from "../ir.ts";
import type { Gathering } from "./gathering.ts";
import { idOf } from "./id.ts";

export function lowerQuestion(document: Document, name: string, gathered: Gathering): Question {
  const text = document.questions.get(name);
  if (text === undefined) throw new Error(`${document.name} asks nothing called ${name}.`);
  const { statement } = text;
  return {
    id: idOf(document.name, name),
    document: document.name,
    name,
    asks: statement.asks?.text ?? "",
    readings: statement.readings.map((reading) => ({ name: reading.name.text, title: reading.title.text })),
    chosen: text.chosen.map(({ from, reading, preliminary, statement: chosenIn }) => ({
      from: from ?? null,
      reading,
      preliminary,
      reason: chosenIn.chosen?.reason?.text ?? "",
    })),
    clause: gathered.clauses.indexOf(statement.cites, document),
  };
}
