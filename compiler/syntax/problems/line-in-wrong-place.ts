// AV1039. A line that the statement above it cannot have.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";
import { shown } from "../shown.ts";

export function lineInWrongPlace(span: Span, word: string): Problem {
  return problem({
    code: "AV1039",
    span,
    headline: {
      sv: `Raden \`${shown(word)}\` hör inte hit.`,
      en: `The line \`${shown(word)}\` does not belong here.`,
    },
    cause: {
      sv: "Det som står ovanför har inga sådana rader, eller är redan avslutat.",
      en: "What stands above it has no such lines, or has already ended.",
    },
    advice: {
      sv: "Flytta raden till den regel, det villkor eller den fråga som den hör till.",
      en: "Move the line to the rule, the condition or the question that it belongs to.",
    },
  });
}
