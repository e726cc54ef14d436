import type { Problem } from "@avtal/compiler/problem";
import type { Said } from "../read/plain.ts";
import { scenarioProblem } from "../scenario-problem.ts";

/** AV8003. `first`: the key where it stands first, perhaps in the other language. */
export function keyTwice(second: Said, first: Said): Problem {
  return scenarioProblem({
    code: "AV8003",
    span: second.span,
    headline: {
      sv:
        first.text === second.text
          ? `\`${second.text}\` står två gånger.`
          : `\`${second.text}\` och \`${first.text}\` är samma sak.`,
      en:
        first.text === second.text
          ? `\`${second.text}\` stands twice.`
          : `\`${second.text}\` and \`${first.text}\` are the same thing.`,
    },
    cause: {
      sv: "Jag väljer inte mellan två uppgifter om samma sak.",
      en: "I do not choose between two statements about the same thing.",
    },
    advice: { sv: "Behåll en av dem.", en: "Keep one of them." },
    related: [{ span: first.span, says: { sv: "Den står först här:", en: "It stands here first:" } }],
  });
}
