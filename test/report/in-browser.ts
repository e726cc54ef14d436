// A page of a report in a real Chromium: what it asks for, what is reached by keyboard, what axe finds.

import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";

const flags =
  "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** Where the screenshots are left for people to look at. */
export const pictures = join(import.meta.dirname, "../../.cache/report");

export function startedBrowser(): Promise<Browser> {
  mkdirSync(pictures, { recursive: true });
  return chromium.launch({ executablePath: "/usr/bin/chromium", args: flags.split(" ") });
}

export interface PageAt {
  readonly browser: Browser;
  readonly address: string;
}

/** Uses the page, and gives everything that it asked for beyond its own file, or complained of. */
export async function opened(
  { browser, address }: PageAt,
  options: BrowserContextOptions,
  use: (page: Page) => Promise<void>,
): Promise<string[]> {
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
export async function enterLinkTo(page: Page, part: string): Promise<void> {
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

export async function serious(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found: unknown = await page.evaluate(
    "axe.run().then(({ violations }) => violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)}`))",
  );
  return Array.isArray(found) ? found.map(String) : ["axe said nothing"];
}
