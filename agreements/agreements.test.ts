// Holds the agreements against their sources, their open questions and their tables of clauses.
// Rule: where the source texts are at hand every quote is checked; the list of their hashes is checked always.

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compile } from "@avtal/compiler/compile";
import { lockText } from "@avtal/compiler/lock/seals";
import { problemsText } from "../test/harness/problem-text.ts";
import { folderWorkspace } from "../test/harness/folder-workspace.ts";

const here = import.meta.dirname;
const sourceTexts = join(here, "../../shared/sources");
const atHand = existsSync(sourceTexts);
const workspace = folderWorkspace([here], atHand ? { sources: sourceTexts } : {});
const compilation = compile(workspace);

test("every document compiles without a problem, its quotes too where the source texts are at hand", () => {
  expect(problemsText(compilation.problems, workspace)).toBe("");
  expect(compilation.kind).toBe("accepted");
});

test("every decided text is sealed, and means what it meant when it was", () => {
  expect(readFileSync(join(here, "avtal.lock"), "utf8")).toBe(lockText(compilation.front.documents));
});

test("the source texts are those whose SHA-256 is recorded", () => {
  const recorded = readFileSync(join(here, "sources.sha256"), "utf8").trimEnd().split("\n");
  for (const line of recorded) expect(line).toMatch(/^[0-9a-f]{64} {2}[a-z0-9.-]+\.txt$/);
  const files = recorded.map((line) => line.slice(66));
  expect(files).toEqual([...files].sort());
  const found = atHand ? files.map((name) => `${sha256(join(sourceTexts, name))}  ${name}`) : recorded;
  expect(found).toEqual(recorded);
});

test("every file that a document names as its source is in the recorded list", () => {
  const recorded = readFileSync(join(here, "sources.sha256"), "utf8");
  const named = workspace.files.flatMap(({ text }) =>
    [...text.matchAll(/^källa .*" fil "([^"]+)"/gm)].map((at) => at[1]),
  );
  expect(named.length).toBeGreaterThan(0);
  for (const name of named) expect(recorded).toContain(`  ${name}\n`);
});

/** Document → question → readings, the one chosen first. */
const openPoints: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  lus: {
    "första-betaldag": ["dag-tre", "dag-fyra", "timmar"],
    utskrivningsdag: ["betalas-inte", "betalas"],
    "sen-sip-kallelse": ["hindrar", "förskjuter", "utan-verkan"],
    avbrott: ["omstart", "läggs-ihop", "frist-en-gång"],
    "avrundning-av-beloppet": ["öre", "krona"],
  },
  lbk: { "fem-vardagar": ["dagen-efter", "samma-dag"] },
  stockholm: {
    "sen-sip-kallelse": ["hindrar", "förskjuter", "utan-verkan"],
    "endast-vuxna": ["alla-åldrar", "vuxna"],
    avbrott: ["omstart", "läggs-ihop", "frist-en-gång"],
    "klockan-12": ["nästa-dag", "ingen-verkan", "extra-dag"],
    "dag-noll": ["noll-dagar-ingår", "dag-ett"],
    "länsgenomsnittets-underlag": ["oktober-alla", "oktober-betalare", "året-alla", "oktober-somatisk"],
    "avdrag-i-punkt-2": ["gällande", "alltid-1-3"],
    månad: ["utskrivningsmånad", "underrättelsemånad", "delas"],
    prisdatum: ["utskrivningsdag", "underrättelsedag", "dag-för-dag"],
    "vilka-i-snittet": ["med-ansvar", "alla-klara"],
    "gemensamt-snitt": ["gemensamt", "eget"],
    "avrundning-av-snittet": ["ingen", "två-decimaler", "en-decimal", "hela-dagar"],
    "avrundning-av-beloppet": ["öre", "krona"],
    faktor: ["minst-en-dag", "alla"],
    "lika-med-gränsen": ["ingen-rad", "nollrad"],
    "samtliga-efterföljande-dagar": ["snittet", "individuellt"],
    "psykiatrins-övergång": ["först-före-juli", "först-med-juli", "fast-datum", "sist"],
    "stadsdelens-dag": ["utskrivning", "underrättelse"],
  },
  jönköping: {
    avbrott: ["omstart", "läggs-ihop", "frist-en-gång"],
    "dag-noll": ["noll-dagar-ingår", "dag-ett"],
    månad: ["utskrivningsmånad", "underrättelsemånad", "delas"],
    prisdatum: ["utskrivningsdag", "underrättelsedag", "dag-för-dag"],
    "vilka-i-snittet": ["med-ansvar", "alla-klara"],
    "avrundning-av-snittet": ["ingen", "två-decimaler", "en-decimal", "hela-dagar"],
    "avrundning-av-beloppet": ["öre", "krona"],
    "genomsnittligt-antal-dagar": ["överskott-alla", "hela-snittet", "överskott-med-dag"],
    "långliggare-i-snittet": ["ur-snittet", "i-snittet"],
    "från-vilken-dag": ["dag-8", "gränsen", "dag-1"],
    pris: ["som-fastställt", "uppräknat"],
    "utskrivningsmeddelande-är": ["samma", "eget"],
    "pågående-vid-start": ["utskrivning-avgör", "underrättelse-avgör"],
  },
};

describe.each(Object.entries(openPoints))("what %s leaves open", (name, points) => {
  const questions = compilation.front.documents.get(name)?.questions;

  test("is asked, and nothing else is", () => {
    expect([...(questions?.keys() ?? [])].sort()).toEqual(Object.keys(points).sort());
  });

  test.each(Object.entries(points))(
    "%s has its readings, the first chosen for the time being",
    (question, readings) => {
      const asked = questions?.get(question);
      expect([...(asked?.readings ?? [])].sort()).toEqual([...readings].sort());
      expect(asked?.chosen.map(({ reading, preliminary }) => ({ reading, preliminary }))).toEqual([
        { reading: readings[0], preliminary: true },
      ]);
    },
  );
});

/** Folder → what its table must name: every numbered clause, or every heading where the text has no numbers. */
const clauses: Readonly<Record<string, readonly string[]>> = {
  stockholm: [
    ...["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "11.1", "11.2", "12", "12.1", "12.2", "12.3", "12.4"],
    ...["12.5", "13", "14", "15", "16", "bilaga 1 avsnitt 1", "bilaga 1 avsnitt 2"],
    ...["12.2 punkt 1", "12.2 punkt 2", "12.2 punkt 3", "12.3 punkt 1", "12.3 punkt 2", "12.3 punkt 3"],
  ],
  jonkoping: [
    ...[
      "Parter",
      "Syfte med överenskommelsen",
      "Fastställande och giltighet",
      "Överenskommelsens omfattning",
      "Tolkning",
    ],
    ...[
      "Avgränsningar",
      "Övergripande mål för samverkan",
      "Värdegrund",
      "Vision",
      "Gemensamma mål",
      "Gemensam process",
    ],
    ...["Ansvarsfördelning", "Digital utveckling", "Ekonomisk reglering", "Ersättningsmodell"],
    ...["Uppföljning och utveckling", "Verksamhetsnära dialog", "Uppföljningsdialog på länsnivå", "Definitioner"],
    ...["Fast vårdkontakt", "Hemmet", "Hälso- och sjukvård", "Kommunal hälso- och sjukvård"],
    ...[
      "Öppenvård finansierad av Region Jönköpings län",
      "Samordnad vårdplanering",
      "Samordnad individuell plan (SIP)",
    ],
    ...["Socialtjänst", "Slutenvård", "Utskrivningsklar", "Vårdsamordnare", "Sidinformation"],
  ],
  lus: [
    ...["2 kap. 1 §", "2 kap. 2 §", "2 kap. 3 §", "2 kap. 5 §", "3 kap. 1 §", "4 kap. 1 §", "4 kap. 2 §", "4 kap. 3 §"],
    ...["4 kap. 5 §", "5 kap. 1 §", "5 kap. 2 §", "5 kap. 3 §", "5 kap. 4 §", "5 kap. 5 §", "5 kap. 6 §"],
  ],
  lbk: ["om när ansvaret inträder", "3 §"],
};

describe.each(Object.entries(clauses))("the table of %s", (folder, expected) => {
  const readme = readFileSync(join(here, folder, "README.md"), "utf8");
  const rows = readme
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .map((line) => line.split(" | "));

  test("names every clause", () => {
    const named = rows.map(([place = ""]) => place.replace(/^\| /, "").replace(/ \|$/, ""));
    expect(expected.filter((clause) => !named.some((place) => `${place} `.startsWith(`${clause} `)))).toEqual([]);
  });

  test("says for each what became of it", () => {
    expect(rows.filter((cells) => (cells.at(-1) ?? "").replace(/[ |]/g, "") === "")).toEqual([]);
  });

  test("names only statements and questions that the documents have", () => {
    const names = [
      ...readme.matchAll(/`(?:regel|villkor|begrepp|värde|mätvärde|statistik|tolkningsfråga|händelse) ([^` ]+)/g),
    ];
    const texts = workspace.files.map(({ text }) => text).join("\n");
    expect(names.length).toBeGreaterThan(0);
    expect(names.map((at) => at[1]).filter((name) => !texts.includes(` ${name}`))).toEqual([]);
  });
});

test("the table of stockholm names every heading with a number in the source text", () => {
  const path = join(sourceTexts, "stockholm-overenskommelse-2020-11.txt");
  const text = atHand ? readFileSync(path, "utf8") : "# 1. Parter\n";
  const [agreement = ""] = text.split("# Bilaga 1");
  const numbers = [...agreement.matchAll(/^#+ (\d+(?:\.\d+)?)\.? /gm)].map((at) => at[1] ?? "");
  expect(numbers.length).toBeGreaterThan(0);
  expect(numbers.filter((number) => !clauses["stockholm"]?.includes(number))).toEqual([]);
});

test("each folder holds one document text per file, named by its first day", () => {
  const dated = ["lus", "lbk", "stockholm", "jonkoping"].flatMap((folder) =>
    readdirSync(join(here, folder)).filter((name) => name.endsWith(".avtal")),
  );
  expect(dated.filter((name) => !/^\d{4}-\d{2}-\d{2}\.avtal$/.test(name))).toEqual([]);
});

function sha256(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}
