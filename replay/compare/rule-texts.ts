// What each rule of a program says with everything that it reads, as texts that are equal where two programs' rules are.
// Rule: one walk for each thing, however many rules and mixtures read it; what two texts hold beyond meaning only makes
// them differ.

import { canonical } from "@avtal/compiler/ir/canonical";
import type { Program, Rule } from "@avtal/compiler/ir/ir";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import type { Standing } from "../changes/side.ts";

export interface RuleTexts {
  /** What every rule stands on: documents, fields, registers, events, questions, and what was chosen and supplied. */
  readonly common: string;
  /** Versions of a rule, with the terms, values and measured values that they read, at any distance. */
  readonly of: (versions: readonly Rule[]) => string;
}

export function ruleTexts({ program, readings, events, values }: Standing): RuleTexts {
  const told = tellerOf(program);
  const things = new Map<string, object>([
    ...program.values.map((value): [string, object] => [`value ${value.id}`, value]),
    ...program.measured.map((one): [string, object] => [`measured ${one.id}`, one]),
    ...program.terms.map((term): [string, object] => [`term ${term.id}`, term]),
  ]);
  const toldAt = (node: string): Told => {
    const thing = things.get(node);
    return thing === undefined ? nothing : told(thing);
  };
  const textsOf = (parts: readonly object[]): readonly string[] => parts.map((part) => told(part).text);
  return {
    common: canonical([
      program.main,
      textsOf(program.documents.map((document) => ({ ...document, title: "", files: [] }))),
      [program.fields, program.registers, program.events, program.questions].map(textsOf),
      [...readings],
      [...events],
      values.map(({ value, from, exact }) => [value, from, `${exact.over}/${exact.under}`]),
    ]),
    of: (versions) => {
      const own = versions.map(told);
      const reached = new Set<string>();
      const open = own.flatMap(({ reads }) => reads);
      for (let node = open.pop(); node !== undefined; node = open.pop()) {
        if (reached.has(node)) continue;
        reached.add(node);
        open.push(...toldAt(node).reads);
      }
      const others = [...reached].sort(byCodePoint).map((node) => `${node} ${toldAt(node).text}`);
      return [...own.map(({ text }) => text), ...others].join("\n");
    },
  };
}

/** What each thing tells, once for all programs that cite the same clauses. */
function tellerOf({ clauses }: Program): (thing: object) => Told {
  const known = toldBy.get(clauses) ?? new WeakMap<object, Told>();
  toldBy.set(clauses, known);
  const placed = placer(clauses);
  return (thing) => {
    const found = known.get(thing) ?? toldOf(thing, placed);
    known.set(thing, found);
    return found;
  };
}

const toldBy = new WeakMap<object, WeakMap<object, Told>>();

/** A thing by itself: its text, and what it reads directly. */
interface Told {
  readonly text: string;
  readonly reads: readonly string[];
}

const nothing: Told = { text: "", reads: [] };

const sortsRead: ReadonlySet<unknown> = new Set(["term", "value", "measured"]);

function toldOf(thing: object, placed: (thing: unknown) => unknown): Told {
  const reads: string[] = [];
  const visit = (part: unknown): void => {
    if (typeof part !== "object" || part === null) return;
    if ("kind" in part && sortsRead.has(part.kind)) {
      const id: unknown = Reflect.get(part, String(part.kind));
      if (typeof id === "string") reads.push(`${String(part.kind)} ${id}`);
    }
    for (const held of Object.values(part)) visit(held);
  };
  visit(thing);
  return { text: canonical(placed(thing)), reads };
}

/** With cited places instead of their numbers, which two programs may have given otherwise, and without comments. */
function placer(clauses: Program["clauses"]): (thing: unknown) => unknown {
  const placed = (thing: unknown): unknown => {
    if (typeof thing !== "object" || thing === null) return thing;
    if (Array.isArray(thing)) return thing.map(placed);
    return Object.fromEntries(
      Object.entries(thing).flatMap(([key, held]): [string, unknown][] => {
        if (key === "doc") return [];
        if (key !== "clause" || typeof held !== "number") return [[key, placed(held)]];
        const { document = "", place = "", assumption = false } = clauses[held] ?? {};
        return [[key, [document, place, assumption]]];
      }),
    );
  };
  return placed;
}
