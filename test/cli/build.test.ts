// What was built, held against the agreements again: as it was, out of date, edited, or nobody's.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { avtal, plain, type Ended } from "./avtal.ts";

let folder = "";
let copies = 0;
const here = (...words: readonly string[]): Ended => avtal(words, { cwd: folder });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "avtal-built-"));
  here("init");
  expect(here("bygg", "--target", "typescript", "--out", "byggt").code).toBe(0);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The built folder once more, with its module changed. */
function withModule(change: (text: string) => string): string {
  const name = `byggt-${copies++}`;
  cpSync(join(folder, "byggt"), join(folder, name), { recursive: true });
  const path = join(folder, name, "exempel.ts");
  writeFileSync(path, change(readFileSync(path, "utf8")));
  return name;
}

describe("avtal build --check", () => {
  test("is content with what was just built, as a module and as SQL, and says how many files that are", () => {
    expect(here("bygg", "--check", "byggt")).toMatchObject({ code: 0, out: "" });
    expect(here("build", "--target", "sql", "--out", "sql").code).toBe(0);
    const { code, err } = here("build", "--check", "sql", "--lang", "en");
    expect([code, plain(err)]).toEqual([0, "1 generated file: 1 as the agreements give now, 0 not. "]);
  });

  test("D07: a module that was edited is refused with AV7010, and its seal is pointed at", () => {
    const edited = withModule((text) => text.replace("10000", "10001"));
    expect(readFileSync(join(folder, edited, "exempel.ts"), "utf8")).toContain("10001");
    const { code, out, err } = here("build", "--check", edited);
    expect([code, out]).toEqual([2, `${edited}/exempel.ts\n`]);
    expect(err).toContain("AV7010");
    expect(err).toMatch(/3 │ \/\/ Seal: [0-9a-f]{64}/);
  });

  test("a module of an older text is out of date: AV7011 and exit code 1", () => {
    const path = join(folder, "agreements/exempel/2025-01-01.avtal");
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.replace("3 dagar", "4 dagar"));
    const { code, err } = here("build", "--check", "byggt");
    const old = here("build", "--check", "sql").code;
    writeFileSync(path, text);
    expect([code, old, err.includes("AV7011")]).toEqual([1, 1, true]);
    expect(plain(err)).toContain("Överenskommelsen betyder något annat än när filen byggdes.");
  });

  test("--json names each file, whether it is current, and its problem; what avtal did not build is left alone", () => {
    const edited = withModule((text) => text.replace("10000", "10001"));
    writeFileSync(join(folder, edited, "index.ts"), 'export * from "./exempel.ts";\n');
    const { out } = here("build", "--check", edited, "--json");
    expect(JSON.parse(out)).toMatchObject({
      formatVersion: 1,
      files: [{ file: `${edited}/exempel.ts`, isCurrent: false, problem: { code: "AV7010", line: 3 } }],
    });
    expect(out).not.toContain("index.ts");
  });

  test("a folder with nothing built is AV9215, and one that is not there AV9001", () => {
    const { code, out, err } = here("build", "exempel", "--check", "agreements");
    expect([code, out, err.includes("AV9215")]).toEqual([2, "", true]);
    expect(here("build", "--check", "borta").err).toContain("AV9001");
  });

  test("what to build and where to must be said, and not beside --check", () => {
    expect(here("build", "--out", "x").err).toContain("`--target <target>` måste anges.");
    expect(here("build", "--target", "sql").err).toContain("`--out <folder>` måste anges.");
    const { code, err } = here("build", "--target", "sql", "--check", "byggt");
    expect([code, plain(err).includes("går inte ihop med de andra valen")]).toEqual([2, true]);
  });
});
