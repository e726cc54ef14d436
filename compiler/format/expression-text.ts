// Expressions as text: one space around every operator, decimal comma, thousands in groups.
// Rule: the parentheses that were written stay, because they are part of how people read the line.

import { dateText, monthText } from "@avtal/runtime/calendar";
import type { Concept, Language } from "@avtal/grammar/keywords";
import type { Aggregate, Comparison, DateLiteral, Expression, NumberLiteral, PerKey, SpanEnd } from "../syntax/ast.ts";
import { clockText, nameTextIn, numberText, quoted, say, sayCounted, unitText, valueNameText } from "./words.ts";

export function expressionText(expression: Expression, language: Language): string {
  const word = (concept: Concept): string => say(concept, language);
  const text = (of: Expression): string => expressionText(of, language);
  switch (expression.kind) {
    case "number":
      return quantityText(expression, language);
    case "date":
      return dateLiteralText(expression);
    case "month":
      return monthText(expression.year * 12 + expression.month - 1);
    case "clock":
      return clockText(expression.seconds ?? 0, language);
    case "text":
      return quoted(expression);
    case "name":
      return valueNameText(expression, language);
    case "parenthesis":
      return `(${text(expression.of)}${expression.per === undefined ? "" : ` ${word("per")} ${perKeyText(expression.per, language)}`})`;
    case "at":
      return `${text(expression.of)} ${word("at")} ${text(expression.at)}`;
    case "attribute":
      return `${nameTextIn("attribute", expression.name, language)} ${word("for")} ${text(expression.of)}`;
    case "aggregate":
      return aggregateText(expression, language);
    case "extreme":
      return `${word(extremes[expression.which])} (${expression.of.map(text).join("; ")})`;
    case "span":
      return `${word(expression.counts === "weekdays" ? "weekdaysFrom" : "calendarDaysFrom")} ${spanText(expression, language)}`;
    case "begunDays":
      return `${word("begunDaysFrom")} ${text(expression.from)} ${word("to")} ${text(expression.to)}`;
    case "arithmetic":
      return `${text(expression.left)} ${expression.operator} ${text(expression.right)}`;
    case "comparison":
      return comparisonText(expression, language);
    case "test":
      return `${text(expression.of)} ${word(expression.test)}`;
    case "not":
      return `${word("not")} ${text(expression.of)}`;
    case "and":
    case "or":
      return `${text(expression.left)} ${word(expression.kind)} ${text(expression.right)}`;
    case "if": {
      const otherwise = expression.otherwise === undefined ? "" : ` ${word("otherwise")} ${text(expression.otherwise)}`;
      return `${text(expression.then)} ${word("if")} ${text(expression.condition)}${otherwise}`;
    }
    case "missing":
      return "";
  }
}

export function dateLiteralText({ day }: DateLiteral): string {
  return day === undefined ? "" : dateText(day);
}

export function perKeyText(key: PerKey, language: Language): string {
  if (key.of === undefined) return nameTextIn("key", key.name, language);
  return `${nameTextIn("attribute", key.name, language)} ${say("for", language)} ${expressionText(key.of, language)}`;
}

/** `A (räknas) till B (räknas inte)`, after the word that opens the span. */
export function spanText(span: { readonly from: SpanEnd; readonly to: SpanEnd }, language: Language): string {
  return `${spanEndText(span.from, language)} ${say("to", language)} ${spanEndText(span.to, language)}`;
}

/** `7 800 kr`, `1,3 dagar`, `1 dag`, `15 %` */
function quantityText({ digits, unit }: NumberLiteral, language: Language): string {
  return unit === undefined ? numberText(digits) : `${numberText(digits)} ${unitText(unit, digits, language)}`;
}

const extremes = { least: "leastOf", greatest: "greatestOf", first: "firstOf", last: "lastOf" } as const;

function spanEndText({ at, counted }: SpanEnd, language: Language): string {
  return `${expressionText(at, language)} ${say(counted === true ? "counted" : "notCounted", language)}`;
}

function aggregateText({ of, where, over }: Aggregate, language: Language): string {
  const word = (concept: Concept): string => say(concept, language);
  const parts = [aggregateHead(of, language)];
  if (over?.kind === "episodes") parts.push(word("forCareEpisodes"));
  if (over?.kind === "days") parts.push(word("forCareDaysFrom"), spanText(over, language));
  if (where !== undefined) parts.push(`${word("where")} ${expressionText(where, language)}`);
  return parts.join(" ");
}

function aggregateHead(of: Aggregate["of"], language: Language): string {
  const word = (concept: Concept): string => say(concept, language);
  switch (of.function) {
    case "mean":
      return `${word("meanOf")} ${expressionText(of.value, language)}`;
    case "sum":
      return `${word("sumOf")} ${expressionText(of.value, language)}`;
    case "countEpisodes":
      return word("numberOfEpisodes");
    case "countDays":
      return word("numberOfCareDays");
  }
}

function comparisonText({ operator, left, right, monthsInARow }: Comparison, language: Language): string {
  const word = (concept: Concept): string => say(concept, language);
  const compared = `${expressionText(left, language)} ${word(operator)} ${expressionText(right, language)}`;
  if (monthsInARow === undefined) return compared;
  return `${compared} ${word("in")} ${monthsInARow} ${sayCounted("months", String(monthsInARow), language)} ${word("inARow")}`;
}
