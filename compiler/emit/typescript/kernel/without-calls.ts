// What small functions of the runtime do, written where a loop for plain records asks it of them.
// Rule: it is what the function does (runtime/kernel-steps.ts, group-numbers.ts, group-table.ts). What a loop seldom reaches,
// an engine calls; and after a call it looks again, at each turn, at what every column of the loop is.

import { binary, call, element, number, when, type Code, type Statement } from "../code.ts";
import { libraryName, type Emission } from "../emission.ts";
import { layoutNumber, type LayoutNumber } from "./layout.ts";

/** The same statements, without the calls that `isWithoutCall` and `isSumWithoutCall` know. */
export function withoutCalls(statements: readonly Statement[], emission: Emission): readonly Statement[] {
  const written = (code: Code): Code => writtenIn(code, emission);
  return statements.flatMap((statement) => {
    switch (statement.kind) {
      case "const":
      case "let":
        return [{ ...statement, value: written(statement.value) }];
      case "assign":
        return [{ ...statement, to: written(statement.to), value: written(statement.value) }];
      case "if": {
        const then = withoutCalls(statement.then, emission);
        const otherwise = withoutCalls(statement.otherwise, emission);
        return [{ ...statement, test: written(statement.test), then, otherwise }];
      }
      case "run":
        return sumOf(statement.value, emission) ?? [statement];
      default:
        return [statement];
    }
  });
}

/** Whether a function gives a number that can be written out. */
export function isWithoutCall(called: string): boolean {
  return called in places;
}

/** Whether a function adds something to columns that can be written out. */
export function isSumWithoutCall(called: string): boolean {
  return called === "addOneTo" || called === "countOn";
}

const zero = number(0);

/** Where something stands in a column. */
const places: Readonly<Record<string, (given: readonly Code[], emission: Emission) => Code>> = {
  placeOf: ([record = zero], emission) => binary(record, "&", layoutNumber("lastPlace", emission)),
  cellOf: ([row = zero, which = zero], emission) => {
    return binary(binary(row, "<<", layoutNumber("bitsOfAGroup", emission)), "+", which);
  },
  cellAt: ([kind = zero, first = zero, beside = zero], emission) => {
    const fromFirst = binary(kind, "-", libraryName(emission, "kindsBegin"));
    const ofKind = binary(fromFirst, "<<", layoutNumber("bitsOfKind", emission));
    const ofFirst = binary(first, "<<", layoutNumber("bitsOfSecond", emission));
    return [ofKind, ofFirst, beside].reduce(
      (sum, each) => binary(sum, "+", each),
      layoutNumber("headOfTable", emission),
    );
  },
};

function writtenIn(code: Code, emission: Emission): Code {
  const written = (part: Code): Code => writtenIn(part, emission);
  switch (code.kind) {
    case "call": {
      const given = code.arguments.map(written);
      const place = code.callee.kind === "name" ? places[code.callee.name] : undefined;
      return place === undefined ? { ...code, arguments: given } : place(given, emission);
    }
    case "binary":
      return binary(written(code.left), code.operator, written(code.right));
    case "conditional":
      return { ...code, test: written(code.test), then: written(code.then), otherwise: written(code.otherwise) };
    case "not":
      return { ...code, of: written(code.of) };
    case "element":
      return { ...code, of: written(code.of), index: written(code.index) };
    default:
      return code;
  }
}

function sumOf(code: Code, emission: Emission): readonly Statement[] | null {
  if (code.kind !== "call" || code.callee.kind !== "name") return null;
  const [column = zero, index = zero, day = zero] = code.arguments.map((each) => writtenIn(each, emission));
  switch (code.callee.name) {
    case "addOneTo": {
      const sum = element(column, index, zero);
      return [put(sum, binary(sum, "+", number(1)))];
    }
    case "countOn": {
      const at = (which: LayoutNumber): Code =>
        element(column, writtenIn(call("cellOf", index, layoutNumber(which, emission)), emission), zero);
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
