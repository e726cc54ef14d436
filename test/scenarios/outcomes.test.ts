// What nobody has said of a wording: kept in the outcome file, noticed when it moves, accepted with a reason.

import { describe, expect, test } from "vitest";
import { acceptedOutcomes, type Tested } from "@avtal/replay/scenarios/test-scenarios";
import { reasonFrom } from "@avtal/replay/scenarios/matrix/outcome-file";
import { caseName, isPassed } from "@avtal/replay/scenarios/matrix/case-result";
import { placesOf, testText, withFile } from "./own-folder-programs.ts";

const background = `avtal: prov
bakgrund: { folkbokföringskommun: Huddinge, vårdform: somatisk, inskrivningstid: 2019-12-01 08:00, vårdkontakt-utsedd: ja }
`;

/** Four days: 18 600 kr by the first wording, 25 110 kr by the second. */
const text = `avtal: prov
scenarier:
  - namn: Fyra dagar
    klausul: 2
    vårdtillfällen:
      - { underrättelse: 2022-04-04 09:00, utskrivningstid: 2022-04-08 15:00 }
    förväntat:
      2021-11-01: 25 110,00 kr
  - namn: Ingen dag
    klausul: 2
    vårdtillfällen:
      - { underrättelse: 2022-04-04 09:00, utskrivningstid: 2022-04-04 15:00 }
    tolkningar:
      - faktor: alla
        förväntat:
          2021-11-01: ingen debitering
`;

/** A limit lowered by a draft, from a day of its own. */
const draft = withFile(
  "2022-03-01.avtal",
  `språk sv

ändring gräns-1-2 av prov
  utkast
  från och med 2022-03-01

värde gräns
  från och med 2022-03-01: 1,2 dagar   enligt texten 2
`,
);

const header = acceptedHeader();

describe("without an outcome file", () => {
  test("the first wording is not reviewed, and a wording that gives the same as the one before follows it", () => {
    expect(statuses(testText(text, { background }))).toEqual([
      "Fyra dagar · 2020-01-01: new",
      "Fyra dagar · 2021-11-01: held",
      "Ingen dag · 2020-01-01: new",
      "Ingen dag · 2021-11-01: followed",
      "Ingen dag · 2020-01-01, faktor=alla: new",
      "Ingen dag · 2021-11-01, faktor=alla: held",
    ]);
  });

  test("accepting writes a line for each, sorted, with the reason, and then all is reviewed", () => {
    const outcomes = accepted(testText(text, { background }), "första genomgången");
    expect(outcomes).toBe(
      header +
        "Fyra dagar · 2020-01-01 · Huddinge 2022-04 genomsnitt 2 dagar = 18 600,00 kr · första genomgången\n" +
        "Ingen dag · 2020-01-01 · ingen debitering · första genomgången\n" +
        "Ingen dag · 2020-01-01, faktor=alla · ingen debitering · första genomgången\n",
    );
    const again = testText(text, { background, outcomes });
    expect(again.files.flatMap(({ results }) => results).every(isPassed)).toBe(true);
    expect(accepted(again, "annat skäl")).toBe(outcomes);
  });
});

describe("a draft that lowers the limit", () => {
  const outcomes = accepted(testText(text, { background }), "första genomgången");
  const drafted = testText(text, { background, outcomes, over: draft });

  test("moves exactly the cases whose outcome changes, by how much", () => {
    const moved = drafted.files.flatMap(({ results }) => results.filter((result) => !isPassed(result)));
    expect(moved.map(({ of: one, more, mismatches }) => [caseName(one), more, mismatches[0]?.actual.sv])).toEqual([
      ["2022-03-01", 93_000n, "Huddinge 2022-04 genomsnitt 2,8 dagar = 26 040,00 kr"],
    ]);
  });

  test("is accepted as one line, and the other lines keep their reasons", () => {
    const now = accepted(drafted, "beslut VIS 2022-02-15");
    const added = now.split("\n").filter((line) => !outcomes.includes(line));
    expect(added).toEqual([
      "Fyra dagar · 2022-03-01 · Huddinge 2022-04 genomsnitt 2,8 dagar = 26 040,00 kr · beslut VIS 2022-02-15",
    ]);
    expect(
      statuses(testText(text, { background, outcomes: now, over: draft })).filter((one) => /: kept/.test(one)),
    ).toHaveLength(4);
  });

  test("withdrawn again leaves a line that belongs to no case, and accepting removes it", () => {
    const now = accepted(drafted, "beslut VIS 2022-02-15");
    const back = testText(text, { background, outcomes: now });
    expect(back.files[0]?.leftOver.map(({ wording }) => wording)).toEqual(["2022-03-01"]);
    expect(back.files.flatMap(({ results }) => results).every(isPassed)).toBe(true);
    expect(accepted(back, "återtaget")).toBe(outcomes);
  });
});

test("an outcome that is no longer what the file says has changed, until it is accepted anew", () => {
  const outcomes = accepted(testText(text, { background }), "första genomgången");
  const other = outcomes.replace("18 600,00", "18 500,00");
  const changed = testText(text, { background, outcomes: other });
  const failing = changed.files.flatMap(({ results }) => results.filter((result) => !isPassed(result)));
  expect(failing.map(({ status, more, yardstick }) => ({ status, more, yardstick }))).toEqual([
    { status: "changed", more: 10_000n, yardstick: "Huddinge 2022-04 genomsnitt 2 dagar = 18 500,00 kr" },
  ]);
  expect(accepted(changed, "rättat")).toBe(
    outcomes.replace("18 600,00 kr · första genomgången", "18 600,00 kr · rättat"),
  );
});

test("a line that is none of four parts is a problem with its place", () => {
  const outcomes = `${header}Fyra dagar · 2020-01-01 · ingen debitering\n<<<<<<< HEAD\n`;
  expect(placesOf(testText(text, { background, outcomes }).problems, outcomes)).toEqual(["3:1 AV8201", "4:1 AV8201"]);
});

test("nothing to keep is no file", () => {
  const first = text.slice(0, text.indexOf("  - namn: Ingen dag"));
  const stated = first.replace("2021-11-01: 25", "2020-01-01: 18 600,00 kr\n      2021-11-01: 25");
  const [file] = testText(stated, { background }).files;
  expect(file?.results).toHaveLength(2);
  expect(file === undefined ? "" : acceptedOutcomes(file, "skäl")).toBeUndefined();
});

test("a reason stands on one line, without the sign that divides the parts", () => {
  expect(reasonFrom("  beslut ·\nVIS ")).toBe("beslut - VIS");
  expect(reasonFrom(" \n ")).toBeUndefined();
});

function statuses({ files }: Tested): string[] {
  return files.flatMap(({ results }) =>
    results.map(({ of: one, status }) => `${one.scenario.name} · ${caseName(one)}: ${status}`),
  );
}

function accepted({ files, problems }: Tested, reason: string): string {
  expect(problems).toEqual([]);
  const [file] = files;
  return (file === undefined ? undefined : acceptedOutcomes(file, reason)) ?? "";
}

function acceptedHeader(): string {
  const whole = accepted(testText(text, { background }), "skäl");
  return whole
    .split("\n")
    .filter((line) => line.startsWith("#"))
    .map((line) => `${line}\n`)
    .join("");
}
