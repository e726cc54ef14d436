// A loop with the constants that it names as its own: as parameters of a function that is called once, where it stands.
// Rule: in modules, which a host puts together with others. What is a constant of a module is a variable of the file that
// comes of it, or belongs to another file, and an engine looks at each turn what it holds and where; of such a parameter it
// knows.

import { call, name, type Code, type Parameter, type Statement } from "../code.ts";
import { someName } from "../closures.ts";
import type { Emission } from "../emission.ts";
import { typeOfRuntime } from "../runtime-names.ts";

/** The loop's function, made where its constants are known: numbers and columns of numbers, of the module and the runtime. */
export function withOwnConstants(loop: Code, emission: Emission): Code {
  const named = namesIn(loop);
  const ofModule = emission.hoistedStatements().flatMap(constantOf);
  const ofRuntime = emission.usedOfRuntime().flatMap((own) => {
    const type = typeOfRuntime(own);
    return type === null ? [] : [{ name: own, type }];
  });
  const parameters = [...ofRuntime, ...ofModule].filter((each) => named.has(each.name));
  const made: Code = { kind: "arrow", parameters, returns: null, body: loop };
  return call(made, ...parameters.map((each) => name(each.name)));
}

function namesIn(code: Code): ReadonlySet<string> {
  const named = new Set<string>();
  someName(code, (own) => {
    named.add(own);
    return false;
  });
  return named;
}

function constantOf(statement: Statement): readonly Parameter[] {
  if (statement.kind !== "const") return [];
  const { name: own, value } = statement;
  if (value.kind === "number") return [{ name: own, type: "number" }];
  return value.kind === "new" && value.callee.endsWith("Array") ? [{ name: own, type: value.callee }] : [];
}
