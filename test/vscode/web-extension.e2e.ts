// The same `.vsix` where there is no Node: VS Code runs it in a web worker, as vscode.dev does.

import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCodeServer, type CodeServer } from "./code-server.ts";
import type { CopiedFolder } from "./copied-folder.ts";
import { smallAgreement, smallFolder } from "./small-folder.ts";
import {
  goToLine,
  openFile,
  openWorkbench,
  patience,
  quietly,
  runCommand,
  screenshot,
  type Workbench,
} from "./workbench.ts";

let server: CodeServer;
let folder: CopiedFolder;
let workbench: Workbench;
let page: Page;

beforeAll(async () => {
  folder = smallFolder();
  const vsix = join(import.meta.dirname, "../../vscode-extension/dist/avtal.vsix");
  const settings = { "remote.extensionKind": { "avtal.avtal": ["web"] } };
  server = await startCodeServer({ extensions: [vsix], settings });
  workbench = await openWorkbench(server.address, folder.path);
  page = workbench.page;
});

afterAll(async () => {
  await workbench?.close();
  await server?.stop();
  folder?.remove();
});

test("lenses, problems and scenarios are there without Node", async () => {
  await openFile(page, smallAgreement);
  await page.locator(".codelens-decoration a", { hasText: "scenarier" }).first().waitFor({ state: "attached" });
  await goToLine(page, 6, 1);
  await page.keyboard.press("End");
  await page.keyboard.insertText(" §");
  await page.locator(".squiggly-error").first().waitFor();
  await screenshot(page, "web-problem");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  await quietly(page);
  await runCommand(page, "Testing: Focus on Test Explorer View");
  await runCommand(page, "Test: Run All Tests");
  await page.locator(".test-explorer .codicon-testing-failed-icon").first().waitFor();
  await screenshot(page, "web-scenarios");
  await expect.poll(() => page.locator(".squiggly-error").count(), { timeout: patience }).toBe(0);
});

test("it did run in a web worker", async () => {
  await runCommand(page, "Developer: Show Running Extensions");
  const row = page.locator(".extension", { hasText: "Avtal" }).first();
  await row.waitFor();
  await screenshot(page, "web-running");
  await expect.poll(() => page.workers().length, { timeout: patience }).toBeGreaterThan(1);
});
