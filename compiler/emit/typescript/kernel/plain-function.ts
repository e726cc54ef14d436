// The loop for plain records as a function of its own, which is given columns, and what a kernel does when it comes back.
// Rule: it reads nothing of the rule or the run. An engine throws code away that reads objects as soon as these hold
// something else, as they do in the second run, and then long stays with what it made for a loop that was under way.

import type { Rule } from "../../../ir/ir.ts";
import { binary, call, constant, name, number, path, returned, when, type Code, type Statement } from "../code.ts";
import { library } from "../emission.ts";
import { loopAtHand } from "./columns-at-hand.ts";
import { columnsRead } from "./columns-read.ts";
import { onlyRead } from "./only-read.ts";
import { withOwnConstants } from "./own-constants.ts";
import { plainLoop } from "./plain-loop.ts";
import type { Scope } from "./scope.ts";

/** What a kernel's functions are known by. */
export interface KernelName {
  readonly key: string;
  readonly base: string;
}

/** What comes first: the call of the loop for plain records, and what must be done before it. */
export interface PlainCall {
  readonly before: readonly Statement[];
  readonly call: Code;
}

/** Null where the rule's loop cannot be written without its objects. */
export function loopOfItsOwn(rule: Rule, { key, base }: KernelName, scope: Scope): PlainCall | null {
  const { emission, ofRun } = scope.kernel;
  const statements = plainLoop(onlyRead(scope.statements), scope.kernel);
  if (statements === null) return null;
  const whole = onlyRead([...eachRecord("from", "until", { ...scope, statements: [...statements] })]);
  const read = columnsRead(whole, [...ofEveryRun, ...ofRun]);
  if (read === null) return null;
  const isWhole = statements[statements.length - 1]?.kind !== "return";
  const { body, columns, brings } = isWhole
    ? loopAtHand(whole, read, ofRun, emission)
    : { body: whole, columns: read, brings: [] };
  const parameters = [{ name: "from", type: "number" }, { name: "until", type: "number" }, ...columns];
  const loop: Code = { kind: "arrow", parameters, returns: "number", body };
  const own = emission.declared(`plain loop ${key}`, `${base}Plain`, (its) =>
    constant({
      name: its,
      value: emission.isPutTogether ? withOwnConstants(loop, emission) : loop,
      doc: `${rule.name} up to the first record that is not plain.`,
    }),
  );
  return {
    before: brings,
    call: call(own, name("from"), name("until"), ...columns.map((column) => name(column.name))),
  };
}

/** All records by the whole loop. */
export function overAll(scope: Scope): readonly Statement[] {
  const { ofRun } = scope.kernel;
  return [...ofEveryRun, ...roomFor("from", "until", scope), ...ofRun, ...eachRecord("from", "until", scope)];
}

/**
 * What the loop for plain records left, and some records more: others like it often follow, and asking each of them twice
 * would cost more. Only what the loop is given is looked up before it.
 */
export function afterPlain(loop: PlainCall, scope: Scope): readonly Statement[] {
  const { ofRun } = scope.kernel;
  const left = scope.kernel.localName("left");
  const end = scope.kernel.localName("end");
  const isThrough = when(binary(name(left), "===", name("until")), returned(name("until")));
  const some = call(path("Math", "min"), binary(name(left), "+", number(recordsMore)), name("until"));
  const called = constant({ name: left, value: loop.call });
  const first = onlyRead([...ofEveryRun, ...ofRun, ...loop.before, called, isThrough]);
  return [
    ...first,
    constant({ name: end, value: some }),
    ...roomFor(left, end, scope),
    ...[...ofEveryRun, ...ofRun].filter((each) => !first.includes(each)),
    ...eachRecord(left, end, scope),
  ];
}

/** Room for a group of each record, where each may make one; columns of groups are looked up after it, as it moves them. */
function roomFor(from: string, until: string, { kernel }: Scope): readonly Statement[] {
  const room = library(kernel.emission, "makeRoom", name("rule"), binary(name(until), "-", name(from)));
  return kernel.needsRoom ? [{ kind: "run", value: room }] : [];
}

const recordsMore = 64;

/** What every kernel reads first. */
const ofEveryRun: readonly Statement[] = [
  constant({ name: "run", value: path("rule", "run") }),
  constant({ name: "verdicts", value: path("rule", "verdicts") }),
];

/** The statements of the scope for one record after another. */
function eachRecord(from: string, until: string, { statements }: Scope): readonly Statement[] {
  const each: Statement = { kind: "each", name: "record", from: name(from), until: name(until), body: statements };
  return [each, returned(name(until))];
}
