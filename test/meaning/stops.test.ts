// docs/meaning.md, section 5: what stops a run, and what does not.

import { describe, expect, test } from "vitest";
import { ratio } from "@avtal/runtime/ratio";
import { columnsOf } from "../harness/columns-from-csv.ts";
import { measureOnEveryTarget } from "../harness/run-targets.ts";
import { agreement, amounts, completed, noOptions, programOf, rounded, run, stay } from "./run-text.ts";

const perEpisode = (lines: string): string => `regel taxa
  enligt text 4
  gäller vårdtillfällen
  följer utskrivningsdatum
  per betalande-kommun och vårdtillfälle och vårdform
  betalas av betalande-kommun till "Regionen"
  ${lines}
  ${rounded}`;

const unknownFee = `värde avgift i kr kod fee
  från och med 2020-01-01: 100 kr enligt text 3
  från och med 2020-03-01: saknas`;

const before = stay("före", "2020-02-27", "2020-02-28", { care_type: "somatic" });
const after = stay("efter", "2020-02-28", "2020-03-01", { care_type: "somatic" });

describe("a row that is saknas", () => {
  test("stops at the first record that needs it, in input order, with the day and the row", () => {
    const program = programOf(agreement(`${unknownFee}\n${perEpisode("belopp = avgift")}`));
    expect(amounts(completed(program, [before]))).toEqual(["0126-taxa-somatic-före 100.00"]);
    expect(run(program, [before, after, { ...after, id: "efteråt" }])).toEqual({
      kind: "stopped",
      reason: "missing-row",
      value: "avgift",
      document: "prov",
      from: "2020-03-01",
      record: "efter",
      on: "2020-03-01",
    });
  });

  test("stops also where the group would come to no line", () => {
    const program = programOf(
      agreement(
        `${unknownFee}\n${perEpisode("längd = summa av klara-dagar\n  när längd överstiger 100 dagar\n  belopp = avgift")}`,
      ),
    );
    expect(run(program, [after]).kind).toBe("stopped");
  });

  test("does not stop for a record that is not charged", () => {
    const program = programOf(
      agreement(
        `${unknownFee}\n${perEpisode("belopp = avgift").replace("följer", "krävs klara-dagar överstiger 100 dagar\n  följer")}`,
      ),
    );
    expect(completed(program, [after]).accounting.notCharged).toBe(1);
  });

  test("is filled by a supplied value, from its day on or for every day", () => {
    const program = programOf(agreement(`${unknownFee}\n${perEpisode("belopp = avgift")}`));
    const supplied = (from: string | null) => [{ value: "avgift", from, exact: ratio(25_000n) }];
    expect(amounts(completed(program, [before, after], { values: supplied("2020-03-01") }))).toEqual([
      "0126-taxa-somatic-efter 250.00",
      "0126-taxa-somatic-före 100.00",
    ]);
    expect(amounts(completed(program, [before, after], { values: supplied(null) }))).toEqual([
      "0126-taxa-somatic-efter 250.00",
      "0126-taxa-somatic-före 250.00",
    ]);
  });

  test("of another document stops too, and vid picks which row", () => {
    const program = programOf(agreement(perEpisode("belopp = dygnsbelopp vid utskrivningsklar-datum * 1 dygn")));
    const record = stay("e", "2020-12-31", "2021-01-02", { care_type: "somatic" });
    expect(amounts(completed(program, [record]))).toEqual(["0126-taxa-somatic-e 8200.00"]);
    expect(run(program, [stay("f", "2021-01-01", "2022-01-02", { care_type: "somatic" })])).toMatchObject({
      value: "dygnsbelopp",
      document: "pris",
      from: "2021-01-01",
      on: "2021-01-01",
    });
  });
});

describe("what is not reached is not needed", () => {
  const table = `värde avgift i kr beror på vårdform kod fee
  från och med 2020-01-01: somatisk: 100 kr; psykiatrisk: saknas enligt text 3`;

  test("another cell of the same row", () => {
    const program = programOf(agreement(`${table}\n${perEpisode("belopp = avgift")}`));
    expect(amounts(completed(program, [after]))).toEqual(["0126-taxa-somatic-efter 100.00"]);
    expect(run(program, [{ ...after, care_type: "psychiatric" }])).toMatchObject({
      value: "avgift",
      from: "2020-01-01",
    });
  });

  test("the branch that the record's own facts rule out", () => {
    const branch = `belopp = summa av (100 kr om vårdform är somatisk annars avgift)`;
    const program = programOf(agreement(`${unknownFee}\n${perEpisode(branch)}`));
    expect(amounts(completed(program, [after]))).toEqual(["0126-taxa-somatic-efter 100.00"]);
    expect(run(program, [{ ...after, care_type: "psychiatric" }]).kind).toBe("stopped");
  });

  test("a statistic needs only what it reads itself", () => {
    const program = programOf(
      agreement(`${unknownFee}
statistik siffror
  enligt text 5
  gäller vårdtillfällen
  följer utskrivningsdatum
  per månad
  längd = summa av klara-dagar
${perEpisode("belopp = avgift").replace("gäller vårdtillfällen", 'gäller vårdtillfällen där sjukhus är "S"')}`),
    );
    expect(completed(program, [{ ...after, hospital: "T" }]).figures.length).toBe(1);
  });
});

describe("a measured value that is not fixed", () => {
  const program = programOf(
    agreement(`mätvärde snittet i dagar kod mean
  enligt text 6
  = genomsnitt av klara-dagar för vårdtillfällen där månad för utskrivningsdatum är 2020-02
  fastställt saknas
${perEpisode("över = summa av klara-dagar - snittet\n  belopp = över * 1 kr/dygn")}`),
  );

  test("stops as soon as a record needs it, names the value and no day of a row", () => {
    expect(run(program, [before])).toEqual({
      kind: "stopped",
      reason: "not-fixed",
      value: "snittet",
      document: "prov",
      from: null,
      record: "före",
      on: "2020-02-28",
    });
  });

  test("is measured on demand over all records of the data, and gives nothing where there are none", () => {
    const measured = (...records: Parameters<typeof columnsOf>[1]) =>
      measureOnEveryTarget(program, "prov.snittet", columnsOf(program, records), noOptions);
    expect(measured(before, { ...before, id: "b", ready_notice_at: "2020-02-24T09:00" }, after)).toEqual(ratio(5n, 2n));
    expect(measured(after)).toBeUndefined();
    expect(measured(before, { id: "c", municipality: "0126", discharged_at: "2020-02-28T10:00" })).toBeUndefined();
  });

  test("is supplied for the run, and the line says so", () => {
    const result = completed(program, [before], { values: [{ value: "snittet", from: null, exact: ratio(1n, 2n) }] });
    expect(amounts(result)).toEqual(["0126-taxa-somatic-före 0.50"]);
    expect(result.lines[0]?.rows).toEqual([{ value: "snittet", document: "prov", from: null, supplied: true }]);
  });
});

test("a value of a span's end that nobody knows stops the run rather than leave the days out", () => {
  const program = programOf(
    agreement(`värde frist i dagar kod grace
  från och med 2020-01-01: 3 dagar enligt text 3
  från och med 2020-03-01: saknas
begrepp första i datum kod first
  enligt text 3
  = utskrivningsklar-datum + frist vid utskrivningsklar-datum
regel dagvis
  enligt text 4
  gäller dygn från första (räknas) till utskrivningsdatum (räknas inte) för vårdtillfällen där klara-dagar är minst 0 dagar
  följer dygnet
  per betalande-kommun och månad
  betalas av betalande-kommun till "Regionen"
  belopp = summa av (100 kr/dygn * 1 dygn)
  ${rounded}`),
  );
  expect(amounts(completed(program, [stay("a", "2020-02-29", "2020-03-05")]))).toEqual(["0126-2020-03-dagvis 200.00"]);
  expect(run(program, [stay("a", "2020-03-01", "2020-03-05")])).toMatchObject({ value: "frist", on: "2020-03-01" });
  expect(
    completed(program, [{ id: "a", municipality: "0126", discharged_at: "2020-03-05T10:00" }]).accounting.notCharged,
  ).toBe(1);
});

describe("the price of a sum with a där", () => {
  const program = programOf(
    agreement(`${unknownFee.replace("i kr kod", "i kr/dygn kod").replace("100 kr", "100 kr/dygn")}
regel dagvis
  enligt text 4
  gäller dygn från utskrivningsklar-datum (räknas) till utskrivningsdatum (räknas inte) för vårdtillfällen
  följer dygnet
  per betalande-kommun och vårdtillfälle
  betalas av betalande-kommun till "Regionen"
  belopp = summa av (avgift * 1 dygn) där dygnet tidigast utskrivningsklar-datum + 3 dagar
  ${rounded}`),
  );

  test("is not needed by a record of which no day is summed", () => {
    const result = completed(program, [stay("kort", "2020-03-01", "2020-03-04")]);
    expect(result.lines.map(({ amount, quantity, unitPrice }) => ({ amount, quantity, unitPrice }))).toEqual([
      { amount: 0n, quantity: ratio(0n), unitPrice: null },
    ]);
  });

  test("is needed by the first day that is summed", () => {
    expect(run(program, [stay("lång", "2020-03-01", "2020-03-05")])).toMatchObject({
      value: "avgift",
      on: "2020-03-04",
    });
  });

  test("is shown where days are summed", () => {
    const result = completed(program, [stay("känd", "2020-02-03", "2020-02-09")]);
    expect(result.lines.map(({ amount, unitPrice }) => ({ amount, unitPrice }))).toEqual([
      { amount: 30_000n, unitPrice: ratio(10_000n) },
    ]);
  });
});
