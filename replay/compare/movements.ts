// Which episodes are in other rules on the two sides: every record of the same data, asked of both.
// Rule: a side's rules are asked as they stand, with one group each and nothing computed in it.

import { canonical } from "@avtal/compiler/ir/canonical";
import type { Program, Rule } from "@avtal/compiler/ir/ir";
import { meaningOf } from "@avtal/compiler/ir/meaning-hash";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import type { Columns } from "@avtal/runtime/columns";
import type { Standing } from "../changes/side.ts";
import { versionsByName } from "../changes/thing.ts";
import { evaluatorFor } from "../evaluator.ts";
import { pick } from "../months.ts";
import type { Movement, Whereabouts } from "./comparison.ts";

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
  const { at, different } = evaluatorFor(program).places(columns, { wording: null, readings, events, values });
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

function taker(rule: Rule): Rule {
  return {
    ...rule,
    keys: [{ guard: null, it: [] }],
    payer: [{ guard: null, it: { kind: "payer", code: "-", name: "-" } }],
    payee: [{ guard: null, it: { kind: "text", text: "-" } }],
    invoicer: [],
    steps: [],
    chargedWhen: [{ guard: null, it: { kind: "truth", holds: "no" } }],
    quantity: [],
  };
}

/** Names of the rules that are not the same on both sides, as far as it matters whom they take; all where more differs. */
function rulesThatTakeOtherwise(a: Standing, b: Standing): ReadonlySet<string> | undefined {
  const given = ({ readings, events, values, program: { documents, questions } }: Standing): string =>
    canonical([
      [...readings],
      [...events],
      values.map(({ value, from, exact }) => [value, from, `${exact.over}/${exact.under}`]),
      documents.map((document) => ({ ...document, title: "", files: [] })),
      questions.map(({ id, chosen }) => [id, chosen.map(({ from, reading }) => [from, reading])]),
    ]);
  if (given(a) !== given(b) || a.program.main !== b.program.main) return undefined;
  const [rulesA, rulesB] = [versionsByName(a.program.rules), versionsByName(b.program.rules)];
  const textOf = ({ program }: Standing, rules: readonly Rule[] | undefined): string =>
    rules === undefined
      ? ""
      : canonical([
          meaningOf(reachedOnly({ ...program, rules: rules.map(alone) })),
          rules.map(({ id, insteadOf, onTopOf }) => [id, [...insteadOf].sort(), [...onTopOf].sort()]),
        ]);
  const names = [...new Set([...rulesA.keys(), ...rulesB.keys()])];
  return new Set(names.filter((name) => textOf(a, rulesA.get(name)) !== textOf(b, rulesB.get(name))));
}

/** Other rules are not part of what this one reads. */
function alone(rule: Rule): Rule {
  return { ...rule, insteadOf: [], onTopOf: [] };
}

/** What the takers do not read is left out, so that a limit that moved does not count. */
function reachedOnly(program: Program): Program {
  const reached = new Set<string>();
  const readOf = new Map<string, readonly unknown[]>([
    ...program.values.map((value): [string, readonly unknown[]] => [`value ${value.id}`, [value]]),
    ...program.measured.map((one): [string, readonly unknown[]] => [`measured ${one.id}`, [one]]),
    ...program.terms.map((term): [string, readonly unknown[]] => [`term ${term.id}`, [term]]),
  ]);
  const open: unknown[] = [program.rules, program.documents];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== "object" || next === null) continue;
    const part = new Map<string, unknown>(Object.entries(next));
    const kind = part.get("kind");
    const id = typeof kind === "string" ? part.get(kind) : undefined;
    const node = `${String(kind)} ${String(id)}`;
    if (typeof id === "string" && readOf.has(node) && !reached.has(node)) {
      reached.add(node);
      open.push(...(readOf.get(node) ?? []));
    }
    open.push(...part.values());
  }
  return {
    ...program,
    values: program.values.filter(({ id }) => reached.has(`value ${id}`)),
    measured: program.measured.filter(({ id }) => reached.has(`measured ${id}`)),
    terms: program.terms.filter(({ id }) => reached.has(`term ${id}`)),
  };
}
