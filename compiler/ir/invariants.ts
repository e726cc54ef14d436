// What every program promises, tested: a breach is a mistake in the compiler, so it throws with the place.
// Rule: ids exist, each once · terms and steps stand in order of evaluation · the two stages never mix.

import { ratioFromText, ratioText } from "@avtal/runtime/ratio";
import { children, descendants } from "./children.ts";
import type { Alternatives, Expr, Guard, Id, Program, Rule } from "./ir.ts";
import { readByMeasured, readByProgram, readByTerm, readByValue, readOfGroups, readOfRecords } from "./parts.ts";

export function assertInvariants(program: Program): void {
  assertIdsAreUnique(program);
  assertIdsExist(program);
  assertEvaluationOrder(program);
  for (const expr of readByProgram(program)) for (const part of descendants(expr)) assertExact(part);
  for (const expr of readOutsideRules(program)) assertRecordStage(expr, "outside rules");
  for (const rule of program.rules) assertRule(rule, program);
}

function assertIdsAreUnique(program: Program): void {
  const sorts = { ...program, documents: program.documents.map(({ name }) => ({ id: name })) };
  for (const sort of [
    "documents",
    "fields",
    "registers",
    "events",
    "questions",
    "values",
    "measured",
    "terms",
    "rules",
  ] as const) {
    const seen = new Set<Id>();
    for (const { id } of sorts[sort]) {
      if (seen.has(id)) throw broken(`two ${sort} are called ${id}`);
      seen.add(id);
    }
  }
}

function assertIdsExist(program: Program): void {
  const known = {
    field: ids(program.fields),
    register: ids(program.registers),
    event: ids(program.events),
    value: ids(program.values),
    measured: ids(program.measured),
    term: ids(program.terms),
    document: new Set(program.documents.map(({ name }) => name)),
  };
  const need = (sort: keyof typeof known, id: Id): void => {
    if (!known[sort].has(id)) throw broken(`no ${sort} is called ${id}`);
  };
  for (const outer of readByProgram(program)) {
    for (const expr of descendants(outer)) {
      if (expr.kind === "field") need("field", expr.field);
      if (expr.kind === "choice") need("field", expr.field);
      if (expr.kind === "term") need("term", expr.term);
      if (expr.kind === "value") need("value", expr.value);
      if (expr.kind === "measured") need("measured", expr.measured);
      if (expr.kind === "eventDate") need("event", expr.event);
      if (expr.kind === "fact" || expr.kind === "payerOn") need("register", expr.register);
      if ("document" in expr) need("document", expr.document);
      if (expr.kind === "choose") assertAlternatives(expr.by, program);
    }
  }
}

/** Terms by terms, also by way of values and measured values. */
function assertEvaluationOrder(program: Program): void {
  const values = new Map(program.values.map((value) => [value.id, readByValue(value)]));
  const measured = new Map(program.measured.map((each) => [each.id, readByMeasured(each)]));
  const termsIn = (exprs: readonly Expr[], via: ReadonlySet<Id>): readonly Id[] =>
    exprs
      .flatMap((outer) => [...descendants(outer)])
      .flatMap((expr): readonly Id[] => {
        if (expr.kind === "term") return [expr.term];
        const through = expr.kind === "value" ? expr.value : expr.kind === "measured" ? expr.measured : undefined;
        if (through === undefined || via.has(through)) return [];
        return termsIn(values.get(through) ?? measured.get(through) ?? [], new Set([...via, through]));
      });
  const set = new Set<Id>();
  for (const term of program.terms) {
    for (const read of termsIn(readByTerm(term), new Set())) {
      if (!set.has(read)) throw broken(`${term.id} reads ${read} before it is found`);
    }
    set.add(term.id);
    for (const { by } of term.definitions) assertAlternatives(by, program);
  }
}

function assertRule(rule: Rule, program: Program): void {
  const where = rule.id;
  for (const expr of readOfRecords(rule)) assertRecordStage(expr, where);
  for (const expr of readOfGroups(rule)) assertGroupStage(expr, rule);
  for (const slot of slotsOf(rule)) assertAlternatives(slot, program);
  for (const guard of rule.guards) assertGuard(guard, program);
  for (const { guard } of [...rule.requires, ...rule.steps]) if (guard !== null) assertGuard(guard, program);
  const rules = ids(program.rules);
  for (const other of [...rule.insteadOf, ...rule.onTopOf]) {
    if (!rules.has(other)) throw broken(`${where} speaks of ${other}, which is no rule`);
  }
  const found = new Set<string>();
  for (const step of rule.steps) {
    for (const part of descendants(step.value)) {
      if (part.kind === "step" && !found.has(part.name))
        throw broken(`${where}: ${step.name} reads ${part.name} too early`);
    }
    found.add(step.name);
  }
  const clauses = [
    rule.clause,
    ...rule.requires.map(({ clause }) => clause),
    ...rule.steps.map(({ clause }) => clause),
  ];
  for (const clause of clauses) {
    if (clause !== null && program.clauses[clause] === undefined) throw broken(`${where} cites no clause ${clause}`);
  }
}

function slotsOf(rule: Rule): readonly Alternatives<unknown>[] {
  const { inForce, scope, follows, keys, payer, payee, invoicer, chargedWhen, quantity } = rule;
  return [inForce, scope, follows, keys, payer, payee, invoicer, chargedWhen, quantity];
}

function assertAlternatives(by: Alternatives<unknown>, program: Program): void {
  by.forEach(({ guard }, index) => {
    if (guard === null && index < by.length - 1) throw broken("an alternative stands after one that always holds");
    if (guard !== null) assertGuard(guard, program);
  });
}

function assertGuard({ question, readings }: Guard, program: Program): void {
  const asked = program.questions.find(({ id }) => id === question);
  if (asked === undefined) throw broken(`no question is called ${question}`);
  const known = new Set(asked.readings.map(({ name }) => name));
  for (const reading of readings) if (!known.has(reading)) throw broken(`${question} has no reading ${reading}`);
}

function assertRecordStage(expr: Expr, where: string): void {
  switch (expr.kind) {
    case "key":
    case "step":
    case "ofEpisode":
    case "inARow":
      throw broken(`${where}: ${expr.kind} is read record by record`);
    case "aggregate":
      if (expr.over.kind === "group") throw broken(`${where}: an aggregate of a group is read record by record`);
  }
  for (const child of children(expr)) assertRecordStage(child, where);
}

function assertGroupStage(expr: Expr, rule: Rule): void {
  switch (expr.kind) {
    case "field":
    case "term":
    case "theDay":
      throw broken(`${rule.id}: ${expr.kind} stands alone in a group`);
    case "key":
      if (!rule.keys.some(({ it }) => it.some(({ name }) => name === expr.name))) {
        throw broken(`${rule.id} has no key ${expr.name}`);
      }
      return;
    case "step":
      if (!rule.steps.some(({ name }) => name === expr.name)) throw broken(`${rule.id} has no step ${expr.name}`);
      return;
    case "ofEpisode":
    case "aggregate":
      for (const child of children(expr)) assertRecordStage(child, rule.id);
      return;
    default:
      for (const child of children(expr)) assertGroupStage(child, rule);
  }
}

function assertExact(expr: Expr): void {
  const text = expr.kind === "quantity" ? expr.exact : expr.kind === "round" ? expr.to : undefined;
  if (text !== undefined && ratioText(ratioFromText(text)) !== text) throw broken(`${text} is not in lowest terms`);
}

function readOutsideRules(program: Program): readonly Expr[] {
  return [
    ...program.values.flatMap(readByValue),
    ...program.measured.flatMap(readByMeasured),
    ...program.terms.flatMap(readByTerm),
  ];
}

function ids(things: readonly { readonly id: Id }[]): ReadonlySet<Id> {
  return new Set(things.map(({ id }) => id));
}

function broken(what: string): Error {
  return new Error(`A program breaks its promise: ${what}.`);
}
