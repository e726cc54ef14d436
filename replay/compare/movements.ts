// Which episodes are in other rules on the two sides: every record of the same data, asked of both.
// Rule: a side's rules are asked as they stand, with one group each and nothing computed in it.

import type { Rule } from "@avtal/compiler/ir/ir";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import { select } from "@avtal/compiler/ir/select";
import type { Columns } from "@avtal/runtime/columns";
import type { Standing } from "../changes/side.ts";
import { versionsByName } from "../changes/thing.ts";
import { evaluatorFor } from "../evaluator.ts";
import { pick } from "../months.ts";
import type { Movement, Whereabouts } from "./comparison.ts";
import { ruleTexts, type RuleTexts } from "./rule-texts.ts";
import { taker } from "./takers.ts";

export function movementsBetween(
  a: Standing,
  b: Standing,
  columns: { readonly a: Columns; readonly b: Columns },
): readonly Movement[] {
  const [takersA, takersB] = [takersOf(a), takersOf(b)];
  const others = columns.a === columns.b ? rulesThatTakeOtherwise(takersA, takersB) : undefined;
  if (others?.size === 0) return [];
  const seen = others === undefined ? undefined : seenBy(others, takersA, takersB, columns.a);
  const ofA = seen === undefined ? columns.a : pick(columns.a, Array.from(seen));
  const [placesA, placesB] = [placesIn(takersA, ofA), placesIn(takersB, seen === undefined ? columns.b : ofA)];
  const found = new Map<string, { from: Whereabouts; to: Whereabouts; ids: string[] }>();
  for (let record = 0; record < ofA.count; record += 1) {
    const [from, to] = [placesA.of(record), placesB.of(record)];
    if (from === to) continue;
    const key = `${from}\t${to}`;
    const known = found.get(key) ?? { from: whereabouts(from), to: whereabouts(to), ids: [] };
    known.ids.push(ofA.ids[record] ?? "");
    found.set(key, known);
  }
  return [...found]
    .sort(([a1, one], [b1, other]) => other.ids.length - one.ids.length || byCodePoint(a1, b1))
    .map(([, { from, to, ids }]) => ({ from, to, records: ids.length, ids }));
}

/** Records that one of these rules would take or doubt on either side, were it alone; all others stay where they are. */
function seenBy(names: ReadonlySet<string>, a: Standing, b: Standing, columns: Columns): Int32Array {
  const byThemselves = (side: Standing): Standing => {
    const rules = side.program.rules
      .filter(({ document, name }) => names.has(`${document}.${name}`))
      .map((rule): Rule => ({ ...taker(rule), purpose: { kind: "charge" }, insteadOf: [], onTopOf: [], requires: [] }));
    return { ...side, program: { ...side.program, rules } };
  };
  const [placesA, placesB] = [placesIn(byThemselves(a), columns), placesIn(byThemselves(b), columns)];
  const seen = new Int32Array(columns.count);
  let count = 0;
  for (let record = 0; record < columns.count; record += 1) {
    if (placesA.of(record) !== nowhere || placesB.of(record) !== nowhere) seen[count++] = record;
  }
  return seen.subarray(0, count);
}

const nowhere = "-";
const undecided = "?";

interface PlacesOfRecords {
  /** Names of the rules in which a record counts, or one of the two marks. */
  readonly of: (record: number) => string;
}

function placesIn({ program, readings, events, values }: Standing, columns: Columns): PlacesOfRecords {
  const options = { wording: null, readings, events, values };
  const { at, different } = evaluatorFor(select(program, options)).places(columns, options);
  const texts = different.map((places) => {
    if (places === null) return undecided;
    const names = new Set(places.map(({ document, rule }) => `${document}.${rule}`));
    return names.size === 0 ? nowhere : [...names].sort(byCodePoint).join("\n");
  });
  return { of: (record) => texts[at[record] ?? 0] ?? nowhere };
}

function whereabouts(place: string): Whereabouts {
  if (place === nowhere) return { kind: "not-charged", rules: [] };
  if (place === undecided) return { kind: "undecided", rules: [] };
  return { kind: "rules", rules: place.split("\n") };
}

/** The side with rules that only take: one group each, never charged. */
function takersOf(side: Standing): Standing {
  const { program } = side;
  const rules = program.rules.filter(({ purpose }) => purpose.kind !== "statistic").map(takerOf);
  return { ...side, program: { ...program, rules } };
}

function takerOf(rule: Rule): Rule {
  return rule.purpose.kind === "charge" ? taker(rule) : rule;
}

/** Names of the rules that are not the same on both sides, as far as it matters whom they take; all where more differs. */
function rulesThatTakeOtherwise(a: Standing, b: Standing): ReadonlySet<string> | undefined {
  const [textsA, textsB] = [ruleTexts(a), ruleTexts(b)];
  if (textsA.common !== textsB.common) return undefined;
  const [rulesA, rulesB] = [versionsByName(a.program.rules), versionsByName(b.program.rules)];
  const names = [...new Set([...rulesA.keys(), ...rulesB.keys()])];
  const textOf = (texts: RuleTexts, rules: readonly Rule[] = []): string =>
    texts.of(rules.map((rule) => ({ ...rule, insteadOf: [], onTopOf: [] })));
  const beside = (rules: readonly Rule[] = []): string =>
    rules.map(({ id, insteadOf, onTopOf }) => JSON.stringify([id, [...insteadOf].sort(), [...onTopOf].sort()])).join();
  return new Set(
    names.filter((name) => {
      const [ofA, ofB] = [rulesA.get(name), rulesB.get(name)];
      return textOf(textsA, ofA) !== textOf(textsB, ofB) || beside(ofA) !== beside(ofB);
    }),
  );
}
