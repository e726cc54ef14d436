// The keys of a group as people read them, and the parts of a line's id.
// Rule: the payer is who the rule says pays; every other key is shown once, in the order the rule writes them.

import type { GroupKeys, Payer } from "@avtal/runtime/result";
import { pick } from "@avtal/compiler/ir/in-force";
import type { Key } from "@avtal/compiler/ir/ir";
import { evaluate } from "./evaluate.ts";
import type { Figured } from "./group-figures.ts";
import type { Gathered } from "./groups.ts";
import { partOfGroup, type Part } from "./parts.ts";
import { payerName } from "./payers.ts";
import { isAbsent, type Value } from "./values.ts";
import { codeText, shownText } from "./value-texts.ts";

export interface NamedGroup {
  readonly keys: GroupKeys;
  /** False where the rule says who pays, but it cannot be told. */
  readonly hasPayer: boolean;
  /** What stands in an id after payer, period and rule. */
  readonly idTail: readonly string[];
}

export function nameGroup(figured: Figured, siblings: readonly Gathered[]): NamedGroup {
  const { gathered, scope } = figured;
  const period = finestPeriod(gathered);
  const part = partOfGroup(gathered, gathered.values[period], siblings);
  const payer = payerOf(figured);
  const episode = gathered.keys.findIndex((key) => key.role === "episode");
  const others = gathered.keys.flatMap((key, index) => {
    if (index === period || index === episode || index === payer.key) return [];
    const value = valueAt(gathered, index);
    return [{ name: key.name, value: shownText(value, key.kind, scope.own, scope.run) ?? "", code: codeText(value) }];
  });
  return {
    keys: {
      payer: payer.shown,
      period: period < 0 ? "" : codeText(valueAt(gathered, period)),
      episode: episode < 0 ? null : codeText(valueAt(gathered, episode)),
      others: others.map(({ name, value }) => ({ name, value })),
      part: part?.shown ?? null,
    },
    hasPayer: payer.isKnown,
    idTail: [
      ...others.map(({ code }) => code),
      ...partName(part),
      ...(episode < 0 ? [] : [codeText(valueAt(gathered, episode))]),
    ],
  };
}

function partName(part: Part | null): string[] {
  return part === null ? [] : [part.name];
}

/** Who pays: what `betalas av` says, else the key that is the payer. `key` is the place of the key that it is. */
function payerOf({ gathered, scope }: Figured): {
  readonly shown: Payer;
  readonly key: number;
  readonly isKnown: boolean;
} {
  const { rule } = gathered.plan;
  const expr = pick(rule.payer, scope.own, scope.run);
  const asKey = gathered.keys.findIndex((key) => key.role === "payer");
  if (expr === undefined) {
    return {
      shown: asKey < 0 ? nobody : payerText(valueAt(gathered, asKey), scope.own, scope.run),
      key: asKey,
      isKnown: true,
    };
  }
  const value = evaluate(expr, scope);
  const key = expr.kind === "key" ? gathered.keys.findIndex((each) => each.name === expr.name) : -1;
  if (isAbsent(value)) return { shown: nobody, key, isKnown: false };
  return { shown: payerText(value, scope.own, scope.run), key, isKnown: true };
}

const nobody: Payer = { code: "", name: "" };

function payerText(value: Value, day: number | null, run: Figured["scope"]["run"]): Payer {
  const code = codeText(value);
  return { code, name: value.kind === "payer" ? (value.name ?? payerName(code, day, run)) : code };
}

/** The place of the finest period among the keys, −1 where there is none: month before quarter before year. */
function finestPeriod({ keys }: Gathered): number {
  const fineness = (key: Key): number => ["year", "quarter", "month", "date"].indexOf(key.kind.kind);
  return keys.reduce((best, key, index) => {
    if (key.role !== "period") return best;
    const other = keys[best];
    return other === undefined || fineness(key) > fineness(other) ? index : best;
  }, -1);
}

function valueAt({ values }: Gathered, index: number): Value {
  return values[index] ?? { kind: "missing" };
}
