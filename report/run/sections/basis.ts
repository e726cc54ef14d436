// What the figures of a run stand on: supplied values, undecided readings, assumptions, checksums, and the command.

import { meaningHash } from "@avtal/compiler/ir/meaning-hash";
import { count } from "../../numbers.ts";
import { standsOn } from "../../page/sections/basis.ts";
import { pageTable } from "../../page/table.ts";
import { element, type Element } from "../../page/tree.ts";
import type { RunPage } from "../run-page.ts";

export function runBasisSection({ run, lang, command, behind, shown }: RunPage): Element {
  const words = standsOn(run, "", lang);
  const marginal = {
    sv: `Marginaleffekten är räknad för ${count(behind.marginalLines)} av ${count(shown.length)} rader, de största först.`,
    en: `The marginal effect was counted for ${count(behind.marginalLines)} of ${count(shown.length)} lines, the largest first.`,
  }[lang];
  return element(
    "section",
    { id: "underlag" },
    element("h2", {}, { sv: "Bygger på", en: "Stands on" }[lang]),
    words.length === 0
      ? element("p", {}, { sv: "Bara beslutade tolkningar.", en: "Decided readings alone." }[lang])
      : element(
          "ul",
          {},
          words.map((text) => element("li", {}, text)),
        ),
    element("p", {}, marginal),
    pageTable({
      caption: { sv: "Kontrollsummor (SHA-256)", en: "Checksums (SHA-256)" }[lang],
      columns: [{ head: { sv: "Vad", en: "What" }[lang] }, { head: "SHA-256" }],
      rows: [
        [{ sv: "underlaget", en: "the data" }[lang], element("code", {}, run.facts.sha256)],
        [
          { sv: "överenskommelsens betydelse", en: "the agreement's meaning" }[lang],
          element("code", {}, meaningHash(run.program)),
        ],
      ],
    }),
    element("h3", {}, { sv: "Gör om rapporten", en: "Make the report again" }[lang]),
    element("pre", {}, command),
  );
}
