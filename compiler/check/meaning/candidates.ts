// Records that might be what is looked for: a few hundred, made from one case and from the numbers in the rules.
// Rule: the same case always gives the same records; nothing here is drawn from a host.

import { MISSING, NO, NOT_KNOWN, UNKNOWN, YES, type Column, type Columns } from "@avtal/runtime/columns";
import { canonical } from "../../ir/canonical.ts";
import type { Expr, Field, Program } from "../../ir/ir.ts";
import type { Domains } from "./domains.ts";
import type { Case, CaseValue } from "./formula.ts";
import type { Deciding } from "./record-fields.ts";

/** One field of one record. `second` only for moments. */
export type Held =
  | { readonly kind: "absent" }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "condition"; readonly holds: boolean }
  | { readonly kind: "number"; readonly number: number }
  | { readonly kind: "day"; readonly day: number; readonly second: number };

export type CandidateRecord = ReadonlyMap<Field, Held>;

export interface Making {
  readonly program: Program;
  readonly deciding: Deciding;
  readonly given: Case;
  readonly domains: Domains;
}

export function candidateRecords(count: number, making: Making): readonly CandidateRecord[] {
  const draw = draws();
  const days = daysSaid(making);
  return Array.from({ length: count }, () => {
    const around: Around = {
      anchor: draw(draw(days) ?? []) ?? someDay,
      followsCase: draw([true, false, false]) ?? true,
    };
    return new Map(making.deciding.fields.map((field) => [field, heldBy(field, around, making, draw)]));
  });
}

/** What happens in one record happens around one day; its dates follow the case, or only lie near that day. */
interface Around {
  readonly anchor: number;
  readonly followsCase: boolean;
}

export function columnsOf(records: readonly CandidateRecord[], fields: readonly Field[]): Columns {
  const columns = fields.map(
    (field) =>
      [
        field.code,
        columnOf(
          field,
          records.map((record) => record.get(field)),
        ),
      ] as const,
  );
  return { count: records.length, ids: records.map((_, index) => `${index + 1}`), columns: new Map(columns) };
}

/** Always the same sequence: a linear congruence of 2^31. */
function draws(): <T>(from: readonly T[]) => T | undefined {
  let state = 20_200_101;
  return (from) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return from[Math.floor(state / 65_536) % from.length];
  };
}

type Draw = ReturnType<typeof draws>;

/** Days that the case speaks of, and those beside the days that the rules mention. */
function daysSaid({ given, domains, deciding }: Making): readonly (readonly number[])[] {
  const said = [...given.values].flatMap(([key, value]) => (key.includes('"eventDate"') ? [] : dayAt(value, domains)));
  const beside = deciding.days.flatMap((day) => [day - 1, day, day + 1]);
  return [said, beside].filter((days) => days.length > 0);
}

/** 2020-03-03, a Tuesday: for rules that mention no day. */
const someDay = 18_324;

/** The day of a place among dates; none for other places. */
export function dayAt(value: CaseValue, domains: Domains): readonly number[] {
  if (value.kind !== "place" || value.sort !== "date") return [];
  const { near, offset } = domains.exactAt("date", value.place);
  return [near === undefined ? someDay + offset : Number(near.over / near.under) + offset];
}

function heldBy(field: Field, around: Around, making: Making, draw: Draw): Held {
  const own = ownValue({ kind: "field", field: field.id }, making);
  switch (field.kind.kind) {
    case "condition":
      if (own !== undefined)
        return own.kind === "yes" || own.kind === "no" ? { kind: "condition", holds: own.kind === "yes" } : absent;
      return { kind: "condition", holds: draw([true, false]) ?? true };
    case "choice":
      return named(
        own,
        field.choices.map(({ code }) => code),
        draw,
      );
    case "payer":
      return named(own, payerCodes(field, making), draw);
    case "text":
      return named(own, [...making.deciding.texts, "A"], draw);
    case "quantity":
      return numbered(own, making, draw);
    case "date":
    case "moment":
      return dated(field, around, making, draw);
    default:
      return absent;
  }
}

const absent: Held = { kind: "absent" };

function ownValue(expr: Expr, { given }: Making): CaseValue | undefined {
  return given.values.get(canonical(expr));
}

function named(own: CaseValue | undefined, names: readonly string[], draw: Draw): Held {
  if (own?.kind === "missing" || own?.kind === "unknown") return absent;
  const name = own?.kind === "name" && names.includes(own.text) ? own.text : draw(names);
  return name === undefined ? absent : { kind: "name", name };
}

/** Payers that the case speaks of, by code or by what the register says of them; all where it speaks of none. */
function payerCodes({ kind }: Field, { program: { registers }, given }: Making): readonly string[] {
  const register = kind.kind === "payer" ? kind.register : null;
  const entries = registers.filter(({ id }) => register === null || id === register).flatMap((each) => each.entries);
  const said = new Set([...given.values.values()].flatMap((value) => (value.kind === "name" ? [value.text] : [])));
  const spokenOf = entries.filter(
    ({ code, facts }) => said.has(code) || facts.some((fact) => fact !== null && said.has(fact)),
  );
  return (spokenOf.length > 0 ? spokenOf : entries).map(({ code }) => code);
}

function numbered(own: CaseValue | undefined, { domains, deciding }: Making, draw: Draw): Held {
  if (own?.kind === "missing" || own?.kind === "unknown") return absent;
  if (own?.kind === "place") {
    const { near, offset } = domains.exactAt("quantity", own.place);
    return { kind: "number", number: near === undefined ? 0 : Number(near.over / near.under) + offset };
  }
  const around = deciding.amounts.flatMap((amount) => [amount, amount + 1]);
  return { kind: "number", number: draw(around) ?? 0 };
}

/** A moment is spoken of as itself, which says only whether it is there, or as its date. */
function dated(field: Field, { anchor, followsCase }: Around, making: Making, draw: Draw): Held {
  const read: Expr = { kind: "field", field: field.id };
  const itself = ownValue(read, making);
  const date = field.kind.kind === "moment" ? ownValue({ kind: "dateOf", of: read }, making) : itself;
  const isSaidAbsent = [itself, date].some((own) => own?.kind === "missing" || own?.kind === "unknown");
  const isOpen = itself === undefined && date === undefined;
  if (isSaidAbsent || (isOpen && field.optional && (draw([true, false]) ?? true))) return absent;
  const [said] = date === undefined || !followsCase ? [] : dayAt(date, making.domains);
  const near = making.deciding.amounts.filter((amount) => amount <= longestWait);
  const offsets = near.flatMap((amount) => [amount, -amount, amount + 1, -amount - 1]);
  const seconds = making.deciding.seconds.flatMap((second) => [second - 1, second, second + 1]);
  return { kind: "day", day: said ?? anchor + (draw(offsets) ?? 0), second: draw([36_000, ...seconds]) ?? 36_000 };
}

/** Days between two dates of a record that is made up; longer ones only take longer to look at. */
const longestWait = 60;

function columnOf(field: Field, held: readonly (Held | undefined)[]): Column {
  const empty = field.empty === "missing" ? MISSING : UNKNOWN;
  const day = held.map((each) => (each?.kind === "day" ? each.day : empty));
  switch (field.kind.kind) {
    case "condition": {
      const codes = held.map((each) => (each?.kind !== "condition" ? NOT_KNOWN : each.holds ? YES : NO));
      return { kind: "condition", codes: Uint8Array.from(codes) };
    }
    case "date":
      return { kind: "date", days: Int32Array.from(day) };
    case "moment": {
      const seconds = held.map((each) => (each?.kind === "day" ? each.second : 0));
      return { kind: "moment", days: Int32Array.from(day), seconds: Int32Array.from(seconds) };
    }
    case "choice":
    case "payer":
    case "text": {
      const names = [...new Set(held.flatMap((each) => (each?.kind === "name" ? [each.name] : [])))];
      const codes = held.map((each) => (each?.kind === "name" ? names.indexOf(each.name) : empty));
      return { kind: "code", codes: Int32Array.from(codes), names };
    }
    default: {
      const values = held.map((each) => (each?.kind === "number" ? each.number : empty));
      return { kind: "integer", values: Int32Array.from(values) };
    }
  }
}
