// docs/meaning.md, section 4: groups, parts, means, roundings and months in a row.

import { describe, expect, test } from "vitest";
import { ratio } from "@avtal/runtime/ratio";
import { agreement, amounts, completed, figures, programOf, rounded, run, stay, stepTexts } from "./run-text.ts";

const perMonth = `följer utskrivningsdatum
  per betalande-kommun och månad
  betalas av betalande-kommun till "Regionen"`;

describe("a group never mixes rows", () => {
  const program = programOf(
    agreement(`värde gräns i dagar kod limit
  från och med 2020-01-01: 1 dag enligt text 3
  från och med 2020-03-15: 2 dagar enligt text 3
regel snitt
  enligt text 4
  gäller vårdtillfällen
  följer utskrivningsdatum
  per betalande-kommun och kvartal
  betalas av betalande-kommun till "Regionen"
  medel = genomsnitt av klara-dagar
  över = medel - gräns
  när över överstiger 0 dagar
  belopp = över * 100 kr/dygn
  ${rounded}`),
  );

  test("a change inside a quarter makes two means, each with its days stated", () => {
    const records = [
      stay("a", "2020-03-10", "2020-03-14"),
      stay("b", "2020-03-10", "2020-03-15"),
      stay("c", "2020-03-31", "2020-03-31"),
    ];
    const result = completed(program, records);
    expect(
      result.groups.map(({ keys, steps, outcome }) => [keys.period, keys.part, stepTexts(steps)["medel"], outcome]),
    ).toEqual([
      ["2020-Q1", { from: "2020-01-01", through: "2020-03-14" }, "4", "charged"],
      ["2020-Q1", { from: "2020-03-15", through: "2020-03-31" }, "5/2", "charged"],
    ]);
    expect(amounts(result)).toEqual(["0126-2020-Q1-snitt-2020-03-14 300.00", "0126-2020-Q1-snitt-2020-03-15 50.00"]);
    expect(result.lines.map(({ rows }) => rows.map(({ from }) => from))).toEqual([["2020-01-01"], ["2020-03-15"]]);
  });

  test("a quarter without a change has no part, whatever the other quarters have", () => {
    const result = completed(program, [stay("a", "2020-04-01", "2020-04-05")]);
    expect(result.lines.map(({ id, keys }) => [id, keys.part])).toEqual([["0126-2020-Q2-snitt", null]]);
  });

  test("a first row splits nothing: an agreement that begins inside a quarter has one group there", () => {
    const late = programOf(
      agreement(
        `värde avgift i kr/dygn kod fee
  från och med 2020-03-16: 100 kr/dygn enligt text 3
  från och med 2020-05-04: 200 kr/dygn enligt text 3
regel dagarna
  enligt text 4
  gäller vårdtillfällen
  följer utskrivningsdatum
  per betalande-kommun och kvartal
  betalas av betalande-kommun till "Regionen"
  dagar-totalt = summa av klara-dagar
  belopp = dagar-totalt * avgift
  ${rounded}`,
        { lines: "gäller från och med 2020-03-16 tills vidare enligt text 1" },
      ),
    );
    const ends = ["2020-03-15", "2020-03-16", "2020-03-17", "2020-05-03", "2020-05-04"];
    const result = completed(
      late,
      ends.map((end, index) => stay(String(index), "2020-03-14", end)),
    );
    expect(result.lines.map(({ keys }) => [keys.period, keys.part])).toEqual([
      ["2020-Q1", null],
      ["2020-Q2", { from: "2020-04-01", through: "2020-05-03" }],
      ["2020-Q2", { from: "2020-05-04", through: "2020-06-30" }],
    ]);
    expect(amounts(result).slice(0, 1)).toEqual(["0126-2020-Q1-dagarna 500.00"]);
    expect(result.notCharged.map(({ reason, records }) => [reason, records])).toEqual([["ingen regel gäller", 1]]);
  });

  test("in a counterfactual run there is nothing to split", () => {
    const records = [stay("a", "2020-03-10", "2020-03-14"), stay("b", "2020-03-10", "2020-03-15")];
    const result = completed(program, records, { wording: "2020-03-15" });
    expect(amounts(result)).toEqual(["0126-2020-Q1-snitt 250.00"]);
  });
});

describe("figures of a group", () => {
  test("means and counts with där, and a rounding before anything reads the name", () => {
    const program = programOf(
      agreement(`statistik siffror
  enligt text 4
  gäller vårdtillfällen
  följer utskrivningsdatum
  per betalande-kommun och månad
  alla-i-månaden = antal vårdtillfällen
  långa = antal vårdtillfällen där klara-dagar är minst 3 dagar
  medel = genomsnitt av klara-dagar
  avrunda medel till 1 decimal, halva uppåt enligt antagande "prov"
  medel-långa = genomsnitt av klara-dagar där klara-dagar är minst 3 dagar
  dubbelt = medel * 2`),
    );
    const records = [
      stay("a", "2020-03-01", "2020-03-03"),
      stay("b", "2020-03-01", "2020-03-05"),
      stay("c", "2020-03-01", "2020-03-06"),
    ];
    expect(figures(completed(program, records))).toEqual({
      "2020-03 0126": { "alla-i-månaden": "3", långa: "2", medel: "37/10", "medel-långa": "9/2", dubbelt: "37/5" },
    });
    expect(figures(completed(program, records.slice(0, 1)))).toEqual({
      "2020-03 0126": { "alla-i-månaden": "1", långa: "0", medel: "2", dubbelt: "4" },
    });
  });

  test("records that fail or are in doubt are not in the mean; the line says how many of each", () => {
    const program = programOf(
      agreement(`regel snitt
  enligt text 4
  gäller vårdtillfällen
  krävs fast-vårdkontakt-utsedd
  ${perMonth}
  medel = genomsnitt av klara-dagar
  belopp = medel * 1 kr/dygn
  ${rounded}`),
    );
    const records = [
      stay("a", "2020-03-01", "2020-03-05", { care_contact: true }),
      stay("b", "2020-03-01", "2020-03-15", { care_contact: false }),
      stay("c", "2020-03-01", "2020-03-15"),
      stay("d", "2020-02-01", "2020-02-15"),
    ];
    const result = completed(program, records);
    expect(amounts(result)).toEqual(["0126-2020-03-snitt 4.00"]);
    expect(result.groups.map(({ records: count, leftOut }) => [count, leftOut])).toEqual([
      [1, { notCharged: 1, undecided: 1 }],
    ]);
  });

  test("quantity and price stand on the line where the amount is one times the other", () => {
    const program = programOf(
      agreement(`regel per-dag
  enligt text 4
  gäller dygn från utskrivningsklar-datum (räknas inte) till utskrivningsdatum (räknas) för vårdtillfällen där klara-dagar är minst 0 dagar
  följer dygnet
  per betalande-kommun och år
  betalas av betalande-kommun till "Regionen"
  belopp = summa av (dygnsbelopp * 1 dygn)
  ${rounded}`),
    );
    const result = completed(program, [stay("a", "2020-03-01", "2020-03-03"), stay("b", "2020-03-02", "2020-03-03")]);
    expect(
      result.lines.map(({ quantity, unit, unitPrice, amount }) => ({ quantity, unit, unitPrice, amount })),
    ).toEqual([
      { quantity: { over: 3n, under: 1n }, unit: "dygn", unitPrice: { over: 820_000n, under: 1n }, amount: 2_460_000n },
    ]);
    expect(result.groups[0]?.records).toBe(2);
  });
});

describe("months in a row", () => {
  const program = programOf(
    agreement(`statistik uppföljning
  enligt text 5
  gäller vårdtillfällen
  krävs fast-vårdkontakt-utsedd
  följer utskrivningsdatum
  per betalande-kommun och månad
  medel = genomsnitt av klara-dagar
  när medel överstiger 2 dagar i 3 månader i rad
  utlöser "Samtal"`),
  );
  const month = (payer: string, at: string, days: number, contact: boolean | null = true) =>
    stay(`${payer}-${at}`, `2020-${at}-01`, `2020-${at}-0${1 + days}`, { municipality: payer, care_contact: contact });
  const triggered = (records: ReturnType<typeof stay>[]): string[] =>
    completed(program, records)
      .figures.filter(({ triggers }) => triggers !== null)
      .map(({ keys }) => `${keys.payer.code} ${keys.period}`);

  test("need every month of the row, and none before the data", () => {
    const huddinge = ["01", "02", "03", "04"].map((at) => month("0126", at, 3));
    expect(triggered(huddinge)).toEqual(["0126 2020-03", "0126 2020-04"]);
    expect(triggered(huddinge.filter(({ id }) => id !== "0126-02"))).toEqual([]);
    expect(triggered([...huddinge.slice(0, 2), month("0126", "03", 2), month("0126", "04", 3)])).toEqual([]);
  });

  test("are counted per payer, from the first month of all records offered", () => {
    const norrtälje = ["02", "03", "04"].map((at) => month("0188", at, 3));
    expect(triggered([month("0126", "01", 0), ...norrtälje])).toEqual(["0188 2020-04"]);
    expect(triggered(norrtälje)).toEqual(["0188 2020-04"]);
    expect(triggered([month("0126", "03", 0), ...norrtälje.slice(1)])).toEqual([]);
  });

  test("are in doubt where all records of a month are, and broken where none is there", () => {
    const rest = [month("0126", "02", 3), month("0126", "03", 3)];
    expect(triggered([month("0126", "01", 3, null), ...rest])).toEqual([]);
    expect(triggered([month("0126", "01", 3, false), ...rest])).toEqual([]);
  });
});

describe("a measured value that is supplied for the run", () => {
  const text = (fixed: string): string =>
    agreement(`mätvärde snittet i dagar kod mean
  enligt text 3
  = genomsnitt av klara-dagar för vårdtillfällen
  fastställt ${fixed}
regel snitt
  enligt text 4
  gäller vårdtillfällen
  följer utskrivningsdatum
  per betalande-kommun och kvartal
  betalas av betalande-kommun till "Regionen"
  över = summa av klara-dagar - snittet
  belopp = största av (över; 0 dagar) * 100 kr/dygn
  ${rounded}`);
  const records = [stay("a", "2020-02-01", "2020-02-11"), stay("b", "2020-03-10", "2020-03-20")];
  const supplied = (from: string | null, days: bigint) => ({ value: "snittet", from, exact: ratio(days) });

  test("is a cut where another one applied before, so that no group mixes the two", () => {
    const values = [supplied(null, 1n), supplied("2020-03-01", 2n)];
    expect(amounts(completed(programOf(text("saknas")), records, { values }))).toEqual([
      "0126-2020-Q1-snitt-2020-02-29 900.00",
      "0126-2020-Q1-snitt-2020-03-01 800.00",
    ]);
  });

  test("is a cut where a decision had fixed it before", () => {
    expect(amounts(completed(programOf(text("3 dagar")), records, { values: [supplied("2020-03-01", 2n)] }))).toEqual([
      "0126-2020-Q1-snitt-2020-02-29 700.00",
      "0126-2020-Q1-snitt-2020-03-01 800.00",
    ]);
  });

  test("is none where it is the first that is known", () => {
    const values = [supplied("2020-02-01", 1n)];
    expect(amounts(completed(programOf(text("saknas")), records, { values }))).toEqual(["0126-2020-Q1-snitt 1900.00"]);
  });
});

describe("dormant agreements", () => {
  const program = programOf(
    agreement(
      `händelse igång "Debiteringen har startat" ännu inte enligt text 9
regel snitt
  enligt text 4
  gäller vårdtillfällen
  ${perMonth}
  belopp = 5 kr
  ${rounded}`,
      { lines: "gäller från och med 2020-01-01 tills vidare enligt text 1\nvilande tills igång enligt text 9" },
    ),
  );
  const records = [stay("a", "2020-03-01", "2020-03-02")];

  test("make groups that say what would be charged, and no lines", () => {
    const result = completed(program, records);
    expect(result.lines).toEqual([]);
    expect(result.groups.map(({ outcome, steps }) => [outcome, stepTexts(steps)])).toEqual([
      ["charged", { belopp: "500" }],
    ]);
    expect(result.accounting.inRule).toBe(1);
  });

  test("make lines from the day of the event", () => {
    expect(amounts(completed(program, records, { events: new Map([["igång", "2020-03-02"]]) }))).toEqual([
      "0126-2020-03-snitt 5.00",
    ]);
    expect(completed(program, records, { events: new Map([["igång", "2020-03-03"]]) }).lines).toEqual([]);
  });
});

test("no records give an empty result, not a line of 0 kr", () => {
  const program = programOf(
    agreement(`regel snitt
  enligt text 4
  gäller vårdtillfällen
  ${perMonth}
  belopp = 5 kr
  ${rounded}`),
  );
  expect(run(program, [])).toEqual({
    kind: "completed",
    lines: [],
    groups: [],
    figures: [],
    notCharged: [],
    undecided: [],
    notes: [],
    accounting: { recordsIn: 0, inRule: 0, notCharged: 0, undecided: 0, refused: 0 },
  });
});

describe("who pays for a record that is charged for itself", () => {
  const program = programOf(
    agreement(`regel taxa
  enligt text 4
  gäller vårdtillfällen
  krävs sip-behövs
  följer utskrivningsdatum
  per vårdtillfälle
  betalas av betalande-kommun till "Regionen"
  belopp = 100 kr
  ${rounded}`),
  );
  const nowhere = { ...stay("okänd", "2020-03-01", "2020-03-04"), municipality: null };

  test("must be known, else the record is undecided and the fact that it lacks is named", () => {
    const result = completed(program, [{ ...nowhere, sip_needed: true }]);
    expect(result.undecided).toEqual([{ id: "okänd", missing: ["municipality"], document: "prov", rule: "taxa" }]);
    expect(result.groups).toEqual([]);
    expect(result.accounting).toMatchObject({ undecided: 1, inRule: 0 });
  });

  test("is not asked for where a condition says no", () => {
    const result = completed(program, [{ ...nowhere, sip_needed: false }]);
    expect(result.notCharged.map(({ reason }) => reason)).toEqual(["krävs sip-behövs"]);
  });
});
