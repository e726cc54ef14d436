// The top of the page of a run: who pays how much in one sentence, in which mode, over which data.

import { preliminaryReadings } from "@avtal/replay/result-json";
import { monthText } from "@avtal/runtime/calendar";
import { count, kronor } from "../../numbers.ts";
import { element, type Element } from "../../page/tree.ts";
import type { RunPage } from "../run-page.ts";

export function runTitle({ run: { program, options }, lang }: Pick<RunPage, "run" | "lang">): string {
  const day = options.wording === null ? "" : `@${options.wording}`;
  return `${{ sv: "Körning", en: "Run" }[lang]}: ${program.main}${day}`;
}

export function runSummarySection(page: RunPage): Element {
  const { run, lang, data } = page;
  const preliminary = preliminaryReadings(run).length;
  return element(
    "header",
    { id: "total" },
    element("h1", {}, runTitle(page)),
    element("p", { class: "says" }, runSentence(page)),
    element("p", {}, modeOf(page)),
    ...(preliminary === 0 ? [] : [element("p", {}, standsOnReadings(preliminary)[lang])]),
    element("p", { class: "soft" }, `${{ sv: "Underlag", en: "Data" }[lang]}: ${data}`),
  );
}

/** Who pays, and how much. */
export function runSentence({
  run,
  divided: { total, payers },
  lang,
}: Pick<RunPage, "run" | "divided" | "lang">): string {
  const paying = payers.filter(({ lines }) => lines > 0).length;
  const months = run.discharged;
  const span = months === undefined ? "" : `${monthText(months.first)} – ${monthText(months.last)}`;
  const when = span === "" ? { sv: "", en: "" } : { sv: ` för utskrivna ${span}`, en: ` for discharges ${span}` };
  const isAsked = run.options.wording !== null;
  if (paying === 0) {
    const none = isAsked
      ? { sv: "Ingen skulle betala något", en: "Nobody would pay anything" }
      : { sv: "Ingen ska betala något", en: "Nobody pays anything" };
    return `${none[lang]}${when[lang]}.`;
  }
  const sv = `${count(paying)} betalare ${isAsked ? "skulle" : "ska"} betala ${kronor(total)}\u00a0kr${when.sv}.`;
  const verb = isAsked ? "would pay" : paying === 1 ? "pays" : "pay";
  const en = `${count(paying)} ${paying === 1 ? "payer" : "payers"} ${verb} ${kronor(total)}\u00a0kr${when.en}.`;
  return { sv, en }[lang];
}

export function modeOf({ run: { options, program }, lang }: Pick<RunPage, "run" | "lang">): string {
  const { wording } = options;
  if (wording === null) {
    const sv = `Gällande: varje vårdtillfälle efter sina egna datum, enligt ${program.main}.`;
    return { sv, en: `In force: each care episode by its own dates, by ${program.main}.` }[lang];
  }
  return {
    sv: `Kontrafaktisk: allt i ${program.main} som det löd ${wording}, för alla vårdtillfällen.`,
    en: `Counterfactual: all of ${program.main} as worded on ${wording}, for every care episode.`,
  }[lang];
}

function standsOnReadings(number: number): { readonly sv: string; readonly en: string } {
  return number === 1
    ? { sv: "Bygger på en preliminär tolkning; se nedan.", en: "Stands on one preliminary reading; see below." }
    : {
        sv: `Bygger på ${count(number)} preliminära tolkningar; se nedan.`,
        en: `Stands on ${count(number)} preliminary readings; see below.`,
      };
}
