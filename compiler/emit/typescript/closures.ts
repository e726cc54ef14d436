// Small functions of one record as code: `(run, record, day, theDay) => …`, no longer than what they read.
// Rule: a function that only passes its parameters on is the function itself.

import { name, type Code, type Parameter, type Statement } from "./code.ts";

/** What is asked of one record, as the tables of the runtime hold it. */
export function ofRecordCode(body: Code): Code {
  const passed = passedOn(body);
  if (passed !== undefined) return passed;
  const used = names.map((each) => mentions(body, each));
  const length = used.lastIndexOf(true) + 1;
  const parameters: Parameter[] = names.slice(0, length).map((each, index) => ({
    name: used[index] === true ? each : `_${each}`,
    type: each === "run" ? "Run" : "number",
  }));
  return { kind: "arrow", parameters, returns: null, body };
}

/** Whether a name stands anywhere in some code. */
export function mentions(code: Code, wanted: string): boolean {
  return someName(code, (own) => own === wanted);
}

/** Whether the test holds of a name in some code; names are asked in their order, up to the first of which it holds. */
export function someName(code: Code, test: (own: string) => boolean): boolean {
  const inside = (part: Code): boolean => someName(part, test);
  switch (code.kind) {
    case "name":
      return test(code.name);
    case "number":
    case "bigint":
    case "text":
    case "word":
      return false;
    case "member":
    case "not":
    case "as":
      return inside(code.of);
    case "element":
      return inside(code.of) || inside(code.index);
    case "call":
      return inside(code.callee) || code.arguments.some(inside);
    case "new":
      return code.arguments.some(inside);
    case "binary":
      return inside(code.left) || inside(code.right);
    case "conditional":
      return inside(code.test) || inside(code.then) || inside(code.otherwise);
    case "arrow":
      return Array.isArray(code.body)
        ? code.body.some((each: Statement) => someNameIn(each, test))
        : inside(code.body as Code);
    case "object":
      return code.entries.some((entry) => inside(entry.value));
    case "array":
      return code.items.some(inside);
  }
}

export function isIn(statement: Statement, wanted: string): boolean {
  return someNameIn(statement, (own) => own === wanted);
}

export function someNameIn(statement: Statement, test: (own: string) => boolean): boolean {
  const inside = (code: Code): boolean => someName(code, test);
  const isAmong = (statements: readonly Statement[]): boolean => statements.some((each) => someNameIn(each, test));
  switch (statement.kind) {
    case "const":
    case "let":
    case "run":
      return inside(statement.value);
    case "assign":
      return inside(statement.to) || inside(statement.value);
    case "return":
      return statement.value !== null && inside(statement.value);
    case "if":
      return inside(statement.test) || isAmong([...statement.then, ...statement.otherwise]);
    case "each":
      return [statement.from, statement.until].some(inside) || isAmong(statement.body);
    case "function":
      return isAmong(statement.body);
    case "continue":
    case "interface":
    case "type":
      return false;
  }
}

const names = ["run", "record", "day", "theDay"];

/** `f(run, record)` as `f`. */
function passedOn(body: Code): Code | undefined {
  if (body.kind !== "call" || body.callee.kind !== "name" || body.arguments.length === 0) return undefined;
  const isPassed = body.arguments.every(
    (argument, index) => argument.kind === "name" && argument.name === names[index],
  );
  return isPassed ? name(body.callee.name) : undefined;
}
