// `avtal diff` from the outside: what it prints, what it refuses, and how it ends.

import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { diffCommand } from "../../cli/actions/diff.ts";
import type { DiffCommandOptions } from "../../cli/actions/diff.ts";
import { listening } from "../harness/terminal.ts";
import { agreements, sample } from "./sides.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "avtal-diff-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly said: string;
}

async function diff(
  a: string,
  b: string | undefined,
  options: Partial<DiffCommandOptions> = {},
  lang: "sv" | "en" = "sv",
): Promise<Ended> {
  const heard = listening(lang);
  const code = await diffCommand([a, b], { attribution: "clause-order", maxRefused: "0", ...options }, heard.terminal);
  return { code, out: plain(heard.out()), said: plain(heard.said()) };
}

function plain(text: string): string {
  return text.replaceAll("\u00a0", " ");
}

const [older, newer] = ["stockholm@2020-01-01", "stockholm@2021-11-01"];

describe("without data", () => {
  test("two wordings are told apart rule beside rule, with the old words beside the new", async () => {
    const { code, out } = await diff(older, newer, { detailedExitcode: true });
    expect(code).toBe(1);
    expect(out).toMatch(/^Från stockholm@2020-01-01 till stockholm@2021-11-01: 2 ändringar\. Belopp kan bli andra/);
    expect(out).toContain("~ tidsgräns: 2,0 dagar → 1,3 dagar   [stockholm 12.3]");
    expect(out).toContain("- från och med 2020-01-01: 2,0 dagar");
    expect(out).toContain("B  12.3 ”inträder 1,3 kalenderdagar inklusive dag noll”");
    expect(out).toContain("- regeln psykiatri-individuell upphör   [stockholm 12.4]");
  });

  test("a wording and itself mean the same, and nothing differs", async () => {
    const { code, out } = await diff(newer, newer, { detailedExitcode: true });
    expect(code).toBe(0);
    expect(out).toContain("betyder samma sak: inte en krona kan flyttas.");
  });

  test("one side with a choice is held against the side without it", async () => {
    const { out } = await diff(newer, undefined, { set: ["tidsgräns=1,2 dagar"] }, "en");
    expect(out).toMatch(/^From stockholm@2021-11-01 to stockholm@2021-11-01\[tidsgräns=1,2 dagar\]: 1 change\./);
  });

  test("a reading chosen otherwise is one change", async () => {
    const { out } = await diff("stockholm", "stockholm[klockan-12=ingen-verkan]", { json: true });
    expect(JSON.parse(out)).toMatchObject({
      class: "amounts",
      changes: [{ key: "question stockholm.klockan-12", lines: [{ a: "nästa-dag", b: "ingen-verkan" }] }],
    });
  });
});

describe("another version of the agreements", () => {
  test("a row changed in a copy is a change from its own day, of class history", async () => {
    cpSync(agreements, join(folder, "old"), { recursive: true });
    const file = join(folder, "old/stockholm/2020-01-01.avtal");
    writeFileSync(file, readFileSync(file, "utf8").replace("2021-11-01: 1,3 dagar   ", "2021-11-01: 1,7 dagar   "));
    rmSync(join(folder, "old/avtal.lock"), { force: true });
    const { out } = await diff("stockholm", undefined, { base: join(folder, "old") });
    expect(out).toContain("~ tidsgräns från och med 2021-11-01: 1,7 dagar → 1,3 dagar   [stockholm 12.3]");
    expect(out).toContain("Ändringen gäller från och med 2021-11-01");
    const later = await diff("stockholm", undefined, { base: join(folder, "old"), chargedThrough: "2021-10" });
    expect(later.out).toContain("belopp: Belopp kan bli andra.");
  });

  test("one file takes the place of its namesake; layout and comments are nothing", async () => {
    const path = join(folder, "utkast.avtal");
    const text = readFileSync(join(agreements, "stockholm/2020-01-01.avtal"), "utf8");
    writeFileSync(path, `${text.replaceAll(/ {3,}/gu, "    ").replace("# Statistik", "# Siffror")}\n# Slut\n`);
    const { code, out } = await diff("stockholm", undefined, { base: path, detailedExitcode: true });
    expect(out).toContain("betyder samma sak");
    expect(code).toBe(0);
  });
});

describe("over episodes", () => {
  test("F03: the mode stands in the first line, and Markdown lets no text become markup", async () => {
    const data = await sample({ agreement: "stockholm", episodes: 400, seed: 3, from: 2022 * 12, through: 2022 * 12 });
    const { code, out } = await diff(older, newer, { data, detailedExitcode: true });
    expect(code).toBe(1);
    expect(out).toMatch(/^Kontrafaktiskt \(varje sida som den löd sin dag\): stockholm@2021-11-01 kostar betalarna/);
    expect(out).toContain("Vad skillnaden beror på");
    expect(out).toContain("regeln psykiatri-individuell upphör");
    const inForce = await diff(older, newer, { data, mode: "in-force", markdown: true });
    expect(inForce.out).toMatch(
      /^\*\*Gällande &#40;varje vårdtillfälle efter sina egna datum&#41;&#58; stockholm&#64;2021-11-01/,
    );
    const json: unknown = JSON.parse((await diff(older, newer, { data, json: true })).out);
    expect(json).toMatchObject({ formatVersion: 1, mode: "counterfactual", a: { wording: "2020-01-01" } });
  });

  test("a value that is not fixed stops its side, which is named", async () => {
    const data = await sample({ agreement: "stockholm", episodes: 50, seed: 3, from: 2022 * 12, through: 2022 * 12 });
    const { code, said } = await diff("stockholm@2020-11-01", newer, { data });
    expect(code).toBe(2);
    expect(said).toContain("Sidan stockholm@2020-11-01 kan inte räknas.");
    expect(said).toContain("AV9203");
  });
});

test("AV8404: more changes than every order can be tried of are split both ways, which is said, and sum", async () => {
  const readings = ["faktor=alla", "klockan-12=ingen-verkan", "lika-med-gränsen=nollrad", "gemensamt-snitt=eget"];
  const more = ["avdrag-i-punkt-2=alltid-1-3", "avrundning-av-snittet=en-decimal", "endast-vuxna=vuxna"];
  const b = `${newer}[${[...readings, ...more].join("; ")}]`;
  const months = { from: 2022 * 12, through: 2022 * 12 };
  const data = await sample({ agreement: "stockholm", episodes: 300, seed: 7, ...months });
  const { code, out, said } = await diff(older, b, { data, attribution: "shapley", json: true });
  expect([code, said.includes("AV8404")]).toEqual([0, true]);
  const { attribution, total } = JSON.parse(out);
  const ore = (amount: string): bigint => BigInt(amount.replace(".", ""));
  const sum = attribution.parts.reduce((all: bigint, part: { difference: string }) => all + ore(part.difference), 0n);
  expect(attribution).toMatchObject({ method: "both-ways", evaluations: 2 * attribution.parts.length - 2 });
  expect(attribution.parts.length).toBeGreaterThan(8);
  expect(sum).toBe(ore(total.difference));
});

describe("what cannot be compared is refused with its code", () => {
  test.each([
    ["AV8401", "stockholm@2021-11-01[faktor=alla", "lus", {}],
    ["AV8402", "stockholm", "stockholm[faktorn=alla]", {}],
    ["AV8403", "stockholm", "lus", { mode: "counterfactual" as const }],
    ["AV8406", "stockholm", undefined, {}],
    ["AV8407", "stockholm", undefined, { base: "finns-inte" }],
    ["AV9204", "stokholm", "lus", {}],
    ["AV9213", "stockholm", "lus", { chargedThrough: "mars" }],
  ])("%s", async (code, a, b, options) => {
    const ended = await diff(a, b, options);
    expect(ended.code).toBe(2);
    expect(ended.said).toContain(code);
    expect(ended.out).toBe("");
  });

  test("AV8407: a file that has no namesake here", async () => {
    const path = join(folder, "annan.avtal");
    copyFileSync(join(agreements, "stockholm/2020-01-01.avtal"), path);
    writeFileSync(path, readFileSync(path, "utf8").replace("överenskommelse stockholm ", "överenskommelse annan "));
    const { said } = await diff("stockholm", undefined, { base: path });
    expect(said).toContain("AV8407");
  });
});
