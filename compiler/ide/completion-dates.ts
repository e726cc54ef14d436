// Dates that mean something at hand: today, the document's first day, and the days on which its wordings begin.
// Rule: today is handed in.

import { dateText } from "@avtal/runtime/calendar";
import type { Words } from "../problem.ts";
import type { Proposal } from "./answers.ts";
import type { Typing } from "./completion.ts";
import { scopeAt } from "./completion-names.ts";
import { wordingDays } from "./wording-days.ts";

export function datesFor(typing: Typing): readonly Proposal[] {
  const document = scopeAt(typing)?.document;
  const begins = document === undefined ? [] : wordingDays(document);
  const { today } = typing.asked;
  return [
    ...begins.map((day) => dateProposal(day, { sv: "en lydelse börjar", en: "a wording begins" }, 1, typing)),
    dateProposal(today, { sv: "i dag", en: "today" }, 2, typing),
  ];
}

function dateProposal(day: number, detail: Words, rank: number, { replaced }: Typing): Proposal {
  const label = dateText(day);
  return { label, sort: "date", detail, help: undefined, edit: { span: replaced, text: label }, rank };
}
