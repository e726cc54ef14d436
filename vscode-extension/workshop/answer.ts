// The workshop's table of contents: each question with who answers it.
// Rule: one workspace at a time, compiled when its texts come and kept until others do.

import type { Asked, Effect, EffectRequest, Lang, Questions, Question } from "./messages.ts";
import { openTexts, type Opened } from "./opened.ts";
import { overviewOf } from "./overview.ts";
import { acceptOutcomes, runScenarios, targetsOf, type TargetsOf } from "./scenarios.ts";
import { traceOf } from "./trace.ts";
import { wordingText } from "./wording-text.ts";

export type Answer = Questions[Question]["answer"];

/** How a cost effect is worked out, where files can be read. */
export type EffectOf = (request: EffectRequest, opened: Opened, lang: Lang) => Promise<Effect>;

export function workshop(effectOf: EffectOf): (asked: Asked) => Promise<Answer> {
  let opened: Opened = openTexts({ files: [], sources: undefined });
  let targets: TargetsOf = targetsOf(opened);
  return async (asked) => {
    switch (asked.question) {
      case "open":
        opened = openTexts(asked.asks.texts);
        targets = targetsOf(opened);
        return overviewOf(opened, asked.lang);
      case "run":
        return runScenarios(asked.asks.ids, opened, targets, asked.lang);
      case "accept":
        return acceptOutcomes(asked.asks, opened, targets, asked.lang);
      case "trace":
        return traceOf(asked.asks, opened, targets, asked.lang);
      case "wording":
        return wordingText(asked.asks.agreement, asked.asks.day, opened);
      case "effect":
        return effectOf(asked.asks, opened, asked.lang);
    }
  };
}
