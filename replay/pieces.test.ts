import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { inFolder } from "../test/harness/data-file.ts";
import { eachLineOf, sealOf } from "./evidence/read-in-pieces.ts";
import { eachAs, gathered, inPieces, joined, jsonInPieces, jsonLines } from "./pieces.ts";
import { writeWhole, type WrittenFile } from "./write-whole.ts";

test("a document written in pieces has the bytes of the one that is written at once", () => {
  const document = fc.dictionary(fc.string({ unit: "binary" }), fc.jsonValue());
  fc.assert(
    fc.property(document, (plain) => {
      expect(joined(jsonInPieces(plain))).toBe(`${JSON.stringify(plain, null, 2)}\n`);
    }),
  );
});

test("the elements of a list are made as they are written, and again when they are asked for again", () => {
  let made = 0;
  const document = { lines: eachAs([1, 2, 3], (id) => ({ id, made: ++made })), none: eachAs([], () => ({})) };
  const pieces = jsonInPieces(document);
  expect(made).toBe(0);
  const plain = { lines: [1, 2, 3].map((id) => ({ id, made: id })), none: [] };
  expect(joined(pieces)).toBe(`${JSON.stringify(plain, null, 2)}\n`);
  expect(joined(pieces)).toContain('"made": 6');
});

const many = Array.from({ length: 50_000 }, (_, number) => ({ id: `rad-${number}`, text: "åäö \u{1f600}\n" }));
const atOnce = many.map((thing) => `${JSON.stringify(thing)}\n`).join("");

test("many lines are written with the bytes and the checksum of the text at once, and read back line by line", async () => {
  await inFolder((folder) => {
    const out = join(folder, "ut");
    let written: readonly WrittenFile[] = [];
    const problem = writeWhole(out, [{ name: "a.jsonl", contents: jsonLines(many, (thing) => thing) }], (files) => {
      written = files;
      return { name: "manifest.json", contents: "{}" };
    });
    expect(problem).toBeUndefined();
    const path = join(out, "a.jsonl");
    const bytes = Buffer.from(atOnce, "utf8");
    const seal = { bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(written).toEqual([{ name: "a.jsonl", ...seal }]);
    expect(sealOf(path)).toEqual(seal);
    const lines: string[] = [];
    expect(eachLineOf(path, (line) => lines.push(line))).toEqual(seal);
    expect(lines).toEqual(many.map((thing) => JSON.stringify(thing)));
  });
});

test("pieces are gathered into few that say the same", () => {
  const few = [...gathered(jsonLines(many, (thing) => thing))];
  expect(few.length).toBeLessThan(100);
  expect(few.join("")).toBe(atOnce);
  expect([...gathered("")]).toEqual([""]);
});

test("what goes wrong in the making of a text is our own fault: it passes on, and nothing is left behind", async () => {
  await inFolder((folder) => {
    const failing = inPieces(function* () {
      yield "x".repeat(1 << 17);
      throw new Error("our own");
    });
    const write = (): unknown => writeWhole(join(folder, "ut"), [{ name: "a", contents: failing }], () => last);
    expect(write).toThrow("our own");
    expect(readdirSync(folder)).toEqual([]);
  });
});

const last = { name: "manifest.json", contents: "{}" };
