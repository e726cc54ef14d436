// A comparison as it was typed, in the form that its evidence keeps, so that it can be asked again.

import type { AskedComparison } from "@avtal/replay/evidence/comparison-manifest";

export interface TypedChoices {
  readonly base?: string;
  readonly mode?: string;
  readonly columns?: string;
  readonly from?: string;
  readonly to?: string;
  readonly reading?: readonly string[];
  readonly event?: readonly string[];
  readonly set?: readonly string[];
  readonly attribution: string;
  readonly chargedThrough?: string;
  readonly maxRefused: string;
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
    readings: options.reading ?? [],
    events: options.event ?? [],
    values: options.set ?? [],
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
