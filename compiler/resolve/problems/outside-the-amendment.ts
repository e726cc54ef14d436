// AV2020. A date in an amendment lies outside the days for which the amendment speaks.

import { dateText } from "@avtal/runtime/calendar";
import type { Problem, Words } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";
import type { Day, Days } from "../document.ts";

/** `day` is the first day on which what stands at `span` would change something. */
export function outsideTheAmendment(span: Span, day: Day, { from, until }: Days): Problem {
  const early = from !== undefined && day < from;
  return problem({
    code: "AV2020",
    span,
    headline: early ? tooEarly(day, from) : tooLate(day, until),
    cause: {
      sv: "Utanför ändringens egen tid gäller den text som var beslutad utan den.",
      en: "Outside the amendment's own time the text applies that was decided without it.",
    },
    advice: {
      sv: "Flytta datumet, eller ändringens första eller sista dag, efter vad beslutet säger.",
      en: "Move the date, or the amendment's first or last day, as the decision says.",
    },
  });
}

function tooEarly(day: Day, from: Day): Words {
  return {
    sv: `Detta börjar ${dateText(day)}, men ändringen gäller först från och med ${dateText(from)}.`,
    en: `This begins on ${dateText(day)}, but the amendment applies only from ${dateText(from)} on.`,
  };
}

function tooLate(day: Day, until: Day | undefined): Words {
  const last = until === undefined ? "" : dateText(until - 1);
  return {
    sv: `Detta börjar ${dateText(day)}, men ändringen gäller bara till och med ${last}.`,
    en: `This begins on ${dateText(day)}, but the amendment applies only to and including ${last}.`,
  };
}
