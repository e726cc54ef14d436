// Where somebody types in a scenario file: the keys around the cursor, by their indentation.
// Rule: the text need not be whole YAML; what stands above at less indentation is what is around.

import * as keys from "@avtal/replay/scenarios/read/keys";

export interface ScenarioPlace {
  /** The agreement that the file is about; empty where it does not say. */
  readonly agreement: string;
  /** Keys around the cursor, outermost first. */
  readonly keys: readonly string[];
  /** True where a value is written, behind a key and its colon; the key is then the last of `keys`. */
  readonly isValue: boolean;
  /** What is typed of the word at hand, and where it begins. */
  readonly typed: string;
  readonly start: number;
}

export function scenarioPlace(text: string, offset: number): ScenarioPlace {
  const lines = text.slice(0, offset).split("\n");
  const line = lines.at(-1) ?? "";
  const agreement = /^(?:avtal|agreement):[^\S\n]*([^\s#]+)/m.exec(text)?.[1] ?? "";
  const around = keysAbove(lines);
  const inBraces =
    /[{,][^{}]*$/.test(line) && line.includes("{")
      ? line.slice(Math.max(line.lastIndexOf("{"), line.lastIndexOf(",")) + 1)
      : undefined;
  const own = /^(\s*(?:-\s+)*)([^:#{}]+):\s+\S?/.exec(line);
  const value = /:\s+([^:]*)$/.exec(inBraces ?? line);
  const typed = /[^\s{},:]*$/.exec(line)?.[0] ?? "";
  const outer = inBraces === undefined || own === null ? around : [...around, (own[2] ?? "").trim()];
  const key = value === null ? undefined : keyBefore(inBraces ?? line);
  const start = offset - typed.length;
  return { agreement, keys: key === undefined ? outer : [...outer, key], isValue: key !== undefined, typed, start };
}

/** Keys on the lines above that stand further to the left, outermost first. */
function keysAbove(lines: readonly string[]): readonly string[] {
  const above: string[] = [];
  let indent = indentOf(lines.at(-1) ?? "");
  for (let index = lines.length - 2; index >= 0 && indent > 0; index--) {
    const line = lines[index] ?? "";
    const found = /^((?:\s|-\s)*)([^:#{}]+):/.exec(line);
    if (found === null || line.trim() === "") continue;
    const at = (found[1] ?? "").length;
    if (at >= indent) continue;
    indent = at;
    above.unshift((found[2] ?? "").trim());
  }
  return above;
}

/** Marks of list entries belong to the indentation of what stands behind them. */
function indentOf(line: string): number {
  return /^(?:\s|-\s)*/.exec(line)?.[0].length ?? 0;
}

function keyBefore(text: string): string | undefined {
  return /(?:^|[-{,])\s*([^\s:{},-][^:{},]*):\s+[^:]*$/.exec(text)?.[1]?.trim();
}

/** By the keys at the left margin: a file is written in one language. */
export function isEnglish(text: string): boolean {
  return Object.values(keys.fileKeys).some(([, en]) => new RegExp(`^${en}:`, "m").test(text));
}
