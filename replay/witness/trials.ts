// Thousands of cases evaluated at once: every group is told apart by the case that it belongs to.
// Rule: episodes become columns through the reader itself, so that a case that it would refuse is never shown; and a
// value that is not known is a made-up amount here, the same for both, so that one case cannot stop the others.

import { evaluatorFor } from "../evaluator.ts";
import { holdText } from "../read/cell.ts";
import { recordTable } from "../read/record-table.ts";
import { checkOrderOfEvents } from "../read/checks/order-of-events.ts";
import { checkPayersOfTheDay } from "../read/checks/payers-of-the-day.ts";
import type { Field, Id, Key, Program, RegisterIr, Value } from "@avtal/compiler/ir/ir";
import type { CodeColumn, Columns } from "@avtal/runtime/columns";
import type { Evaluation } from "@avtal/runtime/result";
import { cellOf, type Shape, type Vocabulary } from "./episode-shapes.ts";
import { outcomesByCase, type CaseOutcome } from "./outcomes.ts";
import type { Side } from "./verdict.ts";

export type TrialCase = readonly Shape[];

export interface Tried {
  readonly of: TrialCase;
  readonly a: CaseOutcome;
  readonly b: CaseOutcome;
}

/** Evaluates cases under both wordings; those that the reader would refuse are left out. */
export type Try = (cases: readonly TrialCase[]) => readonly Tried[];

export function trialsOf(a: Side, b: Side): (vocabulary: Vocabulary) => Try {
  const fields = fieldsOfBoth(a.program, b.program);
  const registers = registersOfBoth(a.program, b.program);
  const evaluate = [a, b].map(({ program, options }) => {
    const evaluator = evaluatorFor(withCases(program));
    return (columns: Columns): Evaluation => evaluator.evaluate(columns, options);
  });
  return (vocabulary) => (cases) => {
    const { columns, kept } = columnsOfCases(cases, fields, registers, vocabulary);
    const [first, second] = evaluate.map((run) => outcomesByCase(run(columns), cases.length, caseOfRecord));
    return cases.flatMap((of, index) => {
      const [ofA, ofB] = [first?.[index], second?.[index]];
      return kept.has(index) && ofA !== undefined && ofB !== undefined ? [{ of, a: ofA, b: ofB }] : [];
    });
  };
}

/** No field of a vocabulary has such a code. */
export const caseCode = "#case";

/** The program with one more key in every rule, and an amount wherever one is not known. */
function withCases(program: Program): Program {
  const field: Field = {
    id: `${program.main}.${caseCode}`,
    name: caseCode,
    code: caseCode,
    kind: { kind: "text" },
    choices: [],
    empty: "unknown",
    optional: false,
    personal: false,
    unique: false,
    doc: null,
  };
  const key: Key = {
    name: caseCode,
    code: caseCode,
    role: "other",
    kind: { kind: "text" },
    value: { kind: "field", field: field.id },
  };
  return {
    ...program,
    fields: [...program.fields, field],
    rules: program.rules.map((rule) => ({
      ...rule,
      keys: rule.keys.map(({ guard, it }) => ({ guard, it: [...it, key] })),
    })),
    values: program.values.map(withoutGaps),
    measured: program.measured.map((measured) =>
      measured.kind.kind === "quantity" && measured.fixed === null
        ? {
            ...measured,
            fixed: { kind: "quantity", exact: madeUp(measured.id, measured.kind.unit), unit: measured.kind.unit },
          }
        : measured,
    ),
  };
}

function withoutGaps(value: Value): Value {
  const { kind } = value;
  if (kind.kind !== "quantity") return value;
  const exact = madeUp(value.id, kind.unit);
  return {
    ...value,
    rows: value.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({
        ...cell,
        value: cell.value ?? { kind: "quantity", exact, unit: kind.unit },
      })),
    })),
  };
}

/** An amount that nobody would write, so that it does not happen to equal another. */
function madeUp(id: Id, unit: string): string {
  const salt = [...id].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 997, 7);
  return unit === "money" || unit === "moneyPerDay" ? `${700_003 + salt * 2}` : `${1_700 + salt}/1000`;
}

interface CasesRead {
  readonly columns: Columns;
  /** The cases of which every episode was taken. */
  readonly kept: ReadonlySet<number>;
}

function columnsOfCases(
  cases: readonly TrialCase[],
  fields: readonly Field[],
  registers: readonly RegisterIr[],
  vocabulary: Vocabulary,
): CasesRead {
  const table = recordTable(fields, registers, "");
  const known = new Set(vocabulary.fields.map(({ code }) => code));
  const owner: number[] = [];
  const refused = new Set<number>();
  cases.forEach((shapes, index) => {
    for (const [place, shape] of shapes.entries()) {
      const before = table.count();
      owner.push(index);
      table.take(owner.length, (builder, cell) => {
        const field = fields[builder];
        if (field === undefined) holdText(cell, "");
        else if (field.unique) holdText(cell, recordId(index, place));
        else holdText(cell, known.has(field.code) ? cellOf(shape, field, vocabulary) : "");
      });
      if (table.count() === before) refused.add(index);
    }
  });
  checkOrderOfEvents(table);
  checkPayersOfTheDay(table);
  for (let at = 0; at < table.count(); at++) if (!table.isKept(at)) refused.add(owner[table.rowOf(at) - 1] ?? -1);
  for (let at = 0; at < table.count(); at++) if (refused.has(owner[table.rowOf(at) - 1] ?? -1)) table.drop(at);
  const rows: number[] = [];
  for (let at = 0; at < table.count(); at++) if (table.isKept(at)) rows.push(table.rowOf(at));
  const { columns } = table.finish();
  const owners = rows.map((row) => owner[row - 1] ?? -1);
  const ids = rows.map((row, index) => recordId(owners[index] ?? -1, row));
  const column: CodeColumn = {
    kind: "code",
    codes: Int32Array.from(owners),
    names: cases.map((_, index) => `${index}`),
  };
  return {
    columns: { count: columns.count, ids, columns: new Map([...columns.columns, [caseCode, column]]) },
    kept: new Set(owners),
  };
}

function recordId(index: number, place: number): string {
  return `${index}.${place}`;
}

function caseOfRecord(id: string): number {
  return Number(id.slice(0, id.indexOf(".")));
}

function fieldsOfBoth(a: Program, b: Program): readonly Field[] {
  const own = new Set(a.fields.map(({ code }) => code));
  return [...a.fields, ...b.fields.filter(({ code }) => !own.has(code))];
}

/** What only the second program has stands after what the first one has. */
export function registersOfBoth(a: Program, b: Program): readonly RegisterIr[] {
  const own = new Set(a.registers.map(({ id }) => id));
  return [...a.registers, ...b.registers.filter(({ id }) => !own.has(id))];
}
