// Dated values and measured values as tables of the generated module, each with the function that reads it.
// Rule: a row keeps the day it begins, the reading it stands under and its cells; `saknas` is a cell without a value.

import { dateText } from "@avtal/runtime/calendar";
import type { Expr, Id, Measured, Value, ValueRow } from "../../ir/ir.ts";
import { kindOf } from "../../ir/kind-of.ts";
import {
  array,
  constant,
  name,
  nothing,
  number,
  object,
  path,
  returned,
  text,
  truthWord,
  type Code,
  type Statement,
} from "./code.ts";
import { guardTable } from "./choosable-code.ts";
import { ofRecordCode } from "./closures.ts";
import { docOf } from "./docs.ts";
import { choiceCode, library, libraryName, nameCode, type Emission } from "./emission.ts";
import { fractionCode, numberCode, ofRecord, type Place } from "./expression-code.ts";
import { camelCase } from "./naming.ts";
import { readsCode } from "./reads-code.ts";
import { parametersOf, placeIn } from "./term-code.ts";

/** The name of the function that reads a value, which is written when it is first asked for. */
export function valueFunction(emission: Emission, id: Id): string {
  const value = emission.value(id);
  return emission.declaredFor(`value ${id}`, value.document, camelCase(value.code), (own) =>
    valueReader(own, value, emission),
  );
}

export function valueTable(emission: Emission, id: Id): Code {
  const value = emission.value(id);
  const own = emission.declaredFor(`table value ${id}`, value.document, `${camelCase(value.code)}Rows`, (declared) =>
    constant({
      name: declared,
      type: `${emission.use("type ValueCode").slice(5)}<Run>`,
      doc: docOf(emission, { says: value.name, clause: null }),
      value: tableCode(value, emission),
    }),
  );
  return name(own);
}

export function measuredFunction(emission: Emission, id: Id): string {
  const measured = emission.measured(id);
  return emission.declaredFor(`measured ${id}`, measured.document, camelCase(measured.code), (own) => {
    emission.use("type Fraction");
    const signature = emission.signatures.ofMeasured(id);
    const args = [
      signature.record ? ofRecord.record : noRecord(emission),
      ofRecord.day,
      dayOrNone(signature, emission),
    ];
    return {
      kind: "function",
      name: own,
      parameters: parametersOf(signature),
      returns: "Fraction",
      body: [returned(library(emission, "measuredOn", measuredTable(emission, id), name("run"), ...args))],
      doc: docOf(emission, { says: measured.name, clause: measured.clause }),
      exported: false,
    };
  });
}

export function measuredTable(emission: Emission, id: Id): Code {
  const measured = emission.measured(id);
  const own = emission.declaredFor(
    `table measured ${id}`,
    measured.document,
    `${camelCase(measured.code)}Measured`,
    (declared) =>
      constant({
        name: declared,
        type: `${emission.use("type MeasuredCode").slice(5)}<Run>`,
        value: measuredCode(measured, emission),
      }),
  );
  return name(own);
}

function measuredCode({ id, document, name: own, code, fixed }: Measured, emission: Emission): Code {
  const place = placeIn(document, emission);
  return object([
    { name: "kind", value: text("measured") },
    { name: "id", value: text(id) },
    { name: "document", value: text(document) },
    { name: "name", value: text(own) },
    { name: "code", value: text(code) },
    { name: "fixed", value: fixed === null ? nothing : ofRecordCode(fractionCode(fixed, place, emission)) },
    { name: "fixedReads", value: fixed === null ? array([]) : readsCode([fixed], place, emission) },
  ]);
}

function valueReader(own: string, value: Value, emission: Emission): Statement {
  const isFraction = emission.forms.ofValue(value.id).kind === "fraction";
  if (isFraction) emission.use("type Fraction");
  valueTable(emission, value.id);
  const signature = emission.signatures.ofValue(value.id);
  const rows = path("run", "rows", emission.memberOf("rows", value.id, camelCase(value.code)));
  const record = signature.record ? ofRecord.record : noRecord(emission);
  const args = [rows, name("run"), record, ofRecord.day, dayOrNone(signature, emission)];
  return {
    kind: "function",
    name: own,
    parameters: parametersOf(signature),
    returns: isFraction ? "Fraction" : "number",
    body: [returned(library(emission, isFraction ? "fractionOn" : "numberOn", ...args))],
    doc: docOf(emission, { says: value.name, clause: null }),
    exported: false,
  };
}

function tableCode(value: Value, emission: Emission): Code {
  const place = placeIn(value.document, emission);
  return object([
    { name: "kind", value: text("value") },
    { name: "id", value: text(value.id) },
    { name: "document", value: text(value.document) },
    { name: "name", value: text(value.name) },
    { name: "code", value: text(value.code) },
    { name: "whole", value: truthWord(emission.forms.ofValue(value.id).kind !== "fraction") },
    { name: "keys", value: array(value.dependsOn.map((key) => ofRecordCode(numberCode(key, place, emission)))) },
    { name: "keyReads", value: readsCode(value.dependsOn, place, emission) },
    { name: "rows", value: array(value.rows.map((row) => rowCode(row, value, place, emission))) },
    { name: "until", value: value.until === null ? nothing : number(value.until) },
  ]);
}

function rowCode({ from, guard, cells, clause }: ValueRow, value: Value, place: Place, emission: Emission): Code {
  const doc = docOf(emission, { says: from === null ? "alltid" : `från och med ${dateText(from)}`, clause });
  return object([
    { name: "from", value: from === null ? nothing : number(from), doc },
    { name: "guard", value: guardTable(guard, emission) },
    { name: "cells", value: array(cells.map((cell) => cellCode(cell, value, place, emission))) },
  ]);
}

function cellCode(cell: ValueRow["cells"][number], value: Value, place: Place, emission: Emission): Code {
  const isFraction = emission.forms.ofValue(value.id).kind === "fraction";
  const codeOf = (expr: Expr): Code =>
    isFraction ? fractionCode(expr, place, emission) : numberCode(expr, place, emission);
  const keys = cell.keys.map((key, index) =>
    key === null ? nothing : keyNumber(key, value.dependsOn[index], place, emission),
  );
  return object([
    { name: "keys", value: array(keys) },
    { name: "value", value: cell.value === null ? nothing : ofRecordCode(codeOf(cell.value)) },
    { name: "reads", value: cell.value === null ? array([]) : readsCode([cell.value], place, emission) },
  ]);
}

/** A choice, a payer or a text as the number that stands for it. */
function keyNumber(key: string, dependsOn: Expr | undefined, place: Place, emission: Emission): Code {
  const kind = dependsOn === undefined ? undefined : kindOf(dependsOn, place.kinds);
  return kind?.kind === "choice"
    ? choiceCode(emission, emission.field(kind.field), key)
    : nameCode(emission, key, payerName(emission, key));
}

function payerName(emission: Emission, code: string): string {
  for (const register of emission.program.registers) {
    const entry = register.entries.find((each) => each.code === code);
    if (entry !== undefined) return entry.name;
  }
  return code;
}

function noRecord(emission: Emission): Code {
  return libraryName(emission, "NO_RECORD");
}

function dayOrNone(signature: { readonly theDay: boolean }, emission: Emission): Code {
  return signature.theDay ? ofRecord.theDay : libraryName(emission, "UNKNOWN");
}
