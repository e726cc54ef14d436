// What the figures stand on: supplied values, undecided readings, assumptions, checksums, and the command that makes them.

import { meaningHash } from "@avtal/compiler/ir/meaning-hash";
import { unitWord } from "@avtal/compiler/ir/unit-word";
import { preliminaryReadings, type CountedRun } from "@avtal/replay/result-json";
import { amountOfUnit } from "@avtal/replay/shown";
import { count } from "../../numbers.ts";
import type { Lang } from "../../words.ts";
import type { ReportPage } from "../report-page.ts";
import { pageTable } from "../table.ts";
import { element, type Element } from "../tree.ts";

export function basisSection({ comparison, lang, command, behind, shown }: ReportPage): Element {
  const { a, b } = comparison;
  const marginal = {
    sv: `Marginaleffekten är räknad för ${count(behind.marginalLines)} av ${count(shown.length)} fakturarader, de största skillnaderna först.`,
    en: `The marginal effect was counted for ${count(behind.marginalLines)} of ${count(shown.length)} lines, the largest differences first.`,
  }[lang];
  const still = {
    sv: "Gäller om vårdtiderna är oförändrade. Ändrat beteende ingår inte.",
    en: "Holds if the stays are unchanged. Changed behaviour is not included.",
  }[lang];
  return element(
    "section",
    { id: "underlag" },
    element("h2", {}, { sv: "Bygger på", en: "Stands on" }[lang]),
    element("p", {}, still),
    element(
      "ul",
      {},
      [...standsOn(a.run, "A: ", lang), ...standsOn(b.run, "B: ", lang)].map((text) => element("li", {}, text)),
    ),
    element("p", {}, marginal),
    pageTable({
      caption: { sv: "Kontrollsummor (SHA-256)", en: "Checksums (SHA-256)" }[lang],
      columns: [{ head: { sv: "Vad", en: "What" }[lang] }, { head: "SHA-256" }],
      rows: [
        [{ sv: "underlaget", en: "the data" }[lang], element("code", {}, a.run.facts.sha256)],
        ["A", element("code", {}, meaningHash(a.run.program))],
        ["B", element("code", {}, meaningHash(b.run.program))],
      ],
    }),
    element("h3", {}, { sv: "Gör om rapporten", en: "Make the report again" }[lang]),
    element("pre", {}, command),
  );
}

/** `side` stands before each: `A: `, or nothing where there is one run alone. */
export function standsOn(run: CountedRun, side: string, lang: Lang): string[] {
  const { options, program, assumptions } = run;
  const kinds = new Map([...program.values, ...program.measured].map((value) => [value.id, value.kind]));
  const supplied = { sv: "angivet, inte beslutat", en: "supplied, not decided" }[lang];
  const preliminary = { sv: "preliminär tolkning", en: "preliminary reading" }[lang];
  const assumption = { sv: "antagande", en: "assumption" }[lang];
  return [
    ...options.values.map(({ value, from, exact }) => {
      const kind = kinds.get(value);
      const amount = amountOfUnit(exact, kind?.kind === "quantity" ? unitWord(kind.unit) : "tal");
      return `${side}${supplied}: ${value}${from === null ? "" : ` ${from}`} = ${amount}`;
    }),
    ...[...options.events].map(([event, date]) => `${side}${supplied}: ${event} = ${date ?? "–"}`),
    ...[...options.readings].map(([question, reading]) => `${side}${supplied}: ${question} = ${reading}`),
    ...preliminaryReadings(run).map(({ question, reading }) => `${side}${preliminary}: ${question} = ${reading}`),
    ...assumptions.map((text) => `${side}${assumption}: ${text}`),
  ];
}
