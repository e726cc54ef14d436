// A workspace with two folders, each with an agreement of the same name: whatever the editor shows, it shows for both, and
// keeps them apart.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCodeServer, type CodeServer } from "./code-server.ts";
import type { CopiedFolder } from "./copied-folder.ts";
import { smallAgreement, smallFolder, smallScenarios } from "./small-folder.ts";
import { again, openAddress, patience, runCommand, screenshot, type Workbench } from "./workbench.ts";

const made = mkdtempSync(join(tmpdir(), "avtal-workspace-"));
let server: CodeServer;
let [south, north]: CopiedFolder[] = [];
let workbench: Workbench;
let page: Page;

beforeAll(async () => {
  [south, north] = [smallFolder(), smallFolder()];
  rewrite(join(north.path, smallScenarios), "Fyra dagar", "Fyra dygn i norr");
  rewrite(join(north.path, smallAgreement), "2022-03-01: 1,3 dagar", "2022-03-01: 1,0 dagar");
  const workspace = join(made, "avtal.code-workspace");
  writeFileSync(workspace, JSON.stringify({ folders: [south, north].map(({ path }) => ({ path })) }));
  const vsix = join(import.meta.dirname, "../../vscode-extension/dist/avtal.vsix");
  server = await startCodeServer({ extensions: [vsix], settings: {} });
  workbench = await openAddress(`${server.address}/?workspace=${encodeURIComponent(workspace)}`);
  page = workbench.page;
  await page.locator(".explorer-folders-view .monaco-list-row").nth(1).waitFor();
});

afterAll(async () => {
  await workbench?.close();
  await server?.stop();
  south?.remove();
  north?.remove();
  rmSync(made, { recursive: true, force: true });
});

test("the tree Lydelser has a branch for each folder, with its agreements below", async () => {
  await openNorth();
  await page.locator(".codelens-decoration a", { hasText: "scenarier" }).first().waitFor({ state: "attached" });
  await runCommand(page, "Explorer: Focus on Lydelser");
  await treeRow(nameOf(north)).waitFor();
  await treeRow(nameOf(south)).waitFor();
  await expect
    .poll(() => tree().locator(".monaco-list-row", { hasText: /^prov/ }).count(), { timeout: patience })
    .toBe(2);
  await screenshot(page, "folders-wordings");
});

test("a wording of the second folder opens with the words of the second folder", async () => {
  // With the first folder folded away, all of the second one has room.
  await treeRow(nameOf(south)).click();
  const wordings = tree().locator(".monaco-list-row", { hasText: "2022-03-01" });
  await expect.poll(() => wordings.count(), { timeout: patience }).toBe(1);
  await wordings.click();
  await page.locator(".tab.active", { hasText: "↔ 2022-03-01" }).waitFor();
  await page.locator(".editor.modified .view-line", { hasText: "1,0 dagar" }).first().waitFor();
  await screenshot(page, "folders-wording");
});

test("the Test Explorer has both folders, and each scenario is run with its own folder's agreement", async () => {
  await runCommand(page, "Testing: Focus on Test Explorer View");
  await testRow(nameOf(south)).waitFor();
  await testRow(nameOf(north)).waitFor();
  await runCommand(page, "Test: Run All Tests");
  await page.locator(".test-explorer .codicon-testing-failed-icon").first().waitFor();
  const closed = page.locator(".test-explorer .monaco-tl-twistie.collapsed");
  for (let levels = 0; levels < 12 && (await closed.count()) > 0; levels++) await closed.first().click();
  await testRow("Fyra dygn i norr").locator(".codicon-testing-failed-icon").waitFor({ timeout: patience });
  await testRow("Fyra dagar").locator(".codicon-testing-passed-icon").waitFor({ timeout: patience });
  await screenshot(page, "folders-tests");
});

test("while the tests are watched, those of the folder that changed are run again, and no others", async () => {
  if (north === undefined) throw new Error("There is no second folder.");
  await runCommand(page, "Test: Start Continuous Run");
  const watching = page.locator(".codicon-testing-turn-continuous-run-off").first();
  const choice = page.locator(".quick-input-list .monaco-list-row", { hasText: "Kör" }).first();
  await watching.or(choice).first().waitFor();
  if (await choice.isVisible()) {
    await choice.click();
    await page.keyboard.press("Enter");
  }
  await watching.waitFor();
  rewrite(join(north.path, smallAgreement), "2022-03-01: 1,0 dagar", "2022-03-01: 1,3 dagar");
  await testRow("Fyra dygn i norr").locator(".codicon-testing-passed-icon").waitFor({ timeout: patience });
  await screenshot(page, "folders-tests-watched");
  // One of the four expects of the first wording what it does not give.
  await page.getByText("3/4", { exact: true }).first().waitFor({ timeout: patience });
  await runCommand(page, "Test: Stop Continuous Run");
});

test("the lenses of a file of the second folder are those of its own agreement", async () => {
  await openNorth();
  const lens = page.locator(".codelens-decoration a", { hasText: /\d av 4 scenarier gröna/ });
  await lens.first().waitFor({ state: "attached" });
  await screenshot(page, "folders-lenses");
});

test("the cost effect can be asked of the agreement of either folder", async () => {
  await runCommand(page, "Avtal: Visa kostnadseffekt");
  const choices = page.locator(".quick-input-list .monaco-list-row");
  await choices
    .filter({ hasText: nameOf(south) })
    .first()
    .waitFor();
  await choices
    .filter({ hasText: nameOf(north) })
    .first()
    .waitFor();
  await screenshot(page, "folders-effect");
  await page.keyboard.press("Escape");
});

async function openNorth(): Promise<void> {
  await again(async () => {
    await page.keyboard.press("Control+p");
    await page.locator(".quick-input-widget input").fill("2020-01-01.avtal");
    await page
      .locator(".quick-input-list .monaco-list-row", { hasText: nameOf(north) })
      .first()
      .click({ timeout: 10_000 });
    await page.locator(".tab.active", { hasText: "2020-01-01.avtal" }).waitFor({ timeout: 10_000 });
  });
}

function tree(): Locator {
  return page.locator(".tree-explorer-viewlet-tree-view");
}

function treeRow(words: string): Locator {
  return tree().locator(".monaco-list-row", { hasText: words }).first();
}

function testRow(words: string): Locator {
  return page.locator(".test-explorer .monaco-list-row", { hasText: words }).first();
}

function nameOf(folder: CopiedFolder | undefined): string {
  return basename(folder?.path ?? "");
}

function rewrite(path: string, words: string, by: string): void {
  const text = readFileSync(path, "utf8");
  if (!text.includes(words)) throw new Error(`No line says ${words}.`);
  writeFileSync(path, text.replaceAll(words, by));
}
