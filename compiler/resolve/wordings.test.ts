import { dateText } from "@avtal/runtime/calendar";
import { describe, expect, test } from "vitest";
import { documentNamed, documentsFrom, type Texts } from "./test-documents.ts";
import { wordingsOf } from "./wordings.ts";

const base = `överenskommelse prov "Prov" gäller från och med 2020-01-01 till och med 2024-12-31
händelse e "E" ännu inte enligt antagande "x"
värde gräns i dagar
  från och med 2019-01-01: 3 dagar
  från och med 2020-01-01: 2,0 dagar enligt text 12
  från och med 2021-07-01: saknas
regel snitt gäller vårdtillfällen krävs a
regel övergång från och med 2020-03-01 före det första av (2021-07-01; e) gäller vårdtillfällen
`;

test("each day on which the text changes is listed once, with what changes", () => {
  expect(wordings({ "a.avtal": base })).toEqual([
    "2020-01-01: gräns 2,0 dagar / 2,0 days | prov börjar gälla / begins to apply",
    "2020-03-01: övergång börjar gälla / begins to apply",
    "2021-07-01: gräns saknas / missing | övergång upphör att gälla, om det inte redan har skett / ceases to apply, if it has not yet",
    "2025-01-01: prov upphör att gälla / ceases to apply",
  ]);
});

describe("an amendment", () => {
  const amend = (validity: string, text: string): Texts => ({
    "a.avtal": base,
    "b.avtal": `ändring x av prov utkast ${validity} ${text}`,
  });

  test("changes a rule from its first day and back when it ends", () => {
    const found = wordings(amend("från och med 2022-01-01 före 2023-01-01", "i regeln snitt krävs b"));
    expect(found).toContain("2022-01-01: snitt ändras / changes");
    expect(found).toContain("2023-01-01: snitt ändras / changes");
  });

  test("ends a rule", () => {
    const found = wordings(amend("från och med 2022-01-01", "i regeln snitt till och med 2022-06-30"));
    expect(found).toContain("2022-07-01: snitt upphör att gälla / ceases to apply");
    expect(found.some((wording) => wording.startsWith("2022-01-01"))).toBe(false);
  });

  test("brings a new term", () => {
    const found = wordings(amend("från och med 2022-01-01", "begrepp ny i dagar = 1 dag"));
    expect(found).toContain("2022-01-01: ny börjar gälla / begins to apply");
  });

  test("lets the older row apply again when it ends", () => {
    const found = wordings(
      amend("från och med 2022-01-01 före 2023-01-01", "värde gräns från och med 2022-02-01: 1 dag"),
    );
    expect(found).toContain("2022-02-01: gräns 1 dagar / 1 days");
    expect(found).toContain("2023-01-01: gräns åter saknas / again missing");
  });

  test("names itself and its clause", () => {
    const { documents } = documentsFrom(
      amend("från och med 2022-01-01", `värde gräns från och med 2022-02-01: 1 dag enligt antagande "y"`),
    );
    const wording = wordingsOf(documentNamed("prov", { documents }), documents).find(
      ({ day }) => dateText(day) === "2022-02-01",
    );
    expect(wording?.changes.map(({ amendment, cites }) => [amendment, cites?.kind])).toEqual([["x", "assumption"]]);
  });
});

describe("readings", () => {
  const question = `regel r gäller vårdtillfällen från och med 2021-01-01 se tolkningsfråga q
    tolkningsfråga q enligt antagande "x" fråga "?" tolkning a "A" som skrivet
      tolkning b "B" i regeln r från och med 2022-01-01 vald a preliminärt motiv "x"`;

  test("only what stands under the chosen one is listed", () => {
    const found = wordings({ "a.avtal": base + question });
    expect(found).toContain("2021-01-01: r börjar gälla / begins to apply");
    expect(found.some((wording) => wording.startsWith("2022-01-01"))).toBe(false);
  });

  test("another choice is a change", () => {
    const choice = `ändring x av prov beslut "VIS" 2020-05-01 från och med 2020-06-01 tolkningsfråga q vald b beslut "VIS" 2020-05-01 motiv "x"`;
    const found = wordings({ "a.avtal": base + question, "b.avtal": choice });
    expect(found).toContain("2020-06-01: q läses som `b` / is read as `b`");
    expect(found).toContain("2022-01-01: r börjar gälla / begins to apply");
    expect(found.some((wording) => wording.startsWith("2021-01-01"))).toBe(false);
  });
});

function wordings(texts: Texts): readonly string[] {
  const read = documentsFrom(texts);
  expect(read.codes).toEqual([]);
  return wordingsOf(documentNamed("prov", read), read.documents).map(
    ({ day, changes }) =>
      `${dateText(day)}: ${changes.map(({ what, says }) => `${what} ${says.sv} / ${says.en}`).join(" | ")}`,
  );
}
