// Expressions as code, for one record or for a group of them.
// Rule: the form is that of `forms.ts`: numbers as far as they are certain to be whole and safe, else fractions; in a
// group every quantity is a fraction. Nothing is decided here: absent values go where the runtime's functions send them.

import { kindOf, type NamedKinds } from "../../ir/kind-of.ts";
import type { Expr, Field, Guard, Id } from "../../ir/ir.ts";
import { binary, call, conditional, element, member, name, number, path, text, truthWord, type Code } from "./code.ts";
import { choiceCode, factPath, library, libraryName, nameCode, type Emission } from "./emission.ts";
import type { Signature } from "./signatures.ts";
import { camelCase } from "./naming.ts";
import { clockConstant, dayConstant, fractionConstant, periodConstant, weekdaysConstant } from "./constants.ts";
import { momentPart } from "./moment-parts.ts";
import { overAllCode } from "./over-all-code.ts";
import { termFunction } from "./term-code.ts";
import { measuredFunction, valueFunction } from "./value-code.ts";
import type { RuntimeName } from "./runtime-names.ts";

/** Where an expression stands. */
export interface Place {
  /** The document whose text this is. */
  readonly document: string;
  readonly record: Code;
  readonly day: Code;
  readonly theDay: Code;
  readonly kinds: NamedKinds;
  /** Keys and steps; null in the record stage. */
  readonly group: GroupPlace | null;
}

export interface GroupPlace {
  readonly key: (name: string) => Code;
  readonly step: (name: string) => Code;
  readonly aggregate: (expr: Expr & { readonly kind: "aggregate" }) => Code;
  readonly inARow: (expr: Expr & { readonly kind: "inARow" }) => Code;
}

export const ofRecord: Pick<Place, "record" | "day" | "theDay"> = {
  record: name("record"),
  day: name("day"),
  theDay: name("theDay"),
};

/** Code whose value is a number: a whole quantity, a date, a code, or a condition. */
export function numberCode(expr: Expr, place: Place, emission: Emission): Code {
  const written = inOwnForm(expr, place, emission);
  return isFraction(expr, place, emission) ? library(emission, "wholeOf", written) : written;
}

/** Code whose value is a fraction. */
export function fractionCode(expr: Expr, place: Place, emission: Emission): Code {
  if (expr.kind === "quantity") return fractionConstant(emission, expr.exact, expr.unit);
  return inOwnForm(expr, place, emission);
}

/** Code in the form that the expression has where it stands. */
export function inOwnForm(expr: Expr, place: Place, emission: Emission): Code {
  const num = (part: Expr): Code => numberCode(part, place, emission);
  const lib = (callee: RuntimeName, ...args: readonly Code[]): Code => library(emission, callee, ...args);
  switch (expr.kind) {
    case "quantity":
      return isFraction(expr, place, emission)
        ? fractionConstant(emission, expr.exact, expr.unit)
        : number(Number(expr.exact));
    case "date":
      return dayConstant(emission, expr.day);
    case "period":
      return periodConstant(emission, expr.of, expr.index);
    case "clock":
      return clockConstant(emission, expr.seconds);
    case "text":
      return nameCode(emission, expr.text, expr.text);
    case "payer":
      return nameCode(emission, expr.code, expr.name ?? expr.code);
    case "choice":
      return choiceCode(emission, emission.field(expr.field), expr.code);
    case "truth":
      return libraryName(emission, ({ yes: "YES", no: "NO", unknown: "UNKNOWN" } as const)[expr.holds]);
    case "field":
      return fieldCode(expr.field, place, emission);
    case "term":
    case "value":
    case "measured":
      return namedCode(expr, place, emission);
    case "eventDate":
      return path("run", "events", emission.memberOf("events", expr.event, camelCase(localName(expr.event))));
    case "decisionDate":
      return place.document === emission.program.main ? lib("decidedOn", path("run", "choices"), place.day) : place.day;
    case "theDay":
      return place.theDay;
    case "key":
      return groupOf(place).key(expr.name);
    case "step":
      return groupOf(place).step(expr.name);
    case "inARow":
      return groupOf(place).inARow(expr);
    case "aggregate":
      return place.group !== null && expr.over.kind === "group"
        ? place.group.aggregate(expr)
        : overAllCode(expr, place, emission);
    case "ofEpisode":
      return ofEpisodeCode(expr.of, place, emission);
    case "fact":
      return lib("factOn", directory(emission, expr.register), num(expr.of), factNumber(emission, expr), place.day);
    case "payerOn":
      return lib("payerOn", directory(emission, expr.register), num(expr.of), num(expr.at));
    case "choose":
      return chosenCode(expr, place, emission);
    case "arithmetic":
    case "negate":
    case "round":
    case "if":
    case "least":
    case "greatest":
      return amountCode(expr, place, emission);
    case "addDays":
    case "addWeekdays":
    case "addHours":
    case "calendarDays":
    case "weekdays":
    case "begunDays":
    case "dateOf":
    case "clockOf":
    case "periodOf":
      return timeCode(expr, place, emission);
    case "compare":
    case "exists":
    case "isMissing":
    case "isUnknown":
    case "isWeekday":
    case "not":
    case "and":
    case "or":
      return conditionCode(expr, place, emission);
  }
}

/** Whether a guard holds on the day at hand, as JavaScript's own true or false; null where it always does. */
export function guardCode(guard: Guard | null, place: Pick<Place, "day">, emission: Emission): Code | null {
  if (guard === null) return null;
  const question = emission.question(guard.question);
  const held = path("run", "readings", emission.memberOf("readings", question.id, camelCase(question.name)));
  const chosen = question.chosen.length > 1 ? library(emission, "itemOn", held, place.day) : held;
  const tests = guard.readings.map((reading) => binary(chosen, "===", text(reading)));
  const [first = truthWord(false), ...others] = tests;
  return others.reduce((all, test) => binary(all, "||", test), first);
}

/** Whether an expression is a fraction where it stands. */
export function isFraction(expr: Expr, place: Place, emission: Emission): boolean {
  if (place.group === null) return emission.forms.ofRecord(expr).kind === "fraction";
  return kindOf(expr, place.kinds).kind === "quantity";
}

/** The arguments that a function of this signature takes at a place. */
export function argumentsAt(signature: Signature, place: Pick<Place, "record" | "day" | "theDay">): Code[] {
  return [
    name("run"),
    ...(signature.record ? [place.record] : []),
    ...(signature.day ? [place.day] : []),
    ...(signature.theDay ? [place.theDay] : []),
  ];
}

function fieldCode(id: Id, place: Place, emission: Emission): Code {
  const field = emission.field(id);
  const facts = factPath(emission, field);
  switch (field.kind.kind) {
    case "moment": {
      const at = (column: string): Code =>
        element(member(facts, column), place.record, libraryName(emission, "UNKNOWN"));
      return library(emission, "momentOf", at("days"), at("seconds"));
    }
    case "condition":
      return library(
        emission,
        "answerOf",
        element(facts, place.record, libraryName(emission, "UNKNOWN")),
        emptyCode(field, emission),
      );
    default:
      return element(facts, place.record, libraryName(emission, "UNKNOWN"));
  }
}

/** What an empty cell of a field means. */
export function emptyCode({ empty }: Field, emission: Emission): Code {
  return libraryName(emission, empty === "missing" ? "MISSING" : "UNKNOWN");
}

/** A term, a dated value or a measured value: a call of its function, on the day of `vid` where there is one. */
function namedCode(
  expr: Expr & { readonly kind: "term" | "value" | "measured" },
  place: Place,
  emission: Emission,
): Code {
  if (expr.kind === "measured") {
    return call(
      measuredFunction(emission, expr.measured),
      ...argumentsAt(emission.signatures.ofMeasured(expr.measured), place),
    );
  }
  const signature =
    expr.kind === "term" ? emission.signatures.ofTerm(expr.term) : emission.signatures.ofValue(expr.value);
  const own = expr.kind === "term" ? termFunction(emission, expr.term) : valueFunction(emission, expr.value);
  const read = (day: Code): Code => call(own, ...argumentsAt(signature, { ...place, day }));
  if (expr.at === null) return read(place.day);
  const at = numberCode(expr.at, place, emission);
  const isDay = binary(library(emission, "knownDay", at), ">", libraryName(emission, "UNKNOWN"));
  return conditional(isDay, read(at), library(emission, "absenceOn", at));
}

/** What is read for a record of the group. */
function ofEpisodeCode(of: Expr, place: Place, emission: Emission): Code {
  const inside: Place = { ...place, group: null };
  return isFraction(of, place, emission) ? fractionCode(of, inside, emission) : numberCode(of, inside, emission);
}

function chosenCode(expr: Expr & { readonly kind: "choose" }, place: Place, emission: Emission): Code {
  const fraction = isFraction(expr, place, emission);
  const code = (it: Expr): Code => (fraction ? fractionCode(it, place, emission) : numberCode(it, place, emission));
  return alternativesCode(
    expr.by.map(({ guard, it }) => ({ guard, code: code(it) })),
    place,
    emission,
  );
}

/** The first alternative whose guard holds; the last one needs no asking. */
export function alternativesCode(
  alternatives: readonly { readonly guard: Guard | null; readonly code: Code }[],
  place: Pick<Place, "day">,
  emission: Emission,
): Code {
  const [first, ...others] = alternatives;
  if (first === undefined) throw new Error("A choice between no expressions.");
  const guard = guardCode(first.guard, place, emission);
  if (guard === null || others.length === 0) return first.code;
  return conditional(guard, first.code, alternativesCode(others, place, emission));
}

type Amount = Expr & { readonly kind: "arithmetic" | "negate" | "round" | "if" | "least" | "greatest" };

function amountCode(expr: Amount, place: Place, emission: Emission): Code {
  const fraction = isFraction(expr, place, emission);
  const part = (of: Expr): Code => (fraction ? fractionCode(of, place, emission) : numberCode(of, place, emission));
  const lib = (whole: RuntimeName, exact: RuntimeName, ...args: readonly Code[]): Code =>
    library(emission, fraction ? exact : whole, ...args);
  switch (expr.kind) {
    case "arithmetic": {
      const [left, right] = [part(expr.left), part(expr.right)];
      switch (expr.operator) {
        case "+":
          return lib("add", "sumOf", left, right);
        case "-":
          return lib("subtract", "differenceOf", left, right);
        case "*":
          return lib("multiply", "productOf", left, right);
        case "/":
          return library(emission, "quotientOf", left, right);
      }
      break;
    }
    case "negate":
      return lib("opposite", "negativeOf", part(expr.of));
    case "round":
      if (!fraction) return part(expr.of);
      return library(
        emission,
        "roundedTo",
        part(expr.of),
        fractionConstant(emission, expr.to, "number"),
        text(expr.mode),
      );
    case "if": {
      const condition = numberCode(expr.condition, place, emission);
      return lib("decided", "decidedFraction", condition, part(expr.then), part(expr.otherwise));
    }
    case "least":
      return chain(expr.of.map(part), (a, b) => lib("lesser", "leastOf", a, b));
    case "greatest":
      return chain(expr.of.map(part), (a, b) => lib("greater", "greatestOf", a, b));
  }
}

type Time = Expr & {
  readonly kind:
    | "addDays"
    | "addWeekdays"
    | "addHours"
    | "calendarDays"
    | "weekdays"
    | "begunDays"
    | "dateOf"
    | "clockOf"
    | "periodOf";
};

function timeCode(expr: Time, place: Place, emission: Emission): Code {
  const num = (part: Expr): Code => numberCode(part, place, emission);
  const lib = (callee: RuntimeName, ...args: readonly Code[]): Code => library(emission, callee, ...args);
  switch (expr.kind) {
    case "addDays":
      return lib("dayAfter", num(expr.date), num(expr.days));
    case "addWeekdays":
      return lib("weekdayAfter", num(expr.date), num(expr.weekdays), weekdaysConstant(emission, expr.document));
    case "addHours":
      return isFraction(expr.hours, place, emission)
        ? lib("momentAfterFraction", num(expr.moment), fractionCode(expr.hours, place, emission))
        : lib("momentAfter", num(expr.moment), num(expr.hours));
    case "calendarDays":
      return lib("daysBetween", num(expr.from), truthWord(expr.fromCounted), num(expr.to), truthWord(expr.toCounted));
    case "weekdays": {
      const ends = [num(expr.from), truthWord(expr.fromCounted), num(expr.to), truthWord(expr.toCounted)];
      return lib("weekdaysBetween", ...ends, weekdaysConstant(emission, expr.document));
    }
    case "begunDays":
      return lib("begunDaysBetween", num(expr.from), num(expr.to));
    case "dateOf":
      return dateCode(expr.of, place, emission);
    case "clockOf":
      return clockCode(expr.of, place, emission);
    case "periodOf":
      return lib(
        ({ month: "monthOf", quarter: "quarterOf", year: "yearOf" } as const)[expr.period],
        dateCode(expr.of, place, emission),
      );
  }
}

/** The date of a moment, or a date as it is. */
export function dateCode(of: Expr, place: Place, emission: Emission): Code {
  if (kindOf(of, place.kinds).kind !== "moment") return numberCode(of, place, emission);
  const inside = ofOneRecord(of, place);
  return (
    momentPart(inside.expr, "date", inside.place, emission) ??
    library(emission, "dateOfMoment", numberCode(of, place, emission))
  );
}

function clockCode(of: Expr, place: Place, emission: Emission): Code {
  const inside = ofOneRecord(of, place);
  return (
    momentPart(inside.expr, "clock", inside.place, emission) ??
    library(emission, "clockOfMoment", numberCode(of, place, emission))
  );
}

/** What a group reads of a record, as it reads there. */
function ofOneRecord(expr: Expr, place: Place): { readonly expr: Expr; readonly place: Place } {
  return expr.kind === "ofEpisode" ? { expr: expr.of, place: { ...place, group: null } } : { expr, place };
}

type Condition = Expr & {
  readonly kind: "compare" | "exists" | "isMissing" | "isUnknown" | "isWeekday" | "not" | "and" | "or";
};

function conditionCode(expr: Condition, place: Place, emission: Emission): Code {
  const num = (part: Expr): Code => numberCode(part, place, emission);
  const lib = (callee: RuntimeName, ...args: readonly Code[]): Code => library(emission, callee, ...args);
  switch (expr.kind) {
    case "compare":
      return comparisonCode(expr, place, emission);
    case "exists":
      return existsCode(expr.of, place, emission);
    case "isMissing":
      return lib("negation", existsCode(expr.of, place, emission));
    case "isUnknown":
      return kindOf(expr.of, place.kinds).kind === "condition"
        ? lib("isInDoubt", num(expr.of))
        : lib("isUnknown", presenceCode(expr.of, place, emission));
    case "isWeekday":
      return lib("fallsOnWeekday", dateCode(expr.of, place, emission), weekdaysConstant(emission, expr.document));
    case "not":
      return lib("negation", num(expr.of));
    case "and":
      return chain(expr.of.map(num), (a, b) => lib("both", a, b));
    case "or":
      return chain(expr.of.map(num), (a, b) => lib("either", a, b));
  }
}

const wholeComparisons = {
  "<": "isBelow",
  "<=": "isAtMost",
  ">": "isAbove",
  ">=": "isAtLeast",
  "=": "isSame",
  "!=": "isOther",
} as const;
const fractionComparisons = {
  "<": "fallsBelow",
  "<=": "staysWithin",
  ">": "exceeds",
  ">=": "reaches",
  "=": "equals",
  "!=": "differs",
} as const;

function comparisonCode(expr: Expr & { readonly kind: "compare" }, place: Place, emission: Emission): Code {
  const { left, right, operator } = expr;
  if (isFraction(left, place, emission) || isFraction(right, place, emission)) {
    const sides = [fractionCode(left, place, emission), fractionCode(right, place, emission)];
    return library(emission, fractionComparisons[operator], ...sides);
  }
  const sides = [numberCode(left, place, emission), numberCode(right, place, emission)];
  return library(emission, wholeComparisons[operator], ...sides);
}

function existsCode(of: Expr, place: Place, emission: Emission): Code {
  const isDate = kindOf(of, place.kinds).kind === "date";
  return library(emission, isDate ? "dateExists" : "exists", presenceCode(of, place, emission));
}

/** A number that is a sentinel exactly where the expression is absent. */
function presenceCode(of: Expr, place: Place, emission: Emission): Code {
  if (isFraction(of, place, emission)) return library(emission, "presenceOf", inOwnForm(of, place, emission));
  const isMoment = kindOf(of, place.kinds).kind === "moment";
  return isMoment ? dateCode(of, place, emission) : numberCode(of, place, emission);
}

function directory(emission: Emission, register: Id): Code {
  return path("run", "directory", emission.memberOf("directory", register, camelCase(localName(register))));
}

function factNumber(emission: Emission, expr: Expr & { readonly kind: "fact" }): Code {
  return number(emission.register(expr.register).facts.indexOf(expr.fact));
}

function chain(parts: readonly Code[], join: (a: Code, b: Code) => Code): Code {
  const [first, ...others] = parts;
  if (first === undefined) throw new Error("An expression of no parts.");
  return others.reduce(join, first);
}

function groupOf(place: Place): GroupPlace {
  if (place.group === null) throw new Error("A key or a step is read outside every group.");
  return place.group;
}

function localName(id: Id): string {
  return id.slice(id.indexOf(".") + 1);
}
