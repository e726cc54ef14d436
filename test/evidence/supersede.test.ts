// G08: `avtal run --supersede`: a corrected run credits the old lines and debits the new ones, and is traced to the old run.

import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plain } from "../cli/avtal.ts";
import { example, filesIn, type Example } from "./example.ts";

let at: Example;

const json = (name: string): Record<string, unknown> => JSON.parse(readFileSync(at.path(name), "utf8"));
const rows = (name: string): readonly string[] => readFileSync(at.path(name), "utf8").trimEnd().split("\n").slice(1);

/** Two stays less one and with one a day longer: a credit alone, a credit with its debit, and an unchanged line. */
beforeAll(() => {
  at = example(3);
  expect(at.run("run", "exempel", "--data", "mars.csv", "--out", "ut").code).toBe(0);
  const [head = "", first = "", second = ""] = readFileSync(at.path("mars.csv"), "utf8").split("\n");
  writeFileSync(at.path("ny.csv"), `${[head, first, second.replace(/-11T14:00$/, "-12T14:00")].join("\n")}\n`);
});
afterAll(() => at.gone());

describe("G08: a run that corrects another", () => {
  test("credits the old lines and debits the new ones, and says first what that is in kronor", () => {
    const old = filesIn(at.path("ut"));
    const words = ["--data", "ny.csv", "--out", "ut-2", "--supersede", "ut", "--per-payer"];
    const { code, out, err } = at.run("run", "exempel", ...words);
    expect([code, err.includes("AV")]).toEqual([0, false]);
    expect(plain(out)).toMatch(
      /^Rättelsen av ut ändrar [\d ]+,00 kr till [\d ]+,00 kr \(−[\d ]+,00 kr\)\. 2 rader krediteras \(−[\d ]+,00 kr\), 1 rad debiteras \(\+[\d ]+,00 kr\), 1 rad är oförändrade\./,
    );
    expect(filesIn(at.path("ut"))).toEqual(old);
    const before = json("ut/manifest.json");
    const after = json("ut-2/manifest.json");
    expect(after["supersedes"]).toMatchObject({ run: before["run"], folder: "ut", total: before["total"] });
    expect(after["run"]).not.toBe(before["run"]);
    expect(rows("ut-2/correction.csv").map((row) => row.split(",")[3])).toEqual(['"credit"', '"debit"', '"credit"']);
    expect(rows("ut-2/correction.csv")[0]).toContain(String(before["run"]));
    expect(rows("ut-2/correction.csv")[1]).toContain(String(after["run"]));
    expect(readFileSync(at.path("ut-2/betalare/rattelse-0001.csv"), "utf8")).toContain('"kredit"');
  });

  test("sums: the old total with every row of the correction is the new total", () => {
    const ore = (text: string): bigint => BigInt(text.replace(".", ""));
    const total = (folder: string): bigint =>
      rows(`${folder}/lines.csv`).reduce((sum, row) => sum + ore(row.split(",").at(-1) ?? ""), 0n);
    const moved = rows("ut-2/correction.csv").reduce((sum, row) => sum + ore(row.split(",").at(-1) ?? ""), 0n);
    expect(moved).not.toBe(0n);
    expect(total("ut") + moved).toBe(total("ut-2"));
  });

  test("is verified with its correction, against the run that it corrects", () => {
    const { code, out } = at.run("verify", "ut-2");
    expect([code, plain(out).startsWith("Samma resultat, öre för öre")]).toEqual([0, true]);
    cpSync(at.path("ut"), at.path("undan"), { recursive: true });
    rmSync(at.path("ut"), { recursive: true });
    const lost = at.run("verify", "ut-2");
    expect([lost.code, lost.err.includes("AV8608")]).toEqual([2, true]);
    expect(at.run("run", "exempel", "--data", "ny.csv", "--out", "ut").code).toBe(0);
    const other = at.run("verify", "ut-2");
    expect([other.code, other.err.includes("AV8608")]).toEqual([2, true]);
    rmSync(at.path("ut"), { recursive: true });
    cpSync(at.path("undan"), at.path("ut"), { recursive: true });
    rmSync(at.path("undan"), { recursive: true });
    expect(at.run("verify", "ut-2").code).toBe(0);
  });

  test("an edited sum of the correction is found", () => {
    const text = readFileSync(at.path("ut-2/manifest.json"), "utf8");
    writeFileSync(at.path("ut-2/manifest.json"), text.replace(/"difference": "-/, '"difference": "'));
    const { code, err } = at.run("verify", "ut-2");
    writeFileSync(at.path("ut-2/manifest.json"), text);
    expect([code, err.includes("AV8606")]).toEqual([1, true]);
  });
});

describe("what cannot be corrected so is refused, and nothing is written", () => {
  test.each([
    ["the same run again", "AV9217", ["exempel", "--data", "ny.csv", "--supersede", "ut-2"]],
    ["a run that was corrected already", "AV9218", ["exempel", "--data", "ny.csv", "--supersede", "ut"]],
    ["other months", "AV9217", ["exempel", "--data", "mars.csv", "--from", "2025-03", "--supersede", "ut-2"]],
    ["by a counterfactual run", "AV9217", ["exempel@2025-01-01", "--data", "mars.csv", "--supersede", "ut-2"]],
    ["a folder that is not there", "AV9211", ["exempel", "--data", "mars.csv", "--supersede", "finns-inte"]],
    ["for publication", "AV9213", ["exempel", "--data", "mars.csv", "--supersede", "ut-2", "--publish"]],
  ])("%s (%s)", (_, code, words) => {
    const ended = at.run("run", ...words, "--out", "ut-3");
    expect([ended.code, ended.err.includes(code)]).toEqual([2, true]);
    expect(() => filesIn(at.path("ut-3"))).toThrow("ENOENT");
  });

  test("an edited folder (AV8602), and no folder to write to (AV9213)", () => {
    const path = at.path("ut-2/lines.csv");
    const text = readFileSync(path, "utf8");
    writeFileSync(path, `${text} `);
    const edited = at.run("run", "exempel", "--data", "mars.csv", "--out", "ut-3", "--supersede", "ut-2");
    writeFileSync(path, text);
    expect([edited.code, edited.err.includes("AV8602")]).toEqual([2, true]);
    const nowhere = at.run("run", "exempel", "--data", "mars.csv", "--supersede", "ut-2");
    expect([nowhere.code, nowhere.err.includes("AV9213")]).toEqual([2, true]);
  });

  test("the latest run is corrected in its turn, back to what was first invoiced", () => {
    expect(at.run("run", "exempel", "--data", "mars.csv", "--out", "ut-3", "--supersede", "ut-2").code).toBe(0);
    expect(json("ut-3/manifest.json")["total"]).toEqual(json("ut/manifest.json")["total"]);
    expect(at.run("verify", "ut-3").code).toBe(0);
  });
});
