// What a person does in VS Code, by keyboard where there is a key for it, and what the person sees.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser, type Locator, type Page } from "playwright-core";

const shots = join(import.meta.dirname, "../../.cache/screenshots");
const flags =
  "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

export interface Workbench {
  readonly page: Page;
  readonly close: () => Promise<void>;
}

export async function openWorkbench(address: string, folder: string): Promise<Workbench> {
  const workbench = await openAddress(`${address}/?folder=${encodeURIComponent(folder)}`);
  await workbench.page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
  return workbench;
}

export async function openAddress(address: string): Promise<Workbench> {
  const browser: Browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: flags.split(" ") });
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  page.setDefaultTimeout(45_000);
  await page.goto(address);
  await page.locator(".monaco-workbench").waitFor();
  return { page, close: () => browser.close() };
}

/** Kept as an artefact of the run. */
export async function screenshot(page: Page, name: string): Promise<void> {
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`) });
}

/** Opens a file of the folder by its path, through *Go to File*. */
export async function openFile(page: Page, path: string): Promise<void> {
  const [name = "", folder = ""] = path.split("/").reverse();
  await page.keyboard.press("Control+p");
  await page.locator(".quick-input-widget input").fill(path);
  await page
    .locator(".quick-input-list .monaco-list-row", { hasText: name })
    .filter({ hasText: folder })
    .first()
    .click();
  await page.locator(".editor-group-container.active .tab.active", { hasText: name }).waitFor();
  await page.locator(".editor-group-container.active .view-lines .view-line").first().waitFor();
}

export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press("F1");
  await page.locator(".quick-input-widget input").fill(`>${title}`);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().click();
}

/**
 * Chooses from the menu of the right mouse button. A menu drops clicks in its first tenth of a second, lest the click
 * that opened it also chooses; a fast machine is quicker than that, so the click is made until the menu has closed.
 */
export async function chooseFromMenu(page: Page, target: Locator, title: string): Promise<void> {
  await target.click({ button: "right" });
  const item = page.locator(".monaco-menu .action-item", { hasText: title }).first();
  await item.waitFor();
  for (;;) {
    await page.waitForTimeout(200);
    await item.click();
    const closed = await item.waitFor({ state: "detached", timeout: 1_500 }).then(
      () => true,
      () => false,
    );
    if (closed) return;
  }
}

export async function goToLine(page: Page, line: number, column: number): Promise<void> {
  await page.keyboard.press("Control+g");
  await page.locator(".quick-input-widget input").fill(`:${line}:${column}`);
  await page.keyboard.press("Enter");
  await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
}

/** The text of the active editor, by way of the file on the disk: saved first. */
export async function save(page: Page): Promise<void> {
  await page.keyboard.press("Control+s");
  await page.locator(".tab.active.dirty").waitFor({ state: "detached" });
}

/** Until nothing is underlined any more. */
export async function quietly(page: Page): Promise<void> {
  await page.locator(".squiggly-error, .squiggly-warning").first().waitFor({ state: "detached" });
}
