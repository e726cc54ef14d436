// docs/meaning.md 6.1 and 7.11: what the ids of lines are made of, and that no two lines share one.

import { describe, expect, test } from "vitest";
import type { Completed } from "@avtal/runtime/result";
import { agreement, completed, programOf, rounded, stay } from "./run-text.ts";

const daily = `regel dagarna
  enligt text 3
  gäller dygn från utskrivningsklar-datum (räknas inte) till utskrivningsdatum (räknas inte) för vårdtillfällen se tolkningsfråga sista
  följer dygnet
  per betalande-kommun och vårdtillfälle
  betalas av betalande-kommun till "Regionen"
  belopp = antal dygn * 100 kr/dygn
  ${rounded}
tolkningsfråga sista
  enligt text 3
  fråga "Räknas utskrivningens dag?"
  tolkning räknas-inte "Nej" som skrivet
  tolkning räknas-med "Ja"
    i regeln dagarna
      gäller dygn från utskrivningsklar-datum (räknas inte) till utskrivningsdatum (räknas) för vårdtillfällen
  vald räknas-inte preliminärt motiv "orden"`;

const chosenAnew = `språk sv
ändring sista-dagen av prov utkast från och med 2020-03-16
tolkningsfråga sista vald räknas-med preliminärt motiv "prov"`;

const records = [stay("a", "2020-03-12", "2020-03-18"), stay("b", "2020-03-12", "2020-03-13")];

describe("ids of lines", () => {
  test("say no reading where the run holds only one", () => {
    const program = programOf(agreement(daily));
    expect(idsOf(completed(program, records))).toEqual(["0126-dagarna-a"]);
    expect(idsOf(completed(program, records, { readings: new Map([["sista", "räknas-med"]]) }))).toEqual([
      "0126-dagarna-a",
      "0126-dagarna-b",
    ]);
  });

  test("say the reading where its choice changes over time, so that one episode may come under both", () => {
    const program = programOf(agreement(daily), chosenAnew);
    expect(idsOf(completed(program, records))).toEqual(["0126-dagarna~räknas-inte-a", "0126-dagarna~räknas-med-a"]);
    expect(idsOf(completed(program, records, { wording: "2020-03-16" }))).toEqual(["0126-dagarna-a", "0126-dagarna-b"]);
  });

  test("keep the first day of a version that an amendment gave, and the place keeps the plain name", () => {
    const program = programOf(
      agreement(`regel snitt
  enligt text 3
  gäller vårdtillfällen
  följer utskrivningsdatum
  per betalande-kommun och månad
  betalas av betalande-kommun till "Regionen"
  dagar-totalt = summa av klara-dagar
  belopp = dagar-totalt * 100 kr/dygn
  ${rounded}`),
      `språk sv
ändring dyrare av prov utkast från och med 2020-03-16
i regeln snitt
  belopp = dagar-totalt * 200 kr/dygn`,
    );
    const result = completed(program, records);
    expect(idsOf(result)).toEqual(["0126-2020-03-snitt", "0126-2020-03-snitt@2020-03-16"]);
    expect(result.lines.map(({ place }) => place.rule)).toEqual(["snitt", "snitt"]);
  });
});

/** The ids, after making sure that each is there once. */
function idsOf({ lines }: Completed): readonly string[] {
  const ids = lines.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  return ids;
}
