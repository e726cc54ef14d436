// What every page of a report must pass in a real Chromium, whatever it reports: a page made and opened from disk, the
// walk by keyboard from the total to a clause, axe in light and dark, a telephone's width, and print.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sample } from "../compare/sides.ts";
import { enterLinkTo, opened, pictures, serious, startedBrowser, type PageAt } from "./in-browser.ts";

export interface PageUnderTest {
  readonly name: string;
  /** The page over so many episodes. */
  readonly write: (data: Awaited<ReturnType<typeof sample>>) => Promise<string>;
}

/** The page over half a year of Stockholm, written and opened before the tests of a file and gone after them. */
export function pageOnDisk(page: PageUnderTest): () => PageAt {
  let folder = "";
  let at: PageAt | undefined;
  const made = (): PageAt => at ?? expect.fail("The page is opened before the tests begin.");
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "avtal-report-"));
    const months = { from: 2022 * 12, through: 2022 * 12 + 5 };
    const data = await sample({ agreement: "stockholm", episodes: 4000, seed: 3, ...months });
    const file = join(folder, page.name);
    writeFileSync(file, await page.write(data));
    at = { browser: await startedBrowser(), address: pathToFileURL(file).href };
  });
  afterAll(async () => {
    await at?.browser.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return made;
}

/** What a page shows at some stops of the walk. */
export interface Stops {
  readonly month: (page: Page) => Promise<void>;
  readonly line: (page: Page) => Promise<void>;
  readonly episodes: (page: Page) => Promise<void>;
}

export function testWalkToAClause(at: () => PageAt, picture: string, stops: Stops): void {
  test("by keyboard alone from the total to a payer, a month, a line, its episodes and a clause with its words", async () => {
    const asked = await opened(at(), {}, async (page) => {
      await enterLinkTo(page, "#betalare-0126");
      expect(page.url()).toContain("#betalare-0126");
      await enterLinkTo(page, "#manad/0126/");
      expect(await page.textContent("#djup h2")).toContain("Huddinge");
      await stops.month(page);
      await enterLinkTo(page, "#rad/0126-");
      expect(await page.textContent("#djup table")).toContain("medeldagar");
      await stops.line(page);
      const line = page.url();
      await enterLinkTo(page, "/episoder");
      expect(await page.textContent("#djup table")).toContain("v-");
      await stops.episodes(page);
      await page.goto(line);
      await page.waitForSelector("#djup li");
      const limit = page.locator("#djup ul li", { hasText: "tidsgräns" }).locator("a").first();
      await enterLinkTo(page, (await limit.getAttribute("href")) ?? "a value with its clause");
      await page.waitForSelector("#djup blockquote");
      expect((await page.textContent("#djup blockquote"))?.length).toBeGreaterThan(10);
      await page.screenshot({ path: join(pictures, `${picture}clause.png`) });
    });
    expect(asked).toEqual([]);
  });
}

export function testAxe(at: () => PageAt, picture: string): void {
  test.each(["light", "dark"] as const)(
    "axe finds nothing serious in %s, on the page and on a line",
    async (colorScheme) => {
      const asked = await opened(at(), { colorScheme }, async (page) => {
        expect(await serious(page)).toEqual([]);
        await page.screenshot({ path: join(pictures, `${picture}${colorScheme}.png`), fullPage: true });
        await enterLinkTo(page, "#manad/0126/");
        await enterLinkTo(page, "#rad/0126-");
        expect(await serious(page)).toEqual([]);
        await page.screenshot({ path: join(pictures, `${picture}${colorScheme}-line.png`) });
      });
      expect(asked).toEqual([]);
    },
  );
}

export function testTelephone(at: () => PageAt, picture: string): void {
  test("on a telephone, and at 400 %, nothing but a table scrolls sideways", async () => {
    await opened(at(), { viewport: { width: 320, height: 700 } }, async (page) => {
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(320);
      await page.screenshot({ path: join(pictures, `${picture}narrow.png`) });
    });
  });
}

export function testPrint(at: () => PageAt, picture: string): void {
  test("it prints: every table, no navigation", async () => {
    await opened(at(), {}, async (page) => {
      await page.emulateMedia({ media: "print" });
      await page.screenshot({ path: join(pictures, `${picture}print.png`), fullPage: true });
      const pdf = await page.pdf({ format: "A4", printBackground: true });
      writeFileSync(join(pictures, `${picture}print.pdf`), pdf);
      expect(pdf.length).toBeGreaterThan(20_000);
    });
  });
}

export function testWithoutScripts(at: () => PageAt, says: readonly RegExp[]): void {
  test("F10: without scripts the sentence and the tables are read, and the page says what is missing", async () => {
    const asked = await opened(at(), { javaScriptEnabled: false, offline: true }, async (page) => {
      const text = await page.locator("body").innerText();
      for (const words of [...says, /Utan skript visas inte raderna en och en\./]) expect(text).toMatch(words);
    });
    expect(asked).toEqual([]);
  });
}
