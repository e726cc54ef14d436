import { describe, expect, test } from "vitest";
import { checkBuilt, checkStranger } from "./built-file.ts";
import { sealed } from "./typescript/generated-seal.ts";

const first = (hash: string): string =>
  `// Written by avtal from a.avtal (meaning ${hash.repeat(64)}). Change that file.\n`;
const was = sealed(first("a"), "export const rate = 10_000n;\n");
const now = sealed(first("b"), "export const rate = 10_001n;\n");
const at = (text: string, path = "a.ts"): { readonly path: string; readonly text: string } => ({ path, text });

describe("a file that was built", () => {
  test("is well where it is what the agreement gives now", () => {
    expect(checkBuilt(at(now), now)).toBeUndefined();
  });

  test.each([
    ["edited below its seal", was.replace("10_000n", "10_002n")],
    ["without its seal", was.slice(was.indexOf("export"))],
    ["with other line ends", was.replaceAll("\n", "\r\n")],
    ["empty", ""],
  ])("D07: %s is AV7010", (_, text) => {
    expect(checkBuilt(at(text), now)?.code).toBe("AV7010");
  });

  test("is AV7011 where it is whole and old, and says whether the meaning is another", () => {
    const sameWords = sealed(first("b"), "export const rate = 10_001n; // Other words.\n");
    const causes = [was, sameWords].map((text) => checkBuilt(at(text), now));
    expect(causes.map((one) => one?.code)).toEqual(["AV7011", "AV7011"]);
    expect(causes.map((one) => one?.cause.en.split(".")[0])).toEqual([
      "The agreement means something else than when the file was built",
      "The meaning is the same",
    ]);
  });

  test("of a form without a seal is not called edited, since nobody can know", () => {
    const found = checkBuilt(at("select 1", "a.duckdb.sql"), "select 2");
    expect([found?.code, found?.cause.en]).toEqual([
      "AV7011",
      "The agreement is another since the file was built, or somebody has edited the file.",
    ]);
  });

  test("whose agreement is gone is AV7012; a file that avtal did not write is nobody's business", () => {
    expect(checkStranger(at(was, "old.ts"), ["a"])?.code).toBe("AV7012");
    expect(checkStranger(at('export * from "./a.ts";\n', "index.ts"), ["a"])).toBeUndefined();
  });
});
