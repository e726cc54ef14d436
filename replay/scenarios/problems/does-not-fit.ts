import type { Problem, Words } from "@avtal/compiler/problem";
import type { Span } from "@avtal/compiler/source";
import { scenarioProblem } from "../scenario-problem.ts";

/** AV8113. `stop`: a stopped run has nothing else. `no-day`: the wording is not asked, so it decides nothing. */
export function doesNotFit(span: Span, why: "stop" | "nothing-left"): Problem {
  const said: Readonly<
    Record<typeof why, { readonly headline: Words; readonly cause: Words; readonly advice: Words }>
  > = {
    stop: {
      headline: {
        sv: "En körning som stoppas har inga rader, steg eller oavgjorda.",
        en: "A run that stops has no lines, steps or undecided episodes.",
      },
      cause: {
        sv: "Den slutar innan något räknas ut.",
        en: "It ends before anything is worked out.",
      },
      advice: {
        sv: "Behåll `stoppat` ensamt, eller ange värdet under `värden`.",
        en: "Keep `stopped` alone, or give the value below `values`.",
      },
    },
    "nothing-left": {
      headline: {
        sv: "Alla lydelser har redan en egen förväntan.",
        en: "Every wording has an expectation of its own already.",
      },
      cause: {
        sv: "`övriga lydelser` är de som inte nämns för sig, och det finns inga sådana.",
        en: "`other wordings` are those not mentioned by themselves, and there are none.",
      },
      advice: { sv: "Ta bort raden.", en: "Remove the line." },
    },
  };
  return scenarioProblem({ code: "AV8113", span, ...said[why] });
}
