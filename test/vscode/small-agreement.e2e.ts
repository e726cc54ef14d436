// A small agreement in a real VS Code: ten mistakes repaired, words completed, sources opened, a measure renamed, scenarios
// run and accepted. Keyboard alone wherever there is a key.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCodeServer, type CodeServer } from "./code-server.ts";
import type { CopiedFolder } from "./copied-folder.ts";
import { mistakes, withMistake } from "./mistakes.ts";
import { smallAgreement, smallFolder, smallScenarios } from "./small-folder.ts";
import {
  again,
  chooseFromMenu,
  goToLine,
  hoverSaying,
  openFile,
  openWorkbench,
  patience,
  quietly,
  repairHere,
  runCommand,
  save,
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
  server = await startCodeServer({ extensions: [vsix], settings: {} });
  workbench = await openWorkbench(server.address, folder.path);
  page = workbench.page;
  await openFile(page, smallAgreement);
  await page.locator(".codelens-decoration a", { hasText: "scenarier" }).first().waitFor({ state: "attached" });
});

afterAll(async () => {
  await workbench?.close();
  await server?.stop();
  folder?.remove();
});

const onDisk = (path: string): string => readFileSync(join(folder.path, path), "utf8");

test.each(mistakes)("$code: the mistake is underlined, and its repair gives the line back", async (mistake) => {
  await runCommand(page, "File: Revert File");
  const before = onDisk(smallAgreement);
  const { line, column, typed } = withMistake(before, mistake);
  await goToLine(page, line, 1);
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+End");
  await page.keyboard.insertText(typed.trimStart());
  await page.keyboard.press("Escape");
  await page.locator(".squiggly-error, .squiggly-warning").first().waitFor();
  await goToLine(page, line, column);
  await hoverSaying(page, mistake.code);
  await screenshot(page, `mistake-${mistake.code}`);
  await page.keyboard.press("Escape");
  await repairHere(page, () => screenshot(page, `repair-${mistake.code}`));
  await quietly(page);
  await save(page);
  expect(onDisk(smallAgreement)).toBe(before);
});

test("a name is completed after an `ö`, with its kind beside it", async () => {
  const { line } = lineOf("belopp     =");
  await goToLine(page, line, 1);
  await page.keyboard.press("End");
  await page.keyboard.insertText(" * ö");
  await page.keyboard.press("Control+Space");
  await page.locator(".suggest-widget.visible .monaco-list-row", { hasText: "överskott" }).first().waitFor();
  await screenshot(page, "completion");
  await page.keyboard.press("Escape");
  for (let sign = 0; sign < 4; sign++) await page.keyboard.press("Backspace");
  await quietly(page);
});

test("signature help names the part that is being written", async () => {
  await runCommand(page, "File: Revert File");
  const { line } = lineOf("belopp     =");
  await goToLine(page, line, 1);
  await page.keyboard.press("End");
  await page.keyboard.insertText(" * minsta av (1; ");
  await again(async () => {
    await page.keyboard.press("Escape");
    await runCommand(page, "Trigger Parameter Hints");
    await page.locator(".parameter-hints-widget.visible .parameter.active").first().waitFor({ timeout: 3_000 });
  });
  await screenshot(page, "signature-help");
  await page.keyboard.press("Escape");
  await runCommand(page, "File: Revert File");
  await quietly(page);
});

test("hovering a value shows its rows and the words that it cites", async () => {
  const { line, column } = lineOf("minsta av (gräns");
  await goToLine(page, line, column + "minsta av (g".length);
  await hoverSaying(page, "1,3 dagar");
  await screenshot(page, "hover");
  await page.keyboard.press("Escape");
});

test("the readings that nobody has decided are counted in the status bar and listed, and one leads to its question", async () => {
  await page
    .locator(".statusbar-item", { hasText: /\d+ preliminär/ })
    .first()
    .waitFor();
  await runCommand(page, "Avtal: Visa preliminära tolkningar");
  const reading = page.locator(".quick-input-list .monaco-list-row", { hasText: "vilken-gräns" }).first();
  await reading.waitFor();
  await screenshot(page, "preliminary");
  await reading.click();
  await page
    .locator(".statusbar-item", { hasText: `Ln ${lastLineOf("tolkningsfråga vilken-gräns")},` })
    .first()
    .waitFor();
});

test("a quote leads to its words in the source text", async () => {
  const { line, column } = lineOf("från dagen efter underrättelsen");
  await goToLine(page, line, column + 3);
  await page.keyboard.press("F12");
  await page.locator(".tab.active", { hasText: "prov.txt" }).waitFor();
  await screenshot(page, "source-words");
  await page
    .locator(".statusbar-item", { hasText: /Ln 12|Rad 12|Ln 11/ })
    .first()
    .waitFor();
  await page.keyboard.press("Control+F4");
  await openFile(page, smallAgreement);
});

test("the lens with the clause leads to its words in the source text", async () => {
  await goToLine(page, lineOf("regel snitt").line, 1);
  await again(async () => {
    const lens = page.locator(".codelens-decoration a", { hasText: "Källa: 2.2" }).locator("visible=true");
    await lens.first().click({ timeout: 10_000 });
    await page.locator(".tab.active", { hasText: "prov.txt" }).waitFor({ timeout: 10_000 });
  });
  await screenshot(page, "lens-source");
  await page.keyboard.press("Control+F4");
  await openFile(page, smallAgreement);
});

test("renaming a measured value takes the scenarios along", async () => {
  const { line, column } = lineOf("mätvärde länssnitt");
  await goToLine(page, line, column + "mätvärde l".length);
  await page.keyboard.press("F2");
  await page.locator(".rename-box input").fill("länets-genomsnitt-för-utskrivningsklara");
  await screenshot(page, "rename-before");
  await page.keyboard.press("Enter");
  await page.locator(".view-line", { hasText: "mätvärde länets-genomsnitt-för-utskrivningsklara" }).first().waitFor();
  await runCommand(page, "File: Save All");
  await expect
    .poll(() => onDisk(smallScenarios), { timeout: patience })
    .toContain("länets-genomsnitt-för-utskrivningsklara: 1,5");
  expect(onDisk(smallScenarios)).not.toContain("länssnitt:");
  expect(onDisk(smallAgreement)).toContain("kod county_mean");
  await quietly(page);
  await openFile(page, smallScenarios);
  await screenshot(page, "rename-after");
  await openFile(page, smallAgreement);
});

test("the Test Explorer runs the scenarios and shows the one that nobody has reviewed", async () => {
  await runCommand(page, "Testing: Focus on Test Explorer View");
  await row("prov").waitFor();
  await runCommand(page, "Test: Run All Tests");
  await icons("failed").first().waitFor();
  await expandAll();
  await screenshot(page, "tests-run");
  await expect.poll(() => icons("passed").count(), { timeout: patience }).toBeGreaterThan(1);
});

test("an amount is explained step by step, and a step leads to its line", async () => {
  await chooseFromMenu(page, row("Fyra dagar"), "Varför detta belopp");
  await page.locator(".quick-input-list .monaco-list-row", { hasText: "25 110,00 kr" }).first().click();
  const step = page.locator(".quick-input-list .monaco-list-row", { hasText: "överskott" }).first();
  await step.waitFor();
  await screenshot(page, "trace");
  await step.click();
  await page.locator(".tab.active", { hasText: "2020-01-01.avtal" }).waitFor();
  await page
    .locator(".statusbar-item", { hasText: `Ln ${lineOf("överskott  =").line},` })
    .first()
    .waitFor();
});

test("a scenario leads to its clause in the agreement", async () => {
  await openFile(page, smallScenarios);
  await runCommand(page, "Testing: Focus on Test Explorer View");
  await chooseFromMenu(page, row("Fyra dagar"), "Gå till punkten");
  await page.locator(".tab.active", { hasText: "2020-01-01.avtal" }).waitFor();
  await screenshot(page, "clause");
});

test("an outcome is accepted with a reason, and the scenario is green afterwards", async () => {
  await chooseFromMenu(page, row("Tre dagar"), "Godta utfallet");
  await page.locator(".quick-input-widget input").fill("granskat i mötet");
  await page.keyboard.press("Enter");
  const outcomes = smallScenarios.replace(".yaml", ".utfall");
  // The message goes away by itself after a while, so it is looked for first.
  await page.locator(".notification-list-item", { hasText: "1 utfall godtaget" }).waitFor();
  await expect.poll(() => existsSync(join(folder.path, outcomes)), { timeout: patience }).toBe(true);
  expect(onDisk(outcomes)).toContain("Tre dagar i den nya lydelsen · 2020-01-01");
  expect(onDisk(outcomes)).toContain("· granskat i mötet");
  await runCommand(page, "Test: Run All Tests");
  await icons("failed").first().waitFor({ state: "detached" });
  await openFile(page, smallAgreement);
  await page.locator(".codelens-decoration a", { hasText: "scenarier gröna" }).first().waitFor({ state: "attached" });
  await goToLine(page, lineOf("regel snitt").line, 1);
  await screenshot(page, "tests-green");
});

test("while the tests are watched, a changed limit turns them red, and taking it back green", async () => {
  await runCommand(page, "Testing: Focus on Test Explorer View");
  await runCommand(page, "Test: Start Continuous Run");
  const watching = page.locator(".codicon-testing-turn-continuous-run-off").first();
  const choice = page.locator(".quick-input-list .monaco-list-row", { hasText: "Kör" }).first();
  await watching.or(choice).first().waitFor();
  await screenshot(page, "tests-watch-choice");
  if (await choice.isVisible()) {
    await choice.click();
    await page.keyboard.press("Enter");
  }
  await watching.waitFor();
  await openFile(page, smallAgreement);
  const before = onDisk(smallAgreement);
  await overwrite("2022-03-01: 1,3 dagar", "2022-03-01: 1,0 dagar");
  await save(page);
  await runCommand(page, "Testing: Focus on Test Explorer View");
  await icons("failed").first().waitFor();
  await screenshot(page, "tests-watched");
  await openFile(page, smallAgreement);
  await overwrite("2022-03-01: 1,0 dagar", "2022-03-01: 1,3 dagar");
  await save(page);
  expect(onDisk(smallAgreement)).toBe(before);
  await runCommand(page, "Testing: Focus on Test Explorer View");
  await icons("failed").first().waitFor({ state: "detached" });
  await icons("passed").first().waitFor();
  await runCommand(page, "Test: Stop Continuous Run");
});

test("a run with coverage marks the statements that cite a clause", async () => {
  await runCommand(page, "Test: Run All Tests with Coverage");
  await page.locator(".test-coverage-list-item, .test-coverage-tree").first().waitFor();
  await openFile(page, smallAgreement);
  await page.locator(".coverage-deco-gutter").first().waitFor();
  await screenshot(page, "coverage");
  await page.locator(".coverage-deco-gutter.coverage-deco-hit").first().waitFor();
});

test("everything that is shown follows the language that is chosen", async () => {
  await runCommand(page, "Change language");
  await page.locator(".quick-input-list .monaco-list-row", { hasText: "English" }).first().click();
  await goToLine(page, lineOf("regel snitt").line, 1);
  await page.locator(".codelens-decoration a", { hasText: "Show cost effect" }).first().waitFor({ state: "attached" });
  const { line, typed } = withMistake(
    onDisk(smallAgreement),
    mistakes[0] ?? { code: "", right: "", wrong: "", at: "" },
  );
  await goToLine(page, line, 1);
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+End");
  await page.keyboard.insertText(typed.trimStart());
  await page.keyboard.press("Escape");
  await page.locator(".squiggly-error").first().waitFor();
  await runCommand(page, "View: Focus Problems");
  await page.locator(".markers-panel .monaco-list-row", { hasText: "Write" }).first().waitFor();
  const swedish = page.locator(".codelens-decoration a", { hasText: /Visa kostnadseffekt|Källa:/ });
  await expect.poll(() => swedish.count(), { timeout: patience }).toBe(0);
  await screenshot(page, "english");
});

test("a language server that is killed comes back and finds the next mistake, five times; then it is given up in words", async () => {
  await openFile(page, smallAgreement);
  await runCommand(page, "File: Revert File");
  await quietly(page);
  for (let times = 0; times < 5; times++) {
    expect(server.kill("server.js")).toBe(1);
    await goToLine(page, 1, 1);
    await page.keyboard.press("End");
    await page.keyboard.insertText(" §");
    await page.locator(".squiggly-error").first().waitFor();
    await runCommand(page, "File: Revert File");
    await quietly(page);
  }
  const before = onDisk(smallAgreement);
  expect(server.kill("server.js")).toBe(1);
  await page.locator(".notification-list-item", { hasText: "six times in ten minutes" }).waitFor();
  await screenshot(page, "server-given-up");
  expect(onDisk(smallAgreement)).toBe(before);
});

/** Writes the line anew in which some words stand. */
async function overwrite(words: string, by: string): Promise<void> {
  const { line } = lineOf(words);
  const whole = (onDisk(smallAgreement).split("\n")[line - 1] ?? "").replace(words, by);
  await goToLine(page, line, 1);
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+End");
  await page.keyboard.insertText(whole.trimStart());
  await page.keyboard.press("Escape");
}

/** A row of the Test Explorer. */
function row(words: string): Locator {
  return page.locator(".test-explorer .monaco-list-row", { hasText: words }).first();
}

function icons(state: "passed" | "failed"): Locator {
  return page.locator(`.test-explorer .codicon-testing-${state}-icon`);
}

async function expandAll(): Promise<void> {
  const closed = page.locator(".test-explorer .monaco-tl-twistie.collapsed");
  for (let levels = 0; levels < 10 && (await closed.count()) > 0; levels++) await closed.first().click();
}

/** The line and column of some words in the file as it is saved, from 1. */
function lineOf(words: string): { readonly line: number; readonly column: number } {
  const lines = onDisk(smallAgreement).split("\n");
  const at = lines.findIndex((line) => line.includes(words));
  if (at < 0) throw new Error(`No line says ${words}.`);
  return { line: at + 1, column: (lines[at] ?? "").indexOf(words) + 1 };
}

/** The last line that says so, from 1. */
function lastLineOf(words: string): number {
  return (
    onDisk(smallAgreement)
      .split("\n")
      .findLastIndex((line) => line.includes(words)) + 1
  );
}
