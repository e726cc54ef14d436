// What small functions of the runtime do, written where a loop for plain records asks it of them.
// Rule: it is what the function does (runtime/kernel-steps.ts, group-numbers.ts, group-table.ts). What a loop seldom reaches,
// an engine calls; and after a call it looks again, at each turn, at what every column of the loop is.

import { binary, call, element, number, when, type Code, type Statement } from "../code.ts";
import { libraryName, type Emission } from "../emission.ts";
import { layoutNumber, type LayoutNumber } from "./layout.ts";
import { rewritten } from "./rewritten.ts";

/** The same statements, without the calls that `isWithoutCall` and `isSumWithoutCall` know. */
export function withoutCalls(statements: readonly Statement[], emission: Emission): readonly Statement[] {
  return rewritten(sumsWritten(statements, emission), (code) => {
    if (code.kind !== "call" || code.callee.kind !== "name") return code;
    return places.get(code.callee.name)?.(code.arguments, emission) ?? code;
  });
}

/** Whether a function gives a number that can be written out. */
export function isWithoutCall(called: string): boolean {
  return places.has(called);
}

/** Whether a function adds something to columns that can be written out. */
export function isSumWithoutCall(called: string): boolean {
  return called === "addOneTo" || called === "countOn";
}

const zero = number(0);

/** Where something stands in a column. */
const places: ReadonlyMap<string, (given: readonly Code[], emission: Emission) => Code> = new Map([
  ["placeOf", ([record = zero], emission) => binary(record, "&", layoutNumber("lastPlace", emission))],
  [
    "cellOf",
    ([row = zero, which = zero], emission) =>
      binary(binary(row, "<<", layoutNumber("bitsOfAGroup", emission)), "+", which),
  ],
  [
    "cellAt",
    ([kind = zero, first = zero, beside = zero], emission) => {
      const fromFirst = binary(kind, "-", libraryName(emission, "kindsBegin"));
      const ofKind = binary(fromFirst, "<<", layoutNumber("bitsOfKind", emission));
      const ofFirst = binary(first, "<<", layoutNumber("bitsOfSecond", emission));
      const head = layoutNumber("headOfTable", emission);
      return [ofKind, ofFirst, beside].reduce((sum, each) => binary(sum, "+", each), head);
    },
  ],
]);

function sumsWritten(statements: readonly Statement[], emission: Emission): readonly Statement[] {
  return statements.flatMap((statement) => {
    if (statement.kind === "run") return sumOf(statement.value, emission) ?? [statement];
    if (statement.kind !== "if") return [statement];
    const then = sumsWritten(statement.then, emission);
    return [{ ...statement, then, otherwise: sumsWritten(statement.otherwise, emission) }];
  });
}

function sumOf(code: Code, emission: Emission): readonly Statement[] | null {
  if (code.kind !== "call" || code.callee.kind !== "name") return null;
  const [column = zero, index = zero, day = zero] = code.arguments;
  switch (code.callee.name) {
    case "addOneTo": {
      const sum = element(column, index, zero);
      return [put(sum, binary(sum, "+", number(1)))];
    }
    case "countOn": {
      const at = (which: LayoutNumber): Code =>
        element(column, call("cellOf", index, layoutNumber(which, emission)), zero);
      const [first, last] = [at("firstDayOfGroup"), at("lastDayOfGroup")];
      return [when(binary(day, "<", first), put(first, day)), when(binary(day, ">", last), put(last, day))];
    }
    default:
      return null;
  }
}

function put(to: Code, value: Code): Statement {
  return { kind: "assign", to, operator: "=", value };
}
