// Payers in their registers: their facts, their names, and who has taken over for them on a day.

import type { Expr, Id, RegisterIr } from "@avtal/compiler/ir/ir";
import type { Run } from "@avtal/compiler/ir/run";
import type { Scope } from "./scope.ts";
import { absentAmong, isAbsent, missing, type Value } from "./values.ts";

type Entry = RegisterIr["entries"][number];

/** A fact of a payer as its register has it on the record's own decision day; missing where it says none. */
export function factOf(expr: Expr & { readonly kind: "fact" }, of: Value, scope: Scope): Value {
  if (isAbsent(of)) return of;
  const register = scope.run.registerOf(expr.register);
  const index = register.facts.indexOf(expr.fact);
  const fact = entryOn(register, codeIn(of), scope.own)?.facts[index];
  if (fact === undefined || fact === null) return missing;
  switch (register.factKinds[index]?.kind) {
    case "text":
      return { kind: "text", text: fact };
    case "choice":
      return { kind: "choice", code: fact };
    case "payer":
      return { kind: "payer", code: fact, name: null };
    default:
      throw new Error(`${expr.register} has no fact ${expr.fact}.`);
  }
}

/** `betalare vid D`: the payer itself while it exists on D, later its successor, asked the same way. */
export function payerOn(register: Id, of: Value, at: Value, run: Run): Value {
  const absent = absentAmong([of, at]);
  if (absent !== undefined) return absent;
  if (at.kind !== "date") return missing;
  const { entries } = run.registerOf(register);
  let code = codeIn(of);
  for (let steps = 0; steps <= entries.length; steps += 1) {
    const ofCode = entries.filter((entry) => entry.code === code);
    if (ofCode.length === 0) return { kind: "payer", code, name: null };
    if (ofCode.some((entry) => existsOn(entry, at.day))) return { kind: "payer", code, name: null };
    const ended = ofCode.findLast((entry) => entry.until !== null && entry.until <= at.day);
    if (ended === undefined || ended.successor === null) return missing;
    code = ended.successor;
  }
  throw new Error(`The successors of a payer in ${register} go round in a ring.`);
}

/** The name of a payer code on a day, from whichever register has it; the code itself outside every register. */
export function payerName(code: string, day: number | null, run: Run): string {
  for (const register of run.program.registers) {
    const entry = entryOn(register, code, day);
    if (entry !== undefined) return entry.name;
  }
  return code;
}

/** The entry of a code on a day; where none exists that day, the first one. */
function entryOn(register: RegisterIr, code: string, day: number | null): Entry | undefined {
  const ofCode = register.entries.filter((entry) => entry.code === code);
  return ofCode.find((entry) => day !== null && existsOn(entry, day)) ?? ofCode[0];
}

function existsOn(entry: Entry, day: number): boolean {
  return (entry.from === null || entry.from <= day) && (entry.until === null || day < entry.until);
}

function codeIn(value: Value): string {
  if (value.kind === "payer") return value.code;
  throw new Error(`A ${value.kind} stands where a payer is needed.`);
}
