import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inFolder } from "../test/harness/data-file.ts";
import { readWorkspace, type WorkspaceRead } from "./read-workspace.ts";

function readFiles(files: Readonly<Record<string, string | Buffer>>): Promise<WorkspaceRead> {
  return inFolder((folder) => {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(join(folder, path, ".."), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return readWorkspace({ folder, sources: undefined });
  });
}

const faults = (read: WorkspaceRead): string[] => read.problems.map((one) => `${one.file} ${one.code}`);

test("documents, registers, sources and the lock are read once, in one order", async () => {
  const { workspace, problems } = await readFiles({
    "b/2.avtal": "två",
    "a/1.avtal": "ett",
    "a/r.yaml": "- kod: x",
    "sources/text.txt": "källa",
    "node_modules/x/3.avtal": "nej",
    ".git/4.avtal": "nej",
    "avtal.lock": "lås",
  });
  expect(problems).toEqual([]);
  expect(workspace.files).toEqual([
    { path: "a/1.avtal", text: "ett" },
    { path: "b/2.avtal", text: "två" },
  ]);
  expect([...workspace.registers]).toEqual([["a/r.yaml", "- kod: x"]]);
  expect(workspace.sources).toEqual(new Map([["text.txt", "källa"]]));
  expect(workspace.lock).toBe("lås");
});

test("without a folder of sources quotes go unchecked, and the reading says so", async () => {
  const { workspace, sourcesFrom } = await readFiles({ "1.avtal": "" });
  expect([workspace.sources, sourcesFrom]).toEqual([undefined, undefined]);
});

describe("A02: bytes that are no plain UTF-8", () => {
  test.each([
    ["Latin-1", Buffer.from("språk sv", "latin1"), "Byte 3 (E5) är inte UTF-8."],
    ["a lone surrogate", Buffer.from([0x61, 0xed, 0xa0, 0x80]), "Byte 1 (ED) är inte UTF-8."],
    ["NUL", Buffer.from("språk\0sv"), "Byte 6 är NUL, som ingen text har."],
    ["UTF-16", Buffer.from("\ufeffspråk sv", "utf16le"), "Byte 0 säger att filen är UTF-16."],
  ])("%s is refused with its byte", async (_, bytes, words) => {
    const read = await readFiles({ "1.avtal": bytes });
    expect(faults(read)).toEqual(["1.avtal AV9301"]);
    expect(read.problems[0]?.headline.sv).toBe(words);
  });
});

test("A03: byte order mark and line breaks reach the compiler as they are", async () => {
  const { workspace } = await readFiles({ "1.avtal": "\ufeffspråk sv\r\n" });
  expect(workspace.files[0]?.text).toBe("\ufeffspråk sv\r\n");
});

test("A07: a file of five megabytes is refused unread", async () => {
  expect(faults(await readFiles({ "1.avtal": "x".repeat(5_000_000) }))).toEqual(["1.avtal AV9304"]);
});

test("A24: what is compiled is what was read, whatever happens to the file afterwards", async () => {
  await inFolder((folder) => {
    const path = join(folder, "1.avtal");
    writeFileSync(path, "före");
    const { workspace } = readWorkspace({ folder, sources: undefined });
    writeFileSync(path, "efter");
    expect(workspace.files[0]?.text).toBe("före");
  });
});

test("A22: a link out of the folder is refused, one inside is passed over", async () => {
  await inFolder(async (outside) => {
    writeFileSync(join(outside, "hemlig.avtal"), "hemligt");
    await inFolder((folder) => {
      writeFileSync(join(folder, "1.avtal"), "ett");
      symlinkSync(join(outside, "hemlig.avtal"), join(folder, "2.avtal"));
      symlinkSync(outside, join(folder, "mapp"));
      symlinkSync(join(folder, "1.avtal"), join(folder, "3.avtal"));
      symlinkSync(join(folder, "runt"), join(folder, "runt"));
      const read = readWorkspace({ folder, sources: undefined });
      expect(faults(read)).toEqual(["2.avtal AV9302", "mapp AV9302", "runt AV9302"]);
      expect(read.workspace.files.map((file) => file.path)).toEqual(["1.avtal"]);
    });
  });
});

test("a folder without agreements, or none at all, is said", async () => {
  expect((await readFiles({ "1.txt": "" })).problems[0]?.code).toBe("AV9303");
  expect(readWorkspace({ folder: "/finns/inte", sources: undefined }).problems[0]?.code).toBe("AV9001");
});
