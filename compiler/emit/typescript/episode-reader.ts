// How the plain objects of a host are read: the fields of an agreement as data, and a loop of its own over the episodes.
// Rule: a field is asked for once and by its own name; what is not plain is left to the runtime, which says what is wrong.

import type { Field } from "../../ir/ir.ts";
import {
  array,
  binary,
  constant,
  element,
  member,
  name,
  nothing,
  number,
  object,
  path,
  returned,
  text,
  textOrNull,
  truthWord,
  when,
  type Code,
  type Entry,
  type Statement,
} from "./code.ts";
import { library, type Emission } from "./emission.ts";

/** The fields of an episode as the reader of plain objects takes them. */
export function episodeReader(fields: readonly Field[], emission: Emission): Code {
  return object([
    { name: "fields", value: fieldTable(fields, emission) },
    { name: "takePlain", value: loopOver(fields, emission) },
  ]);
}

function fieldTable(fields: readonly Field[], emission: Emission): Code {
  return array(
    fields.map((field) =>
      object([
        { name: "code", value: text(field.code) },
        { name: "kind", value: kindCode(field) },
        {
          name: "choices",
          value: array(
            field.choices.map((choice) =>
              object([
                { name: "name", value: text(choice.name) },
                { name: "code", value: text(choice.code) },
              ]),
            ),
          ),
        },
        { name: "empty", value: text(field.empty) },
        { name: "unique", value: truthWord(field.unique) },
        ...payersEntry(field, emission),
      ]),
    ),
  );
}

/**
 * Loads all fields of an episode before anything is called: where all episodes have one form, an engine asks only once
 * which it is, as long as nothing has been called that might change it.
 */
function loopOver(fields: readonly Field[], emission: Emission): Code {
  const each: Statement = {
    kind: "each",
    name: "index",
    from: path("stretch", "from"),
    until: name("until"),
    body: [
      constant({ name: "episode", value: element(name("episodes"), name("index"), nothing) }),
      when({ kind: "not", of: library(emission, "isPlain", name("episode")) }, returned(name("index"))),
      constant({ name: "at", value: binary(name("index"), "-", name("left")) }),
      ...fields.map(({ code }, place) => constant({ name: `cell${place}`, value: orNothing(path("episode", code)) })),
      { kind: "let", name: "odd", type: null, value: truthWord(false) },
      ...fields.map((field, place) => taken(field, place, emission)),
      when(name("odd"), returned(name("index"))),
    ],
  };
  return {
    kind: "arrow",
    parameters: [
      { name: "episodes", type: "readonly Episode[]" },
      { name: "writers", type: "Writers" },
      { name: "reading", type: "Reading" },
      { name: "stretch", type: "Stretch" },
    ],
    returns: "number",
    body: [
      ...fields.flatMap((field, place) => roomsOf(field, place, emission)),
      constant({ name: "until", value: path("stretch", "until") }),
      constant({ name: "left", value: path("stretch", "left") }),
      each,
      returned(name("until")),
    ],
  };
}

/** A field's writer and what it fills, looked up before the loop. */
function roomsOf(field: Field, place: number, emission: Emission): readonly Statement[] {
  const writer = `writer${place}`;
  const rooms = plainFormOf(field).rooms.map((room) =>
    constant({ name: `${room}${place}`, value: member(name(writer), room) }),
  );
  return [constant({ name: writer, value: library(emission, "writerAt", name("writers"), number(place)) }), ...rooms];
}

function orNothing(cell: Code): Code {
  return binary(cell, "??", nothing);
}

/**
 * Reads a cell in its plain form, or else with care. That it says nothing is asked here, as most agreements name facts that
 * a host never tells, and a call for each of them would cost as much as those it tells.
 */
function taken(field: Field, place: number, emission: Emission): Statement {
  const { taker, rooms, needsWriter, by } = plainFormOf(field);
  const cell = name(`cell${place}`);
  const given = [
    ...(needsWriter ? [name(`writer${place}`)] : []),
    ...rooms.map((room) => name(`${room}${place}`)),
    ...(by === null ? [] : [name(by)]),
  ];
  const withCare = library(
    emission,
    "takeWithCare",
    name(`writer${place}`),
    name("reading"),
    name("index"),
    name("at"),
    cell,
  );
  const isTaken = taker === null ? withCare : binary(library(emission, taker, ...given, cell), "||", withCare);
  const failed: Code = { kind: "not", of: isTaken };
  const isOdd: Statement = { kind: "assign", to: name("odd"), operator: "=", value: truthWord(true) };
  return when(field.unique ? failed : binary(binary(cell, "!==", nothing), "&&", failed), isOdd);
}

/** What knows the plain form of a field's cells, and what it is given before the cell. */
interface PlainForm {
  /** Null where all cells are read with care. */
  readonly taker: "takeCode" | "takeCondition" | "takeDate" | "takeId" | "takeMoment" | null;
  readonly needsWriter: boolean;
  readonly rooms: readonly ("codes" | "seconds" | "values")[];
  readonly by: "at" | "index" | null;
}

function plainFormOf({ unique, kind: { kind } }: Field): PlainForm {
  if (unique) return { taker: "takeId", needsWriter: true, rooms: [], by: "index" };
  switch (kind) {
    case "moment":
      return { taker: "takeMoment", needsWriter: false, rooms: ["values", "seconds"], by: "at" };
    case "date":
      return { taker: "takeDate", needsWriter: false, rooms: ["values"], by: "at" };
    case "condition":
      return { taker: "takeCondition", needsWriter: false, rooms: ["codes"], by: "at" };
    case "choice":
    case "payer":
    case "text":
      return { taker: "takeCode", needsWriter: true, rooms: ["values"], by: "at" };
    default:
      return { taker: null, needsWriter: false, rooms: [], by: null };
  }
}

function kindCode(field: Field): Code {
  const { kind } = field;
  const entries: Entry[] = [{ name: "kind", value: text(kind.kind) }];
  if (kind.kind === "quantity") {
    entries.push({ name: "unit", value: text(kind.unit) }, { name: "whole", value: truthWord(kind.whole) });
  }
  if (kind.kind === "choice") entries.push({ name: "field", value: text(kind.field) });
  if (kind.kind === "payer") entries.push({ name: "register", value: textOrNull(kind.register) });
  return object(entries);
}

function payersEntry(field: Field, emission: Emission): readonly Entry[] {
  if (field.kind.kind !== "payer" || field.kind.register === null) return [];
  const register = emission.declared(`register ${field.kind.register}`, "register", () => {
    throw new Error("A register is written before the fields that name it.");
  });
  return [
    { name: "payers", value: { kind: "call", callee: name(emission.use("payersIn")), arguments: [name(register)] } },
  ];
}
