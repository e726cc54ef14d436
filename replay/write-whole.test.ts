import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inFolder } from "../test/harness/data-file.ts";
import { writeWhole, type FileToWrite, type WrittenFile } from "./write-whole.ts";

const files: readonly FileToWrite[] = [
  { name: "a.txt", contents: "å\n" },
  { name: "b.txt", contents: "" },
];
const manifest = (written: readonly WrittenFile[]): FileToWrite => ({
  name: "manifest.json",
  contents: JSON.stringify(written.map((file) => [file.name, file.bytes])),
});

test("all files are there, the last one knows of the others, and only the user may read them", async () => {
  await inFolder((folder) => {
    const out = join(folder, "ut");
    expect(writeWhole(out, files, manifest)).toBeUndefined();
    expect(readdirSync(folder)).toEqual(["ut"]);
    expect(readFileSync(join(out, "a.txt"), "utf8")).toBe("å\n");
    expect(readFileSync(join(out, "manifest.json"), "utf8")).toBe('[["a.txt",3],["b.txt",0]]');
    expect(statSync(out).mode & 0o777).toBe(0o700);
    expect(statSync(join(out, "a.txt")).mode & 0o777).toBe(0o600);
  });
});

test("G11: a link, a file, a folder with something in it and a missing parent are refused", async () => {
  await inFolder((folder) => {
    mkdirSync(join(folder, "full"));
    writeFileSync(join(folder, "full", "x"), "kvar");
    writeFileSync(join(folder, "fil"), "kvar");
    symlinkSync(folder, join(folder, "länk"));
    const said = ["full", "fil", "länk", "ingen/ut"].map(
      (name) => writeWhole(join(folder, name), files, manifest)?.code,
    );
    expect(said).toEqual(["AV9209", "AV9209", "AV9209", "AV9209"]);
    expect(readFileSync(join(folder, "full", "x"), "utf8")).toBe("kvar");
    expect(readdirSync(folder).sort()).toEqual(["fil", "full", "länk"]);
  });
});

test("an empty folder may be filled", async () => {
  await inFolder((folder) => {
    mkdirSync(join(folder, "tom"));
    expect(writeWhole(join(folder, "tom"), files, manifest)).toBeUndefined();
    expect(lstatSync(join(folder, "tom", "a.txt")).isFile()).toBe(true);
  });
});

test("a fault on the way leaves nothing behind", async () => {
  await inFolder((folder) => {
    const twice = [...files, ...files];
    expect(writeWhole(join(folder, "ut"), twice, manifest)?.code).toBe("AV9210");
    expect(readdirSync(folder)).toEqual([]);
    const failing = writeWhole(join(folder, "ut"), files, () => ({ name: "finns/inte", contents: "" }));
    expect(failing?.code).toBe("AV9210");
    expect(existsSync(join(folder, "ut"))).toBe(false);
  });
});
