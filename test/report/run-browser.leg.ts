// The page of one run in a real Chromium: by keyboard alone from the total to a clause, nothing serious for axe, nothing
// asked of anybody, in light, dark and print, narrow, and without scripts.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runReport } from "@avtal/report/run-report";
import { sample } from "../compare/sides.ts";
import { enterLinkTo, opened, pictures, serious, startedBrowser, type PageAt } from "./in-browser.ts";
import { textOf } from "./reported.ts";
import { runRequest } from "./run-reported.ts";

let folder = "";
let at: PageAt;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "avtal-run-report-"));
  const months = { from: 2022 * 12, through: 2022 * 12 + 5 };
  const data = await sample({ agreement: "stockholm", episodes: 4000, seed: 3, ...months });
  const file = join(folder, "korning.html");
  writeFileSync(file, textOf(await runReport(await runRequest(data, null)), "korning.html"));
  at = { browser: await startedBrowser(), address: pathToFileURL(file).href };
});
afterAll(async () => {
  await at.browser.close();
  rmSync(folder, { recursive: true, force: true });
});

test("by keyboard alone from the total to a payer, a month, a line, its episodes and a clause with its words", async () => {
  const asked = await opened(at, {}, async (page) => {
    await enterLinkTo(page, "#betalare-0126");
    expect(page.url()).toContain("#betalare-0126");
    await enterLinkTo(page, "#manad/0126/");
    expect(await page.textContent("#djup h2")).toContain("Huddinge");
    expect(await page.textContent("#djup thead")).toBe("FakturaradRegelBelopp (kr)");
    await enterLinkTo(page, "#rad/0126-");
    expect(await page.textContent("#djup thead")).toBe("StegVärdeSom regeln är skrivenAvsnitt");
    expect(await page.textContent("#djup table")).toContain("medeldagar");
    const line = page.url();
    await enterLinkTo(page, "/episoder");
    expect(await page.textContent("#djup table")).toContain("v-");
    expect(await page.textContent("#djup thead")).toContain("Raden utan det (kr)");
    await page.goto(line);
    await page.waitForSelector("#djup li");
    const value = await page.locator("#djup ul li", { hasText: "tidsgräns" }).locator("a").first().getAttribute("href");
    await enterLinkTo(page, value ?? "a value with its clause");
    await page.waitForSelector("#djup blockquote");
    expect((await page.textContent("#djup blockquote"))?.length).toBeGreaterThan(10);
  });
  expect(asked).toEqual([]);
});

test.each(["light", "dark"] as const)(
  "axe finds nothing serious in %s, on the page and on a line",
  async (colorScheme) => {
    const asked = await opened(at, { colorScheme }, async (page) => {
      expect(await serious(page)).toEqual([]);
      await page.screenshot({ path: join(pictures, `run-${colorScheme}.png`), fullPage: true });
      await enterLinkTo(page, "#manad/0126/");
      await enterLinkTo(page, "#rad/0126-");
      expect(await serious(page)).toEqual([]);
      await page.screenshot({ path: join(pictures, `run-${colorScheme}-line.png`) });
    });
    expect(asked).toEqual([]);
  },
);

test("F10: it is read without scripts, on a telephone nothing but a table scrolls sideways, and it prints", async () => {
  const asked = await opened(at, { javaScriptEnabled: false, offline: true }, async (page) => {
    const text = await page.locator("body").innerText();
    expect(text).toMatch(/\d+ betalare ska betala/);
    expect(text).toContain("Utan skript visas inte raderna en och en.");
  });
  expect(asked).toEqual([]);
  await opened(at, { viewport: { width: 320, height: 700 } }, async (page) => {
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(320);
  });
  await opened(at, {}, async (page) => {
    await page.emulateMedia({ media: "print" });
    const pdf = await page.pdf({ format: "A4", printBackground: true });
    writeFileSync(join(pictures, "run-print.pdf"), pdf);
    expect(pdf.length).toBeGreaterThan(20_000);
  });
});
