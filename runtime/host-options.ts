// What a host hands to a generated module, as the options that every evaluator takes.
// Rule: exact texts in, exact fractions out; a JavaScript number is refused for an amount or a day count, because it
// may already have lost what it meant.

import { ratio, times, type Ratio } from "./ratio.ts";
import { refusal } from "./refusal.ts";
import type { RunOptions, SuppliedValue } from "./result.ts";

/** A civil date, `2021-03-01`. */
export type IsoDate = `${number}-${number}-${number}`;

/** An exact quantity in its value's own unit: `1,74`, `1.74`, `9300` or `87/50`. Never a number. */
export type Exact = string;

/** One quantity for every day, or rows by first day. */
export type Supplied = Exact | readonly { readonly from: IsoDate; readonly exact: Exact }[];

export interface HostOptions {
  readonly wording?: string | null;
  readonly readings?: Readonly<Record<string, string | undefined>>;
  readonly events?: Readonly<Record<string, IsoDate | null | undefined>>;
  readonly values?: Readonly<Record<string, Supplied | undefined>>;
}

/** What a module lets its host decide. */
export interface HostChoices {
  readonly wordings: readonly string[];
  /** Value → öre per unit of what the host writes: 100 for kronor, 1 for days and counts. */
  readonly scaleOf: ReadonlyMap<string, bigint>;
}

/** Throws a `Refusal` for a wording that is not in the agreement or a value that is not exact. */
export function runOptionsOf(options: HostOptions, choices: HostChoices): RunOptions {
  const wording = options.wording ?? null;
  if (wording !== null && !choices.wordings.includes(wording)) {
    throw refusal("AV7004", "The agreement has no wording on the day that was asked for.");
  }
  return {
    wording,
    readings: new Map(said(options.readings ?? {})),
    events: new Map(said(options.events ?? {})),
    values: said(options.values ?? {}).flatMap(([value, supplied]) => suppliedRows(value, supplied, choices)),
  };
}

/** The entries of a host's object that say something, own ones only. */
function said<T>(entries: Readonly<Record<string, T | undefined>>): [string, T][] {
  return Object.keys(entries).flatMap((name): [string, T][] => {
    const entry = entries[name];
    return entry === undefined ? [] : [[name, entry]];
  });
}

function suppliedRows(value: string, supplied: Supplied, { scaleOf }: HostChoices): SuppliedValue[] {
  const scale = scaleOf.get(value);
  if (scale === undefined) throw refusal("AV7004", `No quantity that can be supplied is called \`${value}\`.`);
  const exactly = (text: Exact): Ratio => times(exactFrom(text, value), ratio(scale));
  if (typeof supplied === "string") return [{ value, from: null, exact: exactly(supplied) }];
  if (!Array.isArray(supplied)) throw notExact(value);
  return supplied.map((row: { readonly from: IsoDate; readonly exact: Exact }) => ({
    value,
    from: row.from,
    exact: exactly(row.exact),
  }));
}

function exactFrom(text: unknown, value: string): Ratio {
  const found = typeof text === "string" ? /^(-?\d+)(?:[.,](\d+)|\/([1-9]\d*))?$/.exec(text) : null;
  if (found === null) throw notExact(value);
  const [, whole = "0", decimals, under] = found;
  if (decimals !== undefined) return ratio(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
  return ratio(BigInt(whole), under === undefined ? 1n : BigInt(under));
}

function notExact(value: string): Error {
  return refusal("AV7005", `What is supplied for \`${value}\` must be an exact text such as "1,74" or "87/50".`);
}
