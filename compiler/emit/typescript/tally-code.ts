// Means, sums and counts as code: how one record is added to a running figure, and how the figure is read.
// Rule: a condition is asked before anything is added; a record whose days come one by one is added once where it counts
// once.

import type { Aggregate } from "../../ir/ir.ts";
import { binary, call, constant, name, nothing, when, type Code, type Statement } from "./code.ts";
import { library, type Emission } from "./emission.ts";
import { fractionCode, isFraction, numberCode, type Place } from "./expression-code.ts";
import type { RuntimeName } from "./runtime-names.ts";

/** Statements that add the record at hand to `tally`. `perDay`: the records come day by day. */
export function addToTally(
  aggregate: Aggregate,
  tally: Code,
  place: Place,
  perDay: boolean,
  emission: Emission,
): readonly Statement[] {
  const { where, per, each } = aggregate;
  const lib = (callee: RuntimeName, ...args: readonly Code[]): Code => library(emission, callee, ...args);
  let added: readonly Statement[] =
    per === null
      ? [{ kind: "run", value: additionTo(tally, aggregate, place, emission) }]
      : [
          constant({ name: "ofKey", value: lib("tallyOf", tally, keyCode(per.value, place, emission)) }),
          when(binary(name("ofKey"), "!==", nothing), {
            kind: "run",
            value: additionTo(name("ofKey"), aggregate, place, emission),
          }),
        ];
  if (perDay && each === "episode") added = [when(lib("isFirstOf", tally, place.record), ...added)];
  if (where !== null) added = [when(lib("isIn", tally, numberCode(where, place, emission)), ...added)];
  return added;
}

/** A new tally for an aggregate, and its type. */
export function newTallyCode({ per }: Aggregate, emission: Emission): { readonly code: Code; readonly type: string } {
  const [make, type] = per === null ? (["newTally", "Tally"] as const) : (["newTallyPerKey", "TallyPerKey"] as const);
  emission.use(`type ${type}`);
  return { code: library(emission, make), type };
}

/** What the tally comes to. */
export function figureCode(aggregate: Aggregate, tally: Code, emission: Emission): Code {
  const outer = emission.use(readers[aggregate.function]);
  if (aggregate.per === null || aggregate.perFunction === null) return call(outer, tally);
  return library(emission, "figurePerKey", tally, name(emission.use(readers[aggregate.perFunction])), name(outer));
}

const readers = { mean: "meanOf", sum: "totalOf", count: "countOf" } as const;

function additionTo(tally: Code, aggregate: Aggregate, place: Place, emission: Emission): Code {
  const { of } = aggregate;
  if (of === null) return library(emission, "addOne", tally);
  return isFraction(of, place, emission)
    ? library(emission, "addFraction", tally, fractionCode(of, place, emission))
    : library(emission, "addNumber", tally, numberCode(of, place, emission));
}

/** A key is a number; a fraction is the number of its text. */
export function keyCode(value: Aggregate["of"] & object, place: Place, emission: Emission): Code {
  if (!isFraction(value, place, emission)) return numberCode(value, place, emission);
  return library(emission, "numberOfFraction", fractionCode(value, place, emission), {
    kind: "member",
    of: name("run"),
    name: "names",
  });
}
