// What a conformance case says about its run, as the options that every target takes.

import type { Program } from "@avtal/compiler/ir/ir";
import { ratio, times, whole, type Ratio } from "@avtal/runtime/ratio";
import type { RunOptions } from "@avtal/runtime/result";

export interface CaseOptions {
  readonly wording?: string;
  readonly readings?: Readonly<Record<string, string>>;
  readonly events?: Readonly<Record<string, string | null>>;
  /** Value → what was supplied, with its unit: `1,74 dagar`, `9 300 kr/dygn`. */
  readonly values?: Readonly<Record<string, string>>;
}

export function optionsFromCase(stated: CaseOptions, program: Program): RunOptions {
  return {
    wording: stated.wording ?? null,
    readings: new Map(Object.entries(stated.readings ?? {})),
    events: new Map(Object.entries(stated.events ?? {})),
    values: Object.entries(stated.values ?? {}).map(([value, text]) => ({
      value,
      from: null,
      exact: exactOf(text, value, program),
    })),
  };
}

function exactOf(text: string, value: string, program: Program): Ratio {
  const found = /^(\d+(?: \d{3})*)(?:,(\d+))? (kr\/dygn|kr|dagar|dygn)$/.exec(text);
  if (found === null) throw new Error(`${value} in ${program.main}: not a quantity: ${text}`);
  const decimals = found[2] ?? "";
  const exact = ratio(BigInt(`${(found[1] ?? "").replaceAll(" ", "")}${decimals}`), 10n ** BigInt(decimals.length));
  return found[3] === "dagar" || found[3] === "dygn" ? exact : times(exact, whole(100));
}
