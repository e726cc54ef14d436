// Whether any span that a rule may count runs backwards for a record: asked of every record, so it is only a question
// of a few comparisons; which span it was is worked out for those few where the answer is yes.

import { children } from "../../ir/children.ts";
import type { Alternatives, Expr, Id, Rule, Term } from "../../ir/ir.ts";
import { readByTerm, readByValue } from "../../ir/parts.ts";
import { binary, call, conditional, nothing, returned, type Code } from "./code.ts";
import { ofRecordCode } from "./closures.ts";
import { library, libraryName, type Emission } from "./emission.ts";
import { alternativesCode, argumentsAt, numberCode, type Place } from "./expression-code.ts";
import { keysAlone } from "./keys-alone.ts";
import { isOfGroup, ranBackwardsCode } from "./reads-code.ts";
import { parametersOf, placeIn, termFunction } from "./term-code.ts";
import { union, type Signature } from "./signatures.ts";
import type { RuntimeName } from "./runtime-names.ts";

/** The function of a rule, or null where it counts no span. */
export function backwardsCode(rule: Rule, emission: Emission): Code {
  if (rule.purpose.kind === "statistic") return nothing;
  const record: Place = { ...placeIn(rule.document, emission), kinds: emission.kindsIn(rule) };
  const group = keysAlone(rule, emission);
  const { grain } = rule;
  const ends = grain.kind === "episode" ? [] : [always(grain.from), always(grain.to)];
  const lines = rule.requires.map(({ guard, condition }) => [{ guard, it: condition }]);
  const keys = rule.keys.flatMap(({ guard, it }) => it.map((key) => [{ guard, it: key.value }]));
  const ofRecords: readonly Alternatives<Expr>[] = [...ends, rule.inForce, rule.scope, ...lines, ...keys];
  const shown = rule.quantity.flatMap(({ guard, it }) =>
    [it.quantity, ...(it.unitPrice === null ? [] : [it.unitPrice])].map((part) => [{ guard, it: part }]),
  );
  const ofGroup: readonly Alternatives<Expr>[] = [
    ...rule.steps.map(({ guard, value }) => [{ guard, it: value }]),
    rule.chargedWhen,
    ...shown,
    rule.payer,
    rule.payee,
    rule.invoicer,
  ];
  const found = [
    ...ofRecords.flatMap((part) =>
      underReadings(part, (expr) => backwardsIn(expr, record, emission), record, emission),
    ),
    ...ofGroup.flatMap((part) => underReadings(part, (expr) => backwardsIn(expr, group, emission), group, emission)),
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
    case "choose":
      return underReadings(expr.by, (it) => backwardsIn(it, place, emission), place, emission);
    case "if":
      return inBranches(expr, place, emission);
    case "ofEpisode":
    case "aggregate":
      return children(expr).flatMap((child) => backwardsIn(child, { ...place, group: null }, emission));
    default:
      return children(expr).flatMap((child) => backwardsIn(child, place, emission));
  }
}

/** The spans of the alternative that applies. */
function underReadings<T>(
  alternatives: Alternatives<T>,
  inside: (it: T) => readonly Code[],
  place: Place,
  emission: Emission,
): readonly Code[] {
  const found = alternatives.map(({ guard, it }) => ({ guard, code: anyOf(inside(it)) ?? no }));
  if (found.every(({ code }) => code === no)) return [];
  const isComplete = alternatives.some(({ guard }) => guard === null);
  return [alternativesCode(isComplete ? found : [...found, { guard: null, code: no }], place, emission)];
}

/** The spans of a condition, and of the branches that it leaves open. */
function inBranches(expr: Expr & { readonly kind: "if" }, place: Place, emission: Emission): readonly Code[] {
  const asked = backwardsIn(expr.condition, place, emission);
  const then = anyOf(backwardsIn(expr.then, place, emission));
  const otherwise = anyOf(backwardsIn(expr.otherwise, place, emission));
  if (then === null && otherwise === null) return asked;
  const known = (answer: RuntimeName, spans: Code | null): Code[] => {
    if (spans === null) return [];
    if (isOfGroup(expr.condition)) return [spans];
    const condition = numberCode(expr.condition, place, emission);
    return [binary(binary(condition, "!==", libraryName(emission, answer)), "&&", spans)];
  };
  return [...asked, ...known("NO", then), ...known("YES", otherwise)];
}

const no: Code = { kind: "word", word: "false" };

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
    body: [returned(anyOf(definitionsBackwards(term, emission)) ?? no)],
    doc: `Whether a span within ${term.name} runs backwards.`,
    exported: false,
  }));
  return [call(own, ...argumentsAt(signature, place))];
}

/** Of several definitions any may be the one that applies; of the readings of one it is told. */
function definitionsBackwards(term: Term, emission: Emission): readonly Code[] {
  const place = placeIn(term.document, emission);
  return term.definitions.flatMap(({ by }) =>
    underReadings(
      by,
      (body) =>
        body.kind === "expression"
          ? backwardsIn(body.value, place, emission)
          : body.lines.flatMap(({ guard, condition }) =>
              underReadings([{ guard, it: condition }], (it) => backwardsIn(it, place, emission), place, emission),
            ),
      place,
      emission,
    ),
  );
}

/** Everything that the parts of a term may be handed. */
function spanSignature(id: Id, emission: Emission): Signature {
  const { ofExpr } = emission.signatures;
  const { definitions } = emission.term(id);
  const guards = definitions.flatMap(({ by }) =>
    by.flatMap(({ guard, it }) => [guard, ...(it.kind === "condition" ? it.lines.map((line) => line.guard) : [])]),
  );
  return union([
    { record: true, day: false, theDay: false },
    ...guards.map(emission.signatures.ofGuard),
    ...readByTerm(emission.term(id)).map(ofExpr),
  ]);
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

function always(expr: Expr): Alternatives<Expr> {
  return [{ guard: null, it: expr }];
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
