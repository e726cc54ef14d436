// The shipped agreements in a real VS Code: opened, read and compared, as an officer does it.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCodeServer, type CodeServer } from "./code-server.ts";
import { copiedFolder, type CopiedFolder } from "./copied-folder.ts";
import { goToLine, openFile, openWorkbench, runCommand, screenshot, type Workbench } from "./workbench.ts";

const root = join(import.meta.dirname, "../..");
let server: CodeServer;
let folder: CopiedFolder;
let workbench: Workbench;
let page: Page;

beforeAll(async () => {
  folder = copiedFolder(join(root, "agreements"), "agreements");
  writeFileSync(join(folder.path, "vardtillfallen.csv"), episodes());
  server = await startCodeServer({ extensions: [join(root, "vscode-extension/dist/avtal.vsix")], settings: {} });
  workbench = await openWorkbench(server.address, folder.path);
  page = workbench.page;
});

afterAll(async () => {
  await workbench?.close();
  await server?.stop();
  folder?.remove();
});

test("an agreement opens coloured, with its lenses and without a problem", async () => {
  await openFile(page, "stockholm/2020-01-01.avtal");
  await page.locator(".codelens-decoration a", { hasText: "scenarier" }).first().waitFor({ state: "attached" });
  await goToLine(page, 120, 1);
  await page
    .locator(".codelens-decoration a", { hasText: "Visa kostnadseffekt" })
    .locator("visible=true")
    .first()
    .waitFor();
  await screenshot(page, "opened");
  await runCommand(page, "View: Focus Problems");
  await page.locator(".markers-panel", { hasText: "No problems" }).waitFor();
  await screenshot(page, "no-problem");
  expect(await page.locator(".squiggly-error, .squiggly-warning").count()).toBe(0);
});

test("the tree of wordings opens one beside the one before", async () => {
  await runCommand(page, "Explorer: Focus on Lydelser");
  const tree = page.locator(".tree-explorer-viewlet-tree-view");
  await tree.locator(".monaco-list-row", { hasText: "jönköping" }).first().waitFor();
  await tree.locator(".monaco-list-row", { hasText: "2018-03-01" }).first().click();
  await page.locator(".monaco-diff-editor .line-insert, .monaco-diff-editor .char-insert").first().waitFor();
  await screenshot(page, "wordings");
  expect(await page.locator(".tab.active", { hasText: "2018-03-01" }).count()).toBe(1);
});

test("the cost effect of a wording is shown beside the text, with total, payers and a drawing", async () => {
  await openFile(page, "stockholm/2020-01-01.avtal");
  await runCommand(page, "Avtal: Visa kostnadseffekt");
  for (const choice of ["stockholm", "2020-01-01", "2021-11-01"]) {
    const row = page.locator(".quick-input-list .monaco-list-row", { hasText: choice }).first();
    await row.waitFor();
    await screenshot(page, `effect-choice-${choice}`);
    await row.click();
  }
  await page.locator(".quick-input-title", { hasText: "Välj vårdtillfällen" }).waitFor();
  await fillPath(join(folder.path, "vardtillfallen.csv"));
  await screenshot(page, "effect-file");
  await page.keyboard.press("Enter");
  const shown = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
  await shown.locator("h1", { hasText: "Kostnadseffekt" }).waitFor({ timeout: 60_000 });
  await shown.locator("tfoot", { hasText: "Summa" }).waitFor();
  expect(await shown.locator("svg rect").count()).toBeGreaterThan(0);
  expect(await shown.locator(".sentence").textContent()).toMatch(/^Enligt stockholm betalar kommunerna .* kr mer\./);
  await screenshot(page, "effect");
});

test("the walkthrough has five steps, and the agreement is coloured in a dark theme too", async () => {
  await runCommand(page, "Avtal: Kom igång");
  await page.locator(".getting-started-step").first().waitFor();
  await screenshot(page, "walkthrough");
  expect(await page.locator(".getting-started-step").count()).toBe(5);
  await runCommand(page, "Preferences: Toggle between Light/Dark Themes");
  await openFile(page, "stockholm/2020-01-01.avtal");
  await screenshot(page, "dark");
});

/** The dialog of files writes its own folder in the field a while after it has opened: written again until it stays. */
async function fillPath(path: string): Promise<void> {
  const field = page.locator(".quick-input-widget input").first();
  for (let tries = 0; tries < 10; tries++) {
    await field.fill(path);
    await page.waitForTimeout(1500);
    if ((await field.inputValue()) === path) return;
  }
  throw new Error("The dialog of files did not keep the path.");
}

/** Stays of two to five ready days in Huddinge and Nacka, in March 2022. */
function episodes(): string {
  const head =
    "id,municipality,care_type,admitted_at,admission_notice_at,ready_notice_at,discharged_at,care_contact,sip_needed,sip_summons_date,outpatient_unavailable";
  const rows = [2, 3, 4, 5].flatMap((days) =>
    ["0126", "0182"].map((municipality, index) => {
      const discharged = `2022-03-${10 + days - index}T10:00`;
      return `v${days}${index},${municipality},somatic,2022-03-01T08:00,2022-03-01T09:00,2022-03-10T09:00,${discharged},ja,nej,,nej`;
    }),
  );
  return `${[head, ...rows].join("\n")}\n`;
}
