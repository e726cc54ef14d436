// Tables that depend on choices: every choice is covered, none twice, and each line has one key for each choice.
// Rule: what is left is covered by `övriga`; a table over payers always needs it, because payers come and go.

import type { Document } from "../resolve/document.ts";
import type { Expression, Name, TableRow, ValueRow, ValueStatement } from "../syntax/ast.ts";
import { declarationOf, languageAt, type Checking } from "./checking.ts";
import type { Kind } from "./kind.ts";
import { checkShares } from "./shares.ts";
import { choiceTwice } from "./problems/choice-twice.ts";
import { choicesNotCovered } from "./problems/choices-not-covered.ts";
import { dependsOnNoChoice } from "./problems/depends-on-no-choice.ts";
import { keysDoNotFit } from "./problems/keys-do-not-fit.ts";
import { tableNeeded } from "./problems/table-needed.ts";
import { tableNotNeeded } from "./problems/table-not-needed.ts";

export function checkTables(document: Document, checking: Checking): void {
  for (const { statement, rows } of document.values.values()) {
    const picks = statement.dependsOn.map((expression) => pickOf(expression, checking));
    if (picks.some((pick) => pick === undefined)) continue;
    const written = new Set(rows.map((row) => row.it));
    for (const row of written) checkShares(row, statement, checking);
    for (const row of written)
      checkRow(
        row,
        statement,
        picks.filter((pick) => pick !== undefined),
        document,
        checking,
      );
  }
}

/** What one `beror på` picks from: the choices of a field, or payers, whose number is not fixed. */
interface Pick {
  readonly expression: Expression;
  readonly kind: Extract<Kind, { kind: "choice" | "payer" }>;
  readonly choices: readonly string[] | undefined;
}

function pickOf(expression: Expression, checking: Checking): Pick | undefined {
  const kind = checking.kindOf.get(expression);
  if (kind?.kind === "payer") return { expression, kind, choices: undefined };
  if (kind?.kind === "choice") {
    const type = checking.documents.get(kind.document)?.fields.get(kind.field)?.type;
    if (type?.kind !== "choices") return undefined;
    return { expression, kind, choices: type.choices.map((choice) => choice.name.text) };
  }
  if (kind !== undefined && kind.kind !== "unknown") checking.report(dependsOnNoChoice({ expression, found: kind }));
  return undefined;
}

function checkRow(
  row: ValueRow,
  value: ValueStatement,
  picks: readonly Pick[],
  document: Document,
  checking: Checking,
): void {
  if (row.content.kind === "cell") {
    const { cell } = row.content;
    if (picks.length === 0 || cell.kind === "notKnown" || cell.kind === "missing") return;
    checking.report(tableNeeded({ cell, dependsOn: value.dependsOn, language: languageAt(row.span, document) }));
    return;
  }
  const { rows } = row.content;
  if (picks.length === 0) {
    const first = rows[0];
    if (first !== undefined && value.dependsOn.length === 0) checking.report(tableNotNeeded({ value, at: first.span }));
    return;
  }
  const lines = rows.map((line) => keysOf(line, picks, checking));
  if (lines.some((keys) => keys === undefined)) return;
  const known = lines.filter((keys) => keys !== undefined);
  const twice = firstTwice(known);
  if (twice !== undefined) {
    const [earlier, later] = [rows[twice.earlier], rows[twice.later]];
    if (earlier !== undefined && later !== undefined) checking.report(choiceTwice({ earlier, later }));
    return;
  }
  const missing = notCovered(known, picks);
  if (missing.length > 0)
    checking.report(choicesNotCovered({ row, missing, picks: picks.map((pick) => pick.expression) }));
}

/** A key for each pick; `undefined` in the place of `övriga`. The whole is undefined where something is wrong. */
function keysOf(line: TableRow, picks: readonly Pick[], checking: Checking): (string | undefined)[] | undefined {
  if (line.keys.length !== picks.length) {
    checking.report(keysDoNotFit({ line, picks: picks.map((pick) => pick.expression) }));
    return undefined;
  }
  const keys: (string | undefined)[] = [];
  for (const [index, name] of line.keys.entries()) {
    const pick = picks[index];
    const declaration = declarationOf(name, checking);
    if (pick === undefined || declaration === undefined) return undefined;
    if (isOthers(name, checking)) keys.push(undefined);
    else if (declaration.kind === "payer" && pick.kind.kind === "payer") keys.push(declaration.entry.code);
    else if (pick.choices?.includes(name.text) === true) keys.push(name.text);
    // A choice of something else has been reported where names are looked up.
    else return undefined;
  }
  return keys;
}

function isOthers(name: Name, checking: Checking): boolean {
  const declaration = declarationOf(name, checking);
  return declaration?.kind === "builtIn" && declaration.builtIn === "others";
}

function firstTwice(
  lines: readonly (readonly (string | undefined)[])[],
): { readonly earlier: number; readonly later: number } | undefined {
  const seen = new Map<string, number>();
  for (const [later, keys] of lines.entries()) {
    const key = JSON.stringify(keys.map((each) => each ?? null));
    const earlier = seen.get(key);
    if (earlier !== undefined) return { earlier, later };
    seen.set(key, later);
  }
  return undefined;
}

/** The combinations of choices that no line takes, as people would list them. */
function notCovered(
  lines: readonly (readonly (string | undefined)[])[],
  picks: readonly Pick[],
): (string | undefined)[][] {
  let all: (string | undefined)[][] = [[]];
  for (const pick of picks) {
    // A payer that no line names stands for all the others.
    const values: readonly (string | undefined)[] = pick.choices ?? [undefined];
    all = all.flatMap((before) => values.map((value) => [...before, value]));
  }
  return all.filter(
    (wanted) => !lines.some((keys) => keys.every((key, index) => key === undefined || key === wanted[index])),
  );
}
