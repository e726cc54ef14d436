// Which fields, registers and documents decide anything in a program: those that something in it reads.

import { descendants } from "./children.ts";
import type { Id, Program, ValueKind } from "./ir.ts";
import { readByProgram } from "./parts.ts";

export interface Reached {
  readonly fields: ReadonlySet<Id>;
  readonly registers: ReadonlySet<Id>;
  /** Documents that something reached stands in, or whose weekdays are counted. */
  readonly documents: ReadonlySet<string>;
}

export function reachedBy(program: Program): Reached {
  const fields = new Set<Id>();
  const registers = new Set<Id>();
  const documents = new Set<string>();
  for (const outer of readByProgram(program)) {
    for (const expr of descendants(outer)) {
      if (expr.kind === "field" || expr.kind === "choice") fields.add(expr.field);
      if (expr.kind === "fact" || expr.kind === "payerOn") registers.add(expr.register);
      if ("document" in expr) documents.add(expr.document);
    }
  }
  for (const kind of kindsIn(program, fields))
    if (kind.kind === "payer" && kind.register !== null) registers.add(kind.register);
  for (const { document } of [...program.values, ...program.measured, ...program.terms, ...program.questions]) {
    documents.add(document);
  }
  for (const { id } of program.events) documents.add(documentIn(id));
  for (const id of [...fields, ...registers]) documents.add(documentIn(id));
  return { fields, registers, documents };
}

function kindsIn(program: Program, fields: ReadonlySet<Id>): readonly ValueKind[] {
  const declared = [...program.values, ...program.measured, ...program.terms].map(({ kind }) => kind);
  return [...declared, ...program.fields.filter(({ id }) => fields.has(id)).map(({ kind }) => kind)];
}

function documentIn(id: Id): string {
  return id.slice(0, id.indexOf("."));
}
