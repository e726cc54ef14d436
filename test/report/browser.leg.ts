// The page in a real Chromium: by keyboard alone from the total to a clause, with nothing that axe finds serious,
// nothing asked of anybody, in light, dark and print, narrow, and without scripts.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sample } from "../compare/sides.ts";
import { enterLinkTo, opened, pictures, serious, startedBrowser, type PageAt } from "./in-browser.ts";
import { reportOver, textOf } from "./reported.ts";

let folder = "";
let at: PageAt;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "avtal-report-"));
  const months = { from: 2022 * 12, through: 2022 * 12 + 5 };
  const data = await sample({ agreement: "stockholm", episodes: 4000, seed: 3, ...months });
  const file = join(folder, "jamforelse.html");
  writeFileSync(file, textOf(await reportOver(data), "jamforelse.html"));
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
    expect(await page.evaluate("document.activeElement?.tagName")).toBe("H2");
    await enterLinkTo(page, "#rad/0126-");
    expect(await page.textContent("#djup table")).toContain("medeldagar");
    const line = page.url();
    await enterLinkTo(page, "/episoder");
    expect(await page.textContent("#djup table")).toContain("v-");
    expect(await page.textContent("#djup")).toContain("Ett vårdtillfälle har inget eget pris");
    await page.goto(line);
    await page.waitForSelector("#djup li");
    const value = await page.locator("#djup ul li", { hasText: "tidsgräns" }).locator("a").first().getAttribute("href");
    await enterLinkTo(page, value ?? "a value with its clause");
    await page.waitForSelector("#djup blockquote");
    expect((await page.textContent("#djup blockquote"))?.length).toBeGreaterThan(10);
    await page.screenshot({ path: join(pictures, "clause.png") });
  });
  expect(asked).toEqual([]);
});

test.each(["light", "dark"] as const)(
  "axe finds nothing serious in %s, on the page and on a line",
  async (colorScheme) => {
    const asked = await opened(at, { colorScheme }, async (page) => {
      expect(await serious(page)).toEqual([]);
      await page.screenshot({ path: join(pictures, `${colorScheme}.png`), fullPage: true });
      await enterLinkTo(page, "#manad/0126/");
      await enterLinkTo(page, "#rad/0126-");
      expect(await serious(page)).toEqual([]);
      await page.screenshot({ path: join(pictures, `${colorScheme}-line.png`) });
    });
    expect(asked).toEqual([]);
  },
);

test("on a telephone, and at 400 %, nothing but a table scrolls sideways", async () => {
  await opened(at, { viewport: { width: 320, height: 700 } }, async (page) => {
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(320);
    await page.screenshot({ path: join(pictures, "narrow.png") });
  });
});

test("F10: without scripts the sentence, the tables and the wordings are read, and the page says what is missing", async () => {
  const asked = await opened(at, { javaScriptEnabled: false, offline: true }, async (page) => {
    const text = await page.locator("body").innerText();
    expect(text).toContain("B kostar betalarna");
    expect(text).toContain("Utan skript visas inte raderna en och en.");
    expect(text).toContain("Lydelserna sida vid sida");
  });
  expect(asked).toEqual([]);
});

test("it prints: every table, no navigation", async () => {
  await opened(at, {}, async (page) => {
    await page.emulateMedia({ media: "print" });
    await page.screenshot({ path: join(pictures, "print.png"), fullPage: true });
    const pdf = await page.pdf({ format: "A4", printBackground: true });
    writeFileSync(join(pictures, "print.pdf"), pdf);
    expect(pdf.length).toBeGreaterThan(20_000);
  });
});
