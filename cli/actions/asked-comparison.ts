// A comparison as it was typed, in the form that its evidence keeps, so that it can be asked again.

import type { AskedComparison } from "@avtal/replay/evidence/comparison-manifest";
import { chosenFrom, type ChosenOptions } from "./chosen.ts";
import type { AskedOverData } from "./over-data.ts";

export interface TypedChoices extends Omit<AskedOverData, "data">, ChosenOptions {
  readonly base?: string;
  readonly mode?: string;
  readonly attribution: string;
  readonly chargedThrough?: string;
  readonly sweep?: string;
}

export function askedComparison(
  [a, b]: readonly [string, string | undefined],
  data: string,
  options: TypedChoices,
  lang: string,
): AskedComparison {
  return {
    a,
    b: b ?? null,
    base: options.base ?? null,
    data,
    ...chosenFrom(options),
    mode: options.mode ?? null,
    attribution: options.attribution,
    chargedThrough: options.chargedThrough ?? null,
    from: options.from ?? null,
    to: options.to ?? null,
    columns: options.columns ?? null,
    maxRefused: options.maxRefused,
    sweep: options.sweep ?? null,
    lang,
  };
}
