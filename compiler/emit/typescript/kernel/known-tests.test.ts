// Tests whose answer is known where they stand, as the loop for plain records is left without them.

import { expect, test } from "vitest";
import { UNKNOWN } from "@avtal/runtime/columns";
import { binary, call, conditional, constant, name, number, when, type Code, type Statement } from "../code.ts";
import { printJavaScript } from "../print.ts";
import { withoutKnownTests } from "./known-tests.ts";

const [a, b, unknown] = [name("a"), name("b"), name("UNKNOWN")];
const next: Statement = { kind: "continue" };
const bit = (test: Code): Code => call("Number", test);
const both = (...tests: readonly [Code, Code]): Code => binary(bit(tests[0]), "&", bit(tests[1]));
const isOne = (code: Code): Code => binary(code, "!==", number(0));
const says = (value: Code): Statement => ({ kind: "assign", to: name("it"), operator: "=", value });

function left(...statements: readonly Statement[]): string {
  return printJavaScript(withoutKnownTests(statements)).trimEnd();
}

test.each<[string, readonly Statement[], string]>([
  [
    "a number that is not below zero is there",
    [when(binary(a, "<", number(0)), next), says(bit(binary(a, ">", unknown)))],
    "if (a < 0) continue;\nit = 1;",
  ],
  [
    "a number that is not below zero may still be one",
    [when(binary(a, "<", number(0)), next), says(bit(binary(a, ">=", number(1))))],
    "if (a < 0) continue;\nit = Number(a >= 1);",
  ],
  [
    "a number less another that is not below zero is no less than the other",
    [
      constant({ name: "place", value: binary(a, "-", name("firstTold")) }),
      when(binary(name("place"), "<", number(0)), next),
      when(binary(a, "<=", unknown), says(number(1))),
    ],
    "const place = a - firstTold;\nif (place < 0) continue;\n",
  ],
  [
    "of two that differ is not asked whether they are the same",
    [when(isOne(both(binary(a, "!==", b), binary(a, "===", b))), next), says(b)],
    "it = b;",
  ],
  [
    "what is asked beside a test is asked where the test holds",
    [
      when(
        isOne(binary(bit(binary(a, ">=", number(1))), "|", both(binary(a, "<", number(1)), binary(b, "<", a)))),
        next,
      ),
    ],
    "if ((Number(a >= 1) | Number(b < a)) !== 0) continue;",
  ],
  [
    "on the other side of a question its answer is the other one",
    [
      {
        kind: "if",
        test: binary(a, "===", b),
        then: [says(number(1))],
        otherwise: [when(binary(a, "!==", b), says(number(2)))],
      },
    ],
    "if (a === b) {\n  it = 1;\n} else {\n  it = 2;\n}",
  ],
  [
    "one of two numbers that is chosen by what is known",
    [
      constant({ name: "chosen", value: conditional(binary(a, ">", number(1)), unknown, a) }),
      when(binary(a, "!==", number(0)), next),
      when(binary(name("chosen"), "<=", unknown), says(number(1))),
      says(name("chosen")),
    ],
    `const chosen = a > 1 ? ${UNKNOWN} : a;\nif (a !== 0) continue;\nit = chosen;`,
  ],
  [
    "of a name that is given again nothing is known",
    [
      { kind: "let", name: "a", type: null, value: number(0) },
      when(binary(a, "<", number(0)), next),
      { kind: "assign", to: a, operator: "=", value: b },
      when(binary(a, "<", number(0)), says(number(1))),
    ],
    "let a = 0;\nif (a < 0) continue;\na = b;\nif (a < 0) it = 1;",
  ],
  [
    "what holds of one way only is not known after it",
    [when(binary(b, "<", number(0)), when(binary(a, "<", number(0)), next)), when(binary(a, "<", number(0)), says(b))],
    "if (b < 0) {\n  if (a < 0) continue;\n}\nif (a < 0) it = b;",
  ],
])("%s", (_, statements, expected) => {
  expect(left(...statements)).toBe(expected.trimEnd());
});
