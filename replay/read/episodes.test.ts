// Family C of the numbered bad inputs: each entry that concerns a data file, by its number.

import { gzipSync } from "node:zlib";
import { appendFileSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { MISSING, NO, NOT_KNOWN, YES } from "@avtal/runtime/columns";
import { dayFromText } from "@avtal/runtime/calendar";
import {
  csvOf,
  faultsOf,
  goodRow,
  idsOf,
  inFolder,
  readPath,
  readRows,
  readText,
  valueAt,
  wordsOf,
} from "../../test/harness/data-file.ts";
import { openFile } from "./open-file.ts";

test("a plausible row is read with every kind of column", async () => {
  const reading = await readRows([
    { ...goodRow, sip_summons_date: "2022-03-06", age_at_discharge: "81", hospital: "Ersta" },
  ]);
  expect(faultsOf(reading)).toEqual([]);
  expect(idsOf(reading)).toEqual(["v-1"]);
  expect(valueAt(reading, "municipality")).toBe("0126");
  expect(valueAt(reading, "care_type")).toBe("somatic");
  expect(valueAt(reading, "ready_notice_at")).toBe(`${dayFromText("2022-03-05")} ${9 * 3600 + 30 * 60}`);
  expect(valueAt(reading, "care_contact")).toBe(YES);
  expect(valueAt(reading, "sip_needed")).toBe(NO);
  expect(valueAt(reading, "sip_summons_date")).toBe(dayFromText("2022-03-06"));
  expect(valueAt(reading, "age_at_discharge")).toBe(81);
  expect(valueAt(reading, "hospital")).toBe("Ersta");
  expect(valueAt(reading, "placing_municipality")).toBe(MISSING);
});

describe("C01: nothing in the file", () => {
  test("a header without rows is an empty result with a warning", async () => {
    const reading = await readRows([]);
    expect(reading.kind === "read" && [reading.columns.count, reading.warnings.map((one) => one.code)]).toEqual([
      0,
      ["AV9019"],
    ]);
  });

  test("an empty file is refused", async () => {
    expect(faultsOf(await readText(""))).toEqual(["1 - AV9010"]);
    expect(faultsOf(await readText("\ufeff"))).toEqual(["1 - AV9010"]);
  });
});

describe("C02: columns", () => {
  test("every missing column is named at once", async () => {
    const text = csvOf([goodRow]).replace("admitted_at", "x").replace("care_contact", "carecontact");
    expect(faultsOf(await readText(text))).toEqual(["- admitted_at AV9011", "- care_contact AV9011"]);
    expect(wordsOf(await readText(text))).toContain("Kolumn 8 heter nästan så");
  });

  test("a column that stands twice is refused, also under its Swedish name", async () => {
    const text = csvOf([goodRow]).replace("sip_summons_date", "vårdform");
    expect(faultsOf(await readText(text))).toContain("- care_type AV9012");
  });

  test("order does not matter, and Swedish names are taken", async () => {
    const text = csvOf([goodRow]).replace("municipality", "Folkbokföringskommun").replace("id;", "\ufeffid;");
    const turned = `${text
      .trimEnd()
      .split("\n")
      .map((line) => line.replace("\ufeff", "").split(";").reverse().join(";"))
      .join("\n")}\n`;
    expect(valueAt(await readText(text), "municipality")).toBe("0126");
    expect(valueAt(await readText(turned), "municipality")).toBe("0126");
  });

  test("a file without a header is refused and its first row stays unsaid", async () => {
    const reading = await readText("v-1;Anna Andersson;0126\nv-2;Berit Berg;0126\n");
    expect(faultsOf(reading)).toEqual(["1 - AV9010"]);
    expect(wordsOf(reading)).not.toContain("Anna");
  });

  test("a description renames columns and is refused where it does not fit", async () => {
    const text = csvOf([goodRow]).replace("ready_notice_at", "USK tid");
    const renamed = new Map([["ready_notice_at", "usk TID"]]);
    expect(faultsOf(await readText(text, { renamed }))).toEqual([]);
    expect(faultsOf(await readText(csvOf([goodRow]), { renamed }))).toEqual(["- - AV9018"]);
  });
});

describe("C03: separators", () => {
  test("rows with another separator than the header are refused", async () => {
    const [header = "", row = ""] = csvOf([goodRow]).split("\n");
    expect(faultsOf(await readText(`${header}\n${row.replaceAll(";", ",")}\n`))).toEqual(["2 - AV9013"]);
  });

  test("a decimal comma in a comma-separated file makes a row of too many fields", async () => {
    const text = csvOf([{ ...goodRow, hospital: "1,5" }], ",");
    expect(faultsOf(await readText(text))).toEqual(["2 - AV9101"]);
  });

  test("comma and semicolon are both read; tabs are refused", async () => {
    expect(faultsOf(await readText(csvOf([goodRow], ",")))).toEqual([]);
    expect(faultsOf(await readText(csvOf([goodRow], "\t")))).toEqual(["1 - AV9013"]);
  });
});

test("C04: Windows-1252 is told by its bytes, with the row", async () => {
  const text = csvOf([goodRow, { ...goodRow, id: "v-2", hospital: "Årsta" }]);
  const reading = await readText(Buffer.from(text, "latin1"));
  expect(faultsOf(reading)).toEqual(["3 - AV9005"]);
  expect(wordsOf(reading)).toContain("(C5) är inte UTF-8. Filen ser ut att vara Windows-1252.");
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
  expect(faultsOf(await readText(wide))).toEqual(["- - AV9004"]);
});

test("C05: a quotation mark that is never closed points at row 3 with its column", async () => {
  const rows = Array.from({ length: 5_000 }, (_, index) => ({ ...goodRow, id: `v-${index}` }));
  const text = csvOf(rows).replace("\nv-1;0126", '\nv-1;"0126');
  expect(faultsOf(await readText(text))).toEqual(["3 municipality AV9007"]);
});

describe("C06: the last row", () => {
  test("a row that was cut off refuses the whole file", async () => {
    const text = csvOf([goodRow, { ...goodRow, id: "v-2" }]);
    expect(faultsOf(await readText(text.slice(0, -40)))).toEqual(["3 - AV9009"]);
  });

  test("a whole row without a line break is taken with a warning", async () => {
    const reading = await readText(csvOf([goodRow]).trimEnd());
    expect(reading.kind === "read" && reading.warnings.map((one) => one.code)).toEqual(["AV9020"]);
    expect(idsOf(reading)).toEqual(["v-1"]);
  });
});

test("C07: quoted fields are read by RFC 4180, NUL and lone carriage returns are refused", async () => {
  const reading = await readText(csvOf([{ ...goodRow, hospital: '"Sjukhuset; ""Norra"""' }]));
  expect(valueAt(reading, "hospital")).toBe('Sjukhuset; "Norra"');
  expect(faultsOf(await readText(csvOf([{ ...goodRow, hospital: "a\0b" }])))).toEqual(["2 - AV9006"]);
  expect(faultsOf(await readText(csvOf([{ ...goodRow, hospital: "a\rb" }])))).toEqual(["2 - AV9008"]);
  expect(faultsOf(await readText(csvOf([{ ...goodRow, hospital: '"a\nb"' }])))).toEqual(["2 hospital AV9118"]);
});

test("C08: a huge field or 100 000 columns are refused", async () => {
  expect(faultsOf(await readText(csvOf([{ ...goodRow, hospital: "x".repeat(5_000_000) }])))).toEqual(["2 - AV9014"]);
  expect(faultsOf(await readText(`id${";x".repeat(100_000)}\n`))).toEqual(["1 - AV9014"]);
});

test("C09: packed files are refused unopened, bombs too", async () => {
  expect(faultsOf(await readText(gzipSync(Buffer.alloc(50_000_000))))).toEqual(["- - AV9004"]);
  expect(faultsOf(await readText(Buffer.from("PK\x03\x04 workbook")))).toEqual(["- - AV9004"]);
});

describe("C10: what spreadsheets do", () => {
  test.each([
    ["id", "2.00001E+11", "AV9114"],
    ["id", "2,00001E+11", "AV9114"],
    ["municipality", "126", "AV9110"],
    ["sip_summons_date", "1900-02-29", "AV9107"],
    ["sip_summons_date", "2027-02-29", "AV9106"],
    ["sip_summons_date", "45000", "AV9114"],
    ["ready_notice_at", "44621.427083", "AV9114"],
    ["age_at_discharge", "81,0", "AV9112"],
  ])("%s damaged to %s", async (column, text, code) => {
    expect(faultsOf(await readRows([{ ...goodRow, [column]: text }]))).toEqual([`2 ${column} ${code}`]);
  });
});

describe("C11: the same id again", () => {
  test("every row of the id is refused, since none is known to be right", async () => {
    const reading = await readRows([goodRow, { ...goodRow, id: "v-2" }, { ...goodRow, care_type: "psychiatric" }]);
    expect(faultsOf(reading)).toEqual(["2 id AV9115", "4 id AV9115"]);
    expect(idsOf(reading)).toEqual(["v-2"]);
  });

  test.each([
    ["ids that are counted up, from nine to ten too", ["v-8", "v-9", "v-10", "v-11"], []],
    ["the same id twice in a row", ["v-8", "v-9", "v-9", "v-10"], [3, 4]],
    ["an id that comes again after longer ones", ["v-9", "v-10", "v-9", "v-11"], [2, 4]],
    ["an id that begins as the one before it", ["v-9", "v-90", "v-9"], [2, 4]],
    ["falling ids", ["v-3", "v-2", "v-1"], []],
  ])("%s", async (_, ids, refused) => {
    const reading = await readRows(ids.map((id) => ({ ...goodRow, id })));
    expect(faultsOf(reading)).toEqual(refused.map((row) => `${row} id AV9115`));
    expect(idsOf(reading)).toEqual(ids.filter((_id, at) => !refused.includes(at + 2)));
  });

  test("identical rows count once where the description says so, and only they", async () => {
    const identicalRows = "drop";
    const reading = await readRows([goodRow, goodRow, { ...goodRow, id: "v-2" }], { identicalRows });
    expect([idsOf(reading), faultsOf(reading)]).toEqual([["v-1", "v-2"], []]);
    expect(reading.kind === "read" && reading.facts.identicalRows).toBe(1);
    const differing = await readRows([goodRow, { ...goodRow, hospital: "Ersta" }], { identicalRows });
    expect(faultsOf(differing)).toEqual(["2 id AV9115", "3 id AV9115"]);
  });
});

describe("C12: events in an impossible order", () => {
  test.each([
    [{ discharged_at: "2022-03-05T09:29" }, "discharged_at"],
    [{ ready_notice_at: "2022-03-01T10:14" }, "ready_notice_at"],
    [{ ready_withdrawn_at: "2022-03-04T09:30" }, "ready_withdrawn_at"],
    [{ ready_withdrawn_at: "2022-03-06T09:30", ready_reissued_at: "2022-03-06T09:29" }, "ready_reissued_at"],
  ])("%o", async (change, column) => {
    expect(faultsOf(await readRows([{ ...goodRow, ...change }]))).toEqual([`2 ${column} AV9116`]);
  });

  test("two events at the same moment are in order", async () => {
    expect(faultsOf(await readRows([{ ...goodRow, discharged_at: "2022-03-05T09:30:00" }]))).toEqual([]);
  });
});

describe("C13: overlapping stays of one patient", () => {
  const first: Readonly<Record<string, string>> = { ...goodRow, patient: "p-1" };

  test("both rows are refused", async () => {
    const second = { ...first, id: "v-2", admitted_at: "2022-03-04T08:00" };
    const other = { ...first, id: "v-3", patient: "p-2" };
    expect(faultsOf(await readRows([first, second, other]))).toEqual(["2 admitted_at AV9117", "3 admitted_at AV9117"]);
  });

  test("a stay that begins when the other ends does not overlap", async () => {
    const second = {
      ...first,
      id: "v-2",
      admitted_at: first.discharged_at ?? "",
      ready_notice_at: "2022-03-08T08:00",
      discharged_at: "2022-03-09T08:00",
    };
    expect(faultsOf(await readRows([second, first]))).toEqual([]);
  });

  test("an open stay lasts, and a long one covers several after it", async () => {
    const open = { ...first, discharged_at: "" };
    const later = { ...first, id: "v-2", admitted_at: "2022-03-20T08:00", ready_notice_at: "", discharged_at: "" };
    const last = { ...later, id: "v-3", admitted_at: "2022-04-20T08:00" };
    expect(faultsOf(await readRows([last, open, later]))).toHaveLength(3);
  });
});

test("C14: an open episode is read with its discharge missing", async () => {
  const reading = await readRows([{ ...goodRow, discharged_at: "" }]);
  expect([faultsOf(reading), valueAt(reading, "discharged_at")]).toEqual([[], `${MISSING} 0`]);
});

describe("C15: dates that cannot be right", () => {
  test.each([
    ["admitted_at", "1899-01-01T10:00"],
    ["discharged_at", "2200-01-01T10:00"],
    ["discharged_at", "2062-03-07T14:00"],
  ])("%s %s", async (column, text) => {
    expect(faultsOf(await readRows([{ ...goodRow, [column]: text }]))).toEqual([`2 ${column} AV9107`]);
  });
});

describe("C16: payers", () => {
  test("an unknown municipality and a lost leading zero are refused, each with its own words", async () => {
    expect(faultsOf(await readRows([{ ...goodRow, municipality: "9999" }]))).toEqual(["2 municipality AV9110"]);
    const lost = await readRows([{ ...goodRow, municipality: "180" }]);
    expect(faultsOf(lost)).toEqual(["2 municipality AV9110"]);
    expect(wordsOf(lost)).toContain("en inledande nolla kan ha fallit bort");
  });

  test("a district is taken on the days when it existed", async () => {
    const before = {
      ...goodRow,
      municipality: "Stockholms stad",
      admitted_at: "2020-06-01T10:00",
      ready_notice_at: "2020-06-03T10:00",
      discharged_at: "2020-06-04T10:00",
    };
    const over = { ...before, id: "v-2", discharged_at: "2020-07-04T10:00" };
    const rows = [
      { ...before, district: "Älvsjö" },
      { ...over, district: "Hägersten-Älvsjö" },
      { ...goodRow, id: "v-3", municipality: "0180", district: "Älvsjö" },
    ];
    const reading = await readRows(rows);
    expect(faultsOf(reading)).toEqual(["4 district AV9111"]);
    expect(valueAt(reading, "municipality")).toBe("0180");
    expect([valueAt(reading, "district", 0), valueAt(reading, "district", 1)]).toEqual([
      "sthlm-alvsjo",
      "sthlm-hagersten-alvsjo",
    ]);
  });

  test("a name that two payers had is settled by the days, or refused where both existed", async () => {
    const now = { ...goodRow, municipality: "0180", district: "hägersten" };
    const meeting = {
      ...now,
      id: "v-2",
      admitted_at: "2020-06-20T10:00",
      ready_notice_at: "2020-06-30T10:00",
      discharged_at: "2020-07-02T10:00",
    };
    const reading = await readRows([now, meeting]);
    expect([valueAt(reading, "district"), faultsOf(reading)]).toEqual([
      "sthlm-hagersten-alvsjo",
      ["3 district AV9111"],
    ]);
  });

  test("decomposed letters are the same name", async () => {
    const reading = await readRows([{ ...goodRow, municipality: "Jönköping".normalize("NFD") }]);
    expect(valueAt(reading, "municipality")).toBe("0680");
  });
});

describe("C17: times with and without offset in one column", () => {
  const rows = [
    goodRow,
    { ...goodRow, id: "v-2", ready_notice_at: "2022-03-05T08:30:00Z" },
    { ...goodRow, id: "v-3", ready_notice_at: "2022-03-05T09:30:00+01:00" },
  ];

  test("the column is refused with the first row of each sort", async () => {
    const reading = await readRows(rows);
    expect(faultsOf(reading)).toEqual(["3 ready_notice_at AV9015"]);
    expect(wordsOf(reading)).toContain("Rad 2 har en tid utan avstånd till UTC och rad 3 en med");
  });

  test("Z and offsets both name an instant; the description may allow local times beside them", async () => {
    expect(faultsOf(await readRows(rows.slice(1)))).toEqual([]);
    const allowed = await readRows(rows, { mixedTimes: new Set(["ready_notice_at"]) });
    expect([0, 1, 2].map((at) => valueAt(allowed, "ready_notice_at", at))).toEqual(
      Array.from({ length: 3 }, () => valueAt(allowed, "ready_notice_at")),
    );
  });
});

test("C18, edge case 7: a local time in the hour that is skipped is refused", async () => {
  const row = { ...goodRow, admitted_at: "2026-03-20T10:00", discharged_at: "2026-03-30T10:00" };
  expect(faultsOf(await readRows([{ ...row, ready_notice_at: "2026-03-29T02:30" }]))).toEqual([
    "2 ready_notice_at AV9104",
  ]);
  expect(faultsOf(await readRows([{ ...row, ready_notice_at: "2026-03-29T01:30:00Z" }]))).toEqual([]);
});

describe("C19, edge case 8: the hour that comes twice", () => {
  const row = {
    ...goodRow,
    admitted_at: "2026-10-20T10:00",
    ready_notice_at: "2026-10-25T02:30",
    discharged_at: "2026-10-27T10:00",
  };

  test("one local time in it is accepted, because its date is the same, and counted", async () => {
    const reading = await readRows([row]);
    expect(faultsOf(reading)).toEqual([]);
    expect(valueAt(reading, "ready_notice_at")).toBe(`${dayFromText("2026-10-25")} 9000`);
    expect(reading.kind === "read" && reading.facts.repeatedHour).toBe(1);
  });

  test("a withdrawal in the same hour makes the order unclear", async () => {
    expect(faultsOf(await readRows([{ ...row, ready_withdrawn_at: "2026-10-25T02:45" }]))).toEqual([
      "2 ready_withdrawn_at AV9105",
    ]);
  });

  test("with offsets the order is known, and refused only where the clock turns it round", async () => {
    const zoned = { ...row, ready_notice_at: "2026-10-25T00:30:00Z" };
    expect(faultsOf(await readRows([{ ...zoned, ready_withdrawn_at: "2026-10-25T01:45:00Z" }]))).toEqual([]);
    const turned = await readRows([{ ...zoned, ready_withdrawn_at: "2026-10-25T01:15:00Z" }]);
    expect(faultsOf(turned)).toHaveLength(1);
  });
});

describe("C20: times that are not declared", () => {
  test.each([
    ["2022-03-05T24:00", "AV9104"],
    ["2022-03-05T23:59:60", "AV9104"],
    ["22-03-05T10:00", "AV9103"],
    ["2022-03-05", "AV9103"],
    ["5/3/2022 10:00", "AV9103"],
    ["2022-03-05T10:61", "AV9104"],
    ["2022-02-30T10:00", "AV9104"],
  ])("%s", async (text, code) => {
    expect(faultsOf(await readRows([{ ...goodRow, ready_notice_at: text }]))).toEqual([`2 ready_notice_at ${code}`]);
  });
});

describe("C24, C25, C26: identity numbers", () => {
  // The published test numbers of Skatteverket, and numbers that cannot exist.
  const numbers = [
    "19121212-1212",
    "191212121212",
    "121212+1212",
    "1212121212",
    "19990101-0000",
    "199913011234",
    "19700167-2391",
    "7001672391",
    "20991231-1234",
    "19450102-K123",
  ];

  test.each(numbers)("%s is refused as id and as patient, and never repeated", async (number) => {
    for (const column of ["id", "patient"]) {
      const reading = await readRows([{ ...goodRow, [column]: number }]);
      expect(faultsOf(reading)).toEqual([`2 ${column} AV9113`]);
      expect(wordsOf(reading)).not.toContain(number);
    }
  });

  test("running numbers and pseudonyms are taken", async () => {
    const ids = ["1", "v-80121", "200001", "9f3b2c77-1a2b", "A1212121212", "2203010000001"];
    expect(idsOf(await readRows(ids.map((id) => ({ ...goodRow, id }))))).toEqual(ids);
  });
});

test("C29: columns that nobody asked for are not read, and only their numbers are told", async () => {
  const row = { ...goodRow, anteckning: "Anna Andersson 19121212-1212" };
  const reading = await readRows([row]);
  expect(faultsOf(reading)).toEqual([]);
  expect(reading.kind === "read" && reading.facts.ignored).toEqual([12]);
  expect(JSON.stringify(reading)).not.toContain("Anna");
});

describe("C30: files that are not what they seem", () => {
  test("a folder, a link, a pipe and a missing file are refused", async () => {
    await inFolder(async (folder) => {
      mkdirSync(join(folder, "mapp"));
      writeFileSync(join(folder, "fil.csv"), csvOf([goodRow]));
      symlinkSync(join(folder, "fil.csv"), join(folder, "länk.csv"));
      execFileSync("mkfifo", [join(folder, "rör")]);
      expect(faultsOf(await readPath(join(folder, "mapp")))).toEqual(["- - AV9002"]);
      expect(faultsOf(await readPath(join(folder, "länk.csv")))).toEqual(["- - AV9002"]);
      expect(faultsOf(await readPath(join(folder, "rör")))).toEqual(["- - AV9002"]);
      expect(faultsOf(await readPath("/dev/zero"))).toEqual(["- - AV9002"]);
      expect(faultsOf(await readPath(join(folder, "ingen.csv")))).toEqual(["- - AV9001"]);
    });
  });

  test("a file that grows or is replaced while it is read is refused", async () => {
    await inFolder((folder) => {
      const path = join(folder, "fil.csv");
      writeFileSync(path, csvOf([goodRow]));
      const grows = openFile(path);
      expect(grows.ok).toBe(true);
      if (!grows.ok) return;
      const window = Buffer.alloc(100_000);
      while (grows.file.next(window, 0) > 0);
      appendFileSync(path, "mer\n");
      expect(grows.file.finish().problem?.code).toBe("AV9003");
      grows.file.close();

      const replaced = openFile(path);
      expect(replaced.ok).toBe(true);
      if (!replaced.ok) return;
      while (replaced.file.next(window, 0) > 0);
      rmSync(path);
      writeFileSync(path, `${csvOf([goodRow])}mer\n`);
      expect(replaced.file.finish().problem?.code).toBe("AV9003");
      replaced.file.close();
    });
  });
});

describe("cells that say nothing a rule could use", () => {
  test.each([
    ["care_contact", "1", "AV9108"],
    ["care_contact", "kanske", "AV9108"],
    ["care_type", "akut", "AV9109"],
    ["id", "", "AV9102"],
    ["id", " v-1", "AV9118"],
    ["id", "x".repeat(201), "AV9118"],
    ["id", "Anna Andersson", "AV9118"],
    ["patient", "Åsa", "AV9118"],
    ["age_at_discharge", "131", "AV9112"],
    ["age_at_discharge", "-1", "AV9112"],
  ])("%s: %o", async (column, text, code) => {
    expect(faultsOf(await readRows([{ ...goodRow, [column]: text }]))).toEqual([`2 ${column} ${code}`]);
  });

  test("yes and no are taken in both languages and any case, empty is not known", async () => {
    const words = ["true", "TRUE", "ja", "Nej", "false", ""];
    const reading = await readRows(words.map((word, at) => ({ ...goodRow, id: `v-${at}`, care_contact: word })));
    expect(words.map((_, at) => valueAt(reading, "care_contact", at))).toEqual([YES, YES, YES, NO, NO, NOT_KNOWN]);
  });
});

test("at most a hundred rows are put in words, and all are counted", async () => {
  const rows = Array.from({ length: 250 }, (_, at) => ({ ...goodRow, id: `v-${at}`, municipality: "9999" }));
  const reading = await readRows(rows);
  expect(reading.kind === "read" && [reading.refused.rows.length, reading.refused.details.length]).toEqual([250, 100]);
});

test("a refused row leaves nothing behind in the row that follows", async () => {
  const reading = await readRows([
    { ...goodRow, ready_withdrawn_at: "2022-03-06T10:00", sip_summons_date: "igår" },
    { ...goodRow, id: "v-2" },
  ]);
  expect(faultsOf(reading)).toEqual(["2 sip_summons_date AV9106"]);
  expect([idsOf(reading), valueAt(reading, "ready_withdrawn_at")]).toEqual([["v-2"], `${MISSING} 0`]);
});

test("no message repeats a cell, whatever stands in it", async () => {
  const marker = "Markus Markörsson";
  for (const column of Object.keys(goodRow)) {
    const reading = await readRows([{ ...goodRow, [column]: `${marker} ` }]);
    expect(faultsOf(reading)).toHaveLength(1);
    expect(wordsOf(reading)).not.toContain("Mark");
  }
});
