// Repairs of rules and their steps: divisions, means, roundings, lines said twice, rules that meet, days without a rule.
// Rule: where there are several ways each is offered by itself; what only the author can know is said to be assumed.

import { dateText } from "@avtal/runtime/calendar";
import { daysOfRule } from "../check/rule-days.ts";
import { bare } from "../check/subexpressions.ts";
import { unitText } from "../check/unit-text.ts";
import { say } from "../format/words.ts";
import type { Problem } from "../problem.ts";
import { rankOf } from "../resolve/line-slots.ts";
import type { Expression, RuleLine } from "../syntax/ast.ts";
import type { Fix, Span } from "./answers.ts";
import {
  afterLine,
  isExpression,
  lineEnd,
  lineStart,
  ruleLineAt,
  statementAround,
  type FixPlace,
} from "./fix-place.ts";
import { assumption } from "./fixes-of-sources.ts";
import { nodesAt, type Written } from "./nodes.ts";
import { documentHolding } from "./things.ts";

/** `a / b` becomes `(a / b om b överstiger 0 annars …)`, in the unit of the quotient. */
export function guarded({ span, tree, text, analysis }: FixPlace): readonly Fix[] {
  const quotient = nodesAt(tree, span.start).findLast(
    (node) => node.kind === "arithmetic" && "operator" in node && node.operator === "/",
  );
  if (quotient === undefined || !isExpression(quotient)) return [];
  const kind = analysis.front.kinds.kindOf.get(quotient);
  const divisor = analysis.front.kinds.kindOf.get(expressionAt(span, quotient) ?? quotient);
  if (kind?.kind !== "quantity" || divisor?.kind !== "quantity") return [];
  const { language } = tree;
  const written = text.slice(quotient.span.start, quotient.span.end);
  const over = text.slice(span.start, span.end);
  const words = [
    `(${written} ${say("if", language)} (${over}) ${say("exceeds", language)} ${zero(unitText(divisor, "0", language))}`,
    `${say("otherwise", language)} ${zero(unitText(kind, "0", language))})`,
  ];
  const label = { sv: "Säg vad som gäller när nämnaren är noll", en: "Say what holds when the divisor is zero" };
  return [{ label, edits: [{ span: quotient.span, text: words.join(" ") }] }];
}

function expressionAt(span: Span, quotient: Expression): Expression | undefined {
  return quotient.kind === "arithmetic" && bare(quotient.right).span.end === span.end ? quotient.right : undefined;
}

/** Rounding to whole öre, said to be an assumption: which rounding is meant is the author's to know. */
export function rounded({ span, tree, text }: FixPlace): readonly Fix[] {
  const line = nodesAt(tree, span.start).findLast((node) => node.kind === "step");
  const { language } = tree;
  const unit = language === "sv" ? "ören" : "öre";
  const name = line !== undefined && hasName(line) ? line.name.text : "belopp";
  const end = lineEnd(text, line?.span.end ?? span.end);
  const rounding = `${say("round", language)} ${name} ${say("toWhole", language)} ${unit}, ${say("halvesUp", language)}`;
  const label = { sv: "Avrunda till hela ören, halva uppåt", en: "Round to whole öre, halves up" };
  const words = `\n  ${rounding}   ${assumption(language, "texten säger inget om avrundning", "the text says nothing about rounding")}`;
  return [{ label, edits: [{ span: { ...span, start: end, end }, text: words }] }];
}

function hasName(node: Written): node is Written & { readonly name: { readonly text: string } } {
  return "name" in node && typeof node.name === "object" && node.name !== null && "text" in node.name;
}

/** `genomsnitt av x där C` becomes `(… om (antal vårdtillfällen där C) är minst 1 annars …)`. */
export function meanGuarded({ span, tree, text, analysis }: FixPlace): readonly Fix[] {
  const mean = nodesAt(tree, span.start).find(
    (node) => node.kind === "aggregate" && node.span.start === span.start && node.span.end === span.end,
  );
  if (!isExpression(mean) || mean.kind !== "aggregate" || mean.where === undefined) return [];
  const kind = analysis.front.kinds.kindOf.get(mean);
  if (kind?.kind !== "quantity") return [];
  const { language } = tree;
  const where = text.slice(mean.where.span.start, mean.where.span.end);
  const counted = `${say("numberOfEpisodes", language)} ${say("where", language)} ${where}`;
  const words = [
    `(${text.slice(span.start, span.end)} ${say("if", language)} (${counted}) ${say("atLeast", language)} 1`,
    `${say("otherwise", language)} ${zero(unitText(kind, "0", language))})`,
  ];
  const label = { sv: "Säg vad som gäller när ingen är med", en: "Say what holds when nobody is in it" };
  return [{ label, edits: [{ span, text: words.join(" ") }] }];
}

/** Nothing of the unit that stands before `om`, as what holds otherwise. */
export function otherwiseSaid({ span, tree, analysis }: FixPlace): readonly Fix[] {
  const choice = nodesAt(tree, span.start).findLast((node) => node.kind === "if" && node.span.end === span.end);
  if (!isExpression(choice) || choice.kind !== "if") return [];
  const kind = analysis.front.kinds.kindOf.get(choice.then);
  if (kind?.kind !== "quantity") return [];
  const { language } = tree;
  const nothing = zero(unitText(kind, "0", language));
  const label = { sv: `Skriv \`annars ${nothing}\``, en: `Write \`otherwise ${nothing}\`` };
  const at = { ...span, start: span.end };
  return [{ label, edits: [{ span: at, text: ` ${say("otherwise", language)} ${nothing}` }] }];
}

function zero(unit: string | undefined): string {
  return unit === undefined ? "0" : `0 ${unit}`;
}

const modes = ["halvesUp", "halvesToEven", "down", "up"] as const;

/** One choice for each way of rounding. */
export function roundingSaid({ span, tree }: FixPlace): readonly Fix[] {
  const at = { ...span, start: span.end };
  return modes.map((mode) => ({
    label: { sv: `Skriv \`${say(mode, "sv")}\``, en: `Write \`${say(mode, "en")}\`` },
    edits: [{ span: at, text: `, ${say(mode, tree.language)}` }],
  }));
}

export function lineRemoved({ span, tree, text }: FixPlace): readonly Fix[] {
  const line = ruleLineAt(span, tree);
  if (line === undefined) return [];
  const start = lineStart(text, line.span.start);
  const label = { sv: "Ta bort den här raden", en: "Remove this line" };
  return [{ label, edits: [{ span: { ...span, start, end: afterLine(text, line.span.end) }, text: "" }] }];
}

/** Of two rules that meet, the one that was found second goes before the other, or comes on top of it. */
export function precedenceSaid({ span, tree, text }: FixPlace, { related }: Problem): readonly Fix[] {
  const other = related[0]?.span;
  const rule = statementAround(span, tree);
  if (other === undefined || other.file !== span.file || rule?.kind !== "rule") return [];
  const first = rule.lines[0];
  const name = text.slice(other.start, other.end);
  if (first === undefined) return [];
  return (["insteadOf", "onTopOf"] as const).map((concept) => ({
    label: { sv: `Skriv \`${say(concept, "sv")} ${name}\``, en: `Write \`${say(concept, "en")} ${name}\`` },
    edits: [{ span: { ...first.span, end: first.span.start }, text: `${say(concept, tree.language)} ${name}\n  ` }],
  }));
}

/** Of two rules that meet, the one that began first ends on the day before the other begins. */
export function earlierEnded({ span, tree, analysis }: FixPlace, { related }: Problem): readonly Fix[] {
  const document = documentHolding(tree, analysis);
  const places = [span, ...related.slice(0, 1).map((each) => each.span)];
  const phases = (document?.rules ?? [])
    .filter(({ statement }) => places.some((place) => isSame(place, statement.name.span)))
    .flatMap((rule) => {
      const first = document === undefined ? undefined : daysOfRule(rule, document).from;
      return first === undefined ? [] : [{ rule, first }];
    })
    .sort((a, b) => a.first - b.first);
  const [earlier, later] = phases;
  if (earlier === undefined || later === undefined || earlier.first === later.first) return [];
  const day = dateText(later.first - 1);
  const edit = endWritten(earlier.rule.statement.lines, say("through", tree.language), day, tree);
  if (edit === undefined) return [];
  const { name } = earlier.rule;
  const label = {
    sv: `Låt \`${name}\` gälla till och med ${day}`,
    en: `Let \`${name}\` apply to and including ${day}`,
  };
  return [{ label, edits: [edit] }];
}

function isSame(a: Span, b: Span): boolean {
  return a.file === b.file && a.start === b.start && a.end === b.end;
}

/** In the line that says when the rule applies, or in a line of its own where formatting puts it. */
function endWritten(
  lines: readonly RuleLine[],
  through: string,
  day: string,
  { file }: FixPlace["tree"],
): Fix["edits"][number] | undefined {
  const before = lines.find((line) => rankOf(line) >= rankOfValidity);
  if (before === undefined || before.span.file !== file) return undefined;
  if (before.kind !== "validity") {
    const line = `${through} ${day}\n  `;
    return { span: { ...before.span, end: before.span.start }, text: line };
  }
  const { from, end } = before.validity;
  if (end !== undefined) return { span: end.span, text: `${through} ${day}` };
  if (from === undefined) return undefined;
  return { span: { ...from.span, start: from.span.end }, text: ` ${through} ${day}` };
}

const rankOfValidity = rankOf({ kind: "validity" });

/** The rule that begins first begins with the document instead. */
export function firstRuleMovedToStart({ tree, text, analysis }: FixPlace): readonly Fix[] {
  const document = documentHolding(tree, analysis);
  const from = document?.validity.days.from;
  if (document === undefined || from === undefined) return [];
  const rules = document.rules.filter(({ statement }) => statement.kind === "rule");
  const dated = rules.map((rule) => ({ rule, first: daysOfRule(rule, document).from ?? from }));
  const [next] = dated.sort((a, b) => a.first - b.first);
  // A day later on that no rule has is for the author to look at.
  if (next === undefined || next.first <= from) return [];
  const line = next.rule.lines.map((each) => each.line).find(({ kind }) => kind === "validity");
  const written = line?.span.file === tree.file ? text.slice(line.span.start, line.span.end) : "";
  const at = written.indexOf(dateText(next.first));
  if (line === undefined || at < 0) return [];
  const day = dateText(from);
  const start = line.span.start + at;
  const label = {
    sv: `Låt \`${next.rule.name}\` gälla från och med ${day}`,
    en: `Let \`${next.rule.name}\` apply from ${day}`,
  };
  return [{ label, edits: [{ span: { ...line.span, start, end: start + day.length }, text: day }] }];
}
