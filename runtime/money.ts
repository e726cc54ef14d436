// Amounts as text: kronor with two decimals, as results and files carry them.
// Rule: money is whole öre, held as bigint; no amount passes through a binary float.

import type { Ore } from "./result.ts";

/** `9300.00`, `-0.50`: kronor with exactly two decimals and a decimal point. */
export function kronorText(amount: Ore): string {
  const size = amount < 0n ? -amount : amount;
  const cents = String(size % 100n).padStart(2, "0");
  return `${amount < 0n ? "-" : ""}${size / 100n}.${cents}`;
}

/** Reads kronor with no decimals or at most two, with a decimal point (`9300`, `9300.5`, `9300.00`); else undefined. */
export function oreFromText(text: string): Ore | undefined {
  const found = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(text);
  if (found === null || found[2] === undefined) return undefined;
  const size = BigInt(found[2]) * 100n + BigInt((found[3] ?? "").padEnd(2, "0"));
  return (found[1] === "-" ? -size : size) as Ore;
}
