// Every command once, as users start it, in a folder that `avtal init` made.

import ts from "typescript";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { avtal, entry, plain, root, type Ended } from "./avtal.ts";

let folder = "";
const here = (...words: readonly string[]): Ended => avtal(words, { cwd: folder });
const inData = (name: string): string => join(folder, name);

const header = "id;municipality;admitted_at;admission_notice_at;ready_notice_at;discharged_at";
const good = "v-1;0001;2025-03-01T10:00;2025-03-01T11:00;2025-03-05T09:00;2025-03-10T14:00";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "avtal-cli-"));
  expect(here("init").code).toBe(0);
  writeFileSync(inData("mars.csv"), `${header}\n${good}\n`);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("check", () => {
  test("the agreement that init writes has no problem", () => {
    const { code, out, err } = here("granska");
    expect([code, out]).toEqual([0, ""]);
    expect(plain(err)).toContain("2 filer, 0 fel, 0 varningar. Citaten är inte prövade");
  });

  test("--strict refuses its assumption", () => {
    const { code, out } = here("check", "--strict");
    expect(code).toBe(2);
    expect(out).toContain("agreements/exempel/2025-01-01.avtal:");
  });

  test("--json is versioned and gives places and both languages", () => {
    const broken = avtalFolder({
      "fel.avtal": 'språk sv\nordlista fel "Fel"\nvärde gräns i dagar\n  från och med 2025-01-01: 1.3 dagar\n',
    });
    const { code, out } = avtal(["check", broken, "--json"]);
    const found = JSON.parse(out);
    expect([code, found.formatVersion]).toEqual([2, 1]);
    expect(found.problems[0]).toMatchObject({ severity: "error", line: 4 });
    expect(Object.keys(found.problems[0].headline)).toEqual(["sv", "en"]);
  });

  test("--fix makes the fixes that can only be one way", () => {
    const text = 'språk sv\nordlista fel "Fel"\nvärde gräns i dagar\n  från och med 2025-01-01: 1.3 dagar\n';
    const broken = avtalFolder({ "fel.avtal": text });
    const { err } = avtal(["check", broken, "--fix"]);
    expect(err).toContain("1 rättning gjord.");
    expect(readFileSync(join(broken, "fel.avtal"), "utf8")).toBe(text.replace("1.3", "1,3"));
    expect(readdirSync(broken)).toEqual(["fel.avtal"]);
  });

  test("A23: --seal writes avtal.lock, and a sealed text that means something else is refused", () => {
    const place = mkdtempSync(join(folder, "seal-"));
    expect(avtal(["init"], { cwd: place }).code).toBe(0);
    expect(avtal(["check", "--seal"], { cwd: place }).code).toBe(0);
    const path = join(place, "agreements/exempel/2025-01-01.avtal");
    writeFileSync(path, readFileSync(path, "utf8").replace("3 dagar", "4 dagar"));
    const { code, out } = avtal(["check"], { cwd: place });
    expect([code, out.includes("AV2040")]).toEqual([2, true]);
  });

  test("a folder without agreements is said", () => {
    const { code, out } = avtal(["check"], { cwd: mkdtempSync(join(folder, "tom-")) });
    expect([code, out.includes("AV9303")]).toEqual([2, true]);
  });

  function avtalFolder(files: Readonly<Record<string, string>>): string {
    const made = mkdtempSync(join(folder, "egen-"));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(made, name), text);
    return made;
  }
});

describe("format", () => {
  const path = "agreements/exempel/2025-01-01.avtal";

  test("what init writes is laid out; a file that is not is named, changed, and then as it was", () => {
    expect(here("formatera", "--check")).toMatchObject({ code: 0, out: "" });
    const text = readFileSync(inData(path), "utf8");
    writeFileSync(inData(path), text.replaceAll("\n  ", "\n      ").replaceAll("\n", "\r\n"));
    expect(here("format", "--check")).toMatchObject({ code: 1, out: `${path}\n` });
    expect(here("format")).toMatchObject({ code: 0, out: `${path}\n` });
    expect(readFileSync(inData(path), "utf8")).toBe(text);
  });

  test("--language prints the other keywords and changes no file", () => {
    const text = readFileSync(inData(path), "utf8");
    const { code, out } = here("format", "--language", "en", path);
    expect([code, out.startsWith("language en\n"), out.includes("rule ersättning")]).toEqual([0, true, true]);
    expect(readFileSync(inData(path), "utf8")).toBe(text);
    expect(here("format", "--language", "fi").code).toBe(2);
  });

  test("a file with mistakes is left alone, and they are said", () => {
    const text = readFileSync(inData(path), "utf8");
    writeFileSync(inData(path), text.replace("när betaldagar", "när ("));
    const { code, out, err } = here("format");
    writeFileSync(inData(path), text);
    expect([code, out, /AV1\d{3}/.test(err)]).toEqual([2, "", true]);
  });
});

describe("run", () => {
  test("five ready days less three grace days are two days of 10 000 kr", () => {
    const { code, out, err } = here("kör", "exempel", "--data", "mars.csv");
    expect([code, err]).toEqual([0, ""]);
    expect(plain(out)).toContain("ska 1 betalare betala 20 000,00 kr för utskrivna 2025-03 – 2025-03.");
    expect(plain(out)).toContain("0001-2025-03-ersättning-v-1   Exempelstad   2,00 dagar");
    expect(plain(out)).toContain(
      "Avstämning: 1 vårdtillfällen = 1 i en regel + 0 inte debiterade + 0 obestämda + 0 avvisade.",
    );
  });

  test("in English the words change and the numbers do not", () => {
    const { out } = here("run", "exempel", "--data", "mars.csv", "--lang", "en");
    expect(plain(out)).toContain("1 payer pays 20 000,00 kr for discharges 2025-03 – 2025-03.");
  });

  test("csv-sv is what Swedish Excel reads, csv what programs read", () => {
    const swedish = here("run", "exempel", "--data", "mars.csv", "--format", "csv-sv").out;
    expect(swedish.startsWith('\ufeff"Rad";')).toBe(true);
    expect(swedish.endsWith(';2,000000;2;1;"dagar";10000,00;20000,00\r\n')).toBe(true);
    const programs = here("run", "exempel", "--data", "mars.csv", "--format", "csv").out;
    expect(programs.endsWith(',2.000000,2,1,"dagar",10000.00,20000.00\n')).toBe(true);
  });

  test("--json has the documented keys in their order", () => {
    const result = JSON.parse(here("run", "exempel", "--data", "mars.csv", "--json", "--statistics").out);
    expect(Object.keys(result).slice(0, 13)).toEqual([
      ...["formatVersion", "agreement", "wording", "meaningHash", "mode", "supplied", "preliminaryReadings"],
      ...["assumptions", "lines", "groups", "notCharged", "undecided", "refused"],
    ]);
    expect(result).toMatchObject({
      formatVersion: 1,
      agreement: "exempel",
      wording: null,
      mode: "in-force",
      assumptions: 1,
    });
    expect(result.accounting).toEqual({ recordsIn: 1, inRule: 1, notCharged: 0, undecided: 0, refused: 0 });
    expect(result.figures).toEqual([]);
  });

  test("--out writes the folder whole, and explain reads a line from it", () => {
    const { code, err } = here("run", "exempel", "--data", "mars.csv", "--out", "ut");
    expect([code, err.includes("Hela resultatet ligger i ut/.")]).toEqual([0, true]);
    expect(readdirSync(inData("ut")).sort()).toEqual([
      "fakturarader.csv",
      "lines.csv",
      "manifest.json",
      "refused.csv",
      "result.json",
      "traces.jsonl",
    ]);
    expect([statSync(inData("ut")).mode & 0o777, statSync(inData("ut/result.json")).mode & 0o777]).toEqual([
      0o700, 0o600,
    ]);
    const explained = here("förklara", "0001-2025-03-ersättning-v-1", "--run", "ut");
    expect(explained.code).toBe(0);
    expect(plain(explained.out)).toContain("betaldagar = klara-dagar - fristdagar = 5 dagar − 3 dagar = 2 dagar");
    expect(here("run", "exempel", "--data", "mars.csv", "--out", "ut").err).toContain("AV9209");
    expect(here("explain", "0001-2025-03-ersättning-v-2", "--run", "ut").err).toContain("AV9212");
    writeFileSync(inData("ut/traces.jsonl"), "");
    expect(here("explain", "0001-2025-03-ersättning-v-1", "--run", "ut").err).toContain("AV9211");
  });

  test("a folder that exists is refused before anything is read", () => {
    const { code, err } = here("run", "exempel", "--data", "finns-inte.csv", "--out", "agreements");
    expect([code, err.includes("AV9209"), err.includes("AV9001")]).toEqual([2, true, false]);
  });

  test("more refused rows than allowed: exit 3 and no result", () => {
    writeFileSync(inData("fel.csv"), `${header}\n${good}\n${good.replace("v-1", "v-2").replace("0001", "0009")}\n`);
    const refused = here("run", "exempel", "--data", "fel.csv", "--out", "ut-fel");
    expect([refused.code, refused.out]).toEqual([3, ""]);
    expect(plain(refused.err)).toContain("fel.csv rad 3, municipality: AV9110");
    expect(plain(refused.err)).toMatch(/AV9201[^]*1 av 2 rader avvisades, och 0 är tillåtet\./);
    expect(readdirSync(folder)).not.toContain("ut-fel");
    const allowed = here("run", "exempel", "--data", "fel.csv", "--max-refused", "1", "--json");
    expect(allowed.code).toBe(0);
    expect(JSON.parse(allowed.out).refused).toEqual([{ row: 3, code: "AV9110", column: "municipality" }]);
    expect(JSON.parse(allowed.out).accounting).toMatchObject({ recordsIn: 2, inRule: 1, refused: 1 });
  });

  test("C01: no rows is an empty result that says so", () => {
    writeFileSync(inData("tom.csv"), `${header}\n`);
    const { code, out, err } = here("run", "exempel", "--data", "tom.csv");
    expect(code).toBe(0);
    expect(err).toContain("AV9019");
    expect(plain(out)).toContain("ska ingen betala något. Bygger på");
  });

  test.each([
    [["run", "exmpel", "--data", "mars.csv"], "AV9204"],
    [["run", "exempel@mars", "--data", "mars.csv"], "AV9205"],
    [["run", "exempel@2019-01-01", "--data", "mars.csv"], "AV9205"],
    [["run", "exempel", "--data", "mars.csv", "--reading", "a=b"], "AV9206"],
    [["run", "exempel", "--data", "mars.csv", "--event", "a=2025-01-01"], "AV9207"],
    [["run", "exempel", "--data", "mars.csv", "--set", "a=1"], "AV9208"],
    [["run", "exempel", "--data", "mars.csv", "--set", "fristdagar=1.5 dagar"], "AV9208"],
    [["run", "exempel", "--data", "mars.csv", "--from", "mars"], "AV9213"],
    [["run", "exempel", "--data", "mars.csv", "--columns", "saknas.yaml"], "AV9001"],
    [["explain", "AV0000"], "AV9213"],
    [["explain", "en-rad", "--run", "agreements"], "AV9211"],
  ])("avtal %s is refused with %s", (words, code) => {
    const ended = avtal(words, { cwd: folder });
    expect([ended.code, ended.out]).toEqual([2, ""]);
    expect(ended.err).toContain(code);
  });
});

test("data check says what it found and refuses by the same rules", () => {
  const { code, out } = here("data", "check", "mars.csv");
  expect(code).toBe(0);
  expect(plain(out)).toContain("1 rad: 1 går att köra, 0 avvisade");
  writeFileSync(inData("fel2.csv"), `${header}\n${good.replace("09:00", "9.00")}\n`);
  const bad = here("data", "granska", "fel2.csv", "--json");
  expect(bad.code).toBe(3);
  expect(JSON.parse(bad.out)).toMatchObject({
    formatVersion: 1,
    readable: true,
    refused: [{ row: 2, code: "AV9103" }],
  });
});

test("data sample is the same for the same seed, and its file is not overwritten", () => {
  const sample = ["data", "sample", "--episodes", "50", "--from", "2025-01", "--to", "2025-03", "--out"];
  expect(here(...sample, "a.csv").code).toBe(0);
  expect(here(...sample, "b.csv", "--seed", "1").code).toBe(0);
  expect(here(...sample, "c.csv", "--seed", "2").code).toBe(0);
  const [a, b, c] = ["a.csv", "b.csv", "c.csv"].map((name) => readFileSync(inData(name), "utf8"));
  expect([a === b, a === c]).toEqual([true, false]);
  expect(here(...sample, "a.csv").err).toContain("AV9209");
  expect(here("run", "exempel", "--data", "mars.csv").code).toBe(0);
});

test("versions, build and doctor", () => {
  expect(here("lydelser", "exempel").out).toContain("exempel@2025-01-01");
  expect(JSON.parse(here("versions", "exempel", "--json").out)).toMatchObject({
    formatVersion: 1,
    agreement: "exempel",
  });
  expect(here("versions", "vårdtillfället").out).toBe(
    "`vårdtillfället` är en ordlista och har inga lydelser: dess värden följer dagarna i de dokument som använder den.\n",
  );
  expect(JSON.parse(here("versions", "vårdtillfället", "--json").out)).toMatchObject({
    meaningHash: null,
    wordings: [],
  });
  expect(here("bygg", "--target", "json", "--out", "byggt").out).toBe("byggt/exempel.json\n");
  expect(JSON.parse(readFileSync(inData("byggt/exempel.json"), "utf8"))).toMatchObject({ main: "exempel" });
  expect(JSON.parse(here("doctor", "--json").out).formatVersion).toBe(1);
});

test("build writes a module that imports only the built runtime and compiles under strict", () => {
  expect(here("build", "exempel", "--target", "typescript", "--out", "modul").out).toBe("modul/exempel.ts\n");
  const module = readFileSync(inData("modul/exempel.ts"), "utf8");
  expect(module.match(/^\} from "[^"]+"/gm)).toEqual(['} from "@avtal/runtime"']);
  // Beside node_modules, so that `@avtal/runtime` is found as a consumer finds it: by its dist.
  const beside = join(root, ".cache", "built-module");
  mkdirSync(beside, { recursive: true });
  const path = join(beside, "exempel.ts");
  try {
    writeFileSync(path, module);
    const program = ts.createProgram([path], {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      lib: ["lib.es2023.d.ts"],
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noEmit: true,
    });
    expect(program.getSourceFiles().some((file) => file.fileName.endsWith("runtime/dist/runtime.d.ts"))).toBe(true);
    const found = ts.getPreEmitDiagnostics(program);
    expect(found.map((one) => ts.flattenDiagnosticMessageText(one.messageText, " "))).toEqual([]);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
});

describe("what was typed", () => {
  test("help is given in both languages and ends well", () => {
    for (const words of [["--help"], [], ["run", "--help"], ["data", "--help"]]) {
      const { code, out } = here(...words);
      expect([code, /vårdtillfällen \/|Kommandon \/ Commands/.test(out)]).toEqual([0, true]);
    }
  });

  test.each([
    [["rnu"], "Menade du `run`?"],
    [["run", "exempel"], "måste anges"],
    [["run", "exempel", "--data", "mars.csv", "--formt", "csv"], "Menade du `--format`?"],
    [["run", "exempel", "--data", "mars.csv", "--format", "pdf"], "Det som finns är table, json, csv, csv-sv."],
    [["--lang", "de", "check"], "Det som finns är sv, en."],
    [["data"], "Kommandot behöver ett ord till: `avtal data check`, `avtal data sample`."],
    [["bygg", "--target", "sql"], "Skriv `avtal bygg --help`"],
    [["check", "agreements/borta"], "AV9001"],
    [["format", "borta.avtal"], "AV9001"],
    [["test", "borta"], "AV9001"],
    [["check", "--sources", "borta"], "AV9001"],
    [["versions"], "fattas"],
  ])("avtal %s is exit code 2 with advice", (words, advice) => {
    const { code, out, err } = avtal(words, { cwd: folder });
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(advice);
  });
});

test("D03: neither the host's zone nor its language changes a byte", () => {
  const hosts = [
    { TZ: "UTC", LANG: "C" },
    { TZ: "Europe/Stockholm", LANG: "sv_SE.UTF-8" },
    { TZ: "America/Los_Angeles", LANG: "tr_TR.UTF-8" },
    { TZ: "Pacific/Kiritimati", LC_ALL: "en_US.UTF-8" },
  ];
  const results = hosts.map(
    (env) => avtal(["run", "exempel", "--data", "mars.csv", "--json"], { cwd: folder, env }).out,
  );
  expect(results[0]?.length).toBeGreaterThan(500);
  expect(new Set(results).size).toBe(1);
});

test("G12: whoever stops reading ends the command quietly, and an interrupt ends it at once", async () => {
  const closed = spawn(process.execPath, [entry, "run", "exempel", "--data", "mars.csv", "--json"], { cwd: folder });
  let err = "";
  closed.stderr.on("data", (text: Buffer) => (err += text.toString()));
  closed.stdout.destroy();
  expect(await codeOf(closed)).toBe(0);
  expect(err).not.toContain("at ");

  const interrupted = spawn(process.execPath, [entry, "run", "exempel", "--data", "mars.csv"], { cwd: folder });
  await new Promise((resolve) => setTimeout(resolve, 150));
  interrupted.kill("SIGINT");
  expect(await codeOf(interrupted)).toBe("SIGINT");
});

/** The exit code, or the signal that ended it. */
function codeOf(child: ReturnType<typeof spawn>): Promise<number | string | null> {
  return new Promise((resolve) => child.on("close", (code, signal) => resolve(code ?? signal)));
}
