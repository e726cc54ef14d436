// What the page shows, and the page whole: policy, style, sections in reading order, packed data, script.
// Rule: one file that asks nobody for anything; the policy allows our own style and script by their hashes and no more.

import { sha256 } from "@avtal/compiler/ir/sha256";
import type { Comparison } from "@avtal/replay/compare/comparison";
import type { Columns } from "@avtal/runtime/columns";
import type { EpisodesBehind } from "../drill-down/episodes-data.ts";
import { linesData } from "../drill-down/lines-data.ts";
import type { ShownLine } from "../drill-down/lines.ts";
import type { Reconciliation } from "../reconciliation.ts";
import type { Lang } from "../words.ts";
import { packed } from "./packed.ts";
import { script } from "./script.ts";
import { basisSection } from "./sections/basis.ts";
import { causeSection } from "./sections/cause.ts";
import { changesSection } from "./sections/changes.ts";
import { curveSection, type Curve } from "./sections/curve.ts";
import { daysSection } from "./sections/days.ts";
import { movedSection } from "./sections/moved.ts";
import { payerSections } from "./sections/payers.ts";
import { periodSection } from "./sections/periods.ts";
import { reconciliationSection } from "./sections/reconciled.ts";
import { summarySection, titleOf } from "./sections/summary.ts";
import { style } from "./style.ts";
import { element, print, raw } from "./tree.ts";

export interface ReportPage {
  readonly comparison: Comparison;
  /** The records of either side's run. */
  readonly columns: { readonly a: Columns; readonly b: Columns };
  readonly shown: readonly ShownLine[];
  readonly behind: EpisodesBehind;
  readonly reconciled: Reconciliation;
  readonly lang: Lang;
  /** What to type for the same report. */
  readonly command: string;
  /** Name of the data file. */
  readonly data: string;
  /** Null where no sweep was made. */
  readonly curve: Curve | null;
}

export function reportPage(page: ReportPage): string {
  const { lang } = page;
  const code = script(lang);
  const skip = { sv: "Hoppa till innehållet", en: "Skip to the contents" }[lang];
  const head = element(
    "head",
    {},
    element("meta", { charset: "utf-8" }),
    element("meta", { "http-equiv": "Content-Security-Policy", content: policy(code) }),
    element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    element("meta", { name: "referrer", content: "no-referrer" }),
    element("title", {}, titleOf(page)),
    element("style", {}, raw(style)),
  );
  const body = element(
    "body",
    {},
    element("a", { href: "#innehall", class: "skip" }, skip),
    summarySection(page),
    element(
      "main",
      { id: "innehall" },
      element("section", { id: "djup", hidden: true }),
      element("noscript", {}, element("p", {}, withoutScript[lang])),
      reconciliationSection(page),
      causeSection(page),
      ...payerSections(page),
      periodSection(page),
      daysSection(page),
      ...(page.curve === null ? [] : [curveSection(page.curve, lang)]),
      changesSection(page),
      movedSection(page),
      basisSection(page),
    ),
    packed("rader", linesData(page.shown)),
    packed("episoder", page.behind.data),
    element("script", {}, raw(code)),
  );
  return `<!doctype html>\n${print(element("html", { lang }, head, body))}\n`;
}

function policy(code: string): string {
  const allowed = (text: string): string => `'sha256-${Buffer.from(sha256(text), "hex").toString("base64")}'`;
  return [
    "default-src 'none'",
    `script-src ${allowed(code)}`,
    `style-src ${allowed(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

const withoutScript = {
  sv: "Utan skript visas inte raderna en och en. Alla rader med sina steg står i arbetsboken bredvid.",
  en: "Without scripts the lines are not shown one by one. All lines with their steps stand in the workbook beside.",
};
