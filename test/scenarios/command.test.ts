// `avtal test` from the outside: what it prints, what it writes, and how it ends.

import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { test as runTest } from "../../cli/actions/test.ts";
import type { Lang } from "../../cli/terminal.ts";
import { listening } from "../harness/terminal.ts";
import { ownFolder } from "./own-folder-programs.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "avtal-"));
  cpSync(ownFolder, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly said: string;
}

async function run(options: Parameters<typeof runTest>[1] = {}, paths = [folder], lang: Lang = "sv"): Promise<Ended> {
  const { terminal, out, said } = listening(lang);
  const code = await runTest(paths, options, terminal);
  return { code, out: out(), said: said() };
}

function change(path: string, from: string, to: string): void {
  const text = readFileSync(join(folder, path), "utf8");
  expect(text).toContain(from);
  writeFileSync(join(folder, path), text.replace(from, to));
}

test("all as it should be ends with 0 and one sentence first", async () => {
  const { code, out, said } = await run();
  expect({ code, said }).toEqual({ code: 0, said: "" });
  expect(out.split("\n")[0]).toBe("32 fall, alla som de ska.");
  expect((await run({}, [folder], "en")).out.split("\n")[0]).toBe("32 cases, all as they should be.");
});

test("a failing expectation ends with 1, the sum, the difference and the steps", async () => {
  change("scenarios/medel.yaml", "belopp: 25 110,00 kr", "belopp: 25 000,00 kr");
  const { code, out } = await run();
  expect(code).toBe(1);
  expect(out.split("\n")[0]).toBe("1 av 32 fall är inte som de ska, sammanlagt +110,00 kr.");
  expect(out).toContain("✘ Ett vårdtillfälle med fyra dagar · 2021-11-01");
  expect(out).toContain("Huddinge 2022-04 genomsnitt, belopp\n    väntat   25 000,00 kr\n    blev     25 110,00 kr");
  expect(out).toContain("överskott         2,7 dagar");
});

test("one file alone is run with the folder's background", async () => {
  const { code, out } = await run({}, [join(folder, "scenarios/medel.yaml")]);
  expect(code).toBe(0);
  expect(out.split("\n")[0]).toBe("2 fall, alla som de ska.");
});

test("a mistake in a scenario ends with 2 and does not hide the other scenarios", async () => {
  change("scenarios/medel.yaml", "klausul: 2", "klasul: 2");
  const { code, out, said } = await run();
  expect(code).toBe(2);
  expect(said).toContain("AV8007");
  expect(said).toContain("scenarios/medel.yaml:5:5");
  expect(said).toContain("→ Skriv `klausul`");
  expect(said).not.toContain("avtal check --fix");
  expect(out).toContain("30 fall, alla som de ska.");
  const json = JSON.parse((await run({ json: true })).out);
  expect(json.problems).toMatchObject([{ code: "AV8007", line: 5, column: 5 }]);
});

test("a mistake in the agreement ends with 2 before any scenario is run", async () => {
  change("2020-01-01.avtal", "krävs underrättelse finns", "krävs underättelse finns");
  const { code, out, said } = await run();
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(said).toContain("AV2001");
});

test("what looks like an identity number is not shown, though its line is", async () => {
  const number = "19121212" + "1212";
  change("scenarios/medel.yaml", "Ett vårdtillfälle med fyra dagar", `Patienten ${number}`);
  const { code, said } = await run();
  expect(code).toBe(2);
  expect(said).toContain("Patienten ••••••••••••");
  expect(said).not.toContain(number);
});

test("an outcome that changes fails until it is accepted with a reason, and then one line has changed", async () => {
  const path = "scenarios/sorter.utfall";
  const before = readFileSync(join(folder, path), "utf8");
  change("2020-01-01.avtal", "från och med 2020-01-01: 2,0 dagar", "från och med 2020-01-01: 1,9 dagar");
  change("2020-01-01.avtal", "två dagar", "nästan två dagar");
  const first = await run();
  expect(first.code).toBe(1);
  expect(first.out).toContain("Faktorn alla räknar också den utan dagar · 2020-01-01\n");
  const accepted = await run({ accept: "beslut VIS 2022-02-15" });
  expect(accepted.said).toContain("2 utfall godtagna: beslut VIS 2022-02-15");
  const now = readFileSync(join(folder, path), "utf8");
  const changed = now.split("\n").filter((line) => !before.includes(line));
  expect(changed).toEqual([
    "Faktorn alla räknar också den utan dagar · 2020-01-01 · Huddinge 2022-04 genomsnitt 0,1 dagar = 930,00 kr · beslut VIS 2022-02-15",
    "Faktorn alla räknar också den utan dagar · 2020-01-01, faktor=alla · Huddinge 2022-04 genomsnitt 0,2 dagar = 1 860,00 kr · beslut VIS 2022-02-15",
  ]);
  // What scenarios state themselves is not accepted away.
  expect(accepted.code).toBe(1);
  expect((await run()).out).not.toContain("Faktorn alla räknar också den utan dagar · 2020-01-01\n");
});

test("accepting needs a reason, and writes nothing while a file has a mistake", async () => {
  expect(await run({ accept: " " })).toMatchObject({ code: 2 });
  expect((await run({ accept: " " })).said).toContain("AV8202");
  change("scenarios/medel.yaml", "klausul: 2", "klasul: 2");
  rmSync(join(folder, "scenarios/sorter.utfall"));
  expect((await run({ accept: "skäl" })).code).toBe(2);
  expect(existsSync(join(folder, "scenarios/sorter.utfall"))).toBe(false);
});

test("no scenarios end with 2, and so does a path that leads to none", async () => {
  expect(await run({}, [join(folder, "kommuner.yaml")])).toMatchObject({ code: 2 });
  rmSync(join(folder, "scenarios"), { recursive: true });
  const { code, said } = await run();
  expect(code).toBe(2);
  expect(said).toContain("AV8203");
  expect(said.split("\n")[0]).toContain(`${basename(folder)}:1:1`);
});

test("JUnit is written beside what is shown, and a place that cannot be written ends with 4", async () => {
  expect((await run({ junit: join(folder, "utfall.xml") })).code).toBe(0);
  expect(readFileSync(join(folder, "utfall.xml"), "utf8")).toContain('tests="32" failures="0"');
  const { code, said } = await run({ junit: join(folder, "finns-inte/utfall.xml") });
  expect(code).toBe(4);
  expect(said).toContain("AV8204");
});

test("failures are shown to GitHub Actions at their lines", async () => {
  change("scenarios/medel.yaml", "belopp: 25 110,00 kr", "belopp: 25 000,00 kr");
  const { out } = await run({ github: true });
  expect(out).toMatch(/^::error file=.*scenarios\/medel\.yaml,line=13,col=13,title=/mu);
});

test("coverage is shown by clause in words, written as LCOV and JSON, and held against a threshold", async () => {
  const lcov = join(folder, "tackning.info");
  const { code, out } = await run({ coverage: true, lcov });
  expect(code).toBe(0);
  expect(out).toMatch(/^Scenarierna prövar \d+ av \d+ klausuler, och \d+ % av lägena vid gränser\.$/mu);
  expect(out).toMatch(/^prov\n(?: .*\n)* {4}inget /mu);
  expect(readFileSync(lcov, "utf8")).toContain("2020-01-01.avtal\n");
  const { coverage } = JSON.parse((await run({ coverage: true, json: true })).out);
  expect(coverage.clauses.percent).toBeGreaterThan(0);
  expect(coverage.documents.map((one: { document: string }) => one.document)).toContain("prov");
  expect((await run({ threshold: "1" })).code).toBe(0);
  expect((await run({ threshold: "100" })).code).toBe(1);
});

test("a threshold that is no percentage is refused, and a place for LCOV that cannot be written ends with 4", async () => {
  expect(await run({ threshold: "nittio" })).toMatchObject({ code: 2 });
  expect((await run({ threshold: "101" })).said).toContain("AV8205");
  expect((await run({ lcov: join(folder, "finns-inte/tackning.info") })).code).toBe(4);
});
