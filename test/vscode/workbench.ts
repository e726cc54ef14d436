// What a person does in VS Code, by keyboard where there is a key for it, and what the person sees.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser, type Locator, type Page } from "playwright-core";

const shots = join(import.meta.dirname, "../../.cache/screenshots");
const flags =
  "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

/** Milliseconds that a state is waited for: long, because only a machine that is stuck should fail. */
export const patience = 90_000;

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
  page.setDefaultTimeout(patience);
  await page.goto(address);
  await page.locator(".monaco-workbench").waitFor();
  return { page, close: () => browser.close() };
}

/** Kept as an artefact of the run; hovers and messages fade in, and half of that is not what a person reads. */
export async function screenshot(page: Page, name: string): Promise<void> {
  mkdirSync(shots, { recursive: true });
  await page.waitForTimeout(250);
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

/** The command of exactly that title where there is one, else the first that holds the words. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press("F1");
  await page.locator(".quick-input-widget input").fill(`>${title}`);
  const rows = page.locator(".quick-input-list .monaco-list-row", { hasText: title });
  await rows.first().waitFor();
  const exact = rows.filter({ has: page.locator(".label-name", { hasText: new RegExp(`^${escaped(title)}$`) }) });
  await ((await exact.count()) > 0 ? exact.first() : rows.first()).click();
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
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

/** Until the status bar says that the cursor is there: a field that is still opening may drop what is typed. */
export async function goToLine(page: Page, line: number, column: number): Promise<void> {
  await again(async () => {
    await page.keyboard.press("Control+g");
    await page.locator(".quick-input-widget input").fill(`:${line}:${column}`);
    await page.keyboard.press("Enter");
    await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
    await page
      .locator(".statusbar-item", { hasText: `Ln ${line}, Col` })
      .first()
      .waitFor({ timeout: 3_000 });
  });
}

/** The hover at the cursor, shown anew until it says the words: it does not change while it is open. */
export async function hoverSaying(page: Page, words: string): Promise<void> {
  await again(async () => {
    await page.keyboard.press("Escape");
    await runCommand(page, "Show or Focus Hover");
    await page.locator(".monaco-hover:not(.hidden)", { hasText: words }).first().waitFor({ timeout: 3_000 });
  });
}

/** The first repair at the cursor: a list takes keys only once one of its rows has the focus. */
export async function repairHere(page: Page, shown: () => Promise<void>): Promise<void> {
  const widget = page.locator(".action-widget");
  await again(async () => {
    await page.keyboard.press("Control+.");
    await widget.locator(".monaco-list-row.action.focused").first().waitFor({ timeout: 5_000 });
  });
  await shown();
  await page.keyboard.press("Enter");
  await widget.waitFor({ state: "hidden" });
}

/** A deed that a busy workbench can miss is done again, until what it should lead to is seen. */
export async function again(deed: () => Promise<void>): Promise<void> {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await deed();
    } catch (missed) {
      if (Date.now() > end) throw missed;
    }
  }
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
