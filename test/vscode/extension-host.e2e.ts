// What needs the API of VS Code, asked inside a real extension host, with the extension taken from its built folder.

import { build } from "esbuild";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCodeServer, type CodeServer } from "./code-server.ts";
import type { CopiedFolder } from "./copied-folder.ts";
import { smallFolder } from "./small-folder.ts";
import { openAddress, type Workbench } from "./workbench.ts";

const extension = join(import.meta.dirname, "../../vscode-extension/dist/extension");
const made = mkdtempSync(join(tmpdir(), "avtal-host-"));
let server: CodeServer;
let folder: CopiedFolder;
let workbench: Workbench;
let answers: Record<string, unknown>;

beforeAll(async () => {
  const [tests, written] = [join(made, "host-tests.js"), join(made, "answers.json")];
  await build({
    entryPoints: [join(import.meta.dirname, "host-tests.ts")],
    outfile: tests,
    bundle: true,
    platform: "node",
    format: "cjs",
    external: ["vscode"],
    logLevel: "warning",
  });
  folder = smallFolder();
  server = await startCodeServer({ extensions: [], settings: {}, environment: { AVTAL_HOST_ANSWERS: written } });
  const remote = server.address.replace(/^http:/, "vscode-remote:");
  const payload = JSON.stringify([
    ["extensionDevelopmentPath", `${remote}${extension}`],
    ["extensionTestsPath", `${remote}${tests}`],
  ]);
  const query = `?folder=${encodeURIComponent(folder.path)}&payload=${encodeURIComponent(payload)}`;
  workbench = await openAddress(`${server.address}/${query}`);
  for (let tries = 0; tries < 400 && !existsSync(written); tries++) await new Promise((go) => setTimeout(go, 500));
  answers = JSON.parse(readFileSync(written, "utf8"));
});

afterAll(async () => {
  await workbench?.close();
  await server?.stop();
  folder?.remove();
  rmSync(made, { recursive: true, force: true });
});

test("the agreement has no problem, and its outline names its statements", () => {
  expect(answers["problems"]).toEqual([]);
  expect(JSON.stringify(answers["symbols"])).toContain("snitt");
});

test("a quote leads to the source text", () => {
  expect(answers["definition"]).toEqual(["sources/prov.txt"]);
});

test("a name with Swedish letters and hyphens is renamed wherever it stands", () => {
  expect(answers["references"]).toBe(3);
  expect(answers["rename"]).toEqual([["2020-01-01.avtal", 3]]);
});

test("what is completed after an `ö` begins with the step that the letter begins", () => {
  expect(answers["completion"]).toContain("överskott");
});

test("a problem right behind signs that take two units is exactly that sign", () => {
  expect(answers["beyond the BMP"]).toBe("§");
});

test("a formatted agreement is left as it is", () => {
  expect(answers["formatted"]).toBe(0);
});

test("every command of the manifest is there once an agreement is open", () => {
  const { contributes } = JSON.parse(readFileSync(join(extension, "package.json"), "utf8"));
  const promised: string[] = contributes.commands.map(({ command }: { command: string }) => command);
  expect(promised.filter((command) => !(answers["commands"] as string[]).includes(command))).toEqual([]);
});

test("the lenses count scenarios and questions, and are not given twice", () => {
  const titles = answers["lenses"] as string[];
  expect(titles).toContain("4 scenarier");
  expect(titles.filter((title) => title === "Visa kostnadseffekt")).toHaveLength(3);
});
