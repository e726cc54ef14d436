import { describe, expect, test } from "vitest";
import { documentsFrom, workspaceOf, type Texts } from "../resolve/test-documents.ts";
import { checkLock } from "./check.ts";
import { lockText, sealsFrom } from "./seals.ts";

const base = `överenskommelse prov "Prov" gäller från och med 2020-01-01 tills vidare
källa text "Texten" fil "texten.txt"
värde gräns i dagar från och med 2020-01-01: 2,0 dagar enligt text 12.3 citat "två dagar"
regel a
  gäller vårdtillfällen
  krävs x
  följer utskrivningsdatum
regel b gäller vårdtillfällen ingen debitering
utelämnat "Samverkan" enligt text 4
`;

function lockOf(texts: Texts): string {
  return lockText(documentsFrom(texts).documents);
}

describe("the seal of a text", () => {
  const sealed = lockOf({ "a.avtal": base });

  test.each([
    ["comments and layout", base.replaceAll("\n", "\n\n  # en anmärkning\n")],
    [
      "CRLF, a mark first in the file and no last line break (A03)",
      `\uFEFFspråk sv\r\n${base.trimEnd().replaceAll("\n", "\r\n")}`,
    ],
    ["decomposed letters (A04)", base.normalize("NFD")],
    ["a title", base.replace(`prov "Prov"`, `prov "Ett annat namn"`)],
    ["a quote", base.replace("två dagar", "2,0 dagar")],
    ["where a source lies", base.replace("texten.txt", "annan.txt")],
    ["needless parentheses and zeros", base.replace("2,0 dagar", "(2 dagar)")],
    ["what is left out", base.replace("Samverkan", "Något annat")],
    [
      "the order of a rule's lines",
      base.replace("krävs x\n  följer utskrivningsdatum", "följer utskrivningsdatum\n  krävs x"),
    ],
  ])("is blind to %s", (_, text) => {
    expect(lockOf({ "a.avtal": text })).toBe(sealed);
  });

  test("is the same in both keyword tables", () => {
    const english = `language en
agreement prov "Prov" in force from and including 2020-01-01 until further notice
source text "Texten"
value gräns in days from and including 2020-01-01: 2,0 days under text 12.3
rule a applies to care episodes requires x follows utskrivningsdatum
rule b applies to care episodes no charge
left out "Samverkan" under text 4
`;
    expect(lockOf({ "a.avtal": english })).toBe(sealed);
  });

  test.each([
    ["a number", base.replace("2,0 dagar", "2,1 dagar")],
    ["a clause", base.replace("12.3", "12.4")],
    ["a date", base.replace("gäller från och med 2020-01-01", "gäller från och med 2020-01-02")],
    ["a condition", base.replace("krävs x", "krävs y")],
    ["the order of rules", base.replace(/(regel a[\s\S]*)(regel b.*\n)/, "$2$1")],
  ])("sees %s", (_, text) => {
    expect(lockOf({ "a.avtal": text })).not.toBe(sealed);
  });

  test("of the base is not broken by an amendment, which has its own once it is decided", () => {
    const draft = `ändring x av prov utkast från och med 2021-01-01 värde gräns från och med 2021-01-01: 1 dag`;
    expect(lockOf({ "a.avtal": base, "b.avtal": draft })).toBe(sealed);
    const decided = draft.replace("utkast", `beslut "Nämnden" 2020-12-01`);
    const lines = lockOf({ "a.avtal": base, "b.avtal": decided }).trimEnd().split("\n");
    expect(lines.slice(0, -1).join("\n")).toBe(sealed.trimEnd());
    expect(lines.at(-1)).toMatch(/^prov\/x 2021-01-01 [0-9a-f]{64}$/);
  });
});

describe("avtal.lock", () => {
  const decided = `ändring x av prov beslut "Nämnden" 2020-12-01 från och med 2021-01-01 värde gräns från och med 2021-01-01: 1 dag`;
  const lock = lockOf({ "a.avtal": base, "b.avtal": decided });

  test("reads back as it was written", () => {
    const { seals, unreadable } = sealsFrom(lock);
    expect(seals.map(({ text, from }) => `${text} ${from}`)).toEqual(["prov 2020-01-01", "prov/x 2021-01-01"]);
    expect(unreadable).toEqual([]);
    expect(sealsFrom(lock.replaceAll("\n", "\r\n")).seals).toEqual(seals);
  });

  test("finds nothing in texts that mean what they meant, nor in those that are not sealed", () => {
    expect(codes({ "a.avtal": base, "b.avtal": decided }, lock)).toEqual([]);
    expect(codes({ "a.avtal": base, "b.avtal": decided }, undefined)).toEqual([]);
    expect(codes({ "a.avtal": base, "b.avtal": decided }, "")).toEqual([]);
    expect(codes({ "c.avtal": base.replace("prov", "annan") }, lock)).toEqual([]);
  });

  test("A23: a sealed text that means something else is AV2040, at its name", () => {
    const changed = { "a.avtal": base.replace("2,0 dagar", "1,2 dagar"), "b.avtal": decided };
    expect(codes(changed, lock)).toEqual(["AV2040"]);
    expect(codes({ "a.avtal": base, "b.avtal": decided.replace("1 dag", "3 dagar") }, lock)).toEqual(["AV2040"]);
  });

  test("a sealed amendment that is gone, or is a draft again, is AV2042", () => {
    expect(codes({ "a.avtal": base }, lock)).toEqual(["AV2042"]);
    expect(codes({ "a.avtal": base, "b.avtal": decided.replace(/beslut.*2020-12-01/, "utkast") }, lock)).toEqual([
      "AV2042",
    ]);
  });

  test("a line that is no seal is AV2041, where it stands", () => {
    const damaged = lock.replace("prov/x 2021-01-01", "<<<<<<< prov/x");
    const [problem] = check({ "a.avtal": base, "b.avtal": decided }, damaged);
    expect(problem?.code).toBe("AV2041");
    expect(problem?.span.file).toBe("avtal.lock");
    expect(damaged.slice(problem?.span.start, problem?.span.end)).toContain("<<<<<<< prov/x");
  });

  function codes(texts: Texts, seals: string | undefined): readonly string[] {
    return check(texts, seals).map((problem) => problem.code);
  }

  function check(texts: Texts, seals: string | undefined) {
    return checkLock(new Map(), {
      workspace: { ...workspaceOf(texts), lock: seals },
      documents: documentsFrom(texts).documents,
    });
  }
});
