// A folder without agreements in a real VS Code: a draft that was never saved is checked, and when the first agreements come
// into the folder, everything of theirs is there.

import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, test } from "vitest";
import { startCodeServer, type CodeServer } from "./code-server.ts";
import type { CopiedFolder } from "./copied-folder.ts";
import { smallAgreement, smallFolder } from "./small-folder.ts";
import { again, openAddress, openFile, quietly, runCommand, screenshot, type Workbench } from "./workbench.ts";

const folder = mkdtempSync(join(tmpdir(), "avtal-empty-"));
let agreements: CopiedFolder;
let server: CodeServer;
let workbench: Workbench;
let page: Page;

beforeAll(async () => {
  agreements = smallFolder();
  const vsix = join(import.meta.dirname, "../../vscode-extension/dist/avtal.vsix");
  server = await startCodeServer({ extensions: [vsix], settings: {} });
  workbench = await openAddress(`${server.address}/?folder=${encodeURIComponent(folder)}`);
  page = workbench.page;
});

afterAll(async () => {
  await workbench?.close();
  await server?.stop();
  agreements?.remove();
  rmSync(folder, { recursive: true, force: true });
});

test("a draft without a name is checked while it is typed", async () => {
  await runCommand(page, "File: New Untitled Text File");
  await page.locator(".tab.active", { hasText: "Untitled-1" }).waitFor();
  await again(async () => {
    await runCommand(page, "Change Language Mode");
    await page.locator(".quick-input-widget input").fill("Avtal");
    await page.locator(".quick-input-list .monaco-list-row.focused", { hasText: "Avtal" }).first().waitFor();
    await page.keyboard.press("Enter");
    await page
      .locator(".statusbar-item", { hasText: /^Avtal$/ })
      .first()
      .waitFor({ timeout: 5_000 });
  });
  await page.locator(".editor-group-container.active .view-lines").first().click();
  await page.keyboard.insertText('språk sv\n\nordlista ny "Ny"   §\n');
  await page.locator(".squiggly-error").first().waitFor();
  await screenshot(page, "untitled");
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText('språk sv\n\nordlista ny "Ny"\n');
  await quietly(page);
});

test("the first agreements of a folder have their lenses and scenarios at once", async () => {
  cpSync(agreements.path, folder, { recursive: true });
  await again(async () => {
    await openFile(page, smallAgreement);
    await page
      .locator(".codelens-decoration a", { hasText: "scenarier" })
      .first()
      .waitFor({ state: "attached", timeout: 20_000 });
  });
  await screenshot(page, "first-agreement");
});
