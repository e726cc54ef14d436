// AV2037. A payer's successor is not in the register on the day it takes over.

import { dateText } from "@avtal/runtime/calendar";
import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";
import type { Day } from "../document.ts";

export interface MissingSuccessor {
  readonly successor: string;
  readonly until: Day;
  /** True where the register has the code, only not on that day. */
  readonly exists: boolean;
}

export function unknownSuccessor(span: Span, { successor, until, exists }: MissingSuccessor): Problem {
  const day = dateText(until);
  return problem({
    code: "AV2037",
    span,
    headline: exists
      ? {
          sv: `Efterträdaren \`${successor}\` finns inte ${day}.`,
          en: `The successor \`${successor}\` does not exist on ${day}.`,
        }
      : { sv: `Registret har ingen betalare \`${successor}\`.`, en: `The register has no payer \`${successor}\`.` },
    cause: {
      sv: "Den som tar över betalningsansvaret måste finnas den dagen, annars vet ingen vem som ska betala.",
      en: "Whoever takes over the liability must exist that day. Else nobody knows who is to pay.",
    },
    advice: {
      sv: "Rätta koden i `efterträdare`, eller lägg till betalaren med ett `från` som inte är senare.",
      en: "Correct the code in `efterträdare`, or add the payer with a `från` that is no later.",
    },
  });
}
