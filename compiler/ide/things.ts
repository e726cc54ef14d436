// What a name is about: one identity for all the places where a thing is given, given anew by an amendment or a reading,
// and used.
// Rule: two names are about the same thing exactly where their identities are equal.

import type { Declaration } from "../resolve/bindings.ts";
import type { Document } from "../resolve/document.ts";
import type { Definition, FileTree, Head, Name, PatchStatement, RuleLine, Statement } from "../syntax/ast.ts";
import type { Analysis } from "./analysis.ts";
import type { Sort } from "./answers.ts";
import { namesIn, namesSpelled } from "./nodes.ts";

export interface Thing {
  /** `stockholm.dag-noll`; the same for every place that is about it. */
  readonly id: string;
  readonly sort: Sort;
  readonly document: string;
  readonly name: string;
}

export interface ThingAt extends Thing {
  readonly at: Name;
  readonly declares: boolean;
}

/** Every name of a file that is about something known, in written order. */
export function thingsIn(tree: FileTree, analysis: Analysis): readonly ThingAt[] {
  const known = thingsOf.get(analysis)?.get(tree);
  if (known !== undefined) return known;
  const things = namesIn(tree).flatMap((at) => thingNamed(at, tree, analysis) ?? []);
  thingsOf.set(analysis, (thingsOf.get(analysis) ?? new Map<FileTree, readonly ThingAt[]>()).set(tree, things));
  return things;
}

/** An analysis never changes, and colours and hints ask for the same things one after the other. */
const thingsOf = new WeakMap<Analysis, Map<FileTree, readonly ThingAt[]>>();

export function thingAt(tree: FileTree, offset: number, analysis: Analysis): ThingAt | undefined {
  const found = namesIn(tree)
    .filter(({ span }) => span.start <= offset && offset <= span.end)
    .flatMap((at) => thingNamed(at, tree, analysis) ?? []);
  return found.find(({ at: { span } }) => offset < span.end) ?? found[0];
}

/** Every place of the workspace that is about the thing: only names that are spelled like it are looked at. */
export function placesOf({ id, name }: Pick<Thing, "id" | "name">, analysis: Analysis): readonly ThingAt[] {
  return analysis.front.trees.flatMap((tree) =>
    namesSpelled(name, tree).flatMap((at) => {
      const thing = thingNamed(at, tree, analysis);
      return thing?.id === id ? [thing] : [];
    }),
  );
}

function thingNamed(at: Name, tree: FileTree, analysis: Analysis): ThingAt | undefined {
  const given = declaredIn(tree).get(at);
  if (given !== undefined) return { ...given, at, declares: true };
  const declaration = analysis.front.bindings.targetOf.get(at);
  const thing = declaration === undefined ? undefined : thingOf(declaration, at, tree, analysis);
  return thing === undefined ? undefined : { ...thing, at, declares: false };
}

export function documentOf(tree: FileTree): string {
  return tree.head?.kind === "amendment" ? tree.head.amends.text : (tree.head?.name.text ?? "");
}

/** The document itself, with its amendments worked in. */
export function documentHolding(tree: FileTree, { front }: Analysis): Document | undefined {
  return front.documents.get(documentOf(tree));
}

/** What a used name is about. */
function thingOf(declaration: Declaration, at: Name, tree: FileTree, analysis: Analysis): Thing | undefined {
  switch (declaration.kind) {
    case "document":
      return documentThing(declaration.document);
    case "source":
      return declaration.source === "document"
        ? documentThing(declaration.document)
        : named("source", declaration.document, declaration.source.name.text);
    case "field":
      return named("field", declaration.document, declaration.field.name.text);
    case "choice":
      return choiceThing(declaration.document, declaration.field.name.text, declaration.choice.name.text);
    case "register":
      return named("register", declaration.document, declaration.register.name.text);
    case "registerFact":
      return factThing(declaration.document, declaration.register.name.text, declaration.field.name.text);
    case "event":
      return named("event", declaration.document, declaration.event.name.text);
    case "value":
      return named("value", declaration.document, declaration.value.name.text);
    case "measured":
      return named("measured", declaration.document, declaration.measured.name.text);
    case "term":
      return named("term", declaration.document, declaration.term.name.text);
    case "condition":
      return named("condition", declaration.document, declaration.condition.name.text);
    case "rule":
      return named(declaration.rule.kind, declaration.document, declaration.rule.name.text);
    case "step":
      return stepThing(declaration.document, ruleOfStep(declaration.step, at, tree, analysis), at.text);
    case "question":
      return questionThing(declaration.document, declaration.question.name.text);
    case "reading":
      return readingThing(declaration.document, declaration.question.name.text, declaration.reading.name.text);
    case "payer":
      return {
        id: `payer ${declaration.document}.${declaration.register.name.text}/${declaration.entry.code}`,
        sort: "payer",
        document: declaration.document,
        name: declaration.entry.name,
      };
    case "builtIn":
      return undefined;
  }
}

/** The rule whose step it is: the one around the use, or the one it was taken over from. */
function ruleOfStep(step: RuleLine, at: Name, tree: FileTree, { front }: Analysis): string {
  const around = rulesIn(tree).find(({ span }) => span.start <= at.span.start && at.span.end <= span.end)?.name;
  const home = front.trees.find(({ file }) => file === step.span.file);
  const owner = home === undefined ? undefined : rulesIn(home).find(({ lines }) => lines.includes(step))?.name;
  if (owner === undefined || home === undefined) return around ?? "";
  return documentOf(home) === documentOf(tree) ? (around ?? owner) : owner;
}

interface RuleWritten {
  readonly name: string;
  readonly span: { readonly start: number; readonly end: number };
  readonly lines: readonly RuleLine[];
}

/** Trees never change, so what stands in one is found once. */
const rulesOf = new WeakMap<FileTree, readonly RuleWritten[]>();
const givenIn = new WeakMap<FileTree, ReadonlyMap<Name, Thing>>();

/** Rules, and patches of rules, wherever they stand. */
export function rulesIn(tree: FileTree): readonly RuleWritten[] {
  const known = rulesOf.get(tree) ?? rulesWritten(tree);
  rulesOf.set(tree, known);
  return known;
}

function rulesWritten(tree: FileTree): readonly RuleWritten[] {
  return insideOf(tree).flatMap((statement): RuleWritten[] => {
    if (statement.kind === "rule" || statement.kind === "statistic") {
      return [{ name: statement.name.text, span: statement.span, lines: statement.lines }];
    }
    if (
      statement.kind !== "patch" ||
      statement.content.kind === "condition" ||
      statement.content.kind === "agreement"
    ) {
      return [];
    }
    const { lines } = statement.content;
    return [{ name: statement.name.text, span: statement.span, lines: lines === "nothing" ? [] : lines }];
  });
}

/** Every statement of a file, those inside readings among them. */
export function insideOf(tree: FileTree): readonly Statement[] {
  return tree.statements.flatMap((statement): readonly Statement[] => {
    if (statement.kind !== "question") return [statement];
    const inside = statement.readings.flatMap(({ content }): readonly (Definition | PatchStatement)[] =>
      content.kind === "replaced" ? content.by : [],
    );
    return [statement, ...inside];
  });
}

/** The names that a file gives to something, in the decided text, in an amendment or in a reading. */
function declaredIn(tree: FileTree): ReadonlyMap<Name, Thing> {
  const known = givenIn.get(tree) ?? given(tree);
  givenIn.set(tree, known);
  return known;
}

function given(tree: FileTree): ReadonlyMap<Name, Thing> {
  const document = documentOf(tree);
  const things = new Map<Name, Thing>();
  declareHead(tree.head, things);
  for (const statement of insideOf(tree)) declareStatement(statement, document, things);
  return things;
}

function declareHead(head: Head | undefined, given: Map<Name, Thing>): void {
  if (head?.kind === "document") given.set(head.name, documentThing(head.name.text));
}

function declareStatement(statement: Statement, document: string, given: Map<Name, Thing>): void {
  switch (statement.kind) {
    case "uses":
    case "leftOut":
      return;
    case "record":
      for (const { name, type } of statement.fields) {
        given.set(name, named("field", document, name.text));
        if (type.kind === "kind") continue;
        for (const choice of type.choices) given.set(choice.name, choiceThing(document, name.text, choice.name.text));
      }
      return;
    case "register":
      given.set(statement.name, named("register", document, statement.name.text));
      for (const { name } of statement.fields) given.set(name, factThing(document, statement.name.text, name.text));
      return;
    case "question":
      given.set(statement.name, questionThing(document, statement.name.text));
      for (const { name } of statement.readings) {
        given.set(name, readingThing(document, statement.name.text, name.text));
      }
      return;
    case "patch":
      if (statement.content.kind === "agreement") given.set(statement.name, documentThing(statement.name.text));
      if (statement.content.kind === "rule" || statement.content.kind === "statistic") {
        declareSteps(statement.name.text, statement.content.lines, document, given);
      }
      return;
    case "rule":
    case "statistic":
      given.set(statement.name, named(statement.kind, document, statement.name.text));
      declareSteps(statement.name.text, statement.lines, document, given);
      return;
    default:
      given.set(statement.name, named(statement.kind, document, statement.name.text));
  }
}

function declareSteps(
  rule: string,
  lines: readonly RuleLine[] | "nothing",
  document: string,
  given: Map<Name, Thing>,
): void {
  if (lines === "nothing") return;
  for (const line of lines) if (line.kind === "step") given.set(line.name, stepThing(document, rule, line.name.text));
}

/** Things of a document share one set of names; sources have one of their own. */
function named(sort: Sort, document: string, name: string): Thing {
  const of = sort === "source" ? "source" : "thing";
  return { id: `${of} ${document}.${name}`, sort, document, name };
}

function documentThing(document: string): Thing {
  return { id: `document ${document}`, sort: "document", document, name: document };
}

function choiceThing(document: string, field: string, name: string): Thing {
  return { id: `choice ${document}.${field}/${name}`, sort: "choice", document, name };
}

function factThing(document: string, register: string, name: string): Thing {
  return { id: `fact ${document}.${register}/${name}`, sort: "fact", document, name };
}

function stepThing(document: string, rule: string, name: string): Thing {
  return { id: `step ${document}.${rule}/${name}`, sort: "step", document, name };
}

function questionThing(document: string, name: string): Thing {
  return { id: `question ${document}.${name}`, sort: "question", document, name };
}

function readingThing(document: string, question: string, name: string): Thing {
  return { id: `reading ${document}.${question}/${name}`, sort: "reading", document, name };
}
