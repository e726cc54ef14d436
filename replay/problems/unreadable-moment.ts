import type { Words } from "@avtal/compiler/problem";
import type { MomentFailure } from "@avtal/runtime/moment-text";
import type { CellFault } from "../read/columns/column-builder.ts";
import { shapeOf } from "../read/shape.ts";
import { dateOutOfRange, looksLikeSerialDate } from "./unreadable-date.ts";
import { damagedBySpreadsheet } from "./damaged-by-spreadsheet.ts";
import { noSuchTime } from "./no-such-time.ts";

/** AV9103. A cell that is no moment; other codes where the form is right but the moment cannot be. */
export function unreadableMoment(text: string, reason: MomentFailure): CellFault {
  switch (reason) {
    case "year-out-of-range":
      return dateOutOfRange;
    case "gap":
    case "hour-24":
    case "second-60":
    case "no-such-time":
    case "no-such-date":
      return noSuchTime(reason);
    case "no-time-of-day":
      return unreadable({
        sv: "Jag ser ett datum utan klockslag, men här behövs en tidpunkt.",
        en: "I see a date without a time of day, but a moment is needed here.",
      });
    case "two-digit-year":
      return unreadable({
        sv: "Jag ser ett år med två siffror, och seklet gissar jag inte.",
        en: "I see a year of two digits, and I do not guess the century.",
      });
    case "form": {
      if (looksLikeSerialDate(text)) return damagedBySpreadsheet(text);
      const shape = shapeOf(text, "0000-00-00T00:00:00");
      return unreadable({
        sv: `Jag kan inte läsa en tidpunkt här (${shape.sv}).`,
        en: `I cannot read a moment here (${shape.en}).`,
      });
    }
  }
}

function unreadable(headline: Words): CellFault {
  return {
    code: "AV9103",
    headline,
    advice: {
      sv: "Skriv `2022-03-01T10:15:00`, med `Z` eller `+01:00` efter om tiden inte är svensk.",
      en: "Write `2022-03-01T10:15:00`, followed by `Z` or `+01:00` if the time is not Swedish.",
    },
  };
}
