// An expression as an SMT-LIB formula over whole numbers: what it comes to, and whether it is there, missing or unknown.
// Rule: written apart from the case analysis, so that the two can be held against each other. A quantity is a pair of
// whole numbers, so that a mean is its sum by its count and never a population; what has no formula here is noted.

import { pick } from "@avtal/compiler/ir/in-force";
import type { Expr, Rule } from "@avtal/compiler/ir/ir";
import { kindOf, namedKinds } from "@avtal/compiler/ir/kind-of";
import type { Run } from "@avtal/compiler/ir/run";
import { firstDayOfMonth } from "@avtal/runtime/calendar";
import { ratioFromText } from "@avtal/runtime/ratio";
import { isOpen, namedFormula } from "./named-formula.ts";

/** `state`: 0 there, 1 missing, 2 unknown. `over`: a whole number, or yes and no; `under`: above zero. */
export interface Formula {
  readonly state: string;
  readonly over: string;
  readonly under: string;
}

/** What formulas share: the things they speak of, and what none could be made of. */
export interface Spoken {
  readonly declared: Map<string, string>;
  readonly words: Map<string, number>;
  /** Names of parts by their sort and text, in the order in which they build on each other. */
  readonly parts: Map<string, string>;
  readonly gaps: Set<string>;
}

export interface FormulaScope {
  readonly run: Run;
  readonly rule: Rule;
  readonly document: string;
  /** The day that decides, a whole number. */
  readonly own: string;
  readonly spoken: Spoken;
  /** What stands for an aggregate of a group. */
  readonly aggregate: ((expr: Expr & { kind: "aggregate" }, scope: FormulaScope) => Formula) | null;
}

/** Each part has a name of its own, so that what is read twice is written once. */
export function formula(expr: Expr, scope: FormulaScope): Formula {
  const { state, over, under } = written(expr, scope);
  const sort = kindOf(expr, namedKinds(scope.run.program, scope.rule)).kind === "condition" ? "Bool" : "Int";
  const { spoken } = scope;
  return { state: short(state, "Int", spoken), over: short(over, sort, spoken), under: short(under, "Int", spoken) };
}

/** Texts longer than this get a name. */
const longest = 40;

function short(text: string, sort: "Bool" | "Int", { parts }: Spoken): string {
  if (text.length <= longest) return text;
  const key = `${sort} ${text}`;
  const known = parts.get(key) ?? `part${parts.size}`;
  parts.set(key, known);
  return known;
}

function written(expr: Expr, scope: FormulaScope): Formula {
  switch (expr.kind) {
    case "quantity": {
      const { over, under } = ratioFromText(expr.exact);
      return { ...there(number(over)), under: `${under}` };
    }
    case "date":
      return there(number(BigInt(expr.day)));
    case "clock":
      return there(`${expr.seconds}`);
    case "text":
      return there(wordOf(expr.text, scope.spoken));
    case "choice":
    case "payer":
      return there(wordOf(expr.code, scope.spoken));
    case "truth":
      return { state: expr.holds === "unknown" ? "2" : "0", over: `${expr.holds === "yes"}`, under: "1" };
    case "field":
      return fieldFormula(expr.field, scope);
    case "decisionDate":
      return there(
        scope.run.wording !== null && scope.document === scope.run.program.main
          ? number(BigInt(scope.run.wording))
          : scope.own,
      );
    case "theDay":
      return there(declared("the_day", "Int", scope.spoken));
    case "term":
    case "value":
    case "measured":
      return namedFormula(expr, scope);
    case "ofEpisode":
      return formula(expr.of, { ...scope, aggregate: null });
    case "key":
      return there(declared(`|key ${expr.name}|`, "Int", scope.spoken));
    case "step":
      return stepFormula(expr.name, scope);
    case "aggregate":
      return scope.aggregate === null ? gap(expr, scope) : scope.aggregate(expr, scope);
    case "choose": {
      const picked = pick(expr.by, 0, scope.run);
      return picked === undefined || expr.by.some(({ guard }) => isOpen(guard, scope))
        ? gap(expr, scope)
        : formula(picked, scope);
    }
    default:
      return combined(expr, scope);
  }
}

/** What its parts decide, wherever days are not counted. */
function combined(expr: Expr, scope: FormulaScope): Formula {
  const at = (part: Expr): Formula => formula(part, scope);
  switch (expr.kind) {
    case "negate": {
      const of = at(expr.of);
      return { ...of, over: `(- ${of.over})` };
    }
    case "arithmetic":
      return arithmetic(expr.operator, at(expr.left), at(expr.right));
    case "compare":
      return compared(expr, scope);
    case "not": {
      const of = at(expr.of);
      return { ...of, state: doubt(of), over: `(not ${of.over})` };
    }
    case "and":
    case "or":
      return joined(expr.kind, expr.of.map(at));
    case "exists":
    case "isMissing":
    case "isUnknown":
      return existence(expr, at(expr.of));
    case "if":
      return chosen(at(expr.condition), at(expr.then), at(expr.otherwise));
    case "least":
    case "greatest":
      return expr.of.map(at).reduce((best, next) => extreme(expr.kind, best, next));
    default:
      return ofDays(expr, scope);
  }
}

/** Days and registers; of weekdays no more is said than that they are a function. */
function ofDays(expr: Expr, scope: FormulaScope): Formula {
  const at = (part: Expr): Formula => formula(part, scope);
  switch (expr.kind) {
    case "addDays": {
      const [date, days] = [at(expr.date), at(expr.days)];
      return { state: worse([date, days]), over: `(+ ${date.over} (div ${days.over} ${days.under}))`, under: "1" };
    }
    case "calendarDays": {
      const [from, to] = [at(expr.from), at(expr.to)];
      const more = (expr.fromCounted ? 1 : 0) + (expr.toCounted ? 1 : 0) - 1;
      const count = `(+ (- ${to.over} ${from.over}) ${number(BigInt(more))})`;
      return { state: worse([from, to]), over: `(ite (> ${count} 0) ${count} 0)`, under: "1" };
    }
    case "dateOf": {
      const of = at(expr.of);
      return isMoment(expr.of, scope) ? { ...of, over: `(div ${of.over} 86400)` } : of;
    }
    case "clockOf": {
      const of = at(expr.of);
      return { ...of, over: `(mod ${of.over} 86400)` };
    }
    case "fact":
      return applied(`fact ${expr.register} ${expr.fact}`, [at(expr.of)], "Int", scope);
    case "payerOn":
      return applied(`payer ${expr.register}`, [at(expr.of), at(expr.at)], "Int", scope);
    case "weekdays": {
      const ends = `${expr.fromCounted} ${expr.toCounted}`;
      return applied(`weekdays ${exceptIn(expr, scope)} ${ends}`, [at(expr.from), at(expr.to)], "Int", scope);
    }
    case "isWeekday":
      return applied(`weekday ${exceptIn(expr, scope)}`, [at(expr.of)], "Bool", scope);
    case "addWeekdays":
      return applied(`after ${exceptIn(expr, scope)}`, [at(expr.date), at(expr.weekdays)], "Int", scope);
    case "begunDays":
      return applied("begun", [at(expr.from), at(expr.to)], "Int", scope);
    default:
      return gap(expr, scope);
  }
}

/** Some function of its parts, which is all that is said of it; it may lack an answer of its own. */
function applied(name: string, parts: readonly Formula[], sort: "Int" | "Bool", { spoken }: FormulaScope): Formula {
  const sorts = parts.map(() => "Int").join(" ");
  const [value, state] = [`|${name}|`, `|state of ${name}|`];
  spoken.declared.set(value, `(declare-fun ${value} (${sorts}) ${sort})`);
  spoken.declared.set(state, `(declare-fun ${state} (${sorts}) Int)`);
  const of = parts.map(({ over }) => over).join(" ");
  const lacking = worse(parts);
  return { state: `(ite (= ${lacking} 0) (mod (${state} ${of}) 3) ${lacking})`, over: `(${value} ${of})`, under: "1" };
}

function exceptIn({ document }: { readonly document: string }, { run }: FormulaScope): string {
  return run.documentOf(document).weekdaysExcept.join(" ");
}

export function declared(name: string, sort: string, { declared: known }: Spoken): string {
  known.set(name, `(declare-const ${name} ${sort})`);
  return name;
}

export function there(over: string): Formula {
  return { state: "0", over, under: "1" };
}

/** Unknown wins over missing. */
export function worse(parts: readonly Formula[]): string {
  return parts
    .map(({ state }) => state)
    .reduce((a, b) => (a === "0" ? b : b === "0" ? a : `(ite (> ${a} ${b}) ${a} ${b})`), "0");
}

export function gap(expr: Expr, { spoken }: FormulaScope): Formula {
  spoken.gaps.add(expr.kind);
  return there("0");
}

export function number(of: bigint): string {
  return of < 0n ? `(- ${-of})` : `${of}`;
}

export function wordOf(text: string, { words }: Spoken): string {
  const known = words.get(text) ?? words.size + 1;
  words.set(text, known);
  return `${known}`;
}

function fieldFormula(id: string, { run, spoken }: FormulaScope): Formula {
  const { code, kind, empty } = run.fieldOf(id);
  const isTruth = kind.kind === "condition";
  const [state, value] = [`|state ${code}|`, `|field ${code}|`];
  spoken.declared.set(
    state,
    `(declare-const ${state} Int)\n(assert (or (= ${state} 0) (= ${state} ${empty === "missing" ? 1 : 2})))`,
  );
  return { state, over: declared(value, isTruth ? "Bool" : "Int", spoken), under: "1" };
}

function stepFormula(name: string, scope: FormulaScope): Formula {
  const steps = scope.rule.steps.filter((step) => step.name === name);
  const [only] = steps;
  if (only?.guard !== null || steps.length !== 1) return gap({ kind: "step", name }, scope);
  return formula(name === "belopp" && only.value.kind === "round" ? only.value.of : only.value, scope);
}

function arithmetic(operator: "+" | "-" | "*" | "/", a: Formula, b: Formula): Formula {
  const state = worse([a, b]);
  switch (operator) {
    case "+":
    case "-":
      if (a.under === b.under) return { state, over: `(${operator} ${a.over} ${b.over})`, under: a.under };
      return {
        state,
        over: `(${operator} ${product(a.over, b.under)} ${product(b.over, a.under)})`,
        under: product(a.under, b.under),
      };
    case "*":
      return { state, over: product(a.over, b.over), under: product(a.under, b.under) };
    case "/": {
      const none = `(ite (= ${b.over} 0) 1 ${state})`;
      const turned = `(ite (< ${b.over} 0) (- 1) 1)`;
      return {
        state: none,
        over: product(turned, product(a.over, b.under)),
        under: `(ite (= ${b.over} 0) 1 ${product(turned, product(a.under, b.over))})`,
      };
    }
  }
}

function product(a: string, b: string): string {
  if (a === "1") return b;
  return b === "1" ? a : `(* ${a} ${b})`;
}

function compared(expr: Expr & { kind: "compare" }, scope: FormulaScope): Formula {
  const sign = expr.operator === "!=" ? "distinct" : expr.operator;
  if (expr.left.kind === "periodOf" && expr.right.kind === "period") {
    const of = formula(expr.left.of, scope);
    const months = { month: 1, quarter: 3, year: 12 }[expr.right.of];
    const [from, next] = [expr.right.index, expr.right.index + 1].map((index) =>
      number(BigInt(firstDayOfMonth(index * months))),
    );
    const day = isMoment(expr.left.of, scope) ? `(div ${of.over} 86400)` : of.over;
    return {
      state: doubt(of),
      over: `(${sign} (ite (< ${day} ${from ?? ""}) (- 1) (ite (< ${day} ${next ?? ""}) 0 1)) 0)`,
      under: "1",
    };
  }
  const [a, b] = [formula(expr.left, scope), formula(expr.right, scope)];
  const either: Formula = { state: worse([a, b]), over: "", under: "1" };
  return {
    state: doubt(either),
    over: `(${sign} ${product(a.over, b.under)} ${product(b.over, a.under)})`,
    under: "1",
  };
}

function doubt({ state }: Formula): string {
  return state === "0" ? "0" : `(ite (= ${state} 0) 0 2)`;
}

export function joined(kind: "and" | "or", parts: readonly Formula[]): Formula {
  const decides = parts.map(({ state, over }) => `(and (= ${state} 0) ${kind === "and" ? `(not ${over})` : over})`);
  const isDecided = parts.length === 0 ? "false" : `(or ${decides.join(" ")} false)`;
  const isOpen = `(or ${parts.map(({ state }) => `(distinct ${state} 0)`).join(" ")} false)`;
  return {
    state: `(ite ${isDecided} 0 (ite ${isOpen} 2 0))`,
    over: kind === "and" ? `(not ${isDecided})` : isDecided,
    under: "1",
  };
}

function existence({ kind }: { readonly kind: "exists" | "isMissing" | "isUnknown" }, of: Formula): Formula {
  if (kind === "isUnknown") return { state: "0", over: `(= ${of.state} 2)`, under: "1" };
  return { state: `(ite (= ${of.state} 2) 2 0)`, over: `(= ${of.state} ${kind === "exists" ? 0 : 1})`, under: "1" };
}

export function either(when: string, then: Formula, otherwise: Formula): Formula {
  const part = (name: keyof Formula): string =>
    then[name] === otherwise[name] ? then[name] : `(ite ${when} ${then[name]} ${otherwise[name]})`;
  return { state: part("state"), over: part("over"), under: part("under") };
}

function chosen(condition: Formula, then: Formula, otherwise: Formula): Formula {
  const same = `(and (= ${then.state} ${otherwise.state}) (or (distinct ${then.state} 0) ${isEqual(then, otherwise)}))`;
  const doubtful = either(same, then, { ...then, state: "2" });
  return either(`(= ${condition.state} 0)`, either(condition.over, then, otherwise), doubtful);
}

/** Whether two quantities, days or words are equal. */
export function isEqual(a: Formula, b: Formula): string {
  return `(= ${product(a.over, b.under)} ${product(b.over, a.under)})`;
}

function extreme(kind: "least" | "greatest", a: Formula, b: Formula): Formula {
  const sign = kind === "least" ? "<" : ">";
  const best = either(`(${sign} ${product(b.over, a.under)} ${product(a.over, b.under)})`, b, a);
  return { ...best, state: worse([a, b]) };
}

function isMoment(expr: Expr, { run }: Pick<FormulaScope, "run">): boolean {
  if (expr.kind === "field") return run.fieldOf(expr.field).kind.kind === "moment";
  if (expr.kind === "term") return run.termOf(expr.term).kind.kind === "moment";
  return expr.kind === "addHours" || (expr.kind === "if" && isMoment(expr.then, { run }));
}
