// The report of a comparison: it ties out, it is inert, it is the same each time, and it holds what it promises.

import { inflateRawSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import type { Ore } from "@avtal/runtime/result";
import { comparisonReport, type Report, type ReportRequest } from "@avtal/report/comparison-report";
import type { EpisodesData } from "@avtal/report/drill-down/episodes-data";
import type { LinesData } from "@avtal/report/drill-down/lines-data";
import { kronor } from "@avtal/report/numbers";
import { sample } from "../compare/sides.ts";
import { bytesOf, requestFor, textOf, wording } from "./reported.ts";

let request: ReportRequest;
let report: Report;
let page = "";

beforeAll(async () => {
  const months = { from: 2022 * 12, through: 2022 * 12 + 2 };
  const data = await sample({ agreement: "stockholm", episodes: 900, seed: 11, ...months });
  request = await requestFor(data, wording("2020-01-01"), wording("2021-11-01"));
  report = await comparisonReport(request);
  page = textOf(report, "jamforelse.html");
});

function packed<Data>(id: string): Data {
  const base64 = new RegExp(`id="${id}">([^<]*)<`).exec(page)?.[1] ?? "";
  return JSON.parse(inflateRawSync(Buffer.from(base64, "base64")).toString("utf8"));
}

describe("the page", () => {
  test("says first what the difference means in kronor", () => {
    const { difference } = request.comparison.total;
    expect(difference).toBeGreaterThan(0n);
    expect(page).toContain(`<p class="says">B kostar betalarna ${kronor(difference)} kr mer än A.</p>`);
    expect(page.indexOf('class="says"')).toBeLessThan(page.indexOf("<table"));
    expect(page).toContain('<html lang="sv">');
  });

  test("F10: asks nobody for anything, and its policy lets nothing else in", () => {
    expect(page).toMatch(/Content-Security-Policy" content="default-src &#39;none&#39;; script-src &#39;sha256-/);
    expect(page).not.toMatch(/unsafe|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
    expect(page).not.toMatch(/ (src|style|on[a-z]+)="/);
    expect(page).not.toMatch(/<(link|img|iframe|object|base|form)\b/);
  });

  test("has a table for every drawing, each with a caption and heads with scope", () => {
    expect(page.match(/<figure>/g)?.length).toBe(4);
    expect(page.match(/<caption>/g)?.length).toBe(page.match(/<table>/g)?.length);
    expect(page).not.toMatch(/<th>/);
  });

  test("in English the words change and the numbers do not", async () => {
    const english = textOf(await comparisonReport({ ...request, lang: "en" }), "jamforelse.html");
    expect(english).toContain(`B costs the payers ${kronor(request.comparison.total.difference)} kr more than A.`);
    expect(english).toContain('<html lang="en">');
    expect(english).not.toMatch(/Avstämning|Betalare|Skillnad/);
  });
});

describe("every level from the total to the episodes", () => {
  test("each payer has its place, each of its periods an address, and each period its lines", () => {
    const lines = packed<LinesData>("rader");
    const at = (place: number): string => lines.texts[place] ?? "";
    for (const { payer, period } of request.comparison.payerPeriods) {
      expect(page).toContain(`id="betalare-${payer.code}"`);
      expect(page).toContain(`href="#manad/${payer.code}/${period}"`);
      expect(lines.lines.some((line) => at(line.payer[0]) === payer.code && at(line.period) === period)).toBe(true);
    }
    expect(lines.lines.length).toBe(request.comparison.lines.length);
    expect(new Set(lines.lines.map(({ id }) => id)).size).toBe(lines.lines.length);
  });

  test("a line shows its clauses with the quoted words, and both sides, the one without a charge too", () => {
    const lines = packed<LinesData>("rader");
    expect(lines.clauses.some(([, , quote]) => quote >= 0)).toBe(true);
    expect(lines.lines.some(({ a }) => a?.charged === false)).toBe(true);
  });

  test("the episodes of a mean bring exactly its days: none is missing and none is another's", () => {
    const lines = packed<LinesData>("rader");
    const episodes = packed<EpisodesData>("episoder");
    const brought = (flat: readonly number[]): number =>
      flat
        .filter((_, index) => index % 2 === 1)
        .reduce((sum, text) => sum + Number.parseInt(episodes.texts[text] ?? "", 10), 0);
    let means = 0;
    request.comparison.lines.forEach(({ lineB }, index) => {
      const mean = lineB?.steps.find(({ name }) => name === "medeldagar")?.value;
      if (lineB?.place.rule !== "genomsnitt" || mean?.kind !== "quantity") return;
      const own = episodes.of[index];
      const flat = own?.b ?? own?.a ?? [];
      const records = lines.lines[index]?.b?.records ?? 0;
      expect(flat.length).toBe(records * 2);
      expect(BigInt(brought(flat)) * mean.exact.under).toBe(mean.exact.over * BigInt(records));
      means += 1;
    });
    expect(means).toBeGreaterThan(10);
  });

  test("no episode has a price; what the line had been without one is counted anew", () => {
    const lines = packed<LinesData>("rader");
    const episodes = packed<EpisodesData>("episoder");
    const day = (text: number): bigint => BigInt(Number.parseInt(episodes.texts[text] ?? "", 10));
    let checked = 0;
    request.comparison.lines.forEach(({ lineB }, index) => {
      const own = episodes.of[index];
      if (lineB?.place.rule !== "genomsnitt" || own === undefined) return;
      const flat = (own.b ?? own.a).filter((_, at) => at % 2 === 1).map(day);
      const [sum, count] = [flat.reduce((all, one) => all + one, 0n), BigInt(flat.length)];
      const stayed = BigInt(flat.filter((one) => one >= 1n).length);
      for (const [text, amount] of Object.entries(own.withoutB)) {
        const days = day(Number(text));
        // ((sum − d) / (count − 1) − 1,3) × (episodes with a day) × 9 300 kr, in öre, halves up.
        const over = ((sum - days) * 10n - 13n * (count - 1n)) * (stayed - (days >= 1n ? 1n : 0n)) * 930_000n;
        const under = 10n * (count - 1n);
        const ore = over <= 0n ? 0n : (over * 2n + under) / (under * 2n);
        expect(amount).toBe(kronor(ore as Ore));
        checked += 1;
      }
    });
    expect(checked).toBeGreaterThan(50);
    expect(lines.lines.length).toBeGreaterThan(0);
  });
});

describe("what must not be", () => {
  test("F07: sums that do not tie out turn the report red, and are said", async () => {
    const [first, ...rest] = request.comparison.payers;
    if (first === undefined) throw new Error("no payer");
    const wrong = { ...first, b: (first.b + 1n) as Ore, difference: (first.difference + 1n) as Ore };
    const broken = await comparisonReport({
      ...request,
      comparison: { ...request.comparison, payers: [wrong, ...rest] },
    });
    expect([report.tiesOut, broken.tiesOut]).toEqual([true, false]);
    expect(textOf(broken, "jamforelse.html")).toContain('class="box bad"');
    expect(textOf(broken, "jamforelse.html")).toContain("STÄMMER INTE");
    expect(page).not.toContain('class="box bad"');
  });

  test("F08: the same comparison gives the same bytes", async () => {
    const again = await comparisonReport(request);
    for (const { name } of report.files) {
      expect(bytesOf(again.files, name).equals(bytesOf(report.files, name)), name).toBe(true);
    }
  });
});
