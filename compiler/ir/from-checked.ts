// From checked documents to what they mean: one program per document that charges or counts something.
// Rule: nothing is checked here; an accepted workspace has an answer for every question, and a gap is our own fault.

import { citationsIn } from "../check/citations.ts";
import type { FrontEnd } from "../compile.ts";
import type { Document } from "../resolve/document.ts";
import type { Program } from "./ir.ts";
import { documentsOf, lowerDocument, type DocumentInRole } from "./lower/documents.ts";
import { lowerEvent } from "./lower/events.ts";
import { gathering, type Gathering } from "./lower/gathering.ts";
import { lowerMeasured } from "./lower/measured.ts";
import { lowerQuestion } from "./lower/questions.ts";
import { rulesOf } from "./lower/rules.ts";
import { lowerTerm } from "./lower/terms.ts";
import { lowerValue } from "./lower/values.ts";
import { wordingsOf } from "./lower/wordings.ts";
import { fieldsOf, registersOf } from "./lower/vocabulary.ts";

/** By the name of the main document. */
export function lower(front: FrontEnd): ReadonlyMap<string, Program> {
  const programs = new Map<string, Program>();
  for (const document of front.documents.values()) {
    if (document.rules.length > 0) programs.set(document.name, programOf(document, front));
  }
  return programs;
}

function programOf(main: Document, front: FrontEnd): Program {
  const gathered = gathering(front, {
    term: lowerTerm,
    value: lowerValue,
    measured: lowerMeasured,
    event: lowerEvent,
    question: lowerQuestion,
  });
  const inRoles = documentsOf(main, front);
  const documents = inRoles.map((document) => lowerDocument(document, gathered));
  needAllOf(main, gathered);
  const rules = inRoles.flatMap((document) => rulesIn(document, gathered));
  citeEverything(inRoles, gathered);
  const used = inRoles.map(({ document }) => document);
  const program: Omit<Program, "wordings"> = {
    formatVersion: 1,
    main: main.name,
    documents,
    fields: used.flatMap((document) => fieldsOf(document, front)),
    registers: used.flatMap((document) => registersOf(document, front)),
    events: gathered.events.all(),
    questions: gathered.questions.all(),
    values: gathered.values.all(),
    measured: gathered.measured.all(),
    terms: gathered.terms.all(),
    rules,
    clauses: gathered.clauses.clauses,
  };
  return { ...program, wordings: wordingsOf(program) };
}

/** Of the main document everything is kept, also what no rule reads. */
function needAllOf(main: Document, gathered: Gathering): void {
  for (const name of main.events.keys()) gathered.events.need(main.name, name);
  for (const name of main.questions.keys()) gathered.questions.need(main.name, name);
  for (const name of main.values.keys()) gathered.values.need(main.name, name);
  for (const name of main.measured.keys()) gathered.measured.need(main.name, name);
  for (const name of [...main.terms.keys(), ...main.conditions.keys()]) gathered.terms.need(main.name, name);
}

/** What the head, the payment or an omission rests on is cited too, though nothing that is worked out says so. */
function citeEverything(inRoles: readonly DocumentInRole[], { clauses }: Gathering): void {
  for (const { document, role } of inRoles) {
    if (role === "used") continue;
    for (const cites of document.files.flatMap(citationsIn)) {
      if (cites.kind === "references") clauses.indexOf(cites, document);
    }
  }
}

function rulesIn({ document, role }: DocumentInRole, gathered: Gathering): Program["rules"] {
  if (role === "used") return [];
  return rulesOf(document, role === "main" ? "rules and statistics" : "rules", gathered);
}
