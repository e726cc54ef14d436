// The page in a real Chromium: by keyboard alone from the total to a clause, with nothing that axe finds serious,
// nothing asked of anybody, in light, dark and print, narrow, and without scripts.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sample } from "../compare/sides.ts";
import { reportOver, textOf } from "./reported.ts";

const flags =
  "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** Where the screenshots are left for people to look at. */
const pictures = join(import.meta.dirname, "../../.cache/report");

let browser: Browser;
let folder = "";
let address = "";

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  folder = mkdtempSync(join(tmpdir(), "avtal-report-"));
  const months = { from: 2022 * 12, through: 2022 * 12 + 5 };
  const data = await sample({ agreement: "stockholm", episodes: 4000, seed: 3, ...months });
  const file = join(folder, "jamforelse.html");
  writeFileSync(file, textOf(await reportOver(data), "jamforelse.html"));
  address = pathToFileURL(file).href;
  browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: flags.split(" ") });
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A page and everything that it asked for beyond its own file, or complained of. */
async function opened(options: BrowserContextOptions, use: (page: Page) => Promise<void>): Promise<string[]> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 900 }, ...options });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith("file:")) asked.push(request.url().slice(0, 80));
  });
  page.on("console", (message) => asked.push(message.text()));
  page.on("pageerror", (error) => asked.push(error.message));
  await page.goto(address);
  await use(page);
  await context.close();
  return asked;
}

/** Tab until a link to `part` has the focus, and Enter. */
async function enterLinkTo(page: Page, part: string): Promise<void> {
  for (let times = 0; times < 400; times++) {
    await page.keyboard.press("Tab");
    const href = await page.evaluate("document.activeElement?.getAttribute('href') ?? ''");
    if (typeof href === "string" && href.includes(part)) {
      await page.keyboard.press("Enter");
      await page.waitForTimeout(200);
      return;
    }
  }
  throw new Error(`No link to ${part} is reached by keyboard`);
}

async function serious(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found: unknown = await page.evaluate(
    "axe.run().then(({ violations }) => violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)}`))",
  );
  return Array.isArray(found) ? found.map(String) : ["axe said nothing"];
}

test("by keyboard alone from the total to a payer, a month, a line, its episodes and a clause with its words", async () => {
  const asked = await opened({}, async (page) => {
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
    const asked = await opened({ colorScheme }, async (page) => {
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
  await opened({ viewport: { width: 320, height: 700 } }, async (page) => {
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(320);
    await page.screenshot({ path: join(pictures, "narrow.png") });
  });
});

test("F10: without scripts the sentence, the tables and the wordings are read, and the page says what is missing", async () => {
  const asked = await opened({ javaScriptEnabled: false, offline: true }, async (page) => {
    const text = await page.locator("body").innerText();
    expect(text).toContain("B kostar betalarna");
    expect(text).toContain("Utan skript visas inte raderna en och en.");
    expect(text).toContain("Lydelserna sida vid sida");
  });
  expect(asked).toEqual([]);
});

test("it prints: every table, no navigation", async () => {
  await opened({}, async (page) => {
    await page.emulateMedia({ media: "print" });
    await page.screenshot({ path: join(pictures, "print.png"), fullPage: true });
    const pdf = await page.pdf({ format: "A4", printBackground: true });
    writeFileSync(join(pictures, "print.pdf"), pdf);
    expect(pdf.length).toBeGreaterThan(20_000);
  });
});
