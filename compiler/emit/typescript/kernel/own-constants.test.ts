// What a loop is handed of what it names, and what it finds where it always was.

import { expect, test } from "vitest";
import { array, binary, call, constant, element, name, number, returned, type Code, type Statement } from "../code.ts";
import type { Emission } from "../emission.ts";
import { printTypeScript } from "../print.ts";
import { withOwnConstants } from "./own-constants.ts";

const used = ["NO", "dateText", "monthTable"];
const hoisted: readonly Statement[] = [
  constant({ name: "limit", value: number(3) }),
  constant({ name: "list", value: array([number(3)]) }),
  constant({ name: "hand", value: { kind: "new", callee: "Int32Array", arguments: [number(8)] } }),
];
const at = (column: string, index: string): Code => element(name(column), name(index), number(0));

/** The loop's function as a module has it. */
function written(value: Code): string {
  const emission: unknown = { usedOfRuntime: () => used, hoistedStatements: () => hoisted };
  const parameters = [{ name: "record", type: "number" }];
  const loop: Code = { kind: "arrow", parameters, returns: "number", body: [returned(value)] };
  return printTypeScript([constant({ name: "loop", value: withOwnConstants(loop, emission as Emission) })]);
}

test("numbers and columns of the runtime and of the module are handed to it once", () => {
  expect(written(binary(at("hand", "limit"), "+", at("monthTable", "NO")))).toBe(
    `const loop = ((NO: number, monthTable: Int32Array, limit: number, hand: Int32Array) => (record: number): number => {
  return (hand[limit] ?? 0) + (monthTable[NO] ?? 0);
})(
  NO,
  monthTable,
  limit,
  hand,
);
`,
  );
});

test("what it does not name stays outside, and so does what is neither", () => {
  expect(written(call("dateText", at("list", "record")))).toBe(
    `const loop = (() => (record: number): number => {
  return dateText(list[record] ?? 0);
})();
`,
  );
});
