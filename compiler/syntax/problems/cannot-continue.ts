// AV1001. Something stands where the sentence cannot go on with it.

import type { IRecognitionException } from "@avtal/grammar/parser";
import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import { spanOf, spanOfToken, type Reading } from "../reading.ts";

export function cannotContinue(reading: Reading, error: IRecognitionException): Problem {
  const found = error.token;
  return problem({
    code: "AV1001",
    span: Number.isNaN(found.startOffset)
      ? spanOf(reading, reading.text.length, reading.text.length)
      : spanOfToken(reading, found),
    headline: { sv: `Jag kan inte läsa vidare vid \`${found.image}\`.`, en: `I cannot read on at \`${found.image}\`.` },
    cause: { sv: error.message, en: error.message },
    advice: { sv: "Pröva att skriva om raden.", en: "Try to write the line in another way." },
  });
}
