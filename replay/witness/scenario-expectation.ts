// What an evaluation gave, as the lines of an expectation in a scenario file.

import type { Program } from "@avtal/compiler/ir/ir";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import { ratio } from "@avtal/runtime/ratio";
import type { Completed, Evaluation, InvoiceLine } from "@avtal/runtime/result";
import { amountText } from "../scenarios/run/outcome-text.ts";
import { nameScalar, scalar } from "./scenario-scalar.ts";

export const noCharge = "ingen debitering";

/** One line without a key where words are enough; else the keys that `förväntat` knows. */
export function expectationLines(evaluation: Evaluation, program: Program): readonly string[] {
  if (evaluation.kind === "stopped") {
    const { document, value } = evaluation;
    return [`stoppat: ${scalar(document === program.main ? value : `${document}.${value}`)}`];
  }
  const lines = evaluation.lines.length === 0 ? [] : ["rader:", ...evaluation.lines.flatMap(lineLines)];
  const undecided = evaluation.undecided.length === 0 ? [] : ["oavgjort:", ...undecidedLines(evaluation, program)];
  return lines.length + undecided.length === 0 ? [noCharge] : [...lines, ...undecided];
}

function lineLines({ keys, place, payee, invoicer, quantity, unit, amount }: InvoiceLine): readonly string[] {
  const said: readonly (readonly [string, string])[] = [
    ["betalare", keys.payer.name],
    ["period", keys.period],
    ["del", keys.part?.from ?? ""],
    ["vårdtillfälle", keys.episode ?? ""],
    ["regel", place.rule],
    ["mängd", quantity === null || unit === null || !isWritable(unit) ? "" : amountText(quantity, unit)],
    ["belopp", amountText(ratio(amount), "kr")],
    ["mottagare", payee],
    ["faktureras av", invoicer ?? ""],
  ];
  const lines = said
    .filter(([, text]) => text !== "")
    .map(([key, text]) => `${key}: ${names.has(key) ? nameScalar(text) : scalar(text)}`);
  return lines.map((line, index) => `  ${index === 0 ? "- " : "  "}${line}`);
}

const names: ReadonlySet<string> = new Set(["betalare", "regel", "mottagare", "faktureras av", "vårdtillfälle"]);

/** Whether a scenario can say an amount of the unit as the quantity of a line. */
function isWritable(unit: InvoiceLine["unit"]): boolean {
  return unit === "dagar" || unit === "dygn" || unit === "vardagar" || unit === "timmar";
}

function undecidedLines({ undecided }: Completed, program: Program): readonly string[] {
  const counts = new Map<string, { readonly missing: readonly string[]; count: number }>();
  for (const { missing } of undecided) {
    const key = missing.join("\n");
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { missing, count: 1 });
    else known.count += 1;
  }
  const nameOf = (code: string): string => program.fields.find((field) => field.code === code)?.name ?? code;
  const list = (missing: readonly string[]): string => `[${missing.map((code) => scalar(nameOf(code))).join(", ")}]`;
  return [...counts]
    .sort(([x], [y]) => byCodePoint(x, y))
    .map(([, { missing, count }]) => [`  - saknas: ${list(missing)}`, `    antal: ${count}`])
    .flat();
}
