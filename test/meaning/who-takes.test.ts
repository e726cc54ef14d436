// docs/meaning.md, section 3: who takes a record, in agreements of a few rules.

import { describe, expect, test } from "vitest";
import { agreement, amounts, completed, perEpisode, programOf, rounded, stay } from "./run-text.ts";

const rule = (name: string, lines: string, amount: string): string => `regel ${name}
  enligt text 4
  ${lines}
  ${perEpisode}
  belopp = ${amount}
  ${rounded}`;

const daily = (name: string, lines: string, from = "utskrivningsklar-datum (räknas)"): string => `regel ${name}
  enligt text 5
  ${lines}
  gäller dygn från ${from} till utskrivningsdatum (räknas inte) för vårdtillfällen
  följer dygnet
  per betalande-kommun och vårdtillfälle
  betalas av betalande-kommun till "Regionen"
  belopp = summa av (100 kr/dygn * 1 dygn)
  ${rounded}`;

describe("default and exception", () => {
  const program = programOf(
    agreement(
      [
        rule("grund", "gäller vårdtillfällen där klara-dagar är minst 0 dagar", "1 kr"),
        rule(
          "undantag",
          "i stället för grund\n  gäller vårdtillfällen där vårdform är psykiatrisk\n  krävs fast-vårdkontakt-utsedd",
          "2 kr",
        ),
        rule(
          "undantag-från-undantaget",
          'i stället för undantag\n  gäller vårdtillfällen där vårdform är psykiatrisk och sjukhus är "S"',
          "3 kr",
        ),
      ].join("\n"),
    ),
  );
  const lines = (more: Record<string, string | boolean>): string[] =>
    amounts(completed(program, [stay("e", "2020-03-01", "2020-03-02", more)]));

  test("an exception takes what its scope says, and reaches through what it stands before", () => {
    expect(lines({ care_type: "somatic" })).toEqual(["0126-grund-e 1.00"]);
    expect(lines({ care_type: "psychiatric", hospital: "T", care_contact: true })).toEqual(["0126-undantag-e 2.00"]);
    expect(lines({ care_type: "psychiatric", hospital: "S" })).toEqual(["0126-undantag-från-undantaget-e 3.00"]);
  });

  test("a record in scope that fails krävs is not charged and falls back to nothing", () => {
    const result = completed(program, [
      stay("e", "2020-03-01", "2020-03-02", { care_type: "psychiatric", hospital: "T", care_contact: false }),
    ]);
    expect(result.lines).toEqual([]);
    expect(result.notCharged).toEqual([
      { reason: "krävs fast-vårdkontakt-utsedd", document: "prov", rule: "undantag", clause: "4", records: 1 },
    ]);
  });

  test("an unknown scope leaves the record undecided for the exception and for what stands behind it", () => {
    const result = completed(program, [stay("e", "2020-03-01", "2020-03-02", { care_type: "psychiatric" })]);
    expect(result.undecided).toEqual([
      { id: "e", missing: ["hospital"], document: "prov", rule: "undantag-från-undantaget" },
    ]);
    expect(result.groups).toEqual([]);
  });
});

describe("reasons", () => {
  const program = programOf(
    agreement(`villkor ansvar
  krävs inskrivningsmeddelande finns enligt text 6
  krävs fast-vårdkontakt-utsedd om vårdkontakt-behövs enligt text 7
  gäller inte när öppenvård-otillgänglig eller öppenvård-otillgänglig är okänt enligt text 8
${rule("grund", "gäller vårdtillfällen där klara-dagar är minst 0 dagar\n  krävs ansvar", "1 kr")}`),
  );
  const met = { admission_notice_at: "2020-02-28T10:00", care_contact_needed: false, outpatient_unavailable: false };
  const of = (id: string, more: Record<string, string | boolean | null>) =>
    stay(id, "2020-03-01", "2020-03-02", { ...met, ...more });

  test("the first line that is no is the reason, with its own clause, even behind one that is unknown", () => {
    const result = completed(program, [
      of("a", { admission_notice_at: null, outpatient_unavailable: true }),
      of("b", { care_contact_needed: null, outpatient_unavailable: null }),
      of("c", { care_contact_needed: true, care_contact: false }),
      of("d", {}),
    ]);
    expect(result.notCharged).toEqual([
      { reason: "krävs inskrivningsmeddelande finns", document: "prov", rule: "grund", clause: "6", records: 1 },
      {
        reason: "krävs fast-vårdkontakt-utsedd om vårdkontakt-behövs",
        document: "prov",
        rule: "grund",
        clause: "7",
        records: 1,
      },
      {
        reason: "gäller inte när öppenvård-otillgänglig eller öppenvård-otillgänglig är okänt",
        document: "prov",
        rule: "grund",
        clause: "8",
        records: 1,
      },
    ]);
    expect(amounts(result)).toEqual(["0126-grund-d 1.00"]);
  });

  test("an undecided record names the facts of the lines that are unknown, and no others", () => {
    const result = completed(program, [of("a", { care_contact_needed: null }), of("b", { care_contact_needed: true })]);
    expect(result.undecided.map(({ id, missing }) => [id, missing])).toEqual([
      ["a", ["care_contact", "care_contact_needed"]],
      ["b", ["care_contact"]],
    ]);
  });
});

describe("ingen debitering and inte modellerat", () => {
  const program = programOf(
    agreement(`regel fri
  enligt text 9
  i stället för grund
  gäller vårdtillfällen där ålder-vid-utskrivning understiger 18
  följer utskrivningsdatum
  ingen debitering
regel oklar
  enligt text 10
  i stället för grund; fri
  gäller vårdtillfällen där sjukhus är "X"
  följer utskrivningsdatum
  inte modellerat "för svårt"
${rule("grund", "gäller vårdtillfällen där klara-dagar är minst 0 dagar", "1 kr")}`),
  );

  test("take their records, which are then not charged or undecided", () => {
    const of = (id: string, age: number, hospital: string) =>
      stay(id, "2020-03-01", "2020-03-02", { age_at_discharge: age, hospital });
    const result = completed(program, [of("a", 17, "S"), of("b", 18, "S"), of("c", 17, "X")]);
    expect(amounts(result)).toEqual(["0126-grund-b 1.00"]);
    expect(result.notCharged).toEqual([
      { reason: "ingen debitering", document: "prov", rule: "fri", clause: "9", records: 1 },
    ]);
    expect(result.undecided).toEqual([{ id: "c", missing: [], document: "prov", rule: "oklar" }]);
    expect(result.accounting).toEqual({ recordsIn: 3, inRule: 1, notCharged: 1, undecided: 1, refused: 0 });
  });
});

describe("days", () => {
  test("a day rule takes the days on which it is in force, and a later day rule the rest", () => {
    const program = programOf(
      agreement(
        [
          daily("gamla", "i stället för nya\n  före 2020-03-03"),
          daily("nya", "").replace("100 kr/dygn", "200 kr/dygn"),
        ].join("\n"),
      ),
    );
    const result = completed(program, [stay("e", "2020-03-01", "2020-03-05")]);
    expect(amounts(result)).toEqual(["0126-gamla-e 200.00", "0126-nya-e 400.00"]);
  });

  test("utöver is offered only the days, and only the records, that its rule has taken", () => {
    const onTop = daily("tillägg", "utöver gamla").replace("100 kr/dygn", "1 kr/dygn");
    const program = programOf(agreement([daily("gamla", "före 2020-03-03"), onTop].join("\n")));
    const result = completed(program, [stay("a", "2020-03-01", "2020-03-05"), stay("b", "2020-03-10", "2020-03-15")]);
    expect(amounts(result)).toEqual(["0126-gamla-a 200.00", "0126-tillägg-a 2.00"]);
    expect(result.accounting).toMatchObject({ inRule: 1, notCharged: 1 });
  });

  test("the fallback document is offered what is left, with its own names", () => {
    const law = `språk sv
lag lagen "Lagen"
  gäller från och med 2018-01-01 tills vidare enligt text 1
använder nationell; pris
källa text "Lagen"
${daily("dag-för-dag", "")}`;
    const program = programOf(
      agreement(daily("avtalad", "från och med 2020-03-03 före 2020-03-05").replace("100 kr/dygn", "7 kr/dygn"), {
        lines: "gäller från och med 2020-01-01 tills vidare enligt text 1\nannars gäller lagen",
        uses: "nationell; pris; lagen",
      }),
      law,
    );
    const result = completed(program, [stay("e", "2020-03-01", "2020-03-07")]);
    expect(amounts(result)).toEqual(["0126-avtalad-e 14.00", "0126-lagen.dag-för-dag-e 400.00"]);
    expect(result.lines.map((line) => line.place.document)).toEqual(["prov", "lagen"]);
  });

  test("each day may be undecided by itself", () => {
    const program = programOf(
      agreement(
        daily("per-dag", "krävs klara-dagar är minst 0 dagar\n  krävs fast-vårdkontakt-utsedd om dygnet är 2020-03-02"),
      ),
    );
    const result = completed(program, [stay("e", "2020-03-01", "2020-03-04")]);
    expect(result.undecided).toEqual([{ id: "e", missing: ["care_contact"], document: "prov", rule: "per-dag" }]);
    expect(amounts(result)).toEqual(["0126-per-dag-e 200.00"]);
    expect(result.lines[0]?.leftOut).toEqual({ notCharged: 0, undecided: 0 });
  });
});
