// Family B of the bad inputs: what YAML could do to a scenario file, each entry by its number.

import { mkdtempSync, rmSync, truncateSync, writeFileSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readScenarioFiles } from "@avtal/replay/scenarios/files";
import { withoutIdentityNumbers } from "@avtal/replay/scenarios/read/identity-numbers";
import { fileFromText } from "@avtal/replay/scenarios/read/file-from-plain";
import { goodFile, placesOf, testText, wordsOf } from "./own-folder-programs.ts";

/** Places of the problems of the good file with one text replaced. */
function after(from: string, to: string): string[] {
  expect(goodFile).toContain(from);
  const text = goodFile.replace(from, to);
  return placesOf(testText(text).problems, text);
}

test("the file that these tests change holds", () => {
  const { problems, files } = testText(goodFile);
  expect(problems).toEqual([]);
  expect(files.flatMap(({ results }) => results.map(({ status }) => status))).toEqual(Array(4).fill("held"));
});

describe("B01 alias bombs, anchors and aliases", () => {
  test("are refused at their first sign, in less than 50 ms and 50 MB", () => {
    const layers = Array.from({ length: 30 }, (_, n) => `l${n + 1}: &l${n + 1} [${"*l" + n + ", ".repeat(1)}*l${n}]`);
    const text = `l0: &l0 [a, a]\n${layers.join("\n")}\n`;
    fileFromText({ path: "warm.yaml", text: goodFile });
    const before = process.memoryUsage().heapUsed;
    const start = process.hrtime.bigint();
    const { problems } = fileFromText({ path: "bomb.yaml", text });
    const milliseconds = Number((process.hrtime.bigint() - start) / 1_000_000n);
    expect(placesOf(problems, text)).toEqual(["1:5 AV8002"]);
    expect(milliseconds).toBeLessThan(500);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(50_000_000);
  });

  test("a single anchor and a single alias are each named", () => {
    expect(after("namn: Fyra dagar", "namn: &x Fyra dagar")).toEqual(["11:11 AV8002"]);
    expect(after("namn: Fyra dagar", "namn: *x")).toEqual(["11:11 AV8002"]);
  });
});

test("B02 `__proto__` and `constructor` are keys that nobody knows, and no object is changed", () => {
  expect(after("    klausul: 2 punkt 1\n", "    klausul: 2 punkt 1\n    __proto__: { x: 1 }\n")).toEqual([
    "13:5 AV8007",
  ]);
  expect(after("  ålder: 80", "  constructor: { prototype: { x: 1 } }")).toEqual(["8:16 AV8009"]);
  expect(after("  ålder: 80", "  __proto__: 80")).toEqual(["8:3 AV8102"]);
  expect(Object.hasOwn(Object.prototype, "x")).toBe(false);
});

test("B03 a key twice is said with both places, also where the second is in English", () => {
  for (const second of ["klausul: 5", "clause: 5"]) {
    const text = goodFile.replace("    värden:\n", `    ${second}\n    värden:\n`);
    const { problems } = testText(text);
    expect(placesOf(problems, text)).toEqual(["13:5 AV8003"]);
    const [place] = problems[0]?.related ?? [];
    expect(text.slice(place?.span.start, place?.span.end)).toBe("klausul");
  }
  expect(after("  ålder: 80", "  ålder: 80\n  ålder: 81")).toEqual(["9:3 AV8003"]);
});

describe("B04 what YAML reads as something else is taken as the fact's own kind or refused", () => {
  test.each([
    ["  vårdkontakt-utsedd: ja", "  vårdkontakt-utsedd: on", "7:23 AV8103"],
    ["  vårdkontakt-utsedd: ja", "  vårdkontakt-utsedd: 1", "7:23 AV8103"],
    ["  ålder: 80", "  ålder: 1e3", "8:10 AV8103"],
    ["  ålder: 80", "  ålder: 0o14", "8:10 AV8103"],
    ["  ålder: 80", "  ålder: 80.0", "8:10 AV8103"],
    ["underrättelse: 2022-04-04 09:00", "underrättelse: 12:00", "19:24 AV8103"],
    ["  folkbokföringskommun: Huddinge", "  folkbokföringskommun: 0126", "4:25 AV8114"],
    ["  vårdform: somatisk", "  vårdform: true", "5:13 AV8114"],
    ["period: 2022-04", "period: 2022-13", "26:21 AV8112"],
    ["antal: 2", "antal: 2.0", "18:16 AV8009"],
    ["antal: 2", "antal: 0o2", "18:16 AV8009"],
    ["it-stödet: 2021-03-01", "it-stödet: 12:00", "16:18 AV8108"],
  ])("%s → %s", (from, to, place) => {
    expect(after(from, to)).toEqual([place]);
  });

  test("`true` and `false` are yes and no, and a whole number is an age", () => {
    expect(after("  vårdkontakt-utsedd: ja", "  vårdkontakt-utsedd: true")).toEqual([]);
    expect(after("  ålder: 80", "  ålder: 65")).toEqual([]);
  });
});

test("B05 a local time that the clock skips is refused as in a data file", () => {
  const text = goodFile.replace("2022-04-04 09:00", "2026-03-29 02:30").replace("2022-04-08 15:00", "2026-03-30 15:00");
  const { problems } = testText(text);
  expect(placesOf(problems, text)).toEqual(["19:24 AV8103"]);
  expect(wordsOf(problems)).toContain("AV9104");
});

describe("B06 a scenario must be able to fail", () => {
  const without = goodFile.slice(0, goodFile.indexOf("    förväntat:\n"));
  test.each([
    ["no expectation", without, ["11:11 AV8011"]],
    ["an empty one", `${without}    förväntat:\n`, ["21:5 AV8011"]],
    ["empty braces", `${without}    förväntat: {}\n`, ["21:5 AV8011"]],
    ["a wording with nothing", `${without}    förväntat:\n      2020-01-01:\n`, ["22:7 AV8011"]],
    ["an empty list of lines", `${without}    förväntat:\n      2020-01-01:\n        rader: []\n`, ["23:16 AV8012"]],
    ["an empty list of scenarios", "avtal: prov\nscenarier: []\n", ["2:12 AV8012"]],
    ["no scenarios", "avtal: prov\n", ["1:1 AV8008"]],
  ])("%s", (_, text, places) => {
    expect(placesOf(testText(text).problems, text)).toEqual(places);
  });
});

test("B07 a misspelt key gets the nearest right one, with its fix", () => {
  for (const [from, to, wanted] of [
    ["    förväntat:\n      2020", "    förväntad:\n      2020", "förväntat"],
    ["    klausul:", "    klasul:", "klausul"],
    ["            belopp:", "            beolpp:", "belopp"],
    ["    klausul:", "    claus:", "clause"],
  ] as const) {
    expect(goodFile).toContain(from);
    const { problems } = testText(goodFile.replace(from, to));
    const unknown = problems.find(({ code }) => code === "AV8007");
    expect(unknown?.fixes[0]?.edits[0]?.text).toBe(wanted);
    expect(unknown?.advice.sv).toBe(`Menade du \`${wanted}\`?`);
  }
});

describe("B08 a binary number is never money, a quantity or a fraction", () => {
  test.each([
    ["belopp: 50 220,00 kr", "belopp: 50220.00", "50 220,00 kr"],
    ["belopp: 50 220,00 kr", "belopp: 50220", "50 220 kr"],
    ["mängd: 5,4 dagar", "mängd: 5.4", "5,4 dagar"],
    ["pris: 9 300 kr/dygn", "pris: 9300", "9 300 kr/dygn"],
  ])("%s → %s", (from, to, repaired) => {
    const text = goodFile.replace(from, to);
    const { problems } = testText(text);
    expect(problems.map(({ code }) => code)).toEqual(["AV8010"]);
    expect(problems[0]?.fixes[0]?.edits[0]?.text).toBe(repaired);
  });

  test("a number too large for a binary one stays what was written", () => {
    const text = goodFile.replace("37 200,00 kr", "90 071 992 547 409,93 kr");
    const [file] = testText(text).files;
    expect(file?.results[0]?.mismatches[0]?.expected.sv).toBe("90 071 992 547 409,93 kr");
    const unquoted = goodFile.replace("37 200,00 kr", "9007199254740993");
    expect(wordsOf(testText(unquoted).problems)).toContain("9007199254740993");
  });
});

test("B09 tags are refused", () => {
  for (const tag of ["!!js/function", "!!binary", "!x", "!!str"]) {
    expect(after("namn: Fyra dagar", `namn: ${tag} Fyra`)).toEqual(["11:11 AV8002"]);
  }
});

describe("B10 size and form of the file", () => {
  test("several documents and directives are refused", () => {
    expect(after("avtal: prov\n", "avtal: prov\n---\navtal: prov\n")).toEqual(["2:1 AV8002"]);
    expect(after("avtal: prov\n", "%YAML 1.1\n---\navtal: prov\n")).toEqual(["1:1 AV8002"]);
  });

  test("a tab is refused wherever it stands", () => {
    expect(after("  - namn: Fyra dagar", "\t- namn: Fyra dagar")).toEqual(["11:1 AV8004"]);
    expect(after("namn: Fyra dagar", "namn: Fyra\tdagar")).toEqual(["11:15 AV8004"]);
  });

  test("a text of more than a million characters, and one of a thousand levels, are refused unread", () => {
    expect(placesOf(testText(`avtal: prov\n# ${"x".repeat(1_000_000)}`).problems, "")).toEqual(["1:1 AV8005"]);
    const deep = `avtal: ${"[".repeat(1000)}${"]".repeat(1000)}\n`;
    expect(placesOf(testText(deep).problems, deep)).toEqual(["1:32 AV8005"]);
    const indented = `${Array.from({ length: 100 }, (_, n) => `${" ".repeat(n)}a:`).join("\n")}\n`;
    expect(placesOf(testText(indented).problems, indented)).toEqual(["82:1 AV8005"]);
  });

  test("a file of 100 MB is refused by its size", () => {
    const folder = mkdtempSync(join(tmpdir(), "avtal-"));
    try {
      mkdirSync(join(folder, "scenarios"));
      writeFileSync(join(folder, "scenarios/stor.yaml"), "avtal: prov\n");
      truncateSync(join(folder, "scenarios/stor.yaml"), 100_000_000);
      const { problems, texts } = readScenarioFiles(folder, () => true);
      expect(problems.map(({ code }) => code)).toEqual(["AV8005"]);
      expect(texts.scenarios).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("bytes that are no UTF-8, and a link, are refused", () => {
    const folder = mkdtempSync(join(tmpdir(), "avtal-"));
    try {
      mkdirSync(join(folder, "scenarios"));
      writeFileSync(join(folder, "scenarios/latin.yaml"), Buffer.from("avtal: j\xf6nk\xf6ping\n", "latin1"));
      const { problems } = readScenarioFiles(folder, () => true);
      expect(problems.map(({ code, headline }) => `${code} ${headline.sv}`)).toEqual([
        "AV8016 Filen är inte UTF-8 (byte 8).",
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("B11 what looks like an identity number is refused and never repeated", () => {
  // Made of parts, so that no such number stands in the repository.
  const numbers = [
    "19121212" + "-1212",
    "19121212" + "1212",
    "121212" + "-1212",
    "121212+" + "1212",
    "19121272" + "1212",
  ];

  test.each([...numbers, "121212" + " 1212", "19121212" + "T123"])("number %#", (number) => {
    for (const text of [goodFile.replace("Fyra dagar", `Patienten ${number}`), `${goodFile}# ${number}\n`]) {
      const { problems, scenarios } = testText(text);
      expect(problems.map(({ code }) => code)).toEqual(["AV8006"]);
      expect(scenarios).toEqual([]);
      expect(JSON.stringify(problems)).not.toContain(number);
      expect(withoutIdentityNumbers(text)).not.toContain(number);
    }
  });

  test("dates, amounts, moments and pseudonyms are not taken for one", () => {
    const text =
      "2022-04-04 09:00 11 160,00 kr 2020-01-01–10-31 v-80121 HSN 2019-1416 0126-2022-03-genomsnitt 10000000000";
    expect(withoutIdentityNumbers(text)).toBe(text);
  });
});
