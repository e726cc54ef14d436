// Questions, events and guards as constants of the generated module: what a run may decide beside the text.

import type { Guard, Id } from "../../ir/ir.ts";
import { array, constant, name, nothing, number, object, text, truthWord, type Code } from "./code.ts";
import { libraryName, type Emission } from "./emission.ts";
import { camelCase } from "./naming.ts";

export function questionTable(emission: Emission, id: Id): Code {
  const question = emission.question(id);
  const own = emission.declared(`question ${id}`, `${camelCase(question.name)}Question`, (declared) =>
    constant({
      name: declared,
      type: emission.use("type QuestionCode").slice(5),
      doc: question.asks,
      value: object([
        { name: "id", value: text(id) },
        { name: "document", value: text(question.document) },
        { name: "name", value: text(question.name) },
        { name: "readings", value: array(question.readings.map((reading) => text(reading.name))) },
        {
          name: "chosen",
          value: array(
            question.chosen.map(({ from, reading, preliminary }) =>
              object([
                { name: "from", value: from === null ? nothing : number(from) },
                { name: "reading", value: text(reading) },
                { name: "preliminary", value: truthWord(preliminary) },
              ]),
            ),
          ),
        },
      ]),
    }),
  );
  return name(own);
}

export function eventTable(emission: Emission, id: Id): Code {
  const event = emission.program.events.find((each) => each.id === id);
  if (event === undefined) throw new Error(`The program has no event ${id}.`);
  const local = id.slice(id.indexOf(".") + 1);
  const day = {
    happened: (): Code => number(event.state.kind === "happened" ? event.state.day : 0),
    notYet: (): Code => libraryName(emission, "NEVER"),
    unknown: (): Code => libraryName(emission, "UNKNOWN"),
  }[event.state.kind]();
  const own = emission.declared(`event ${id}`, `${camelCase(local)}Event`, (declared) =>
    constant({
      name: declared,
      type: emission.use("type EventCode").slice(5),
      doc: event.title,
      value: object([
        { name: "id", value: text(id) },
        { name: "name", value: text(local) },
        { name: "day", value: day },
      ]),
    }),
  );
  return name(own);
}

export function guardTable(guard: Guard | null, emission: Emission): Code {
  if (guard === null) return nothing;
  return object([
    { name: "question", value: questionTable(emission, guard.question) },
    { name: "readings", value: array(guard.readings.map(text)) },
  ]);
}
