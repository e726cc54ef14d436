// What a loop reads that is the same for all records, as the parameters of a function of its own, with their types.
// Rule: columns and single numbers only; whatever else a loop reads keeps it where it is.

import type { Code, CodeType, Parameter, Statement } from "../code.ts";
import { isIn } from "../closures.ts";

/** The constants that the loop reads, in their order; null where one of them is neither a column nor a number. */
export function columnsRead(loop: readonly Statement[], ofRun: readonly Statement[]): readonly Parameter[] | null {
  const columns: Parameter[] = [];
  for (const statement of ofRun) {
    if (statement.kind !== "const" || !loop.some((each) => isIn(each, statement.name))) continue;
    const type = typeOf(statement.value);
    if (type === null) return null;
    columns.push({ name: statement.name, type });
  }
  return columns;
}

function typeOf(value: Code): CodeType | null {
  if (value.kind === "binary") return comparisons.has(value.operator) ? "boolean" : null;
  if (value.kind === "call") return value.callee.kind === "name" ? (made.get(value.callee.name) ?? null) : null;
  if (value.kind !== "member") return null;
  const words = wordsOf(value);
  const [first, second] = words;
  if (first === "run") return second === "facts" ? "ArrayLike<number>" : second === "events" ? "number" : null;
  const last = value.name;
  return first === "rule" && words.length === 2 ? (ofRule.get(last) ?? null) : (ofGroups.get(last) ?? null);
}

const comparisons: ReadonlySet<string> = new Set(["===", "!==", "<", "<=", ">", ">="]);

const made: ReadonlyMap<string, CodeType> = new Map([
  ["undatedFacts", "Int32Array"],
  ["rowsByKeys", "Int32Array"],
]);

const ofRule: ReadonlyMap<string, CodeType> = new Map([
  ["verdicts", "Uint8Array"],
  ["undecided", "number"],
  ["refused", "Int32Array"],
  ["counted", "Int32Array"],
]);

/** Of groups, of kinds of days, and of tallies. */
const ofGroups: ReadonlyMap<string, CodeType> = new Map([
  ...["byDay", "packs", "numbers", "counts"].map((own) => [own, "Int32Array"] as const),
  ["wholes", "Float64Array"],
]);

function wordsOf(code: Code): readonly string[] {
  if (code.kind === "name") return [code.name];
  return code.kind === "member" ? [...wordsOf(code.of), code.name] : [];
}
