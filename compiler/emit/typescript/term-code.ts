// `begrepp` and `villkor` as functions of the generated module, with a table where lines, days or readings matter.
// Rule: a condition's lines are functions of their own, so that a failing one can be named without being written twice.

import type { Id, Requirement, Term, TermBody } from "../../ir/ir.ts";
import {
  array,
  binary,
  call,
  constant,
  name,
  nothing,
  number,
  object,
  path,
  returned,
  text,
  textOrNull,
  type Code,
  type Statement,
} from "./code.ts";
import { guardTable } from "./choosable-code.ts";
import { ofRecordCode } from "./closures.ts";
import { docOf, clauseText } from "./docs.ts";
import { library, libraryName, type Emission } from "./emission.ts";
import { argumentsAt, fractionCode, guardCode, numberCode, ofRecord, type Place } from "./expression-code.ts";
import { camelCase } from "./naming.ts";
import { isPlain, readsCode, readsOf } from "./reads-code.ts";
import type { Signature } from "./signatures.ts";

/** The name of a term's function, which is written when it is first asked for. */
export function termFunction(emission: Emission, id: Id): string {
  const term = emission.term(id);
  return emission.declaredFor(`term ${id}`, term.document, camelCase(term.code), (own) =>
    functionOf(own, term, emission),
  );
}

/** Whether anything about a term depends on the day, on a reading, or on what it counts. */
export function isDatedTerm(emission: Emission, id: Id): boolean {
  return emission.remembered(`dated ${id}`, () => {
    const { definitions, document } = emission.term(id);
    const [only, ...others] = definitions;
    const [body, ...alternatives] = only?.by ?? [];
    if (only === undefined || body === undefined || others.length > 0 || alternatives.length > 0) return true;
    if (only.from !== null || body.guard !== null) return true;
    if (body.it.kind === "condition" && body.it.lines.some((line) => line.guard !== null)) return true;
    return !isPlain(exprsOf(body.it).flatMap((expr) => readsOf(expr, placeIn(document, emission), emission)));
  });
}

/** The table of a term: its definitions by day and reading, its lines, and what they read. */
export function termTable(emission: Emission, id: Id): Code {
  const term = emission.term(id);
  const own = emission.declared(`table term ${id}`, `${termFunction(emission, id)}Term`, (declared) =>
    constant({
      name: declared,
      type: `${emission.use("type TermCode").slice(5)}<Run>`,
      value: object([
        { name: "kind", value: text("term") },
        { name: "id", value: text(id) },
        { name: "document", value: text(term.document) },
        { name: "name", value: text(term.name) },
        { name: "code", value: text(term.code) },
        { name: "clause", value: textOrNull(clauseText(emission, term.clause)) },
        {
          name: "definitions",
          value: array(term.definitions.map((_, index) => definitionCode(term, index, emission))),
        },
      ]),
    }),
  );
  return name(own);
}

/** Where the parts of a term stand. */
export function placeIn(document: string, emission: Emission): Place {
  return { ...ofRecord, document, kinds: emission.kinds, group: null };
}

/** A line as the runtime's `LineCode`; `own` names its function. */
export function lineTable(line: Requirement, holds: Code, document: string, emission: Emission): Code {
  const { condition, guard, says, clause } = line;
  return object([
    { name: "guard", value: guardTable(guard, emission) },
    { name: "says", value: text(says) },
    { name: "clause", value: textOrNull(clauseText(emission, clause)) },
    { name: "holds", value: ofRecordCode(holds) },
    { name: "asks", value: askedCondition(condition, emission) },
    { name: "reads", value: readsCode([condition], placeIn(document, emission), emission, "where absent") },
  ]);
}

/** `krävs betalningsansvar` asks for a condition and nothing else. */
function askedCondition(condition: Requirement["condition"], emission: Emission): Code {
  if (condition.kind !== "term" || condition.at !== null) return nothing;
  const isCondition = emission
    .term(condition.term)
    .definitions.some(({ by }) => by.some(({ it }) => it.kind === "condition"));
  return isCondition ? termTable(emission, condition.term) : nothing;
}

/** A line's condition as a call: a function of its own, or the term that it asks for. */
export function lineCall(line: Requirement, key: string, wish: string, document: string, emission: Emission): Code {
  const place = placeIn(document, emission);
  const { condition } = line;
  const written = numberCode(condition, place, emission);
  if (condition.kind === "term" && condition.at === null) return written;
  const signature = emission.signatures.ofExpr(condition);
  const own = emission.declared(key, wish, (declared) => ({
    kind: "function",
    name: declared,
    parameters: parametersOf(signature),
    returns: "number",
    body: [returned(written)],
    doc: docOf(emission, { says: line.says, clause: line.clause }),
    exported: false,
  }));
  return call(own, ...argumentsAt(signature, ofRecord));
}

export function parametersOf(signature: Signature): { readonly name: string; readonly type: string }[] {
  return [
    { name: "run", type: "Run" },
    ...(signature.record ? [{ name: "record", type: "number" }] : []),
    ...(signature.day ? [{ name: "day", type: "number" }] : []),
    ...(signature.theDay ? [{ name: "theDay", type: "number" }] : []),
  ];
}

function functionOf(own: string, term: Term, emission: Emission): Statement {
  const form = emission.forms.ofTerm(term.id);
  if (form.kind === "fraction") emission.use("type Fraction");
  return {
    kind: "function",
    name: own,
    parameters: parametersOf(emission.signatures.ofTerm(term.id)),
    returns: form.kind === "fraction" ? "Fraction" : "number",
    body: emission.isKept(term.id) ? keptBody(own, term, emission) : bodyCode(own, term, emission),
    doc: docOf(emission, { says: term.name, clause: term.clause, doc: term.doc }),
    exported: false,
  };
}

/** The body of a term that is remembered: asked once for a record, looked up after that. */
function keptBody(own: string, term: Term, emission: Emission): readonly Statement[] {
  const signature = emission.signatures.ofTerm(term.id);
  const known = path("run", "known", emission.memberOf("known", term.id, camelCase(term.code)));
  const never = number(0);
  const asked = [
    signature.record ? ofRecord.record : never,
    signature.day ? ofRecord.day : never,
    signature.theDay ? ofRecord.theDay : never,
  ];
  const kept = (value: Code): Code => library(emission, "keep", name("known"), ...asked, value);
  return [
    constant({ name: "known", value: known }),
    {
      kind: "if",
      test: library(emission, "isKnown", name("known"), ...asked),
      then: [returned(path("known", "value"))],
      otherwise: [],
    },
    ...bodyCode(own, term, emission).map((statement) => returning(statement, kept)),
  ];
}

/** The same statement with what it returns passed through `kept`. */
function returning(statement: Statement, kept: (value: Code) => Code): Statement {
  if (statement.kind === "return" && statement.value !== null) return returned(kept(statement.value));
  if (statement.kind !== "if") return statement;
  const inside = (parts: readonly Statement[]): Statement[] => parts.map((part) => returning(part, kept));
  return { ...statement, then: inside(statement.then), otherwise: inside(statement.otherwise) };
}

function bodyCode(own: string, term: Term, emission: Emission): readonly Statement[] {
  const [only, ...others] = term.definitions;
  if (only !== undefined && only.from === null && others.length === 0) return alternativesOf(own, term, 0, emission);
  const which = path("run", "definitions", emission.memberOf("definitions", term.id, camelCase(term.code)));
  termTable(emission, term.id);
  return [
    constant({ name: "definition", value: library(emission, "itemOn", which, name("day")) }),
    ...term.definitions.map((_, index): Statement => ({
      kind: "if",
      test: binary(name("definition"), "===", number(index)),
      then: alternativesOf(own, term, index, emission),
      otherwise: [],
    })),
    returned(libraryName(emission, "MISSING")),
  ];
}

/** One definition: the first alternative whose reading applies. */
function alternativesOf(own: string, term: Term, definition: number, emission: Emission): readonly Statement[] {
  const statements: Statement[] = [];
  for (const [index, { guard, it }] of (term.definitions[definition]?.by ?? []).entries()) {
    const test = guardCode(guard, ofRecord, emission);
    const value = returned(bodyValue(own, term, definition, index, it, emission));
    if (test === null) return [...statements, value];
    statements.push({ kind: "if", test, then: [value], otherwise: [] });
  }
  return [...statements, returned(libraryName(emission, "MISSING"))];
}

function bodyValue(
  own: string,
  term: Term,
  definition: number,
  alternative: number,
  body: TermBody,
  emission: Emission,
): Code {
  const place = placeIn(term.document, emission);
  if (body.kind === "expression") {
    return emission.forms.ofTerm(term.id).kind === "fraction"
      ? fractionCode(body.value, place, emission)
      : numberCode(body.value, place, emission);
  }
  return allLines(lineCalls(own, term, definition, alternative, body.lines, emission), body.lines, emission);
}

/** Kleene *and* over lines, those that stand under a reading only where it applies. */
export function allLines(calls: readonly Code[], lines: readonly Requirement[], emission: Emission): Code {
  const yes = libraryName(emission, "YES");
  const parts = calls.map((lineCode, index): Code => {
    const test = guardCode(lines[index]?.guard ?? null, ofRecord, emission);
    return test === null ? lineCode : { kind: "conditional", test, then: lineCode, otherwise: yes };
  });
  return (
    parts.reduceRight<Code | null>(
      (rest, part) => (rest === null ? part : library(emission, "both", part, rest)),
      null,
    ) ?? yes
  );
}

function lineCalls(
  own: string,
  term: Term,
  definition: number,
  alternative: number,
  lines: readonly Requirement[],
  emission: Emission,
): readonly Code[] {
  return lines.map((line, index) => {
    const wish = `${own}Line${index + 1}`;
    return lineCall(line, `line ${term.id} ${definition} ${alternative} ${index}`, wish, term.document, emission);
  });
}

function definitionCode(term: Term, definition: number, emission: Emission): Code {
  const { from = null, by = [] } = term.definitions[definition] ?? {};
  return object([
    { name: "from", value: from === null ? nothing : number(from) },
    {
      name: "by",
      value: array(
        by.map(({ guard, it }, alternative) =>
          object([
            { name: "guard", value: guardTable(guard, emission) },
            { name: "body", value: bodyTable(term, definition, alternative, it, emission) },
          ]),
        ),
      ),
    },
  ]);
}

function bodyTable(term: Term, definition: number, alternative: number, body: TermBody, emission: Emission): Code {
  const place = placeIn(term.document, emission);
  if (body.kind === "expression") {
    return object([
      { name: "kind", value: text("expression") },
      { name: "reads", value: readsCode([body.value], place, emission) },
    ]);
  }
  const calls = lineCalls(termFunction(emission, term.id), term, definition, alternative, body.lines, emission);
  return object([
    { name: "kind", value: text("condition") },
    {
      name: "lines",
      value: array(body.lines.map((line, index) => lineTable(line, calls[index] ?? nothing, term.document, emission))),
    },
  ]);
}

function exprsOf(body: TermBody): readonly Requirement["condition"][] {
  return body.kind === "expression" ? [body.value] : body.lines.map(({ condition }) => condition);
}
