// All lines of an outcome against all expected lines, in any order.
// Rule: pairs are made so that as many as can fit do; what is left over is told field by field where it is near.

import type { Words } from "@avtal/compiler/problem";
import { ratio } from "@avtal/runtime/ratio";
import type { Completed, InvoiceLine } from "@avtal/runtime/result";
import { equals, fitsUnit } from "../hold/exact-amount.ts";
import { amountText, lineText } from "../run/outcome-text.ts";
import type { Expectation, ExpectedLine } from "../scenario.ts";
import { same, type Mismatch } from "./mismatch.ts";
import { isSelected, shownPlace, shownSelector } from "./selecting.ts";
import { stepMismatchesIn } from "./steps.ts";

export function lineMismatches(
  expected: readonly ExpectedLine[],
  { span }: Expectation,
  { lines }: Completed,
): Mismatch[] {
  const wanted = expected.flatMap((line) => Array.from({ length: line.count }, () => line));
  const pairs = mostPairs(wanted, lines);
  const paired = new Set(pairs.values());
  const free = lines.filter((line) => !paired.has(line));
  const found: Mismatch[] = [];
  for (const [index, line] of wanted.entries()) {
    if (pairs.has(index)) continue;
    const near = free.find((one) => isSelected(one, line));
    if (near === undefined) found.push(missingLine(line));
    else {
      free.splice(free.indexOf(near), 1);
      found.push(...fieldMismatches(line, near));
    }
  }
  return [...found, ...free.map((line) => unexpectedLine(line, expected, span))];
}

/** Expected line by index → the line that it fits; augmenting paths, so that no choice stands in another's way. */
function mostPairs(wanted: readonly ExpectedLine[], lines: readonly InvoiceLine[]): ReadonlyMap<number, InvoiceLine> {
  const takenBy = new Map<InvoiceLine, number>();
  const place = (index: number, tried: Set<InvoiceLine>): boolean => {
    const line = wanted[index];
    if (line === undefined) return false;
    for (const candidate of lines) {
      if (tried.has(candidate) || !fits(line, candidate)) continue;
      tried.add(candidate);
      const holder = takenBy.get(candidate);
      if (holder !== undefined && !place(holder, tried)) continue;
      takenBy.set(candidate, index);
      return true;
    }
    return false;
  };
  for (const index of wanted.keys()) place(index, new Set());
  return new Map([...takenBy].map(([line, index]) => [index, line]));
}

function fits(expected: ExpectedLine, line: InvoiceLine): boolean {
  return isSelected(line, expected) && fieldMismatches(expected, line).length === 0;
}

function fieldMismatches(expected: ExpectedLine, line: InvoiceLine): Mismatch[] {
  const place = shownPlace(line);
  const about = (sv: string, en: string): Words => ({ sv: `${place}, ${sv}`, en: `${place}, ${en}` });
  const { span } = expected;
  const found: Mismatch[] = [];
  const amounts = [
    [about("mängd", "quantity"), expected.quantity, line.quantity, line.unit],
    [about("pris", "price"), expected.price, line.unitPrice, "kr/dygn"],
    [about("belopp", "amount"), expected.amount, ratio(line.amount), "kr"],
  ] as const;
  for (const [what, wanted, exact, unit] of amounts) {
    if (wanted === null) continue;
    const isSame = exact !== null && unit !== null && equals(wanted, exact) && fitsUnit(wanted.of, unit);
    const actual = exact === null || unit === null ? none : same(amountText(exact, unit));
    if (!isSame) found.push({ about: what, expected: same(wanted.text), actual, span });
  }
  const texts = [
    [about("mottagare", "payee"), expected.payee, line.payee],
    [about("faktureras av", "invoiced by"), expected.invoicer, line.invoicer],
  ] as const;
  for (const [what, wanted, actual] of texts) {
    if (wanted === null || wanted === actual) continue;
    found.push({ about: what, expected: same(wanted), actual: actual === null ? none : same(actual), span });
  }
  return [...found, ...expected.steps.flatMap((step) => stepMismatchesIn(step, line, line.steps))];
}

const none: Words = { sv: "inget", en: "nothing" };

function missingLine(line: ExpectedLine): Mismatch {
  const text = [shownSelector(line), line.quantity?.text ?? "", line.amount.text]
    .filter((part) => part !== "")
    .join(" ");
  return {
    about: { sv: "rad", en: "line" },
    expected: same(text),
    actual: { sv: "ingen sådan rad", en: "no such line" },
    span: line.span,
  };
}

function unexpectedLine(line: InvoiceLine, expected: readonly ExpectedLine[], span: Expectation["span"]): Mismatch {
  const nothing: Words =
    expected.length === 0
      ? { sv: "ingen debitering", en: "no charge" }
      : { sv: "inga fler rader", en: "no more lines" };
  return { about: { sv: "rad", en: "line" }, expected: nothing, actual: lineText(line), span };
}
