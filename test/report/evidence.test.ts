// `avtal diff --report` and `avtal verify` from the outside.

import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { doesNotTieOut } from "@avtal/replay/problems/evidence";
import { sample } from "../compare/sides.ts";
import { diffCommand } from "../../cli/actions/diff.ts";
import { verify } from "../../cli/actions/verify.ts";
import { avtal, plain, root } from "../cli/avtal.ts";
import { listening } from "../harness/terminal.ts";

let folder = "";
let data = "";
const typed = ["stockholm@2020-01-01", "stockholm@2021-11-01"] as const;

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly said: string;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "avtal-report-"));
  const months = { from: 2022 * 12, through: 2022 * 12 + 1 };
  data = await sample({ agreement: "stockholm", episodes: 300, seed: 5, ...months });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function report(name: string): Promise<Ended> {
  const heard = listening("sv");
  const sweep = "tidsgräns=1,0..2,0:0,5";
  const options = { attribution: "clause-order", maxRefused: "0", data, report: join(folder, name), sweep } as const;
  const code = await diffCommand(typed, options, heard.terminal);
  return { code, out: heard.out(), said: plain(heard.said()) };
}

async function verified(name: string): Promise<Ended> {
  const heard = listening("sv");
  const code = await verify(join(folder, name), { data }, heard.terminal);
  return { code, out: plain(heard.out()), said: plain(heard.said()) };
}

test("a report is five files, and verify gives the same result to the öre", async () => {
  const made = await report("ut");
  expect([made.code, made.said]).toEqual([0, expect.stringContaining("Rapporten ligger i")]);
  expect(readdirSync(join(folder, "ut")).sort()).toEqual([
    "evidence.json",
    "fakturarader.csv",
    "jamforelse.html",
    "jamforelse.xlsx",
    "lines.csv",
  ]);
  const page = readFileSync(join(folder, "ut", "jamforelse.html"), "utf8");
  expect(page).toContain("Vad stockholm.tidsgräns kostar");
  expect(page).toContain("1,50 dagar");
  const { code, out } = await verified("ut");
  expect(code).toBe(0);
  expect(out).toMatch(/^Samma resultat, öre för öre: B kostar [\d ]+,\d\d kr mer än A\./);
});

test("F08, D03: the same bytes under another time zone and language", () => {
  const env = { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" };
  const words = [
    "diff",
    ...typed,
    "--data",
    data,
    "--report",
    join(folder, "ut-2"),
    "--sweep",
    "tidsgräns=1,0..2,0:0,5",
  ];
  expect(avtal(words, { cwd: root, env })).toMatchObject({ code: 0 });
  for (const name of readdirSync(join(folder, "ut"))) {
    expect(readFileSync(join(folder, "ut-2", name)).equals(readFileSync(join(folder, "ut", name))), name).toBe(true);
  }
});

test("an edited amount in the report is found", async () => {
  const path = join(folder, "ut-2", "fakturarader.csv");
  writeFileSync(path, readFileSync(path, "utf8").replace(/,00\r\n/, ",01\r\n"));
  const { code, said } = await verified("ut-2");
  expect([code, said.includes("AV8602"), said.includes("fakturarader.csv")]).toEqual([1, true, true]);
});

test("a folder that exists is refused, and nothing is written", async () => {
  const { code, said } = await report("ut");
  expect([code, said.includes("AV9209")]).toEqual([2, true]);
});

test("F07: what does not tie out is our fault, and is said in both languages", () => {
  const { code, headline } = doesNotTieOut("ut");
  expect(code).toBe("AV8611");
  expect([headline.sv, headline.en]).toEqual([
    expect.stringContaining("går inte ihop"),
    expect.stringContaining("does not tie out"),
  ]);
});
