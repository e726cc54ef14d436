// The report of one run: it ties out, says who pays and why, is the same each time, and is what `avtal verify` makes again.

import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import excel from "exceljs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EpisodesData } from "@avtal/report/drill-down/episodes-data";
import type { LinesData } from "@avtal/report/drill-down/lines-data";
import { kronor } from "@avtal/report/numbers";
import type { Report } from "@avtal/report/comparison-report";
import { runReport, type RunReportRequest } from "@avtal/report/run-report";
import { sumOf } from "@avtal/replay/compare/sums";
import { runCommand } from "../../cli/actions/run.ts";
import { verify } from "../../cli/actions/verify.ts";
import { plain } from "../cli/avtal.ts";
import { sample } from "../compare/sides.ts";
import { listening } from "../harness/terminal.ts";
import { bytesOf, textOf } from "./reported.ts";
import { runRequest } from "./run-reported.ts";

let data = "";
let folder = "";
let request: RunReportRequest;
let report: Report;
let page = "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "avtal-run-report-"));
  const months = { from: 2022 * 12, through: 2022 * 12 + 2 };
  data = await sample({ agreement: "stockholm", episodes: 700, seed: 13, ...months });
  request = await runRequest(data, null);
  report = await runReport(request);
  page = textOf(report, "korning.html");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function packed<Data>(id: string): Data {
  const base64 = new RegExp(`id="${id}">([^<]*)<`).exec(page)?.[1] ?? "";
  return JSON.parse(inflateRawSync(Buffer.from(base64, "base64")).toString("utf8"));
}

describe("the page", () => {
  test("says first who pays and how much, in force and as worded on a day", async () => {
    const { lines } = request.run.result;
    const payers = new Set(lines.map(({ keys }) => keys.payer.code)).size;
    const total = kronor(sumOf(lines));
    const when = "för utskrivna 2022-01 – 2022-03";
    expect(page).toContain(`<p class="says">${payers} betalare ska betala ${total}\u00a0kr ${when}.</p>`);
    expect(page.indexOf('class="says"')).toBeLessThan(page.indexOf("<table"));
    const asked = await runRequest(data, "2021-11-01");
    const other = textOf(await runReport({ ...asked, lang: "en" }), "korning.html");
    expect(other).toMatch(/class="says">\d+ payers would pay [^<]+ for discharges 2022-01 – 2022-03\.</);
    expect(other).toContain("Counterfactual: all of stockholm as worded on 2021-11-01");
    expect(other).not.toMatch(/Avstämning|Betalare|Skäl/);
  });

  test("F10: asks nobody for anything, and knows no second side", () => {
    expect(page).toMatch(/Content-Security-Policy" content="default-src &#39;none&#39;; script-src &#39;sha256-/);
    expect(page).not.toMatch(/unsafe|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
    expect(page).not.toMatch(/<(link|img|iframe|object|base|form)\b/);
    expect(page).not.toMatch(/<th[^>]*>[AB]( \(kr\))?</);
    expect(page.match(/<caption>/g)?.length).toBe(page.match(/<table>/g)?.length);
    expect(page.match(/<figure>/g)?.length).toBe(3);
  });

  test("every payer has a place, and every period of a payer its lines", () => {
    const lines = packed<LinesData>("rader");
    const at = (place: number): string => lines.texts[place] ?? "";
    for (const { keys } of request.run.result.lines) {
      expect(page).toContain(`id="betalare-${keys.payer.code}"`);
      expect(page).toContain(`href="#manad/${keys.payer.code}/${keys.period}"`);
      expect(lines.lines.some((line) => at(line.payer[0]) === keys.payer.code && at(line.period) === keys.period)).toBe(
        true,
      );
    }
    expect(new Set(lines.lines.map(({ id }) => id)).size).toBe(lines.lines.length);
  });

  test("a group below its limit is shown too, with what it came to and no charge", () => {
    const below = request.run.result.groups.filter(({ outcome }) => outcome === "below-limit");
    const lines = packed<LinesData>("rader");
    const without = lines.lines.filter(({ b }) => b?.charged === false);
    expect(below.length).toBeGreaterThan(5);
    expect(without.length).toBe(below.length);
    expect(without.every(({ b }) => (b?.steps.length ?? 0) > 2)).toBe(true);
    expect(page).toContain(`${below.length} grupper kom inte över gränsen.`);
  });

  test("the episodes behind a mean bring exactly its days", () => {
    const lines = packed<LinesData>("rader");
    const episodes = packed<EpisodesData>("episoder");
    let means = 0;
    request.run.result.lines.forEach(({ steps }, index) => {
      const mean = steps.find(({ name }) => name === "medeldagar")?.value;
      if (mean?.kind !== "quantity") return;
      const flat = episodes.of[index]?.b ?? [];
      const days = flat
        .filter((_, at) => at % 2 === 1)
        .reduce((sum, text) => sum + Number.parseInt(episodes.texts[text] ?? "", 10), 0);
      const records = lines.lines[index]?.b?.records ?? 0;
      expect(flat.length).toBe(records * 2);
      expect(BigInt(days) * mean.exact.under).toBe(mean.exact.over * BigInt(records));
      means += 1;
    });
    expect(means).toBeGreaterThan(10);
  });
});

describe("the workbook", () => {
  test("recomputes each line by formulas that name the columns of one side", async () => {
    const book = new excel.Workbook();
    await book.xlsx.load(Uint8Array.from(bytesOf(report.files, "korning.xlsx")).buffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      "Läs mig",
      "Total",
      "Betalare",
      "Perioder",
      "Fakturarader",
      "Vårdtillfällen",
      "Avvikelser",
      "Klausuler",
      "Oklarheter",
      "Bevis",
    ]);
    const sheet = book.getWorksheet("Fakturarader");
    const heads = Array.from({ length: 17 }, (_, at) => String(sheet?.getCell(1, at + 1).value));
    expect(heads).not.toContain("Sida");
    expect(heads.slice(6)).toEqual([
      "Dagar",
      "Vårdtillfällen",
      "Medeldagar",
      "Gräns",
      "Över gränsen",
      "Gånger",
      "Mängd",
      "Pris (kr)",
      "Belopp, formel (kr)",
      "Belopp, avtal (kr)",
      "Skillnad (kr)",
    ]);
    expect(sheet?.getCell("O2").value).toMatchObject({ formula: "ROUND(ROUND(M2*N2,8),2)" });
    expect(sheet?.getCell("I2").value).toMatchObject({ formula: "G2/H2" });
    expect(sheet?.getCell("Q2").value).toMatchObject({ formula: "O2-P2" });
  });
});

describe("what must not be", () => {
  test("F07: a sum that does not tie out turns the report red, and is said", async () => {
    const { run } = request;
    const broken = await runReport({
      ...request,
      run: { ...run, facts: { ...run.facts, rows: run.facts.rows + 1 } },
    });
    expect([report.tiesOut, broken.tiesOut]).toEqual([true, false]);
    expect(textOf(broken, "korning.html")).toContain("STÄMMER INTE");
    expect(page).not.toContain('class="box bad"');
  });

  test("F08: the same run gives the same bytes", async () => {
    const again = await runReport(request);
    for (const { name } of report.files) {
      expect(bytesOf(again.files, name).equals(bytesOf(report.files, name)), name).toBe(true);
    }
  });
});

describe("avtal run --report", () => {
  const asked = { maxRefused: "0", format: "table" } as const;

  async function reported(name: string, more: object): Promise<{ code: number; said: string }> {
    const heard = listening("sv");
    const options = { ...asked, data, report: join(folder, name), ...more };
    const code = await runCommand("stockholm", options, heard.terminal);
    return { code, said: plain(heard.said()) };
  }

  async function verified(name: string): Promise<{ code: number; out: string; said: string }> {
    const heard = listening("sv");
    const code = await verify(join(folder, name), { data }, heard.terminal);
    return { code, out: plain(heard.out()), said: plain(heard.said()) };
  }

  test("writes five files, and verify makes them all again", async () => {
    const { code, said } = await reported("ut", {});
    expect([code, said.includes("Rapporten ligger i")]).toEqual([0, true]);
    const names = readdirSync(join(folder, "ut")).sort();
    expect(names).toEqual(["evidence.json", "fakturarader.csv", "korning.html", "korning.xlsx", "lines.csv"]);
    expect(readFileSync(join(folder, "ut/korning.html"), "utf8")).toMatch(
      /avtal run stockholm --data .*--report rapport/,
    );
    const again = await verified("ut");
    expect([again.code, again.said]).toEqual([0, ""]);
    expect(again.out).toMatch(/^Samma resultat, öre för öre: [\d ]+,\d\d kr på \d+ rader\./);
  });

  test("an edited page is found, and an edited entry of its evidence", async () => {
    const path = join(folder, "ut/evidence.json");
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.replace(/"lines": \d+/, '"lines": 1'));
    const entry = await verified("ut");
    writeFileSync(path, text);
    expect([entry.code, entry.said.includes("AV8606")]).toEqual([1, true]);
    writeFileSync(join(folder, "ut/korning.html"), `${readFileSync(join(folder, "ut/korning.html"), "utf8")} `);
    const page = await verified("ut");
    expect([page.code, page.said.includes("AV8602")]).toEqual([1, true]);
  });

  test("a folder that exists is refused before anything is read, and so is one folder for two things", async () => {
    const taken = await reported("ut", {});
    expect([taken.code, taken.said.includes("AV9209")]).toEqual([2, true]);
    const same = await reported("ny", { out: join(folder, "ny") });
    expect([same.code, same.said.includes("AV9213")]).toEqual([2, true]);
    expect(readdirSync(folder)).toEqual(["ut"]);
  });

  test("data that stay in a database have no report", async () => {
    const { code, said } = await reported("ny", { data: "postgres://värd/db?table=t" });
    expect([code, said.includes("--report")]).toEqual([2, true]);
  });
});
