// What a mixture comes to, where a run is known that differs from it in some rules alone: only those are run again.
// Rule: the others must take the same records and say the same, with all that they read; else the mixture is run whole.

import { descendants } from "@avtal/compiler/ir/children";
import type { Program, Rule } from "@avtal/compiler/ir/ir";
import { readByRule } from "@avtal/compiler/ir/parts";
import { withRulesThatStand } from "@avtal/compiler/ir/rules-that-stand";
import { withoutStatistics } from "@avtal/compiler/ir/without-statistics";
import type { Places } from "@avtal/runtime/places";
import type { InvoiceLine } from "@avtal/runtime/result";
import { PASSED, TAKEN } from "@avtal/runtime/rule-run";
import type { Standing } from "../changes/side.ts";
import { versionsByName } from "../changes/thing.ts";
import { ruleTexts } from "./rule-texts.ts";
import { taker } from "./takers.ts";

/** A run whose lines are known, and in which rules its records count. */
export interface KnownRun {
  readonly standing: Standing;
  readonly lines: readonly InvoiceLine[];
  readonly places: Places;
}

export interface Remaining {
  /** What is left to run: the changed rules, and those of the others that decide which records come to them. */
  readonly program: Program;
  /** By record what the others said of it, where they need not be asked; null where they are in the program. */
  readonly gone: Uint8Array | null;
  /** What the other rules charge. */
  readonly lines: readonly InvoiceLine[];
}

/** Only what decides amounts: no statistics, and no rule that its readings leave out. */
export function charging({ program, readings, events, values }: Standing): Standing {
  const options = { wording: null, readings, events, values };
  return { program: withRulesThatStand(withoutStatistics(program), options), readings, events, values };
}

/** Undefined where more than what rules charge differs. */
export function remainingAfter(known: KnownRun, mixed: Standing): Remaining | undefined {
  const { standing } = known;
  const [then, now] = [ruleTexts(standing), ruleTexts(mixed)];
  if (then.common !== now.common || orderOf(standing) !== orderOf(mixed)) return undefined;
  const [rulesThen, rulesNow] = [versionsByName(standing.program.rules), versionsByName(mixed.program.rules)];
  const same = new Set<string>();
  let haveSameKeys = true;
  for (const [name, versions] of rulesNow) {
    const before = rulesThen.get(name) ?? [];
    if (then.of(before.map(takenBy)) !== now.of(versions.map(takenBy))) return undefined;
    if (then.of(before) === now.of(versions)) same.add(name);
    else haveSameKeys &&= then.of(before.map(keyedBy)) === now.of(versions.map(keyedBy));
  }
  const isSame = (rule: Rule): boolean => same.has(nameOf(rule));
  const gone = haveSameKeys && canStandAlone(mixed.program, isSame) ? takenFrom(known.places, same) : null;
  const rules =
    gone === null
      ? mixed.program.rules.map((rule) => (isSame(rule) ? takenBy(rule) : rule))
      : mixed.program.rules.filter((rule) => !isSame(rule)).map((rule) => ({ ...rule, insteadOf: [] }));
  return {
    program: { ...mixed.program, rules },
    gone,
    lines: known.lines.filter(({ place }) => same.has(`${place.document}.${place.rule}`)),
  };
}

function nameOf({ document, name }: Rule): string {
  return `${document}.${name}`;
}

function takenBy(rule: Rule): Rule {
  return rule.purpose.kind === "charge" ? taker(rule) : rule;
}

/** The rule as far as it decides in which of its groups a record counts. */
function keyedBy(rule: Rule): Rule {
  return { ...takenBy(rule), keys: rule.keys };
}

/** The rules in the order in which records are offered to them. */
function orderOf({ program }: Standing): string {
  return program.rules.map(({ id }) => id).join("\n");
}

/** A record is whole in one of the changed rules, and nothing but what counts in it decides what it charges. */
function canStandAlone({ rules }: Program, isSame: (rule: Rule) => boolean): boolean {
  const below = new Set(rules.flatMap(({ onTopOf }) => onTopOf));
  return rules.every(
    (rule) =>
      isSame(rule) ||
      (rule.purpose.kind === "charge" &&
        rule.grain.kind === "episode" &&
        rule.onTopOf.length === 0 &&
        !below.has(rule.id) &&
        !readByRule(rule)
          .flatMap(descendants)
          .some(({ kind }) => kind === "inARow")),
  );
}

/** All records but those that count in a rule that is not the same; null where one of them counts in others too. */
function takenFrom({ at, different }: Places, same: ReadonlySet<string>): Uint8Array | null {
  const isChanged = different.map((places) =>
    (places ?? []).map(({ document, rule }) => !same.has(`${document}.${rule}`)),
  );
  if (isChanged.some((changed) => changed.length > 1 && changed.includes(true))) return null;
  const said = isChanged.map(([changed = false]) => (changed ? PASSED : TAKEN));
  const gone = new Uint8Array(at.length);
  for (let record = 0; record < at.length; record += 1) gone[record] = said[at[record] ?? 0] ?? TAKEN;
  return gone;
}
