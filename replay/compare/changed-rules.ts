// What a mixture comes to, where a run is known that differs from it in some rules alone: only those are run again.
// Rule: the others must take the same records and say the same, with all that they read; else the mixture is run whole.

import type { Program, Rule } from "@avtal/compiler/ir/ir";
import type { InvoiceLine } from "@avtal/runtime/result";
import type { Standing } from "../changes/side.ts";
import { versionsByName } from "../changes/thing.ts";
import { ruleTexts } from "./rule-texts.ts";
import { taker } from "./takers.ts";

/** A run whose lines are known. */
export interface KnownRun {
  readonly standing: Standing;
  readonly lines: readonly InvoiceLine[];
}

export interface Remaining {
  /** The mixture with the rules that are as in the known run taking their records and charging nothing. */
  readonly program: Program;
  /** What those rules charge. */
  readonly lines: readonly InvoiceLine[];
}

/** Undefined where more than what rules charge differs. */
export function remainingAfter({ standing, lines }: KnownRun, mixed: Standing): Remaining | undefined {
  const [then, now] = [ruleTexts(standing), ruleTexts(mixed)];
  if (then.common !== now.common || orderOf(standing) !== orderOf(mixed)) return undefined;
  const [rulesThen, rulesNow] = [versionsByName(standing.program.rules), versionsByName(mixed.program.rules)];
  const same = new Set<string>();
  for (const [name, versions] of rulesNow) {
    const before = rulesThen.get(name) ?? [];
    if (then.of(before.map(takenBy)) !== now.of(versions.map(takenBy))) return undefined;
    if (then.of(before) === now.of(versions)) same.add(name);
  }
  return {
    program: {
      ...mixed.program,
      rules: mixed.program.rules.map((rule) => (same.has(nameOf(rule)) ? takenBy(rule) : rule)),
    },
    lines: lines.filter(({ place }) => same.has(`${place.document}.${place.rule}`)),
  };
}

function nameOf({ document, name }: Rule): string {
  return `${document}.${name}`;
}

function takenBy(rule: Rule): Rule {
  return rule.purpose.kind === "charge" ? taker(rule) : rule;
}

/** The rules in the order in which records are offered to them. */
function orderOf({ program }: Standing): string {
  return program.rules.map(({ id }) => id).join("\n");
}
