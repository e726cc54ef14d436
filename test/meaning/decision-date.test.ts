// docs/meaning.md, section 2: which day decides rows, texts and readings.

import { describe, expect, test } from "vitest";
import { agreement, amounts, completed, perEpisode, programOf, rounded, stay } from "./run-text.ts";

const flatRate = (follows: string): string => `värde avgift i kr kod fee
  från och med 2020-01-01: 100 kr enligt text 3
  från och med 2020-03-10: 200 kr enligt text 3
regel taxa
  enligt text 4
  gäller vårdtillfällen där klara-dagar är minst 0 dagar
  ${follows}
  per betalande-kommun och vårdtillfälle
  betalas av betalande-kommun till "Regionen"
  belopp = avgift
  ${rounded}`;

const over = stay("e", "2020-03-05", "2020-03-12");

describe("the date that a rule follows", () => {
  test.each([
    ["följer utskrivningsdatum", "200.00"],
    ["följer utskrivningsklar-datum", "100.00"],
  ])("%s", (follows, amount) => {
    expect(amounts(completed(programOf(agreement(flatRate(follows))), [over]))).toEqual([`0126-taxa-e ${amount}`]);
  });

  test("vid picks the row of another day", () => {
    const text = flatRate("följer utskrivningsdatum").replace("= avgift", "= avgift vid utskrivningsklar-datum");
    expect(amounts(completed(programOf(agreement(text)), [over]))).toEqual(["0126-taxa-e 100.00"]);
  });

  test("in a counterfactual run the wording's day decides, under vid too, and other documents keep the record's day", () => {
    const both = `värde avgift i kr kod fee
  från och med 2020-01-01: 100 kr enligt text 3
  från och med 2020-03-10: 200 kr enligt text 3
regel taxa
  enligt text 4
  gäller vårdtillfällen där klara-dagar är minst 0 dagar
  ${perEpisode}
  belopp = avgift vid utskrivningsklar-datum + dygnsbelopp * 1 dygn
  ${rounded}`;
    const program = programOf(agreement(both));
    const old = stay("e", "2019-12-30", "2020-01-05");
    expect(amounts(completed(program, [old], { wording: "2020-03-10" }))).toEqual(["0126-taxa-e 8400.00"]);
    expect(amounts(completed(program, [old], { wording: "2020-01-01" }))).toEqual(["0126-taxa-e 8300.00"]);
    expect(completed(program, [old], { wording: "2019-12-31" }).lines).toEqual([]);
  });
});

describe("amendments", () => {
  const base = agreement(flatRate("följer utskrivningsdatum"));
  const amendment = `språk sv
ändring dyrare av prov
  beslut "Styrelsen" 2020-02-01
  från och med 2020-03-20
källa beslutet "Prov"
begrepp klara-dagar i dagar kod ready_days
  = kalenderdagar från utskrivningsklar-datum (räknas) till utskrivningsdatum (räknas) enligt beslutet 1
i regeln taxa
  klara = summa av klara-dagar enligt beslutet 2
  belopp = avgift + klara * 10 kr/dygn enligt beslutet 2`;
  const program = programOf(base, amendment);

  test("a rule and a term that an amendment changes are read as they stood on the decision date", () => {
    const before = stay("a", "2020-03-17", "2020-03-19");
    const after = stay("b", "2020-03-17", "2020-03-20");
    const result = completed(program, [before, after]);
    expect(result.lines.map((line) => line.amount)).toEqual([20_000n, 24_000n]);
    expect(result.lines.map((line) => line.place.rule)).toEqual(["taxa", "taxa"]);
  });

  test("each wording holds for every record in a counterfactual run", () => {
    const records = [stay("a", "2020-03-17", "2020-03-19"), stay("b", "2020-03-17", "2020-03-20")];
    const amountsOn = (wording: string): readonly bigint[] =>
      completed(program, records, { wording }).lines.map((line) => line.amount);
    expect(amountsOn("2020-03-19")).toEqual([20_000n, 20_000n]);
    expect(amountsOn("2020-03-20")).toEqual([23_000n, 24_000n]);
  });
});

describe("readings and events", () => {
  const text = agreement(`händelse start "Start" ännu inte enligt text 6
regel tidig
  enligt text 4
  i stället för sen
  från och med 2020-01-01 före det första av (2020-07-01; start)
  gäller vårdtillfällen
  krävs klara-dagar är minst 0 dagar
  ${perEpisode}
  belopp = 1 kr   se tolkningsfråga belopp-tidigt
  ${rounded}
regel sen
  enligt text 5
  gäller vårdtillfällen
  ${perEpisode}
  belopp = 2 kr
  ${rounded}
tolkningsfråga belopp-tidigt
  enligt text 4
  fråga "Hur mycket?"
  tolkning en-krona "En krona" som skrivet
  tolkning tre-kronor "Tre kronor"
    i regeln tidig
      belopp = 3 kr
  vald en-krona preliminärt motiv "prov"`);
  const program = programOf(text);
  const records = [
    stay("a", "2020-03-01", "2020-03-01"),
    stay("b", "2020-06-30", "2020-06-30"),
    stay("c", "2020-07-01", "2020-07-01"),
  ];
  const rules = (options: Parameters<typeof completed>[2]): string[] =>
    completed(program, records, options).lines.map((line) => `${line.place.rule} ${line.keys.episode ?? ""}`);

  test("an event that has not happened ends nothing; when it does, records fall back from that day", () => {
    expect(rules({})).toEqual(["tidig a", "tidig b", "sen c"]);
    expect(rules({ events: new Map([["start", "2020-06-30"]]) })).toEqual(["tidig a", "sen b", "sen c"]);
    expect(rules({ events: new Map([["start", "2020-06-29"]]) })).toEqual(["tidig a", "sen b", "sen c"]);
    expect(rules({ events: new Map([["start", null]]) })).toEqual(["tidig a", "tidig b", "sen c"]);
  });

  test("a reading given for the run is used and said to be", () => {
    const result = completed(program, records, { readings: new Map([["belopp-tidigt", "tre-kronor"]]) });
    expect(result.lines.map((line) => line.amount)).toEqual([300n, 300n, 200n]);
    expect(result.lines[0]?.readings).toEqual([
      { question: "belopp-tidigt", document: "prov", reading: "tre-kronor", preliminary: true },
    ]);
    expect(result.lines[2]?.readings).toEqual([]);
  });

  test("what hangs on an unknown event is undecided, and names the event", () => {
    const unknown = programOf(text.replace("ännu inte", "okänt"));
    expect(completed(unknown, records).undecided.map(({ id, missing }) => [id, missing])).toEqual([
      ["a", ["start"]],
      ["b", ["start"]],
      ["c", ["start"]],
    ]);
  });
});
