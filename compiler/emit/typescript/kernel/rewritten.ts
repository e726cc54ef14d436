// Statements of a loop with some of their code written otherwise.
// Rule: parts first, then what they are parts of.

import type { Code, Statement } from "../code.ts";

export function rewritten(statements: readonly Statement[], of: (code: Code) => Code): readonly Statement[] {
  const code = (each: Code): Code => rewrittenCode(each, of);
  return statements.map((statement) => {
    switch (statement.kind) {
      case "const":
      case "let":
        return { ...statement, value: code(statement.value) };
      case "assign":
        return { ...statement, to: code(statement.to), value: code(statement.value) };
      case "run":
        return { ...statement, value: code(statement.value) };
      case "if":
        return {
          ...statement,
          test: code(statement.test),
          then: rewritten(statement.then, of),
          otherwise: rewritten(statement.otherwise, of),
        };
      case "each":
        return { ...statement, body: rewritten(statement.body, of) };
      default:
        return statement;
    }
  });
}

/** What stands in a loop for plain records: numbers, comparisons, columns and calls. */
function rewrittenCode(code: Code, of: (code: Code) => Code): Code {
  const inside = (part: Code): Code => rewrittenCode(part, of);
  switch (code.kind) {
    case "call":
      return of({ ...code, arguments: code.arguments.map(inside) });
    case "binary":
      return of({ ...code, left: inside(code.left), right: inside(code.right) });
    case "conditional":
      return of({ ...code, test: inside(code.test), then: inside(code.then), otherwise: inside(code.otherwise) });
    case "not":
      return of({ ...code, of: inside(code.of) });
    case "element":
      return of({ ...code, of: inside(code.of), index: inside(code.index) });
    default:
      return of(code);
  }
}
