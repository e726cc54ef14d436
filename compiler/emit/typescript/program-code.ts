// A whole program as statements: the same for a module and for a script.
// Rule: rules are written first, and everything they ask for before them, so that what nothing reads is left out.

import type { Field, Program, RegisterIr } from "../../ir/ir.ts";
import {
  array,
  call,
  constant,
  name,
  nothing,
  number,
  object,
  path,
  returned,
  text,
  truthWord,
  type Code,
  type Entry,
  type Member,
  type Statement,
} from "./code.ts";
import { eventTable, questionTable } from "./choosable-code.ts";
import { emissionOf, library, libraryName, type Emission, type MadeFor, type Space } from "./emission.ts";
import { alternativesCode, emptyCode, fractionCode, type Place } from "./expression-code.ts";
import { descendants } from "../../ir/children.ts";
import { readByProgram } from "../../ir/parts.ts";
import { ruleTable } from "./rule-code.ts";
import { placeIn, termTable } from "./term-code.ts";
import { valueTable } from "./value-code.ts";
import { camelCase } from "./naming.ts";

export interface ProgramCode {
  readonly statements: readonly Statement[];
  /** What the statements use of the runtime; a type is written `type Name`. */
  readonly used: readonly string[];
  readonly emission: Emission;
  /**
   * Whether a rule asks for figures over all records. Formulas of measured values ask for all records too, but only once a
   * run has stopped for lack of such a value.
   */
  readonly rulesAskForAll: boolean;
}

export function programCode(program: Program, fractional: ReadonlySet<string>, kernels: MadeFor | null): ProgramCode {
  const emission = emissionOf(program, fractional, kernels);
  const rules = program.rules.map((rule) => ruleTable(emission, rule));
  const rulesAskForAll = emission.usedOfRuntime().includes("overAll");
  const choosable = choosableCode(program, emission);
  const measures = measuresCode(program, emission);
  const registers = program.registers.map((register) => registerTable(register, emission));
  const start = startRun(program, registers, emission);
  const evaluation = [
    constant({
      name: "rules",
      type: `readonly ${emission.use("type RuleCode").slice(5)}<Run, unknown>[]`,
      value: array(rules),
    }),
    constant({ name: "choosable", type: emission.use("type Choosable").slice(5), value: choosable }),
    constant({
      name: "measures",
      value: measures,
      type: `ReadonlyMap<string, (run: Run) => ${emission.use("type Fraction").slice(5)}>`,
    }),
  ];
  const body = [
    ...runInterfaces(emission),
    ...emission.hoistedStatements(),
    constant({
      name: "names",
      type: "readonly string[]",
      value: array(emission.names().map(text)),
      doc: "Payers and texts that the agreement names, by number.",
    }),
    ...emission.declaredStatements(),
    ...evaluation,
    ...start,
    ...entryFunctions(emission),
  ];
  return { statements: body, used: emission.usedOfRuntime(), emission, rulesAskForAll };
}

function choosableCode(program: Program, emission: Emission): Code {
  const quantities = [...program.values, ...program.measured].map(({ id, kind }) =>
    object([
      { name: "id", value: text(id) },
      { name: "quantity", value: truthWord(kind.kind === "quantity") },
    ]),
  );
  return object([
    { name: "main", value: text(program.main) },
    { name: "questions", value: array(program.questions.map(({ id }) => questionTable(emission, id))) },
    { name: "events", value: array(program.events.map(({ id }) => eventTable(emission, id))) },
    { name: "values", value: array(quantities) },
  ]);
}

/** The formula of each measured value, on no day. */
function measuresCode(program: Program, emission: Emission): Code {
  const entries = program.measured.map(({ id, document, formula }) => {
    const place: Place = { ...placeIn(document, emission), day: libraryName(emission, "UNKNOWN") };
    const complete = formula.some(({ guard }) => guard === null);
    const alternatives = formula.map(({ guard, it }) => ({ guard, code: fractionCode(it, place, emission) }));
    const missing = { guard: null, code: libraryName(emission, "MISSING") };
    const body = alternativesCode(complete ? alternatives : [...alternatives, missing], place, emission);
    const arrow: Code = { kind: "arrow", parameters: [{ name: "run", type: "Run" }], returns: null, body };
    return array([text(id), arrow]);
  });
  return { kind: "new", callee: "Map", arguments: [array(entries)] };
}

function registerTable(register: RegisterIr, emission: Emission): { readonly id: string; readonly code: Code } {
  const local = register.id.slice(register.id.indexOf(".") + 1);
  const own = emission.declared(`register ${register.id}`, `${camelCase(local)}Register`, (declared) =>
    constant({
      name: declared,
      type: emission.use("type RegisterCode").slice(5),
      value: object([
        { name: "id", value: text(register.id) },
        {
          name: "choices",
          value: array(
            register.factKinds.map((kind) =>
              kind.kind === "choice"
                ? array(emission.field(kind.field).choices.map(({ code }) => text(code)))
                : nothing,
            ),
          ),
        },
        { name: "entries", value: array(register.entries.map(entryCode)) },
      ]),
    }),
  );
  return { id: register.id, code: name(own) };
}

function entryCode(entry: RegisterIr["entries"][number]): Code {
  const day = (value: number | null): Code => (value === null ? nothing : number(value));
  return object([
    { name: "code", value: text(entry.code) },
    { name: "name", value: text(entry.name) },
    { name: "from", value: day(entry.from) },
    { name: "until", value: day(entry.until) },
    { name: "successor", value: entry.successor === null ? nothing : text(entry.successor) },
    { name: "facts", value: array(entry.facts.map((fact) => (fact === null ? nothing : text(fact)))) },
  ]);
}

/** The run: what is the same for every record, worked out before the first one. */
function startRun(
  program: Program,
  registers: readonly { readonly id: string; readonly code: Code }[],
  emission: Emission,
): readonly Statement[] {
  const dictionary = constant({ name: "dictionary", value: library(emission, "namesOf", name("names")) });
  const inDirectory = registers.map(({ id, code }) => ({
    name: emission.memberOf("directory", id, camelCase(id.slice(id.indexOf(".") + 1))),
    value: library(emission, "registerOf", code, name("dictionary")),
  }));
  emission.use("type RunOptions");
  emission.use("type Columns");
  return [
    {
      kind: "function",
      name: "startRun",
      parameters: [
        { name: "columns", type: "Columns" },
        { name: "options", type: "RunOptions" },
      ],
      returns: "Run",
      doc: "What is the same for every record of a run.",
      exported: false,
      body: [
        constant({ name: "choices", value: library(emission, "choicesOf", name("choosable"), name("options")) }),
        dictionary,
        constant({ name: "directory", type: "Directory", value: object(inDirectory) }),
        returned(
          object([
            { name: "columns", value: name("columns") },
            { name: "choices", value: name("choices") },
            { name: "names", value: name("dictionary") },
            { name: "directory", value: name("directory") },
            { name: "registers", value: array(inDirectory.map(({ name: own }) => path("directory", own))) },
            { name: "payers", value: payersNamed(program) },
            { name: "figuresOverAll", value: { kind: "new", callee: "Map", arguments: [] } },
            ...spaceEntries(emission),
          ]),
        ),
      ],
    },
  ];
}

/** Payers that the agreement names by itself, outside every register. */
function payersNamed(program: Program): Code {
  const found = new Map<string, string>();
  for (const outer of readByProgram(program)) {
    for (const expr of descendants(outer)) {
      if (expr.kind === "payer" && expr.name !== null) found.set(expr.code, expr.name);
    }
  }
  return {
    kind: "new",
    callee: "Map",
    arguments: [array([...found].map(([code, own]) => array([text(code), text(own)])))],
  };
}

function spaceEntries(emission: Emission): readonly Entry[] {
  const entriesOf = (space: Space, made: (id: string) => Code): Code =>
    object(emission.membersOf(space).map(({ id, name: own }) => ({ name: own, value: made(id) })));
  const choices = name("choices");
  return [
    { name: "facts", value: entriesOf("facts", (id) => factsCode(emission.field(id), emission)) },
    {
      name: "readings",
      value: entriesOf("readings", (id) => {
        const dated = emission.question(id).chosen.length > 1;
        return library(emission, dated ? "readingsByDay" : "chosenReading", choices, questionTable(emission, id));
      }),
    },
    {
      name: "events",
      value: entriesOf("events", (id) => library(emission, "eventDay", choices, eventTable(emission, id))),
    },
    {
      name: "rows",
      value: entriesOf("rows", (id) => library(emission, "rowsInForce", valueTable(emission, id), choices)),
    },
    {
      name: "definitions",
      value: entriesOf("definitions", (id) =>
        library(emission, "definitionsInForce", termTable(emission, id), choices),
      ),
    },
    { name: "known", value: entriesOf("known", () => library(emission, "newKnown", number(0))) },
  ];
}

function factsCode(field: Field, emission: Emission): Code {
  const described = object([
    { name: "code", value: text(field.code) },
    { name: "empty", value: emptyCode(field, emission) },
    { name: "optional", value: truthWord(field.optional) },
  ]);
  const columns = name("columns");
  switch (field.kind.kind) {
    case "date":
      return library(emission, "dateFacts", columns, described);
    case "moment":
      return library(emission, "momentFacts", columns, described);
    case "condition":
      return library(emission, "conditionFacts", columns, described);
    case "choice":
      return library(emission, "choiceFacts", columns, described, array(field.choices.map(({ code }) => text(code))));
    case "payer":
    case "text":
      return library(emission, "nameFacts", columns, described, name("dictionary"));
    case "clock":
    case "month":
    case "quarter":
    case "year":
    case "quantity":
      return library(emission, "numberFacts", columns, described);
  }
}

function runInterfaces(emission: Emission): readonly Statement[] {
  const typeOf: Readonly<Record<Space, (id: string) => string>> = {
    facts: (id) => factsType(emission.field(id), emission),
    readings: (id) =>
      emission.question(id).chosen.length > 1 ? `${emission.use("type Schedule").slice(5)}<string>` : "string",
    events: () => "number",
    rows: () => `${emission.use("type RowsInForce").slice(5)}<Run>`,
    definitions: () => `${emission.use("type Schedule").slice(5)}<number>`,
    directory: () => emission.use("type Register").slice(5),
    known: (id) => {
      const isFraction = emission.forms.ofTerm(id).kind === "fraction";
      return `${emission.use("type Known").slice(5)}<${isFraction ? emission.use("type Fraction").slice(5) : "number"}>`;
    },
  };
  const spaces: readonly (readonly [Space, string, string])[] = [
    ["facts", "Facts", "The columns that the agreement reads."],
    ["readings", "ReadingsInForce", "The chosen reading of each question, by day where it was chosen anew."],
    ["events", "EventDays", "The day of each event."],
    ["rows", "DatedRows", "Dated values, with what was supplied for the run."],
    ["definitions", "Definitions", "Terms that were amended: which definition applies."],
    ["directory", "Directory", "Registers of payers."],
    ["known", "KnownTerms", "Terms of the record at hand that several rules ask for."],
  ];
  const member = (own: string, type: string): Member => ({
    name: own,
    type,
    optional: false,
    mutable: false,
    doc: null,
  });
  const interfaces = spaces.map(([space, type, doc]): Statement => ({
    kind: "interface",
    name: type,
    extends: null,
    members: emission.membersOf(space).map(({ id, name: own }) => member(own, typeOf[space](id))),
    doc,
    exported: false,
  }));
  const run: Statement = {
    kind: "interface",
    name: "Run",
    extends: emission.use("type RunState").slice(5),
    members: spaces.map(([space, type]) => member(space, type)),
    doc: "One run: its records, and what is the same for all of them.",
    exported: false,
  };
  return [...interfaces, run];
}

function factsType(field: Field, emission: Emission): string {
  switch (field.kind.kind) {
    case "moment":
      return emission.use("type MomentFacts").slice(5);
    case "condition":
      return "Uint8Array";
    default:
      return "Int32Array";
  }
}

function entryFunctions(emission: Emission): readonly Statement[] {
  emission.use("type Evaluation");
  emission.use("type Ratio");
  const parameters = [
    { name: "columns", type: "Columns" },
    { name: "options", type: "RunOptions" },
  ];
  const run = call("startRun", name("columns"), name("options"));
  return [
    {
      kind: "function",
      name: "evaluateRun",
      parameters,
      returns: "Evaluation",
      body: [returned(library(emission, "evaluateRules", name("rules"), run))],
      doc: null,
      exported: false,
    },
    {
      kind: "function",
      name: "measureRun",
      parameters: [{ name: "measured", type: "string" }, ...parameters],
      returns: "Ratio | undefined",
      body: [returned(library(emission, "measureOf", name("measures"), name("measured"), run))],
      doc: null,
      exported: false,
    },
  ];
}
