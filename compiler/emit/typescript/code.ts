// The small tree of code that emission builds: the statements and expressions that a module or a script is made of.
// Rule: emission never joins texts; quoting, brackets, layout and types have one home, which is print.ts.

/** A type as TypeScript writes it. Printed in modules, left out of scripts. */
export type CodeType = string;

export type Code =
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "bigint"; readonly value: bigint }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "word"; readonly word: "true" | "false" | "null" | "undefined" }
  /** `of.name`, or `of["name"]` where the name is no plain one. */
  | { readonly kind: "member"; readonly of: Code; readonly name: string }
  /** `of[index] ?? otherwise`; a script leaves out what only the type checker asks for. */
  | { readonly kind: "element"; readonly of: Code; readonly index: Code; readonly otherwise: Code }
  | { readonly kind: "call"; readonly callee: Code; readonly arguments: readonly Code[] }
  | { readonly kind: "new"; readonly callee: string; readonly arguments: readonly Code[] }
  | { readonly kind: "binary"; readonly operator: BinaryOperator; readonly left: Code; readonly right: Code }
  | { readonly kind: "not"; readonly of: Code }
  | { readonly kind: "conditional"; readonly test: Code; readonly then: Code; readonly otherwise: Code }
  | {
      readonly kind: "arrow";
      readonly parameters: readonly Parameter[];
      readonly returns: CodeType | null;
      readonly body: Code | readonly Statement[];
    }
  | { readonly kind: "object"; readonly entries: readonly Entry[] }
  | { readonly kind: "array"; readonly items: readonly Code[] }
  /** `of as type`; a script has only `of`. */
  | { readonly kind: "as"; readonly of: Code; readonly type: CodeType };

export type BinaryOperator =
  "+" | "-" | "*" | "/" | "%" | "<<" | "===" | "!==" | "<" | "<=" | ">" | ">=" | "&" | "|" | "&&" | "||" | "??";

export interface Entry {
  readonly name: string;
  readonly value: Code;
  readonly doc?: string | null;
}

export interface Parameter {
  readonly name: string;
  readonly type: CodeType;
}

export type Statement =
  | {
      readonly kind: "const";
      readonly name: string;
      readonly type: CodeType | null;
      readonly value: Code;
      readonly doc: string | null;
      readonly exported: boolean;
    }
  | { readonly kind: "let"; readonly name: string; readonly type: CodeType | null; readonly value: Code }
  | { readonly kind: "assign"; readonly to: Code; readonly operator: "=" | "+="; readonly value: Code }
  | { readonly kind: "return"; readonly value: Code | null }
  | {
      readonly kind: "if";
      readonly test: Code;
      readonly then: readonly Statement[];
      readonly otherwise: readonly Statement[];
    }
  | { readonly kind: "run"; readonly value: Code }
  /** `for (let name = from; name < until; name += 1)` */
  | {
      readonly kind: "each";
      readonly name: string;
      readonly from: Code;
      readonly until: Code;
      readonly body: readonly Statement[];
    }
  | { readonly kind: "continue" }
  | {
      readonly kind: "function";
      readonly name: string;
      readonly parameters: readonly Parameter[];
      readonly returns: CodeType;
      readonly body: readonly Statement[];
      readonly doc: string | null;
      readonly exported: boolean;
    }
  /** An interface; nothing in a script. */
  | {
      readonly kind: "interface";
      readonly name: string;
      readonly extends: CodeType | null;
      readonly members: readonly Member[];
      readonly doc: string | null;
      readonly exported: boolean;
    }
  /** A type alias; nothing in a script. */
  | {
      readonly kind: "type";
      readonly name: string;
      readonly type: CodeType;
      readonly doc: string | null;
      readonly exported: boolean;
    };

export interface Member {
  readonly name: string;
  readonly type: CodeType;
  readonly optional: boolean;
  readonly mutable: boolean;
  readonly doc: string | null;
}

export function name(text: string): Code {
  return { kind: "name", name: text };
}

export function number(value: number): Code {
  return { kind: "number", value };
}

export function text(value: string): Code {
  return { kind: "text", text: value };
}

export const nothing: Code = { kind: "word", word: "null" };

export function truthWord(holds: boolean): Code {
  return { kind: "word", word: holds ? "true" : "false" };
}

export function textOrNull(value: string | null): Code {
  return value === null ? nothing : text(value);
}

export function call(callee: string | Code, ...args: readonly Code[]): Code {
  return { kind: "call", callee: typeof callee === "string" ? name(callee) : callee, arguments: args };
}

/** `path("run", "facts", "careType")` is `run.facts.careType`. */
export function path(first: string, ...rest: readonly string[]): Code {
  return rest.reduce((of: Code, part) => member(of, part), name(first));
}

export function member(of: Code, part: string): Code {
  return { kind: "member", of, name: part };
}

/** An element that is there for certain, although no type says so; the left side of an assignment as it stands. */
export function element(of: Code, index: Code, otherwise: Code): Code {
  return { kind: "element", of, index, otherwise };
}

export function binary(left: Code, operator: BinaryOperator, right: Code): Code {
  return { kind: "binary", operator, left, right };
}

export function conditional(test: Code, then: Code, otherwise: Code): Code {
  return { kind: "conditional", test, then, otherwise };
}

export function object(entries: readonly Entry[]): Code {
  return { kind: "object", entries };
}

export function array(items: readonly Code[]): Code {
  return { kind: "array", items };
}

export function constant(declared: {
  readonly name: string;
  readonly value: Code;
  readonly type?: CodeType | null;
  readonly doc?: string | null;
  readonly exported?: boolean;
}): Statement {
  const { name, value, type = null, doc = null, exported = false } = declared;
  return { kind: "const", name, value, type, doc, exported };
}

export function returned(value: Code): Statement {
  return { kind: "return", value };
}

export function when(test: Code, ...then: readonly Statement[]): Statement {
  return { kind: "if", test, then, otherwise: [] };
}
