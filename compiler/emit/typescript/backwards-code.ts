// Whether any span that a rule may count runs backwards for a record: asked of every record, so it is only a question
// of a few comparisons; which span it was is worked out for those few where the answer is yes.

import { children } from "../../ir/children.ts";
import type { Expr, Id, Rule } from "../../ir/ir.ts";
import { readByTerm, readByValue, readOfGroups, readOfRecords } from "../../ir/parts.ts";
import { binary, call, conditional, nothing, returned, type Code } from "./code.ts";
import { ofRecordCode } from "./closures.ts";
import { library, libraryName, type Emission } from "./emission.ts";
import { argumentsAt, numberCode, type Place } from "./expression-code.ts";
import { keysAlone } from "./keys-alone.ts";
import { isOfGroup, ranBackwardsCode } from "./reads-code.ts";
import { parametersOf, placeIn, termFunction } from "./term-code.ts";
import { union, type Signature } from "./signatures.ts";

/** The function of a rule, or null where it counts no span. */
export function backwardsCode(rule: Rule, emission: Emission): Code {
  if (rule.purpose.kind === "statistic") return nothing;
  const follows = new Set(rule.follows.map(({ it }) => it));
  const record: Place = { ...placeIn(rule.document, emission), kinds: emission.kindsIn(rule) };
  const ofRecords = readOfRecords(rule).filter((expr) => !follows.has(expr));
  const ofGroup = readOfGroups(rule);
  const found = [
    ...ofRecords.flatMap((expr) => backwardsIn(expr, record, emission)),
    ...ofGroup.flatMap((expr) => backwardsIn(expr, keysAlone(rule, emission), emission)),
  ];
  const any = anyOf(found);
  return any === null ? nothing : ofRecordCode(any);
}

function backwardsIn(expr: Expr, place: Place, emission: Emission): readonly Code[] {
  switch (expr.kind) {
    case "calendarDays":
    case "weekdays":
    case "begunDays":
      return [
        ranBackwardsCode(expr, place, emission),
        ...[expr.from, expr.to].flatMap((end) => backwardsIn(end, place, emission)),
      ];
    case "term":
      return onDay(expr.at, place, emission, (there) => termBackwards(expr.term, there, emission));
    case "value":
      return onDay(expr.at, place, emission, (there) =>
        readByValue(emission.value(expr.value)).flatMap((part) =>
          backwardsIn(part, { ...there, group: null }, emission),
        ),
      );
    case "measured": {
      const { fixed } = emission.measured(expr.measured);
      return fixed === null ? [] : backwardsIn(fixed, { ...place, group: null }, emission);
    }
    case "ofEpisode":
    case "aggregate":
      return children(expr).flatMap((child) => backwardsIn(child, { ...place, group: null }, emission));
    default:
      return children(expr).flatMap((child) => backwardsIn(child, place, emission));
  }
}

/** What is read as `X vid D` counts where D is a day. */
function onDay(
  at: Expr | null,
  place: Place,
  emission: Emission,
  inside: (there: Place) => readonly Code[],
): readonly Code[] {
  if (at === null) return inside(place);
  if (isOfGroup(at)) return backwardsIn(at, place, emission);
  const day = numberCode(at, place, emission);
  const any = anyOf(inside({ ...place, day }));
  const isDay = binary(library(emission, "knownDay", day), ">", libraryName(emission, "UNKNOWN"));
  const no: Code = { kind: "word", word: "false" };
  return [...backwardsIn(at, place, emission), ...(any === null ? [] : [conditional(isDay, any, no)])];
}

/** A term that counts spans has a function of its own that asks about them. */
function termBackwards(id: Id, place: Place, emission: Emission): readonly Code[] {
  if (!countsSpans(id, emission)) return [];
  const term = emission.term(id);
  const signature = spanSignature(id, emission);
  const own = emission.declared(`backwards ${id}`, `${termFunction(emission, id)}RunsBackwards`, (declared) => ({
    kind: "function",
    name: declared,
    parameters: parametersOf(signature),
    returns: "boolean",
    body: [
      returned(
        anyOf(readByTerm(term).flatMap((expr) => backwardsIn(expr, placeIn(term.document, emission), emission))) ?? {
          kind: "word",
          word: "false",
        },
      ),
    ],
    doc: `Whether a span within ${term.name} runs backwards.`,
    exported: false,
  }));
  return [call(own, ...argumentsAt(signature, place))];
}

/** Everything that the parts of a term may be handed. */
function spanSignature(id: Id, emission: Emission): Signature {
  const { ofExpr } = emission.signatures;
  return union([{ record: true, day: false, theDay: false }, ...readByTerm(emission.term(id)).map(ofExpr)]);
}

function countsSpans(id: Id, emission: Emission): boolean {
  return emission.remembered(`spans ${id}`, () =>
    readByTerm(emission.term(id)).some((expr) => hasSpan(expr, emission)),
  );
}

function hasSpan(expr: Expr, emission: Emission): boolean {
  switch (expr.kind) {
    case "calendarDays":
    case "weekdays":
    case "begunDays":
      return true;
    case "term":
      return countsSpans(expr.term, emission) || (expr.at !== null && hasSpan(expr.at, emission));
    case "value":
      return (
        readByValue(emission.value(expr.value)).some((part) => hasSpan(part, emission)) ||
        (expr.at !== null && hasSpan(expr.at, emission))
      );
    case "measured": {
      const { fixed } = emission.measured(expr.measured);
      return fixed !== null && hasSpan(fixed, emission);
    }
    default:
      return children(expr).some((child) => hasSpan(child, emission));
  }
}

/** One question for all, each asked once; null where there is nothing to ask. */
function anyOf(found: readonly Code[]): Code | null {
  const seen = new Set<string>();
  const different = found.filter((code) => {
    const text = JSON.stringify(code, (_, value: unknown) => (typeof value === "bigint" ? `${value}n` : value));
    return !seen.has(text) && seen.add(text).size > 0;
  });
  const [first, ...others] = different;
  return first === undefined ? null : others.reduce((all, code) => binary(all, "||", code), first);
}
