// Registers of payers in a run: what a code is called, what is known of it, and who has taken over for it on a day.
// Rule: codes and texts are numbers here, the same as in the columns; an entry is found without making anything.

import { MISSING, UNKNOWN } from "./columns.ts";
import { NEVER } from "./record-dates.ts";
import type { Names } from "./record-facts.ts";
import { absenceOf } from "./whole-numbers.ts";

/** A register as generated code holds it. */
export interface RegisterCode {
  readonly id: string;
  readonly entries: readonly {
    readonly code: string;
    readonly name: string;
    readonly from: number | null;
    /** First day outside. */
    readonly until: number | null;
    readonly successor: string | null;
    /** Text, payer code or choice code, in the order of the register's facts. */
    readonly facts: readonly (string | null)[];
  }[];
  /** The choices of each fact that is a choice, by code; null for texts and payers. */
  readonly choices: readonly (readonly string[] | null)[];
}

interface Entry {
  readonly name: string;
  readonly from: number;
  readonly until: number;
  readonly successor: number | null;
  readonly facts: readonly number[];
}

/** Entries by the number of their code, in written order. */
export type Register = readonly (readonly Entry[] | undefined)[];

export function registerOf(register: RegisterCode, names: Names): Register {
  const entries: (Entry[] | undefined)[] = [];
  for (const { code, name, from, until, successor, facts } of register.entries) {
    const number = names.numberOf(code);
    while (entries.length <= number) entries.push(undefined);
    const ofCode = entries[number] ?? [];
    ofCode.push({
      name,
      from: from ?? -Infinity,
      until: until ?? Infinity,
      successor: successor === null ? null : names.numberOf(successor),
      facts: facts.map((fact, index) => factNumber(fact, register.choices[index] ?? null, names)),
    });
    entries[number] = ofCode;
  }
  return entries;
}

/** A fact of a payer on a day; missing where its register says none. */
export function factOn(register: Register, payer: number, fact: number, day: number): number {
  if (payer <= UNKNOWN) return payer;
  return entryOn(register, payer, day)?.facts[fact] ?? MISSING;
}

/** A fact by payer, where it is the same on every day; `UNKNOWN` where it takes a day to tell. */
export function undatedFacts(register: Register, fact: number): Int32Array {
  const known = undated.get(register) ?? [];
  undated.set(register, known);
  return (known[fact] ??= Int32Array.from(register, (ofCode) => {
    const [only, ...others] = ofCode ?? [];
    return others.length > 0 ? UNKNOWN : (only?.facts[fact] ?? MISSING);
  }));
}

/** Of each register by fact: kernels ask for them at every start. */
const undated = new WeakMap<Register, Int32Array[]>();

/** As `factOn`, by a table of what is the same on every day. */
export function factIn(undated: Int32Array, register: Register, payer: number, fact: number, day: number): number {
  const found = payer >= 0 && payer < undated.length ? (undated[payer] ?? UNKNOWN) : UNKNOWN;
  return found === UNKNOWN ? factOn(register, payer, fact, day) : found;
}

/** Who stands for a payer on a day: itself while it exists, later its successor, asked the same way. */
export function payerOn(register: Register, payer: number, day: number): number {
  if (payer <= UNKNOWN || day <= UNKNOWN) return absenceOf(payer, day);
  if (day === NEVER) return MISSING;
  let code = payer;
  for (let steps = 0; steps <= register.length; steps += 1) {
    const ofCode = register[code];
    if (ofCode === undefined || existsAmong(ofCode, day)) return code;
    const ended = ofCode.findLast((entry) => entry.until <= day);
    if (ended === undefined || ended.successor === null) return MISSING;
    code = ended.successor;
  }
  throw new Error("The successors of a payer go round in a ring.");
}

/** The name of a payer on a day, from whichever register has it; undefined outside every register. */
export function payerNameOn(registers: readonly Register[], payer: number, day: number): string | undefined {
  for (const register of registers) {
    const entry = entryOn(register, payer, day);
    if (entry !== undefined) return entry.name;
  }
  return undefined;
}

/** The entry of a code on a day; where none exists that day, the first one. */
function entryOn(register: Register, payer: number, day: number): Entry | undefined {
  const ofCode = register[payer];
  if (ofCode === undefined || ofCode.length === 1) return ofCode?.[0];
  return ofCode.find((entry) => day > UNKNOWN && existsOn(entry, day)) ?? ofCode[0];
}

function existsAmong(entries: readonly Entry[], day: number): boolean {
  for (const entry of entries) if (existsOn(entry, day)) return true;
  return false;
}

function existsOn(entry: Entry, day: number): boolean {
  return entry.from <= day && day < entry.until;
}

function factNumber(fact: string | null, choices: readonly string[] | null, names: Names): number {
  if (fact === null) return MISSING;
  if (choices === null) return names.numberOf(fact);
  const place = choices.indexOf(fact);
  return place < 0 ? MISSING : place;
}
