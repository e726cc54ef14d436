// How many outcomes were taken from earlier runs, in words and as JSON.

import type { Words } from "@avtal/compiler/problem";
import type { Tested } from "@avtal/replay/scenarios/test-scenarios";
import { countWords } from "./count-words.ts";
import type { Keeping } from "./kept-outcomes.ts";

/** Undefined where every case was run. */
export function rememberedWords(tested: Tested): Words | undefined {
  const count = rememberedIn(tested);
  if (count === 0) return undefined;
  return {
    sv: `${countWords(count, "utfall", "utfall")} är från en tidigare körning: inget som avgör dem har ändrats. Kör allt på nytt med --fresh.`,
    en: `${countWords(count, "outcome is", "outcomes are")} from an earlier run: nothing that decides them has changed. Run everything anew with --fresh.`,
  };
}

export function rememberedJson(
  tested: Tested,
  keeping: Keeping,
): { readonly outcomes: number; readonly notKept: string | null } {
  return { outcomes: rememberedIn(tested), notKept: keeping.kind === "kept" ? null : keeping.why };
}

function rememberedIn({ files }: Tested): number {
  return files.reduce((sum, { results }) => sum + results.filter(({ isRemembered }) => isRemembered).length, 0);
}
