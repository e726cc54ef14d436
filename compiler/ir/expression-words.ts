// An expression of the IR as its author would write it, for whoever speaks of a part of an agreement.
// Rule: short and readable before complete: of a choice between readings the first stands, of a rounding what is rounded.

import { dateText, monthText, quarterText } from "@avtal/runtime/calendar";
import { ratio, ratioFromText, ratioText, times, type Ratio } from "@avtal/runtime/ratio";
import { spelling, type Concept, type Language } from "@avtal/grammar/keywords";
import type { Aggregate, Expr, Id, Program, QuantityUnit } from "./ir.ts";

export function expressionWords(expr: Expr, program: Program, language: Language): string {
  return written(expr, {
    program,
    word: (concept) => spelling(concept, language),
    at: (part) => expressionWords(part, program, language),
    language,
  });
}

interface Writing {
  readonly program: Program;
  readonly word: (concept: Concept) => string;
  readonly at: (part: Expr) => string;
  readonly language: Language;
}

function written(expr: Expr, writing: Writing): string {
  const { program, word, at } = writing;
  switch (expr.kind) {
    case "quantity":
      return quantityWords(ratioFromText(expr.exact), expr.unit, writing);
    case "date":
      return dateText(expr.day);
    case "period":
      if (expr.of === "month") return monthText(expr.index);
      return expr.of === "quarter" ? quarterText(expr.index) : `${expr.index}`;
    case "clock":
      return `kl. ${clockWords(expr.seconds)}`;
    case "text":
      return `"${expr.text}"`;
    case "choice":
      return choiceWords(expr, program);
    case "payer":
      return `"${expr.name ?? payerWords(expr.code, program)}"`;
    case "truth":
      return word(expr.holds);
    case "field":
      return localName(expr.field);
    case "term":
      return onDay(localName(expr.term), expr.at, writing);
    case "value":
      return onDay(localName(expr.value), expr.at, writing);
    case "measured":
      return localName(expr.measured);
    case "eventDate":
      return localName(expr.event);
    case "decisionDate":
      return { sv: "dagen som avgör", en: "the day that decides" }[writing.language];
    case "theDay":
      return word("theDay");
    case "key":
    case "step":
      return expr.name;
    case "ofEpisode":
    case "round":
      return at(expr.of);
    case "dateOf":
      return `${word("date")} ${word("for")} ${at(expr.of)}`;
    case "clockOf":
      return `${word("clockTime")} ${word("for")} ${at(expr.of)}`;
    case "periodOf":
      return `${word(expr.period)} ${word("for")} ${at(expr.of)}`;
    case "fact":
      return `${expr.fact} ${word("for")} ${at(expr.of)}`;
    case "payerOn":
      return `${at(expr.of)} ${word("at")} ${at(expr.at)}`;
    case "aggregate":
      return aggregateWords(expr, writing);
    case "choose":
      return expr.by[0] === undefined ? "" : at(expr.by[0].it);
    default:
      return composedWords(expr, writing);
  }
}

type Composed = Expr & {
  readonly kind:
    | "negate"
    | "arithmetic"
    | "addDays"
    | "addWeekdays"
    | "addHours"
    | "compare"
    | "inARow"
    | "exists"
    | "isMissing"
    | "isUnknown"
    | "isWeekday"
    | "not"
    | "and"
    | "or"
    | "if"
    | "least"
    | "greatest"
    | "calendarDays"
    | "weekdays"
    | "begunDays";
};

function composedWords(expr: Composed, writing: Writing): string {
  const { word, at } = writing;
  switch (expr.kind) {
    case "negate":
      return `- ${inner(expr.of, writing)}`;
    case "arithmetic":
      return `${inner(expr.left, writing)} ${expr.operator} ${inner(expr.right, writing)}`;
    case "addDays":
      return sumWords(at(expr.date), expr.days, writing);
    case "addWeekdays":
      return sumWords(at(expr.date), expr.weekdays, writing);
    case "addHours":
      return sumWords(at(expr.moment), expr.hours, writing);
    case "compare":
      return `${at(expr.left)} ${comparisonWord(expr, writing)} ${at(expr.right)}`;
    case "inARow":
      return `${at(expr.condition)} ${word("in")} ${expr.months} ${word("months")} ${word("inARow")}`;
    case "exists":
    case "isMissing":
    case "isUnknown":
    case "isWeekday":
      return `${inner(expr.of, writing)} ${word(expr.kind)}`;
    case "not":
      return `${word("not")} ${inner(expr.of, writing)}`;
    case "and":
    case "or":
      return expr.of.map((part) => inner(part, writing)).join(` ${word(expr.kind)} `);
    case "if":
      return `${at(expr.then)} ${word("if")} ${at(expr.condition)} ${word("otherwise")} ${at(expr.otherwise)}`;
    case "least":
      return `${word("leastOf")} (${expr.of.map(at).join("; ")})`;
    case "greatest":
      return `${word("greatestOf")} (${expr.of.map(at).join("; ")})`;
    case "calendarDays":
      return `${word("calendarDaysFrom")} ${spanWords(expr, writing)}`;
    case "weekdays":
      return `${word("weekdaysFrom")} ${spanWords(expr, writing)}`;
    case "begunDays":
      return `${word("begunDaysFrom")} ${at(expr.from)} ${toWord[writing.language]} ${at(expr.to)}`;
  }
}

interface WrittenSpan {
  readonly from: Expr;
  readonly fromCounted: boolean;
  readonly to: Expr;
  readonly toCounted: boolean;
}

/** `A (räknas inte) till B (räknas)`. */
export function spanText(span: WrittenSpan, program: Program, language: Language): string {
  return spanWords(span, {
    word: (concept) => spelling(concept, language),
    at: (part) => expressionWords(part, program, language),
    language,
  });
}

function spanWords(span: WrittenSpan, { word, at, language }: Pick<Writing, "word" | "at" | "language">): string {
  const end = (expr: Expr, counts: boolean): string => `${at(expr)} ${word(counts ? "counted" : "notCounted")}`;
  return `${end(span.from, span.fromCounted)} ${toWord[language]} ${end(span.to, span.toCounted)}`;
}

const toWord: Readonly<Record<Language, string>> = { sv: "till", en: "to" };

/** `1,3 dagar`, `9 300 kr/dygn`, `2/37`; money is held in öre. */
function quantityWords(exact: Ratio, unit: QuantityUnit, { word }: Writing): string {
  const isMoney = unit === "money" || unit === "moneyPerDay";
  const shown = isMoney ? times(exact, ratio(1n, 100n)) : exact;
  const number = numberWords(shown);
  const isOne = shown.over === shown.under;
  switch (unit) {
    case "money":
      return `${number} ${word("kronor")}`;
    case "moneyPerDay":
      return `${number} ${word("kronorPerDay")}`;
    case "days":
      return `${number} ${isOne ? oneDay(word("days")) : word("days")}`;
    case "weekdays":
    case "careDays":
    case "hours":
      return `${number} ${word(unit)}`;
    case "count":
    case "number":
    case "other":
      return number;
  }
}

function oneDay(days: string): string {
  return days === "dagar" ? "dag" : "day";
}

/** Decimals where at most six say it exactly, else the fraction. */
function numberWords(exact: Ratio): string {
  for (let decimals = 0, scale = 1n; decimals <= 6; decimals += 1, scale *= 10n) {
    if ((exact.over * scale) % exact.under !== 0n) continue;
    const digits = (exact.over * scale) / exact.under;
    const text = (digits < 0n ? -digits : digits).toString().padStart(decimals + 1, "0");
    const whole = text.slice(0, text.length - decimals).replaceAll(/\B(?=(?:\d{3})+$)/gu, " ");
    const rest = decimals === 0 ? "" : `,${text.slice(text.length - decimals)}`;
    return `${digits < 0n ? "-" : ""}${whole}${rest}`;
  }
  return ratioText(exact);
}

function sumWords(date: string, days: Expr, writing: Writing): string {
  if (days.kind === "negate") return `${date} - ${inner(days.of, writing)}`;
  return `${date} + ${inner(days, writing)}`;
}

/** What would read otherwise without them stands in parentheses. */
function inner(expr: Expr, { at }: Writing): string {
  const isLoose = ["arithmetic", "if", "and", "or", "addDays", "addWeekdays", "addHours"].includes(expr.kind);
  return isLoose ? `(${at(expr)})` : at(expr);
}

const amountWords = {
  "<": "fallsBelow",
  "<=": "atMost",
  ">": "exceeds",
  ">=": "atLeast",
  "=": "is",
  "!=": "isNot",
} as const;
const timeWords = {
  "<": "before",
  "<=": "noLaterThan",
  ">": "after",
  ">=": "noEarlierThan",
  "=": "is",
  "!=": "isNot",
} as const;

function comparisonWord(expr: Expr & { readonly kind: "compare" }, { word, program }: Writing): string {
  return word((isTime(expr.left, program) || isTime(expr.right, program) ? timeWords : amountWords)[expr.operator]);
}

/** Dates, moments and clock times compare with words of their own. */
function isTime(expr: Expr, program: Program): boolean {
  switch (expr.kind) {
    case "date":
    case "clock":
    case "decisionDate":
    case "theDay":
    case "eventDate":
    case "addDays":
    case "addWeekdays":
    case "addHours":
    case "dateOf":
    case "clockOf":
      return true;
    case "field":
      return isTimeKind(program.fields.find(({ id }) => id === expr.field)?.kind.kind);
    case "term":
      return isTimeKind(program.terms.find(({ id }) => id === expr.term)?.kind.kind);
    default:
      return false;
  }
}

function isTimeKind(kind: string | undefined): boolean {
  return kind === "date" || kind === "moment" || kind === "clock";
}

function aggregateWords({ function: figure, each, of, where, per }: Aggregate, writing: Writing): string {
  const { word, at } = writing;
  const counted = word(each === "day" ? "numberOfCareDays" : "numberOfEpisodes");
  const whole =
    figure === "count"
      ? counted
      : `${word(figure === "mean" ? "meanOf" : "sumOf")} ${of === null ? "" : inner(of, writing)}`;
  const parts = per === null ? whole : `${whole} per ${per.name}`;
  return where === null ? parts : `${parts} ${word("where")} ${at(where)}`;
}

function onDay(name: string, at: Expr | null, writing: Writing): string {
  return at === null ? name : `${name} ${writing.word("at")} ${inner(at, writing)}`;
}

function clockWords(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts.map((part) => String(part).padStart(2, "0"));
  return (shown[2] === "00" ? shown.slice(0, 2) : shown).join(".");
}

function choiceWords({ field, code }: Expr & { readonly kind: "choice" }, { fields }: Program): string {
  const choices = fields.find(({ id }) => id === field)?.choices ?? [];
  return choices.find((choice) => choice.code === code)?.name ?? code;
}

function payerWords(code: string, { registers }: Program): string {
  return registers.flatMap(({ entries }) => entries).find((entry) => entry.code === code)?.name ?? code;
}

function localName(id: Id): string {
  return id.slice(id.indexOf(".") + 1);
}
