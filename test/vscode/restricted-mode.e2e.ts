// E05, E06: a folder that nobody has said to trust, with settings, scripts and packages that would do harm if they were run.
// The extension works in it as elsewhere, because it runs nothing of it.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCodeServer, type CodeServer } from "./code-server.ts";
import type { CopiedFolder } from "./copied-folder.ts";
import { smallAgreement, smallFolder, smallScenarios } from "./small-folder.ts";
import {
  again,
  goToLine,
  openFile,
  openWorkbench,
  quietly,
  runCommand,
  screenshot,
  type Workbench,
} from "./workbench.ts";

let server: CodeServer;
let folder: CopiedFolder;
let workbench: Workbench;
let page: Page;
let wasRun: string;

beforeAll(async () => {
  folder = smallFolder();
  wasRun = join(folder.path, "was-run");
  layTraps(folder.path);
  const vsix = join(import.meta.dirname, "../../vscode-extension/dist/avtal.vsix");
  server = await startCodeServer({ extensions: [vsix], settings: {}, restricted: true });
  workbench = await openWorkbench(server.address, folder.path);
  page = workbench.page;
});

afterAll(async () => {
  await workbench?.close();
  await server?.stop();
  folder?.remove();
});

test("problems and lenses are there in Restricted Mode", async () => {
  await page.locator(".statusbar-item", { hasText: "Restricted Mode" }).waitFor();
  await openFile(page, smallAgreement);
  await page.locator(".codelens-decoration a", { hasText: "scenarier" }).first().waitFor({ state: "attached" });
  await goToLine(page, 6, 1);
  await page.keyboard.press("End");
  await page.keyboard.insertText(" §");
  await page.locator(".squiggly-error").first().waitFor();
  await screenshot(page, "restricted");
  await runCommand(page, "File: Revert File");
  await quietly(page);
});

// VS Code keeps its own button for tests back until a folder is trusted. Scenarios are data, so the lens runs them.
test("scenarios are run from the lens above a rule, and what came out stands beside the text", async () => {
  await openFile(page, smallAgreement);
  const rule = readFileSync(join(folder.path, smallAgreement), "utf8").split("\n").indexOf("regel snitt") + 1;
  await goToLine(page, rule, 1);
  // Lenses are drawn anew while they are counted, and a press in between is lost.
  await again(async () => {
    await page.locator(".codelens-decoration a", { hasText: "4 scenarier" }).first().click({ timeout: 10_000 });
    const green = page.locator(".codelens-decoration a", { hasText: "3 av 4 scenarier gröna" });
    await green.first().waitFor({ state: "attached", timeout: 20_000 });
  });
  await screenshot(page, "restricted-scenarios");
  await openFile(page, smallScenarios);
  await goToLine(page, 40, 1);
  const message = page.locator(".test-message-inline-content", { hasText: "Tre dagar" });
  await message.or(page.locator(".test-error-content-widget")).first().waitFor();
  await screenshot(page, "restricted-scenario-failed");
});

test("no Swedish letter is marked as a stranger", async () => {
  await openFile(page, smallAgreement);
  await goToLine(page, 1, 1);
  await page.locator(".view-line", { hasText: "överenskommelse" }).first().waitFor();
  expect(await page.locator(".unicode-highlight").count()).toBe(0);
  await openFile(page, smallScenarios);
  await page.locator(".view-line", { hasText: "vårdtillfällen" }).first().waitFor();
  expect(await page.locator(".unicode-highlight").count()).toBe(0);
});

test("nothing of the folder was run, and none of its settings is heard", () => {
  expect(existsSync(wasRun)).toBe(false);
});

/** Whatever a folder could hope that an extension runs; each would leave a file behind. */
function layTraps(path: string): void {
  const leaves = `require("node:fs").writeFileSync(${JSON.stringify(wasRun)}, "")`;
  for (const name of [".vscode", "node_modules/avtal", "node_modules/@avtal/cli"]) {
    mkdirSync(join(path, name), { recursive: true });
  }
  const program = join(path, "program.js");
  writeFileSync(program, `#!/usr/bin/env node\n${leaves}\n`, { mode: 0o755 });
  const keys = [
    "path",
    "server.path",
    "serverPath",
    "executable",
    "command",
    "node",
    "runtime",
    "cli.path",
    "server.args",
  ];
  const settings = Object.fromEntries(keys.map((key) => [`avtal.${key}`, program]));
  writeFileSync(join(path, ".vscode/settings.json"), JSON.stringify({ ...settings, "avtal.language": "sv" }));
  const scripts = { preinstall: "node program.js", postinstall: "node program.js", avtal: "node program.js" };
  writeFileSync(join(path, "package.json"), JSON.stringify({ name: "trap", main: "program.js", scripts }));
  for (const name of ["avtal", "@avtal/cli"]) {
    writeFileSync(join(path, "node_modules", name, "package.json"), JSON.stringify({ name, main: "index.js" }));
    writeFileSync(join(path, "node_modules", name, "index.js"), leaves);
  }
}
