// The statements of a kernel without what nothing reads: half a condition that was written for its other half, a day's clock.
// Rule: an engine leaves out a number that nobody wants, but not the question which of two it is; wrongly guessed answers to
// that are most of what a kernel costs. Whatever is worked out here changes nothing, so leaving it out changes nothing.

import type { Code, Statement } from "../code.ts";
import { someName } from "../closures.ts";
import { notOf } from "./truths.ts";

/** From the last statement to the first, because what is read stands before who reads it. */
export function onlyRead(statements: readonly Statement[], read: Set<string> = new Set()): readonly Statement[] {
  const wanted: Statement[] = [];
  for (const statement of [...statements].reverse()) {
    const left = whatIsRead(statement, read);
    if (left !== null) wanted.push(left);
  }
  return wanted.reverse();
}

/** Null where nothing after it reads what it works out. */
function whatIsRead(statement: Statement, read: Set<string>): Statement | null {
  switch (statement.kind) {
    case "const":
    case "let":
      return read.has(statement.name) ? reading(statement, [statement.value], read) : null;
    case "assign":
      if (statement.to.kind === "name") {
        return read.has(statement.to.name) ? reading(statement, [statement.value], read) : null;
      }
      return reading(statement, [statement.to, statement.value], read);
    case "return":
      return reading(statement, statement.value === null ? [] : [statement.value], read);
    case "run":
      return reading(statement, [statement.value], read);
    case "if": {
      const [then, otherwise] = [onlyRead(statement.then, read), onlyRead(statement.otherwise, read)];
      if (then.length === 0 && otherwise.length === 0) return null;
      const left: Statement =
        then.length > 0
          ? { ...statement, then, otherwise }
          : { kind: "if", test: notOf(statement.test), then: otherwise, otherwise: [] };
      return reading(left, [statement.test], read);
    }
    case "each":
      // Looked through twice: what the last statement of a turn works out may be read by the first one of the next.
      onlyRead(statement.body, read);
      return reading({ ...statement, body: onlyRead(statement.body, read) }, [statement.from, statement.until], read);
    default:
      return statement;
  }
}

function reading(statement: Statement, parts: readonly Code[], read: Set<string>): Statement {
  const note = (own: string): boolean => {
    read.add(own);
    return false;
  };
  for (const part of parts) someName(part, note);
  return statement;
}
