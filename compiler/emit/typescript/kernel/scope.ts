// Where straight code is being written: the constants of a run, the block at hand, and what is already worked out there.
// Rule: the same thing is worked out once on every way through the code; a name is given once in a kernel.

import { pascalCase } from "../naming.ts";
import { constant, name, number, type Code, type CodeType, type Statement } from "../code.ts";
import type { Emission } from "../emission.ts";

export interface Kernel {
  readonly emission: Emission;
  /** What is the same for all records of a run. */
  readonly ofRun: Statement[];
  readonly knownOfRun: Map<string, Code>;
  readonly namesOfRun: Set<string>;
  /** Functions of the module that an expression may call, as they were written. */
  readonly functionOf: (called: string) => FunctionStatement | undefined;
  /** The number that a constant of the module stands for. */
  readonly numberOf: (constantName: string) => number | undefined;
  readonly localName: (wish: string) => string;
  /** Names of what is no date beyond all days (`NEVER`), because it was read from a column. */
  readonly fromColumns: Set<string>;
  /** Names of numbers so small that no date of a column leaves the calendar by them. */
  readonly near: Set<string>;
  /** Names of numbers of days between dates of columns: no sum of as many as a run may have leaves the safe integers. */
  readonly small: Set<string>;
  /** Names of what is absent just where the date beside it is, and is unknown or that absence then; and what else it is. */
  readonly beside: Map<string, { readonly date: Code; readonly there: Code }>;
  /** Functions by whether they are more than comparisons and additions. */
  readonly costly: Map<string, boolean>;
  /** Whether every record may make a group, for which there must be room beforehand. */
  needsRoom: boolean;
  /** What cannot be written as straight code; the kernel is then left out. */
  readonly unwritable: Set<Code["kind"]>;
}

export type FunctionStatement = Statement & { readonly kind: "function" };

export interface Scope {
  readonly kernel: Kernel;
  readonly statements: Statement[];
  /** What this block and those around it have worked out, by its code. */
  readonly known: Map<string, Code>;
  readonly around: Scope | null;
  /** Parameters of the function whose body is being written in place of its call. */
  readonly bound: ReadonlyMap<string, Code>;
}

export function newKernel(emission: Emission): Kernel {
  const functions = new Map<string, FunctionStatement>();
  const numbers = new Map<string, number>();
  const taken = new Set<string>();
  let seen = 0;
  return {
    emission,
    ofRun: [],
    knownOfRun: new Map(),
    namesOfRun: new Set(),
    functionOf: (called) => {
      const declared = emission.declaredStatements();
      for (; seen < declared.length; seen += 1) {
        const statement = declared[seen];
        if (statement?.kind === "function") functions.set(statement.name, statement);
      }
      return functions.get(called);
    },
    numberOf: (constantName) => {
      if (numbers.size !== emission.hoistedStatements().length) noteNumbers(emission, numbers);
      const found = numbers.get(constantName);
      return found === undefined || Number.isNaN(found) ? undefined : found;
    },
    localName: (wish) => {
      let own = emission.localName(wish);
      for (let count = 2; taken.has(own); count += 1) own = emission.localName(`${wish}${count}`);
      taken.add(own);
      return own;
    },
    fromColumns: new Set(),
    near: new Set(),
    small: new Set(),
    beside: new Map(),
    costly: new Map(),
    needsRoom: false,
    unwritable: new Set(),
  };
}

export function outermost(kernel: Kernel, bound: ReadonlyMap<string, Code>): Scope {
  return { kernel, statements: [], known: new Map(), around: null, bound };
}

/** A block inside another: it knows what the other does, and not the other way round. */
export function inside(scope: Scope): Scope {
  return { ...scope, statements: [], known: new Map(), around: scope };
}

export function binding(scope: Scope, bound: ReadonlyMap<string, Code>): Scope {
  return { ...scope, bound };
}

export function keyOf(code: Code): string {
  return JSON.stringify(code, (_, value: unknown) => (typeof value === "bigint" ? `${value}n` : value));
}

export function knownIn(scope: Scope, key: string): Code | undefined {
  for (let at: Scope | null = scope; at !== null; at = at.around) {
    const found = at.known.get(key);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A name for what some code comes to, written where it is first asked for. */
export function kept(code: Code, wish: string, scope: Scope): Code {
  const key = keyOf(code);
  const known = knownIn(scope, key);
  if (known !== undefined) return known;
  const own = name(scope.kernel.localName(wish));
  scope.statements.push(constant({ name: own.kind === "name" ? own.name : "", value: code }));
  scope.known.set(key, own);
  return own;
}

/** The same for what no record changes. */
export function keptForRun(code: Code, wish: string, { kernel }: Scope): Code {
  const key = keyOf(code);
  const known = kernel.knownOfRun.get(key);
  if (known !== undefined) return known;
  const own = kernel.localName(wish);
  kernel.ofRun.push(constant({ name: own, value: code }));
  kernel.knownOfRun.set(key, name(own));
  kernel.namesOfRun.add(own);
  return name(own);
}

/** What a test decides, each side written in a block of its own. */
export function decidedBy(
  test: Code,
  then: (scope: Scope) => Code,
  otherwise: (scope: Scope) => Code,
  wanted: { readonly wish: string; readonly type: CodeType },
  scope: Scope,
): Code {
  if (test.kind === "word") return test.word === "true" ? then(scope) : otherwise(scope);
  const [yes, no] = [inside(scope), inside(scope)];
  const [ifYes, ifNo] = [then(yes), otherwise(no)];
  if (yes.statements.length === 0 && no.statements.length === 0) {
    if (keyOf(ifYes) === keyOf(ifNo)) return ifYes;
    return kept({ kind: "conditional", test, then: ifYes, otherwise: ifNo }, wanted.wish, scope);
  }
  const own = scope.kernel.localName(wanted.wish);
  const assigned = (value: Code): Statement => ({ kind: "assign", to: name(own), operator: "=", value });
  scope.statements.push(
    { kind: "let", name: own, type: wanted.type, value: number(0) },
    {
      kind: "if",
      test,
      then: [...yes.statements, assigned(ifYes)],
      otherwise: [...no.statements, assigned(ifNo)],
    },
  );
  return name(own);
}

/** Whether code says the same for all records of a run: constants, and what was kept for the run. */
export function isOfRun(code: Code, { kernel }: Scope): boolean {
  switch (code.kind) {
    case "number":
    case "bigint":
    case "text":
    case "word":
      return true;
    case "name":
      return kernel.namesOfRun.has(code.name);
    default:
      return false;
  }
}

export function wishFor(words: readonly string[]): string {
  const [first = "it", ...others] = words;
  return first + others.map(pascalCase).join("");
}

function noteNumbers(emission: Emission, numbers: Map<string, number>): void {
  for (const statement of emission.hoistedStatements()) {
    if (statement.kind !== "const") continue;
    numbers.set(statement.name, statement.value.kind === "number" ? statement.value.value : Number.NaN);
  }
}
