import type { Words } from "@avtal/compiler/problem";
import type { MomentFailure } from "@avtal/runtime/moment-text";
import type { CellFault } from "../read/columns/column-builder.ts";

type ImpossibleTime = Extract<MomentFailure, "gap" | "hour-24" | "second-60" | "no-such-time" | "no-such-date">;

/** AV9104. A moment in the right form that no clock or calendar ever showed. */
export function noSuchTime(reason: ImpossibleTime): CellFault {
  return { code: "AV9104", headline: headlines[reason], advice: advices[reason] };
}

const headlines: Readonly<Record<ImpossibleTime, Words>> = {
  gap: {
    sv: "Den tiden fanns inte: klockan ställdes fram från 02.00 till 03.00 den dagen.",
    en: "That time did not exist: the clock went from 02:00 to 03:00 that day.",
  },
  "hour-24": {
    sv: "Klockslaget är 24.00. Det kan vara dagens slut eller nästa dags början.",
    en: "The time of day is 24:00. That can be the end of the day or the start of the next.",
  },
  "second-60": {
    sv: "Klockslaget har sekund 60, som svensk tid inte räknar med.",
    en: "The time of day has second 60, which Swedish time does not count.",
  },
  "no-such-time": {
    sv: "Klockslaget eller avståndet till UTC finns inte.",
    en: "The time of day or the offset from UTC does not exist.",
  },
  "no-such-date": { sv: "Det datumet finns inte i kalendern.", en: "That date is not in the calendar." },
};

const again: Words = {
  sv: "Hämta tidpunkten på nytt ur källsystemet.",
  en: "Fetch the moment again from its source system.",
};

const advices: Readonly<Record<ImpossibleTime, Words>> = {
  gap: {
    sv: "Hämta tidpunkten på nytt, gärna med `Z` eller `+02:00`, så att ingen timme går förlorad.",
    en: "Fetch the moment again, best with `Z` or `+02:00`, so that no hour is lost.",
  },
  "hour-24": {
    sv: "Skriv 00:00 på nästa dag, eller 23:59:59, så som källsystemet menar.",
    en: "Write 00:00 of the next day, or 23:59:59, as the source system means it.",
  },
  "second-60": again,
  "no-such-time": again,
  "no-such-date": again,
};
