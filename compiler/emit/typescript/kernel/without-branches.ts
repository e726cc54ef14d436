// Tests as sums of bits, which an engine works out without asking which way each of them went.
// Rule: a wrongly guessed branch costs more than a dozen comparisons, and records of which half are one way and half the
// other are guessed wrong often. Only tests of what is already worked out are written so: none of them changes anything.

import { binary, name, number, type Code } from "../code.ts";
import { isWord } from "./truths.ts";

/** 1 where the test holds, else 0; null where it is more than a few comparisons. */
export function bitOf(test: Code): Code | null {
  return comparisonsIn(test) > mostComparisons ? null : written(test);
}

/** The same for several tests at once: of one alone an engine makes as much as of a branch. */
export function bitOfSeveral(test: Code): Code | null {
  return comparisonsIn(test) > 1 ? bitOf(test) : null;
}

const mostComparisons = 16;

/**
 * The number of the first test that holds, from 1 on; 0 where none does. The first has the highest bit, and what is asked
 * is how many zeros stand before it.
 */
export function firstThatHolds(tests: readonly Code[]): Code | null {
  if (tests.length > mostTests || tests.reduce((all, test) => all + comparisonsIn(test), 0) > mostComparisons)
    return null;
  const placed: Code[] = [];
  for (const [index, test] of tests.entries()) {
    if (isWord(test, "false")) continue;
    const bit = written(test);
    if (bit === null) return null;
    placed.push(binary(bit, "*", number(2 ** (mostTests - 1 - index))));
  }
  const [first, ...others] = placed;
  if (first === undefined || others.length === 0) return null;
  const together = others.reduce((all, bit) => binary(all, "|", bit), first);
  const zeros: Code = {
    kind: "call",
    callee: { kind: "member", of: name("Math"), name: "clz32" },
    arguments: [together],
  };
  // Of nothing there are 32.
  return binary(zeros, "&", number(31));
}

/** The sign is no place for a bit, so that every number stays a small one. */
const mostTests = 31;

function written(test: Code): Code | null {
  switch (test.kind) {
    case "word":
      return number(isWord(test, "true") ? 1 : 0);
    case "not":
      return isComparison(test.of) ? asNumber(test) : null;
    case "binary": {
      if (isComparison(test)) return asNumber(test);
      if (test.operator !== "&&" && test.operator !== "||") return null;
      const [left, right] = [written(test.left), written(test.right)];
      return left === null || right === null ? null : binary(left, test.operator === "&&" ? "&" : "|", right);
    }
    default:
      return null;
  }
}

function asNumber(test: Code): Code {
  return { kind: "call", callee: name("Number"), arguments: [test] };
}

function isComparison(code: Code): boolean {
  if (code.kind !== "binary" || !compared.has(code.operator)) return false;
  return [code.left, code.right].every(({ kind }) => kind === "name" || kind === "number");
}

const compared: ReadonlySet<string> = new Set(["===", "!==", "<", "<=", ">", ">="]);

function comparisonsIn(code: Code): number {
  if (code.kind === "not") return comparisonsIn(code.of);
  if (code.kind !== "binary") return 0;
  return compared.has(code.operator) ? 1 : comparisonsIn(code.left) + comparisonsIn(code.right);
}
