// What a generated module says of its agreement beside the evaluator: hash, wordings, readings, events, values,
// sources and the episode, as typed data.
// Rule: every name of the agreement is a key in quotes, so that a wrong one does not compile and none can do harm.

import { dateText } from "@avtal/runtime/calendar";
import type { Field, Program, QuantityUnit } from "../../ir/ir.ts";
import { unitWord } from "../../ir/unit-word.ts";
import {
  array,
  constant,
  nothing,
  object,
  text,
  textOrNull,
  truthWord,
  type Code,
  type Entry,
  type Member,
  type Statement,
} from "./code.ts";

export function dataStatements(program: Program, hash: string): readonly Statement[] {
  return [
    exportedConst("meaningHash", text(hash), "The hash of what the agreement means, blind to layout and comments."),
    asConst(
      "wordings",
      array(program.wordings.map(({ day }) => text(dateText(day)))),
      "Every day on which the text changes.",
    ),
    alias("Wording", "(typeof wordings)[number]", "A day of `wordings`."),
    asConst(
      "readings",
      object(program.questions.map((question) => questionEntry(question, program))),
      "The open questions, their readings and the chosen one.",
    ),
    alias(
      "Readings",
      '{ readonly [Question in keyof typeof readings]?: keyof (typeof readings)[Question]["readings"] }',
      "Other readings than the chosen ones.",
    ),
    asConst(
      "events",
      object(program.events.map((event) => eventEntry(event, program))),
      "Events whose date decides, and when they happened as the text stands.",
    ),
    alias(
      "Events",
      "{ readonly [Event in keyof typeof events]?: IsoDate | null }",
      "When an event happened; null is not yet.",
    ),
    asConst(
      "values",
      object(quantities(program).map((value) => valueEntry(value, program))),
      "Quantities that a run may supply, with their units.",
    ),
    alias("Values", "{ readonly [Value in keyof typeof values]?: Supplied }", "Supplied quantities, as exact texts."),
    asConst("sources", array(sourceTitles(program).map(text)), "The source texts that are cited."),
  ];
}

/** The fields of an episode that the agreement reads. */
export function episodeStatement(fields: readonly Field[]): Statement {
  return {
    kind: "interface",
    name: "Episode",
    extends: null,
    members: fields.map(episodeMember),
    doc: "A care episode: the facts that the agreement reads. null is an empty field.",
    exported: true,
  };
}

/** Öre per unit of what a host writes. */
export function scaleTable(program: Program): Code {
  const entries = quantities(program).map((value) =>
    array([text(hostName(value, program)), { kind: "bigint", value: isMoney(value.unit) ? 100n : 1n }]),
  );
  return { kind: "new", callee: "Map", arguments: [array(entries)] };
}

/** Where each step rests, for explanations. */
export function groundsTable(program: Program): Code {
  const entries = new Map<string, Code>();
  for (const rule of program.rules) {
    for (const step of rule.steps) {
      const clause = step.clause === null ? undefined : program.clauses[step.clause];
      if (clause === undefined) continue;
      const key = `${rule.document}.${rule.name}.${step.name}`;
      if (entries.has(key)) continue;
      const ground = object([
        { name: "place", value: text(clause.place) },
        { name: "quote", value: textOrNull(clause.quote) },
      ]);
      entries.set(key, array([text(key), ground]));
    }
  }
  return { kind: "new", callee: "Map", arguments: [array([...entries.values()])] };
}

function exportedConst(own: string, value: Code, doc: string): Statement {
  return constant({ name: own, value, doc, exported: true });
}

function asConst(own: string, value: Code, doc: string): Statement {
  return exportedConst(own, { kind: "as", of: value, type: "const" }, doc);
}

function alias(own: string, type: string, doc: string): Statement {
  return { kind: "type", name: own, type, doc, exported: true };
}

/** Own names stand alone, others with their document. */
function hostName(
  { document, name: own }: { readonly document: string; readonly name: string },
  { main }: Program,
): string {
  return document === main ? own : `${document}.${own}`;
}

function questionEntry(question: Program["questions"][number], program: Program): Entry {
  const last = question.chosen[question.chosen.length - 1];
  return {
    name: hostName(question, program),
    value: object([
      { name: "asks", value: text(question.asks) },
      {
        name: "readings",
        value: object(question.readings.map((reading) => ({ name: reading.name, value: text(reading.title) }))),
      },
      { name: "chosen", value: textOrNull(last?.reading ?? null) },
      { name: "preliminary", value: truthWord(last?.preliminary ?? false) },
      { name: "reason", value: textOrNull(last?.reason ?? null) },
    ]),
  };
}

function eventEntry(event: Program["events"][number], program: Program): Entry {
  const dot = event.id.indexOf(".");
  const happened = event.state.kind === "happened" ? text(dateText(event.state.day)) : nothing;
  return {
    name: hostName({ document: event.id.slice(0, dot), name: event.id.slice(dot + 1) }, program),
    value: object([
      { name: "title", value: text(event.title) },
      { name: "state", value: text(event.state.kind) },
      { name: "happened", value: happened },
    ]),
  };
}

interface Quantity {
  readonly document: string;
  readonly name: string;
  readonly unit: QuantityUnit;
}

function quantities(program: Program): readonly Quantity[] {
  return [...program.values, ...program.measured].flatMap(({ document, name: own, kind }) =>
    kind.kind === "quantity" ? [{ document, name: own, unit: kind.unit }] : [],
  );
}

function valueEntry(value: Quantity, program: Program): Entry {
  return { name: hostName(value, program), value: object([{ name: "unit", value: text(unitWord(value.unit)) }]) };
}

function isMoney(unit: QuantityUnit): boolean {
  return unit === "money" || unit === "moneyPerDay";
}

function sourceTitles(program: Program): readonly string[] {
  return [...new Set(program.clauses.filter(({ assumption }) => !assumption).map(({ source }) => source))];
}

function episodeMember(field: Field): Member {
  const type = episodeType(field);
  return {
    name: field.code,
    type: field.unique ? type : `${type} | null`,
    optional: !field.unique,
    mutable: false,
    doc: [`${field.name}.`, ...(field.doc === null ? [] : [field.doc])].join("\n"),
  };
}

function episodeType(field: Field): string {
  switch (field.kind.kind) {
    case "date":
      return "IsoDate";
    case "condition":
      return "boolean";
    case "choice":
      return field.choices.map(({ code }) => JSON.stringify(code)).join(" | ");
    case "quantity":
      return "number";
    default:
      return "string";
  }
}
