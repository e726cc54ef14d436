// The plain CSV of a conformance case as columns: comma, header, no quotes, every cell a text.

import type { Program } from "@avtal/compiler/ir/ir";
import type { Columns } from "@avtal/runtime/columns";
import { columnsFromRecords, type PlainRecord, type RecordField } from "@avtal/runtime/records";

export function columnsFromCsv(program: Program, text: string): Columns {
  const [header = "", ...rows] = text.trimEnd().split("\n");
  const names = header.split(",");
  return columnsOf(
    program,
    rows.map((row) => {
      const cells = row.split(",");
      return Object.fromEntries(names.map((name, index) => [name, cells[index] === "" ? null : cells[index]]));
    }),
  );
}

/** Plain records as columns; a record that cannot be read fails the test. */
export function columnsOf(program: Program, records: readonly PlainRecord[]): Columns {
  const read = columnsFromRecords(recordFields(program), records);
  if (read.refusals.length > 0) throw new Error(`Refused: ${JSON.stringify(read.refusals)}`);
  return read.columns;
}

export function recordFields(program: Program): RecordField[] {
  return program.fields.map((field) => {
    const register = field.kind.kind === "payer" ? field.kind.register : null;
    const payers = program.registers.find((each) => each.id === register)?.entries;
    return payers === undefined ? field : { ...field, payers };
  });
}
