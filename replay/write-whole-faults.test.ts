// Every call that writes fails once: nothing is left behind, what was there stays, and it is said.

import * as fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import fsDefault from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inFolder } from "../test/harness/data-file.ts";
import { writeWhole, type FileToWrite } from "./write-whole.ts";

const files: readonly FileToWrite[] = [
  { name: "a.txt", contents: "å\n" },
  { name: "betalare/0126.csv", contents: "b" },
];
const manifest = (): FileToWrite => ({ name: "manifest.json", contents: "{}" });
const calls = ["mkdirSync", "openSync", "writeSync", "fsyncSync", "closeSync", "renameSync"] as const;

/** Lets the call fail at its `nth` time; gives whether it came so far. */
function failing(call: (typeof calls)[number], nth: number, code: string, work: () => void): boolean {
  const real = fsDefault[call];
  let times = 0;
  const broken = (...given: readonly unknown[]): unknown => {
    times += 1;
    if (times === nth) throw Object.assign(new Error(code), { code });
    return Reflect.apply(real, fsDefault, given);
  };
  try {
    Object.assign(fsDefault, { [call]: broken });
    syncBuiltinESMExports();
    work();
  } finally {
    Object.assign(fsDefault, { [call]: real });
    syncBuiltinESMExports();
  }
  return times >= nth;
}

describe.each(calls)("G02, G03: %s fails", (call) => {
  test.each(["ENOSPC", "EIO", "EMFILE"])("with %s, each time that it is called", async (code) => {
    await inFolder((folder) => {
      const old = join(folder, "förra");
      expect(writeWhole(old, files, manifest)).toBeUndefined();
      let nth = 1;
      for (; nth < 100; nth++) {
        let said: string | undefined;
        const wasCalled = failing(call, nth, code, () => {
          said = writeWhole(join(folder, "ut"), files, manifest)?.headline.en;
        });
        if (!wasCalled) break;
        expect(said).toContain(code);
        expect(fs.readdirSync(folder)).toEqual(["förra"]);
      }
      expect(nth).toBeGreaterThan(1);
      expect(fs.readdirSync(join(folder, "ut")).sort()).toEqual(["a.txt", "betalare", "manifest.json"]);
      expect(fs.readFileSync(join(old, "a.txt"), "utf8")).toBe("å\n");
    });
  });
});

test("G04: the folder is made beside its place, so that it is never moved across disks", async () => {
  await inFolder((folder) => {
    const from: string[] = [];
    const real = fsDefault.renameSync;
    try {
      fsDefault.renameSync = (old, to) => {
        from.push(join(String(old), ".."));
        real(old, to);
      };
      syncBuiltinESMExports();
      expect(writeWhole(join(folder, "ut"), files, manifest)).toBeUndefined();
    } finally {
      fsDefault.renameSync = real;
      syncBuiltinESMExports();
    }
    expect(from).toEqual([folder]);
  });
});

test("an empty folder that was there is there again when its disk gives up at the last moment", async () => {
  await inFolder((folder) => {
    fs.mkdirSync(join(folder, "ut"));
    // Three files, the folder inside, the new folder, and sixth the one above.
    failing("fsyncSync", 6, "EIO", () => expect(writeWhole(join(folder, "ut"), files, manifest)?.code).toBe("AV9210"));
    expect(fs.readdirSync(folder)).toEqual(["ut"]);
    expect(fs.readdirSync(join(folder, "ut"))).toEqual([]);
  });
});
