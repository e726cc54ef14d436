// The page of a cost effect is inert to every word on it, lets nothing in, and draws what the table says.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { effectPage, panelOptions, type Compared } from "./effect-page.ts";

const row = (name: string, differenceOre: string) => ({
  name,
  before: "0,00",
  after: "1,00",
  difference: "+1,00",
  differenceOre,
});

const effect: Compared = {
  kind: "compared",
  sentence: 'Enligt <img src=x onerror="alert(1)"> betalar kommunerna mer.',
  before: "a@2020-01-01",
  after: "a@2021-01-01",
  total: row("Summa", "300"),
  payers: [row("</style><script>alert(2)</script>", "400"), row("Nacka & Värmdö", "-100")],
  changes: [{ says: "värde 'gräns' <b>ändrat</b>", difference: "+3,00" }],
  basis: ['"8" vårdtillfällen'],
};

test("E09: what the agreement and the register say is text, whatever signs it has", () => {
  const page = effectPage(effect, { lang: "sv", nonce: "n0nce" });
  expect(page).not.toMatch(/<script|<img|<b>|onerror="/);
  expect(page).toContain("Nacka &#38; Värmdö");
  expect(page.match(/<\/style>/g)).toHaveLength(1);
});

test("E09: nothing is let in but the page's own style sheet", () => {
  const page = effectPage(effect, { lang: "en", nonce: "n0nce" });
  expect(page).toContain("default-src 'none'; style-src 'nonce-n0nce'");
  expect(page).not.toMatch(/https?:|<link|<[^>]*\s(?:src|href|style)=/);
});

test("E09: the panel runs nothing, sends nothing and reaches no file, and there is no other panel", () => {
  expect(panelOptions).toEqual({ enableScripts: false, enableForms: false, localResourceRoots: [] });
  const sources = readdirSync(import.meta.dirname).filter((name) => !name.endsWith(".test.ts"));
  const texts = sources.map((name) => readFileSync(join(import.meta.dirname, name), "utf8"));
  const panels = texts.flatMap((text) => text.match(/\w*Webview\w*\((?:[^()]|\([^()]*\))*\)/g) ?? []);
  expect(panels).toHaveLength(1);
  expect(panels[0]).toMatch(/,\s*panelOptions,?\s*\)$/);
});

test("the longest bar is the largest difference, and less goes to the left", () => {
  const page = effectPage(effect, { lang: "sv", nonce: "n" });
  expect(page).toContain('class="more" x="340" y="4" width="150"');
  expect(page).toContain('class="less" x="303" y="26" width="37"');
});

test("without a difference there is no drawing", () => {
  const same = { ...effect, payers: [row("Nacka", "0")] };
  expect(effectPage(same, { lang: "sv", nonce: "n" })).not.toContain("<svg");
});
