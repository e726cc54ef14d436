// Figures over all records of the data, outside groups: `genomsnitt av x för vårdtillfällen`.
// Rule: worked out once for each day that is asked for, by a function of its own.

import type { Aggregate } from "../../ir/ir.ts";
import { call, name, number, returned, truthWord, type Code, type Statement } from "./code.ts";
import { library, libraryName, type Emission } from "./emission.ts";
import { numberCode, ofRecord, type Place } from "./expression-code.ts";
import { addToTally, figureCode, newTallyCode } from "./tally-code.ts";

export function overAllCode(aggregate: Aggregate, place: Place, emission: Emission): Code {
  const own = emission.declared(`over all ${JSON.stringify(aggregate)} ${place.document}`, "figureOverAll", (name) =>
    overAllFunction(name, aggregate, place.document, emission),
  );
  return call(own, name("run"), place.day);
}

function overAllFunction(own: string, aggregate: Aggregate, document: string, emission: Emission): Statement {
  const place: Place = {
    ...ofRecord,
    theDay: libraryName(emission, "UNKNOWN"),
    document,
    kinds: emission.kinds,
    group: null,
  };
  const tally = name("tally");
  const { type, code } = newTallyCode(aggregate, emission);
  const figure: Code = {
    kind: "arrow",
    parameters: [{ name: "tally", type }],
    returns: null,
    body: figureCode(aggregate, tally, emission),
  };
  const add: Code = {
    kind: "arrow",
    parameters: [
      { name: "tally", type },
      { name: "record", type: "number" },
    ],
    returns: null,
    body: additions(aggregate, tally, place, emission),
  };
  const made: Code = { kind: "arrow", parameters: [], returns: null, body: code };
  emission.use("type Fraction");
  return {
    kind: "function",
    name: own,
    parameters: [
      { name: "run", type: "Run" },
      { name: "day", type: "number" },
    ],
    returns: "Fraction",
    body: [
      returned(library(emission, "overAll", name("run"), number(emission.nextPlace()), name("day"), made, add, figure)),
    ],
    doc: "Over all records of the data.",
    exported: false,
  };
}

function additions(aggregate: Aggregate, tally: Code, place: Place, emission: Emission): readonly Statement[] {
  const { over } = aggregate;
  if (over.kind !== "allDays") return addToTally(aggregate, tally, place, false, emission);
  const perDay: Code = {
    kind: "arrow",
    parameters: [{ name: "theDay", type: "number" }],
    returns: null,
    body: addToTally(aggregate, tally, { ...place, theDay: name("theDay") }, true, emission),
  };
  const end = (of: typeof over.from, counted: boolean): Code[] => [numberCode(of, place, emission), truthWord(counted)];
  const ends = [...end(over.from, over.fromCounted), ...end(over.to, over.toCounted)];
  return [{ kind: "run", value: library(emission, "eachDayOf", tally, ...ends, perDay) }];
}
