// Which episodes are in other rules on the two sides: every record of the same data, asked of both.
// Rule: a side's rules are asked as they stand, with a group for each record and nothing computed in it.

import { canonical } from "@avtal/compiler/ir/canonical";
import { descendants } from "@avtal/compiler/ir/children";
import type { Program, Rule } from "@avtal/compiler/ir/ir";
import { readByRule, readByTerm, readByValue } from "@avtal/compiler/ir/parts";
import { meaningOf } from "@avtal/compiler/ir/meaning-hash";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import type { Column, Columns } from "@avtal/runtime/columns";
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
  const candidates = others === undefined ? undefined : seenBy(others, takersA, takersB, columns.a);
  const [ofA, ofB] = candidates === undefined ? [columns.a, columns.b] : [pick(columns.a, candidates), undefined];
  const placesA = placesIn(takersA, ofA);
  const placesB = placesIn(takersB, ofB ?? ofA);
  const found = new Map<string, { from: Whereabouts; to: Whereabouts; ids: string[] }>();
  ofA.ids.forEach((id, record) => {
    const [from, to] = [placesA[record] ?? nowhere, placesB[record] ?? nowhere];
    if (from === to) return;
    const key = `${from}\t${to}`;
    const known = found.get(key) ?? { from: whereabouts(from), to: whereabouts(to), ids: [] };
    known.ids.push(id);
    found.set(key, known);
  });
  return [...found]
    .sort(([a1, one], [b1, other]) => other.ids.length - one.ids.length || byCodePoint(a1, b1))
    .map(([, { from, to, ids }]) => ({ from, to, records: ids.length, ids }));
}

/** Records that one of these rules would take or doubt on either side, were it alone; all others stay where they are. */
function seenBy(names: ReadonlySet<string>, a: Standing, b: Standing, columns: Columns): readonly number[] {
  const byThemselves = (side: Standing): Standing => {
    const rules = side.program.rules
      .filter(({ document, name }) => names.has(`${document}.${name}`))
      .map((rule): Rule => ({ ...taker(rule), purpose: { kind: "charge" }, insteadOf: [], onTopOf: [], requires: [] }));
    return { ...side, program: { ...side.program, rules } };
  };
  const [placesA, placesB] = [placesIn(byThemselves(a), columns), placesIn(byThemselves(b), columns)];
  const seen: number[] = [];
  placesA.forEach((place, record) => {
    if (place !== nowhere || placesB[record] !== nowhere) seen.push(record);
  });
  return seen;
}

const nowhere = "-";
const undecided = "?";
const chunk = 65_536;

/** Where each record ends: names of rules, or one of the two marks. */
function placesIn(takers: Standing, columns: Columns): readonly string[] {
  const { program, readings, events, values } = takers;
  const evaluator = evaluatorFor(program);
  const places: string[] = new Array<string>(columns.count).fill(nowhere);
  const size = looksAtAllRecords(program) ? Math.max(1, columns.count) : chunk;
  for (let start = 0; start < columns.count; start += size) {
    const part = slice(columns, start, Math.min(columns.count, start + size));
    const result = evaluator.evaluate(part, { wording: null, readings, events, values });
    if (result.kind === "stopped") continue;
    const at = new Map(part.ids.map((id, index) => [id, start + index]));
    for (const { place, keys, records } of result.groups) {
      const record = at.get(keys.episode ?? "");
      if (records === 0 || record === undefined) continue;
      places[record] = withRule(places[record] ?? nowhere, `${place.document}.${place.rule}`);
    }
    for (const { id } of result.undecided) {
      const record = at.get(id);
      if (record !== undefined) places[record] = undecided;
    }
  }
  return places;
}

function withRule(place: string, rule: string): string {
  if (place === nowhere) return rule;
  return [...new Set([...place.split("\n"), rule])].sort(byCodePoint).join("\n");
}

function whereabouts(place: string): Whereabouts {
  if (place === nowhere) return { kind: "not-charged", rules: [] };
  if (place === undecided) return { kind: "undecided", rules: [] };
  return { kind: "rules", rules: place.split("\n") };
}

/** The side with rules that only take: a group for each record, never charged. */
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
    keys: [
      {
        guard: null,
        it: [
          {
            name: "vårdtillfälle",
            code: "episode",
            role: "episode",
            kind: { kind: "text" },
            value: { kind: "text", text: "" },
          },
        ],
      },
    ],
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

/** The formula of a measured value is read by nobody in a run. */
function looksAtAllRecords({ values, terms, rules }: Program): boolean {
  return [...values.flatMap(readByValue), ...terms.flatMap(readByTerm), ...rules.flatMap(readByRule)].some((outer) =>
    descendants(outer).some((part) => part.kind === "aggregate" && part.over.kind !== "group"),
  );
}

function slice({ ids, columns }: Columns, start: number, end: number): Columns {
  return {
    count: end - start,
    ids: ids.slice(start, end),
    columns: new Map([...columns].map(([code, column]) => [code, sliced(column, start, end)])),
  };
}

function sliced(column: Column, start: number, end: number): Column {
  switch (column.kind) {
    case "date":
      return { kind: "date", days: column.days.subarray(start, end) };
    case "moment":
      return {
        kind: "moment",
        days: column.days.subarray(start, end),
        seconds: column.seconds.subarray(start, end),
      };
    case "condition":
      return { kind: "condition", codes: column.codes.subarray(start, end) };
    case "code":
      return { kind: "code", codes: column.codes.subarray(start, end), names: column.names };
    case "integer":
      return { kind: "integer", values: column.values.subarray(start, end) };
  }
}
