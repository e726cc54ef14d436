// The frame of every page: policy, style, a way past the top, the sections, the packed data, the script.
// Rule: one file that asks nobody for anything; the policy allows our own style and script by their hashes and no more.

import { sha256 } from "@avtal/compiler/ir/sha256";
import type { EpisodesData } from "../drill-down/episodes-data.ts";
import type { LinesData } from "../drill-down/lines-data.ts";
import type { Lang, Sides } from "../words.ts";
import { packed } from "./packed.ts";
import { script } from "./script.ts";
import { style } from "./style.ts";
import { element, print, raw, type Element, type Raw } from "./tree.ts";

export interface Frame {
  readonly lang: Lang;
  readonly sides: Sides;
  readonly title: string;
  /** The sentence with the total, above everything. */
  readonly top: Element;
  readonly sections: readonly Element[];
  readonly data: PageData;
}

/** What the script unpacks when somebody goes down to a line. */
export type PageData = readonly Raw[];

export async function pageData(lines: LinesData, episodes: EpisodesData): Promise<PageData> {
  return Promise.all([packed("rader", lines), packed("episoder", episodes)]);
}

export function framed({ lang, sides, title, top, sections, data }: Frame): string {
  const code = script(lang, sides);
  const skip = { sv: "Hoppa till innehållet", en: "Skip to the contents" }[lang];
  const head = element(
    "head",
    {},
    element("meta", { charset: "utf-8" }),
    element("meta", { "http-equiv": "Content-Security-Policy", content: policy(code) }),
    element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    element("meta", { name: "referrer", content: "no-referrer" }),
    element("title", {}, title),
    element("style", {}, raw(style)),
  );
  const body = element(
    "body",
    {},
    element("a", { href: "#innehall", class: "skip" }, skip),
    top,
    element(
      "main",
      { id: "innehall" },
      element("section", { id: "djup", hidden: true }),
      element("noscript", {}, element("p", {}, withoutScript[lang])),
      ...sections,
    ),
    ...data,
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
