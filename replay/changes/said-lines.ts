// The lines that say one thing on one side, as its author wrote them, in the one layout and without what they cite.
// Rule: only what stands on that side's day and under its readings is shown.

import { conditionLinePieces, ruleLinePieces } from "@avtal/compiler/format/line-pieces";
import { expressionText } from "@avtal/compiler/format/expression-text";
import { definitionPieces, headPieces, type Writing } from "@avtal/compiler/format/statement-pieces";
import type { Days, Document, Guard } from "@avtal/compiler/resolve/document";
import type { Language, ValueStatement } from "@avtal/compiler/syntax/ast";
import type { Id } from "@avtal/compiler/ir/ir";
import { dateText } from "@avtal/runtime/calendar";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import type { Side } from "./side.ts";
import type { Thing } from "./thing.ts";

/** Lines of one slot are held against each other: the step of one name, the row of one day. */
export interface SaidLine {
  readonly slot: string;
  readonly text: string;
}

/** `only`: the day whose text alone is shown, where a side is taken as worded on it. */
export function saidLines(thing: Thing, side: Side, only: number | null): readonly SaidLine[] {
  const document = side.front.documents.get(thing.document);
  if (document === undefined) return [];
  const shown: Shown = { side, document, only, language: document.files[0]?.language ?? "sv" };
  switch (thing.sort) {
    case "value":
      return rowLines(thing, shown);
    case "measured":
      return (document.measured.get(thing.name) ?? [])
        .filter((one) => isShown(one, shown))
        .flatMap(({ it }) => [
          { slot: "formula", text: `= ${expressionText(it.formula, shown.language)}` },
          {
            slot: "fixed",
            text:
              it.fixed.kind === "fixed"
                ? `fastställt ${expressionText(it.fixed.value, shown.language)}`
                : "fastställt saknas",
          },
        ]);
    case "term":
      return termLines(thing, shown);
    case "rule":
      return ruleLines(thing, shown);
    case "question":
      return [{ slot: "chosen", text: chosenText(thing, shown) }];
    case "event":
      return [{ slot: "state", text: eventText(thing, shown) }];
    case "document":
      return headLines(shown);
    case "vocabulary":
      return [];
  }
}

interface Shown {
  readonly side: Side;
  readonly document: Document;
  readonly only: number | null;
  readonly language: Language;
}

function rowLines(thing: Thing, shown: Shown): readonly SaidLine[] {
  const { document, only, side, language } = shown;
  const value = document.values.get(thing.name);
  if (value === undefined) return [];
  const begun = value.rows
    .filter(({ guard }) => stands(guard, shown))
    .filter(({ days, it }) => {
      const from = it.from.day ?? days.from;
      const isLater = side.wording !== null && from !== undefined && from > side.wording;
      return !isLater && (thing.from === null || from === thing.from);
    });
  const rows = only === null ? begun : begun.filter((row) => isOnDay(row.days, only)).slice(-1);
  const supplied = side.values
    .filter((one) => one.value === `${thing.document}.${thing.name}`)
    .map((one) => ({
      slot: "supplied",
      text: `angivet${one.from === null ? "" : ` från och med ${one.from}`}: ${exactText(one.exact)}`,
    }));
  return [
    ...rows.map(({ it }): SaidLine => {
      const statement: ValueStatement = { ...value.statement, question: undefined, rows: [{ ...it, ...bare }] };
      const text = piecesText(definitionPieces(statement, 0, writing(language)).slice(1));
      return { slot: only === null ? `row ${it.from.day ?? ""}` : "row", text };
    }),
    ...supplied,
  ];
}

function exactText({ over, under }: Side["values"][number]["exact"]): string {
  return under === 1n ? String(over) : `${over}/${under}`;
}

function termLines(thing: Thing, shown: Shown): readonly SaidLine[] {
  const { document, language } = shown;
  const definitions = (document.terms.get(thing.name) ?? [])
    .filter((one) => isShown(one, shown))
    .map(({ it, days }) => ({
      slot: "definition",
      text: `${sinceText(days, shown)}= ${expressionText(it.definition, language)}`,
    }));
  const conditions = (document.conditions.get(thing.name) ?? [])
    .filter((one) => isShown(one, shown))
    .flatMap(({ lines, days }) =>
      lines
        .filter(({ guard, line }) => stands(guard, shown) && line.kind !== "nothing")
        .map(({ line }) => ({
          slot: line.kind,
          text: `${sinceText(days, shown)}${piecesText(conditionLinePieces([{ ...line, ...bare }], 0, language))}`,
        })),
    );
  return [...definitions, ...conditions];
}

function ruleLines(thing: Thing, shown: Shown): readonly SaidLine[] {
  const { document, language } = shown;
  return document.rules
    .filter((one) => one.name === thing.name && isShown(one, shown))
    .flatMap(({ lines, days }) =>
      lines
        .filter(({ guard, line }) => stands(guard, shown) && line.kind !== "nothing")
        .map(({ line }) => {
          const since = sinceText(days, shown);
          const text = piecesText(ruleLinePieces([{ ...line, ...bare }], 0, language));
          const name = line.kind === "step" || line.kind === "round" ? ` ${line.name.text}` : "";
          return { slot: `${since}${line.kind}${name}`, text: `${since}${text}` };
        }),
    );
}

/** Which version a line stands in, where a rule has several. */
function sinceText({ from }: Days, { only }: Shown): string {
  return from === undefined || only !== null ? "" : `från och med ${dateText(from)}: `;
}

function chosenText(thing: Thing, { document, side, only }: Shown): string {
  const question = document.questions.get(thing.name);
  const given = side.readings.get(`${thing.document}.${thing.name}`);
  if (given !== undefined) return given;
  const chosen = question?.chosen ?? [];
  if (only !== null) return chosen.findLast(({ from }) => from === undefined || from <= only)?.reading ?? "";
  return chosen
    .map(({ from, reading }) => `${from === undefined ? "" : `från och med ${dateText(from)}: `}${reading}`)
    .join("; ");
}

function eventText(thing: Thing, { document, side }: Shown): string {
  const id = `${thing.document}.${thing.name}`;
  const given = side.events.get(id);
  if (given !== undefined) return given === null ? "ännu inte" : `inträffade ${given}`;
  const state = document.events.get(thing.name)?.state;
  if (state?.kind === "happened") return `inträffade ${state.on.day === undefined ? "" : dateText(state.on.day)}`;
  return state?.kind === "unknown" ? "okänt" : "ännu inte";
}

function headLines({ document, language }: Shown): readonly SaidLine[] {
  const { head } = document;
  const lines = head.lines.map((line) => ({ ...line, cites: undefined }));
  const pieces = headPieces({ ...head, lines }, writing(language)).slice(1);
  return pieces.map(({ text }, index) => ({ slot: lines[index]?.kind ?? "", text: oneLine(text) }));
}

function isShown({ guard, days }: { readonly guard: Guard | undefined; readonly days: Days }, shown: Shown): boolean {
  const { only, side } = shown;
  if (!stands(guard, shown)) return false;
  if (only !== null) return isOnDay(days, only);
  return side.wording === null || days.from === undefined || days.from <= side.wording;
}

function isOnDay({ from, until }: Days, day: number): boolean {
  return (from === undefined || from <= day) && (until === undefined || day < until);
}

function stands(guard: Guard | undefined, { side, only }: Shown): boolean {
  if (guard === undefined) return true;
  return readingsIn(`${guard.document}.${guard.question}`, side, only).some((reading) =>
    guard.readings.includes(reading),
  );
}

/** The readings that may be chosen on a side; only one where the choice does not change over its days. */
export function readingsIn(question: Id, side: Side, only: number | null): readonly string[] {
  const given = side.readings.get(question);
  if (given !== undefined) return [given];
  const chosen = side.program.questions.find(({ id }) => id === question)?.chosen ?? [];
  if (only === null) return [...new Set(chosen.map(({ reading }) => reading))].sort(byCodePoint);
  return chosen
    .filter(({ from }) => from === null || from <= only)
    .slice(-1)
    .map(({ reading }) => reading);
}

const bare = { cites: undefined, question: undefined } as const;

function writing(language: Language): Writing {
  return { language, hasComment: () => false, wordBefore: (offset) => offset };
}

function piecesText(pieces: readonly { readonly text: string }[]): string {
  return pieces.map(({ text }) => oneLine(text)).join(" ");
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}
