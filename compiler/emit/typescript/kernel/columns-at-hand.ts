// A loop for plain records that reads the columns of fields where they lie at hand (runtime/at-hand.ts).
// Rule: only a loop that goes through whole records: to bring a column costs as much as to read it once or twice where it is.

import { recordsAtHand } from "@avtal/runtime/kernel-steps";
import { binary, element, name, number, type Code, type Parameter, type Statement } from "../code.ts";
import { library, type Emission } from "../emission.ts";
import { layoutNumber } from "./layout.ts";
import { rewritten } from "./rewritten.ts";

export interface LoopAtHand {
  readonly body: readonly Statement[];
  /** What the loop is still given. */
  readonly columns: readonly Parameter[];
  /** What brings the rest, before it. */
  readonly brings: readonly Statement[];
}

/** `ofRun`: the constants that the columns are. */
export function loopAtHand(
  body: readonly Statement[],
  columns: readonly Parameter[],
  ofRun: readonly Statement[],
  emission: Emission,
): LoopAtHand {
  const hands = new Map<string, Code>();
  for (const statement of ofRun) {
    if (statement.kind !== "const" || !columns.some((column) => column.name === statement.name)) continue;
    const hand = handFor(statement.name, statement.value, emission);
    if (hand !== null) hands.set(statement.name, hand);
  }
  if (hands.size < fewestColumns) return { body, columns, brings: [] };
  const place = binary(name("record"), "&", layoutNumber("lastPlace", emission));
  const brought = rewritten(body, (code) => {
    const hand = code.kind === "element" && code.of.kind === "name" ? hands.get(code.of.name) : undefined;
    return hand === undefined || code.kind !== "element" ? code : element(hand, place, code.otherwise);
  });
  const brings = [...hands].map(([own, hand]): Statement => {
    const value = library(emission, "bring", hand, name(own), name("from"), name("until"), name("verdicts"));
    return { kind: "run", value };
  });
  return { body: brought, columns: columns.filter((column) => !hands.has(column.name)), brings };
}

const fewestColumns = 3;

/** Memory of the module for a column of facts; null for anything else. */
function handFor(own: string, column: Code, emission: Emission): Code | null {
  if (column.kind !== "member") return null;
  const ofField = isFacts(column.of) ? column : column.of;
  if (ofField.kind !== "member" || !isFacts(ofField.of)) return null;
  const member = emission.membersOf("facts").find((each) => each.name === ofField.name);
  if (member === undefined) return null;
  const callee = emission.field(member.id).kind.kind === "condition" ? "Uint8Array" : "Int32Array";
  const value: Code = { kind: "new", callee, arguments: [number(recordsAtHand)] };
  return emission.hoisted(`at hand ${ofField.name} ${column.name}`, `${own.replace(/Of\d*$/, "")}AtHand`, { value });
}

function isFacts(code: Code): boolean {
  return code.kind === "member" && code.name === "facts" && code.of.kind === "name" && code.of.name === "run";
}
