// `avtal verify`: the same result to the öre, or the first thing that is not the same.

import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plain } from "../cli/avtal.ts";
import { example, filesIn, type Example } from "./example.ts";

const agreement = "agreements/exempel/2025-01-01.avtal";
let at: Example;

beforeAll(() => {
  at = example(3);
  expect(at.run("run", "exempel", "--data", "mars.csv", "--out", "ut").code).toBe(0);
});
afterAll(() => at.gone());

/** A copy of the run in which one file is changed. */
function edited(name: string, change: (text: string) => string): string {
  rmSync(at.path("kopia"), { recursive: true, force: true });
  cpSync(at.path("ut"), at.path("kopia"), { recursive: true });
  const path = at.path(`kopia/${name}`);
  writeFileSync(path, change(readFileSync(path, "utf8")));
  return "kopia";
}

/** Runs with one file of the folder as something else, and puts it back. */
function whileFile<Answer>(name: string, change: (text: string) => string, use: () => Answer): Answer {
  const text = readFileSync(at.path(name), "utf8");
  writeFileSync(at.path(name), change(text));
  try {
    return use();
  } finally {
    writeFileSync(at.path(name), text);
  }
}

describe("G07: a run computed again", () => {
  test("gives the same result, to the öre", () => {
    const { code, out, err } = at.run("verifiera", "ut");
    expect([code, err]).toEqual([0, ""]);
    expect(plain(out)).toMatch(/^Samma resultat, öre för öre: [\d ]+,00 kr på 3 rader\. $/);
    expect(at.run("verify", "ut", "--lang", "en").out).toContain("The same result, to the öre: ");
    expect(JSON.parse(at.run("verify", "ut", "--json").out)).toEqual({
      formatVersion: 1,
      same: true,
      textChanged: false,
      versionChanged: false,
    });
  });

  test("D04: its manifest says by which table of the time zone moments were read", () => {
    const manifest: unknown = JSON.parse(readFileSync(at.path("ut/manifest.json"), "utf8"));
    expect(manifest).toMatchObject({ versions: { zoneTable: "Europe/Stockholm 1980-2100 v1" } });
  });

  test("has the same run id and the same bytes in another folder", () => {
    expect(at.run("run", "exempel", "--data", "mars.csv", "--out", "igen").code).toBe(0);
    expect(filesIn(at.path("igen"))).toEqual(filesIn(at.path("ut")));
  });

  test("G08: with changed input it is another run, which is never written over the first one", () => {
    const runId = (folder: string): string =>
      /"run": "([0-9a-f]{64})"/.exec(readFileSync(at.path(`${folder}/manifest.json`), "utf8"))?.[1] ?? folder;
    const first = filesIn(at.path("ut"));
    const more = (text: string): string =>
      `${text.trimEnd()}\n${(text.trimEnd().split("\n").at(-1) ?? "").replace(/^v-\d+/, "v-99")}\n`;
    whileFile("mars.csv", more, () => {
      const over = at.run("run", "exempel", "--data", "mars.csv", "--out", "ut");
      expect([over.code, over.err.includes("AV9209"), over.err.includes("--supersede ut")]).toEqual([2, true, true]);
      expect(at.run("run", "exempel", "--data", "mars.csv", "--out", "rättad").code).toBe(0);
    });
    expect(filesIn(at.path("ut"))).toEqual(first);
    expect(runId("rättad")).not.toBe(runId("ut"));
  });

  test("finds the data beside the folder, or where it is told", () => {
    mkdirSync(at.path("annan"));
    renameSync(at.path("mars.csv"), at.path("annan/mars.csv"));
    const lost = at.run("verify", "ut");
    const told = at.run("verify", "ut", "--data", "annan/mars.csv");
    renameSync(at.path("annan/mars.csv"), at.path("mars.csv"));
    expect([lost.code, lost.err.includes("AV8607"), told.code]).toEqual([2, true, 0]);
  });
});

describe("G10: the first thing that differs is named", () => {
  test("an edited output", () => {
    const { code, out, err } = at.run(
      "verify",
      edited("fakturarader.csv", (text) => `${text} `),
    );
    expect([code, plain(out)]).toEqual([1, "Inte samma resultat. "]);
    expect(plain(err)).toMatch(/AV8602.*`fakturarader\.csv` är inte längre vad körningen skrev/);
  });

  test("a missing output and a stranger", () => {
    edited("refused.csv", (text) => text);
    rmSync(at.path("kopia/refused.csv"));
    expect(plain(at.run("verify", "kopia").err)).toMatch(/AV8601.*`refused\.csv` finns i manifestet men inte/);
    edited("refused.csv", (text) => text);
    writeFileSync(at.path("kopia/Anna Andersson.txt"), "");
    const { err } = at.run("verify", "kopia");
    expect(plain(err)).toMatch(/AV8601.*I mappen ligger något som körningen inte skrev \(1 st\)/);
    expect(err).not.toContain("Anna");
  });

  test("an output whose checksum was edited too: the line and what of it", () => {
    const forged = edited("result.json", (text) => text.replace(/"amount": "\d+\.00"/, '"amount": "1.00"'));
    const bytes = readFileSync(at.path("kopia/result.json"));
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const path = at.path("kopia/manifest.json");
    const manifest = JSON.parse(readFileSync(path, "utf8"));
    for (const file of manifest.files)
      if (file.name === "result.json") Object.assign(file, { sha256, bytes: bytes.length });
    writeFileSync(path, JSON.stringify(manifest));
    const { code, err } = at.run("verify", forged);
    expect(code).toBe(1);
    expect(plain(err)).toMatch(/AV8605.*`result\.json`.*lines › 0001-2025-03-ersättning-v-1 › amount/);
  });

  test("an edited manifest: the entry", () => {
    const { code, err } = at.run(
      "verify",
      edited("manifest.json", (text) => text.replace(/"amount": "\d+\.00"/, '"amount": "1.00"')),
    );
    expect([code, plain(err).includes("`total › amount`"), err.includes("AV8606")]).toEqual([1, true, true]);
  });

  test("a manifest that leads out of the folder, or is none", () => {
    for (const change of [
      (text: string) => text.replace("refused.csv", "../refused.csv"),
      () => "{",
      () => "[]",
      (text: string) => text.replace('"formatVersion": 1', '"formatVersion": 2'),
    ]) {
      const { code, err } = at.run("verify", edited("manifest.json", change));
      expect([code, err.includes("AV9211")]).toEqual([2, true]);
    }
    expect(at.run("verify", "finns-inte").err).toContain("AV9211");
  });

  test("changed data", () => {
    const { code, err } = whileFile(
      "mars.csv",
      (text) => text.replace("v-3", "v-4"),
      () => at.run("verify", "ut"),
    );
    expect([code, err.includes("AV8603")]).toEqual([1, true]);
  });

  test("a changed agreement, with the file; a changed comment is said and is nothing", () => {
    const other = whileFile(
      agreement,
      (text) => text.replace("10 000 kr", "10 001 kr"),
      () => at.run("verify", "ut"),
    );
    expect(other.code).toBe(1);
    expect(plain(other.err)).toMatch(/AV8604.*Ändrade filer: `exempel\/2025-01-01\.avtal`/);
    const comment = whileFile(
      agreement,
      (text) => `${text}# en anmärkning\n`,
      () => at.run("verify", "ut"),
    );
    expect(comment.code).toBe(0);
    expect(comment.err).toContain("men den betyder detsamma");
  });
});

describe("D03, G09: the same bytes", () => {
  test.each([
    { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
    { TZ: "America/Los_Angeles", LANG: "C", LC_ALL: "C" },
  ])("under %o", (env) => {
    const folder = `ut-${env.LANG}`;
    expect(at.runWith(env, "run", "exempel", "--data", "mars.csv", "--out", folder).code).toBe(0);
    expect(filesIn(at.path(folder))).toEqual(filesIn(at.path("ut")));
  });

  test("a manifest holds no path of the host, no clock and sorted keys", () => {
    const { code } = at.run("run", "exempel", "--data", at.path("mars.csv"), "--out", "ut-rot");
    expect(code).toBe(0);
    const text = readFileSync(at.path("ut-rot/manifest.json"), "utf8");
    expect(text).not.toContain(at.folder);
    const manifest = JSON.parse(text);
    expect(Object.keys(manifest)).toEqual(Object.keys(manifest).sort());
    expect(manifest.data.name).toBe("mars.csv");
    expect(manifest.total).toMatchObject({ lines: 3 });
  });
});
