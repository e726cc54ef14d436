import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inFolder } from "../test/harness/data-file.ts";
import { lockFor } from "./folder-lock.ts";
import { writeWhole, type FileToWrite } from "./write-whole.ts";

const manifest = (): FileToWrite => ({ name: "manifest.json", contents: "{}" });
const write = (folder: string): string | undefined => writeWhole(join(folder, "ut"), [], manifest)?.code;

test("G06: while one run writes to a folder another is refused there (AV9216), and is not when it has ended", async () => {
  await inFolder((folder) => {
    const locking = lockFor(join(folder, "ut"));
    expect(readFileSync(join(folder, ".lock.ut"), "utf8")).toMatch(new RegExp(`^${process.pid} \\d*$`));
    expect(write(folder)).toBe("AV9216");
    expect(existsSync(join(folder, "ut"))).toBe(false);
    if (locking.kind === "locked") locking.release();
    expect(write(folder)).toBeUndefined();
    expect(readdirSync(folder)).toEqual(["ut"]);
  });
});

test("G06: the lock of a process that is gone, or of another one of its number, or half a lock, holds nothing", async () => {
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  for (const left of [`${pid} 12345`, `${process.pid} 1`, ""]) {
    await inFolder((folder) => {
      writeFileSync(join(folder, ".lock.ut"), left);
      expect(write(folder)).toBeUndefined();
      expect(readdirSync(folder)).toEqual(["ut"]);
    });
  }
});

test("G05: there is no journal to be torn, because a run is written whole: half a folder is never taken for one", async () => {
  await inFolder((folder) => {
    const failing = writeWhole(join(folder, "ut"), [{ name: "a.txt", contents: "a" }], () => {
      throw Object.assign(new Error("stopped"), { code: "EIO" });
    });
    expect(failing?.code).toBe("AV9210");
    expect(readdirSync(folder)).toEqual([]);
  });
});
