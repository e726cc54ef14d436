// The text in force on one day, with the chosen readings: what is laid side by side to see what changed.
// Rule: every line stands as its author wrote it; what is not in force that day is left out.

import { dayFromText } from "@avtal/runtime/calendar";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import type { Day, Days, Document, Guard, GuardedLine, RuleText } from "@avtal/compiler/resolve/document";
import type { Span } from "@avtal/compiler/source";
import type { Opened } from "./opened.ts";
import { eventsSeenFrom, standsOn } from "./rule-stands.ts";

export function wordingText(agreement: string, date: string, opened: Opened): string | null {
  const document = opened.front.documents.get(agreement);
  const day = dayFromText(date);
  if (document === undefined || day === undefined) return null;
  const written: Writing = { document, day, opened };
  const parts = [
    // Without its day, so that the first line that differs is the first thing that changed.
    `# ${document.name}${isIn(document.validity.days, day) ? "" : notInForce}`,
    ...valueParts(written),
    ...termParts(written),
    ...conditionParts(written),
    ...ruleParts(written),
  ];
  return `${parts.join("\n\n")}\n`;
}

const notInForce = "\n# Gäller inte denna dag. / Not in force on this day.";

interface Writing {
  readonly document: Document;
  readonly day: Day;
  readonly opened: Opened;
}

function valueParts(writing: Writing): string[] {
  const values = sorted([...writing.document.values.values()], ({ statement }) => statement.name.text);
  return values.flatMap(({ statement, guard, rows }) => {
    if (!isChosen(guard, writing)) return [];
    const row = rows.filter((one) => isIn(one.days, writing.day) && isChosen(one.guard, writing)).at(-1);
    const [first] = statement.rows;
    const head = first === undefined ? statement.span : { ...statement.span, end: first.span.start };
    return row === undefined ? [] : [`${sliceOf(head, writing)}\n  ${sliceOf(row.it.span, writing)}`];
  });
}

function termParts(writing: Writing): string[] {
  const { document } = writing;
  const all = [...document.measured.values(), ...document.terms.values()].flat();
  return sorted(all, ({ it }) => it.name.text)
    .filter(({ days, guard }) => isIn(days, writing.day) && isChosen(guard, writing))
    .map(({ it }) => sliceOf(it.span, writing));
}

function conditionParts(writing: Writing): string[] {
  const conditions = [...writing.document.conditions.values()].flat();
  return sorted(conditions, ({ statement }) => statement.name.text)
    .filter(({ days, guard }) => isIn(days, writing.day) && isChosen(guard, writing))
    .map(({ statement, lines }) => statementText(statement, lines, writing));
}

function ruleParts(writing: Writing): string[] {
  return sorted(writing.document.rules, ({ name }) => name)
    .filter((rule) => isIn(rule.days, writing.day) && isChosen(rule.guard, writing) && isInForce(rule, writing))
    .map(({ statement, lines }) => statementText(statement, lines, writing));
}

/** By the rule's own lines; a rule without such a line is in force as long as its document. */
function isInForce({ lines }: RuleText, writing: Writing): boolean {
  const events = eventsSeenFrom(writing.document, writing.opened.front.documents);
  return lines.every(
    ({ line, guard }) =>
      line.kind !== "validity" || !isChosen(guard, writing) || standsOn(line.validity, writing.day, events),
  );
}

function statementText(
  statement: { readonly span: Span; readonly name: { readonly span: Span } },
  lines: readonly GuardedLine<{ readonly span: Span }>[],
  writing: Writing,
): string {
  const head = { ...statement.span, end: statement.name.span.end };
  const chosen = lines.filter(({ guard }) => isChosen(guard, writing));
  return [sliceOf(head, writing), ...chosen.map(({ line }) => `  ${sliceOf(line.span, writing)}`)].join("\n");
}

function isIn({ from, until }: Days, day: Day): boolean {
  return (from === undefined || from <= day) && (until === undefined || day < until);
}

/** Whether the reading that is chosen that day is one of the guard's. */
function isChosen(guard: Guard | undefined, { day, opened }: Writing): boolean {
  if (guard === undefined) return true;
  const question = opened.front.documents.get(guard.document)?.questions.get(guard.question);
  const chosen = question?.chosen.filter(({ from }) => from === undefined || from <= day).at(-1);
  return chosen !== undefined && guard.readings.includes(chosen.reading);
}

function sliceOf(span: Span, { opened }: Writing): string {
  return opened.textOf(span.file).slice(span.start, span.end).trim();
}

function sorted<Thing>(things: readonly Thing[], nameOf: (thing: Thing) => string): Thing[] {
  return [...things].sort((a, b) => byCodePoint(nameOf(a), nameOf(b)));
}
