// The shipped agreements in a real VS Code: opened, read and compared, as an officer does it.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCodeServer, type CodeServer } from "./code-server.ts";
import { copiedFolder, type CopiedFolder } from "./copied-folder.ts";
import {
  again,
  goToLine,
  openFile,
  openWorkbench,
  patience,
  quietly,
  runCommand,
  screenshot,
  type Workbench,
} from "./workbench.ts";

const root = join(import.meta.dirname, "../..");
let server: CodeServer;
let folder: CopiedFolder;
let workbench: Workbench;
let page: Page;

beforeAll(async () => {
  folder = copiedFolder(join(root, "agreements"), "agreements");
  writeFileSync(join(folder.path, "vardtillfallen.csv"), episodes(1));
  writeFileSync(join(folder.path, "many.csv"), episodes(60_000));
  await writeParquet(join(folder.path, "vardtillfallen.csv"), join(folder.path, "vardtillfallen.parquet"));
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
  await quietly(page);
});

test("the tree of wordings opens one beside the one before", async () => {
  await runCommand(page, "Explorer: Focus on Lydelser");
  const tree = page.locator(".tree-explorer-viewlet-tree-view");
  await tree.locator(".monaco-list-row", { hasText: "jönköping" }).first().waitFor();
  await tree.locator(".monaco-list-row", { hasText: "2018-03-01" }).first().click();
  await page.locator(".monaco-diff-editor .line-insert, .monaco-diff-editor .char-insert").first().waitFor();
  await screenshot(page, "wordings");
  await page.locator(".tab.active", { hasText: "2018-03-01" }).waitFor();
});

test("a cost effect that takes long is given up at once when it is cancelled", async () => {
  await askForEffect("many.csv");
  const running = page.locator(".notification-list-item", { hasText: "Räknar kostnadseffekten" });
  await running.waitFor();
  await screenshot(page, "effect-running");
  await running.getByText("Cancel", { exact: true }).click();
  await running.waitFor({ state: "detached" });
  expect(await page.locator("iframe.webview").count()).toBe(0);
});

test("the cost effect of a wording is shown beside the text, with total, payers and a drawing; of CSV and Parquet alike", async () => {
  await askForEffect("vardtillfallen.csv");
  const shown = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
  await shown.locator("h1", { hasText: "Kostnadseffekt" }).waitFor();
  await shown.locator("tfoot", { hasText: "Summa" }).waitFor();
  await shown.locator("svg rect").first().waitFor();
  const ofCsv = await shown.locator(".sentence").textContent();
  expect(ofCsv).toMatch(/^Enligt stockholm betalar kommunerna .* kr mer\./);
  await screenshot(page, "effect");

  await runCommand(page, "View: Close Editor");
  await page.locator("iframe.webview").waitFor({ state: "detached" });
  await askForEffect("vardtillfallen.parquet");
  await shown.locator("tfoot", { hasText: "Summa" }).waitFor();
  expect(await shown.locator(".sentence").textContent()).toBe(ofCsv);
  await screenshot(page, "effect-parquet");
});

test("the walkthrough has five steps", async () => {
  await runCommand(page, "Avtal: Kom igång");
  await page.locator(".getting-started-step").first().waitFor();
  await expect.poll(() => page.locator(".getting-started-step").count(), { timeout: patience }).toBe(5);
  await screenshot(page, "walkthrough");
});

test.each([
  ["Dark Modern", "vs-dark"],
  ["Light Modern", "vs"],
  ["Dark High Contrast", "hc-black"],
  ["Light High Contrast", "hc-light"],
])("the agreement is coloured, and its parts told apart, in %s", async (theme, kind) => {
  await openFile(page, "stockholm/2020-01-01.avtal");
  await goToLine(page, 120, 1);
  await runCommand(page, "Preferences: Color Theme");
  await page.locator(".quick-input-widget input").fill(theme);
  await page.locator(".quick-input-list .monaco-list-row.focused", { hasText: theme }).first().waitFor();
  await page.keyboard.press("Enter");
  await page.locator(`.monaco-workbench.${kind}`).waitFor();
  await expect.poll(coloursShown, { timeout: patience }).toBeGreaterThan(3);
  await screenshot(page, `theme-${kind}`);
});

async function writeParquet(csv: string, path: string): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`copy (select * from read_csv('${csv}', all_varchar = true)) to '${path}' (format parquet)`);
  connection.closeSync();
  instance.closeSync();
}

/** How many colours the words of the text have. */
async function coloursShown(): Promise<number> {
  const words = ".editor-group-container.active .view-line span span";
  const colours = `[...document.querySelectorAll("${words}")].map((word) => getComputedStyle(word).color)`;
  return Number(await page.evaluate(`new Set(${colours}).size`));
}

/** The command with its choices, up to the file. */
async function askForEffect(file: string): Promise<void> {
  await openFile(page, "stockholm/2020-01-01.avtal");
  await runCommand(page, "Avtal: Visa kostnadseffekt");
  for (const choice of ["stockholm", "2020-01-01", "2021-11-01"]) {
    const row = page.locator(".quick-input-list .monaco-list-row", { hasText: choice }).first();
    await row.waitFor();
    await screenshot(page, `effect-choice-${choice}`);
    await row.click();
  }
  const dialog = page.locator(".quick-input-title", { hasText: "Välj vårdtillfällen" });
  await dialog.waitFor();
  const field = page.locator(".quick-input-widget input").first();
  // The dialog writes its own folder in the field a while after it has opened: written again until it is taken.
  await again(async () => {
    await field.fill(join(folder.path, file));
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "hidden", timeout: 3_000 });
  });
}

/** Stays of two to five ready days in Huddinge and Nacka, in March 2022; eight for each time. */
function episodes(times: number): string {
  const head =
    "id,municipality,care_type,admitted_at,admission_notice_at,ready_notice_at,discharged_at,care_contact,sip_needed,sip_summons_date,outpatient_unavailable";
  const rows = Array.from({ length: times }, (_, time) =>
    [2, 3, 4, 5].flatMap((days) =>
      ["0126", "0182"].map((municipality, index) => {
        const discharged = `2022-03-${10 + days - index}T10:00`;
        return `v${time}-${days}${index},${municipality},somatic,2022-03-01T08:00,2022-03-01T09:00,2022-03-10T09:00,${discharged},ja,nej,,nej`;
      }),
    ),
  );
  return `${[head, ...rows.flat()].join("\n")}\n`;
}
