// docs/meaning.md, section 1: values, missing and unknown, in agreements of a few lines.

import { describe, expect, test } from "vitest";
import { agreement, completed, figures, programOf, stay } from "./run-text.ts";

/** One figure of each kind that a condition can lead to, asked of single episodes. */
function holdsFor(condition: string, more: Record<string, string | boolean | null>): string {
  const program = programOf(
    agreement(`villkor frågan
  krävs ${condition} enligt text 3
regel allt
  enligt text 4
  gäller vårdtillfällen
  krävs frågan
  följer utskrivningsdatum
  per betalande-kommun och vårdtillfälle
  betalas av betalande-kommun till "Regionen"
  belopp = 1 kr
  avrunda belopp till hela ören, halva uppåt enligt antagande "prov"`),
  );
  const { accounting } = completed(program, [stay("e", "2020-03-02", "2020-03-05", more)]);
  return accounting.inRule === 1 ? "yes" : accounting.notCharged === 1 ? "no" : "unknown";
}

describe("conditions of absent facts", () => {
  // fast-vårdkontakt-utsedd is unknown when empty; sip-kallelse is missing when empty.
  test.each([
    ["fast-vårdkontakt-utsedd", "unknown"],
    ["inte fast-vårdkontakt-utsedd", "unknown"],
    ["fast-vårdkontakt-utsedd är okänt", "yes"],
    ["fast-vårdkontakt-utsedd finns", "unknown"],
    ["fast-vårdkontakt-utsedd saknas", "unknown"],
    ["sip-kallelse finns", "no"],
    ["sip-kallelse saknas", "yes"],
    ["sip-kallelse är okänt", "no"],
    ["sip-kallelse senast utskrivningsdatum", "unknown"],
    ["(sip-kallelse senast utskrivningsdatum) är okänt", "yes"],
    ["ålder-vid-utskrivning är minst 65", "unknown"],
    ["ålder-vid-utskrivning är okänt", "yes"],
    ["fast-vårdkontakt-utsedd eller utskrivningsdatum finns", "yes"],
    ["fast-vårdkontakt-utsedd och utskrivningsdatum saknas", "no"],
    ["fast-vårdkontakt-utsedd och utskrivningsdatum finns", "unknown"],
    ["fast-vårdkontakt-utsedd om sip-kallelse finns", "yes"],
    ["sip-kallelse finns om fast-vårdkontakt-utsedd", "unknown"],
    ["utskrivningsdatum finns om fast-vårdkontakt-utsedd", "yes"],
  ])("%s: %s", (condition, expected) => {
    expect(holdsFor(condition, {})).toBe(expected);
  });

  test.each([
    ["(1 om fast-vårdkontakt-utsedd annars 1) är 1", "yes"],
    ["(1 om fast-vårdkontakt-utsedd annars 2) är 1", "unknown"],
    ["(1 om fast-vårdkontakt-utsedd annars 2) överstiger 0", "unknown"],
    ["minsta av (ålder-vid-utskrivning; 3) är högst 3", "unknown"],
  ])("%s: %s", (condition, expected) => {
    expect(holdsFor(condition, {})).toBe(expected);
  });
});

describe("clock times to the second", () => {
  test.each([
    ["efter kl. 12.00", "12:00:00", "no"],
    ["efter kl. 12.00", "12:00:01", "yes"],
    ["före kl. 12.00", "11:59:59", "yes"],
    ["före kl. 12.00", "12:00:00", "no"],
    ["senast kl. 12.00", "12:00:00", "yes"],
    ["senast kl. 12.00", "12:00:01", "no"],
    ["tidigast kl. 12.00", "12:00:00", "yes"],
  ])("%s at %s: %s", (words, clock, expected) => {
    const ready = { ready_notice_at: `2020-03-02T${clock}` };
    expect(holdsFor(`utskrivningsklar-tid ${words}`, ready)).toBe(expected);
  });
});

test("spans, weekdays and begun days of one stay", () => {
  const program = programOf(
    agreement(
      `statistik mått
  enligt text 4
  gäller vårdtillfällen
  följer utskrivningsdatum
  per vårdtillfälle
  båda = summa av (kalenderdagar från utskrivningsklar-datum (räknas) till utskrivningsdatum (räknas))
  ingen = summa av (kalenderdagar från utskrivningsklar-datum (räknas inte) till utskrivningsdatum (räknas inte))
  inte-helg = summa av (vardagar från utskrivningsklar-datum (räknas inte) till utskrivningsdatum (räknas))
  påbörjade = summa av (påbörjade dygn från utskrivningsklar-tid till utskrivningstid)`,
      {
        lines: `gäller från och med 2020-01-01 tills vidare enligt text 1
vardagar utom lördagar, söndagar, helgdagar`,
      },
    ),
  );
  const records = [
    stay("påsk", "2020-04-09", "2020-04-14"),
    stay("samma", "2020-04-14", "2020-04-14"),
    { ...stay("bakåt", "2020-04-14", "2020-04-13") },
  ];
  expect(figures(completed(program, records))).toEqual({
    påsk: { båda: "6", ingen: "4", "inte-helg": "1", påbörjade: "6" },
    samma: { båda: "1", ingen: "0", "inte-helg": "0", påbörjade: "1" },
    bakåt: { båda: "0", ingen: "0", "inte-helg": "0", påbörjade: "0" },
  });
});

test("a payer asked for on a day is itself while it exists, and its successor afterwards", () => {
  const program = programOf(
    agreement(`statistik vem
  enligt text 4
  gäller vårdtillfällen
  följer utskrivningsdatum
  per stadsdel-då
  antal-då = antal vårdtillfällen
begrepp stadsdel-då i betalare kod district_then
  enligt text 5
  = stadsdel vid utskrivningsdatum`),
  );
  const of = (id: string, home: string, district: string) =>
    stay(id, "2020-06-01", home, { municipality: "0180", district });
  const records = [of("a", "2020-06-30", "alvsjo"), of("b", "2020-07-01", "alvsjo"), of("c", "2020-07-01", "farsta")];
  const result = completed(program, [...records, of("d", "2020-06-30", "hagersten-alvsjo")]);
  expect(result.figures.map(({ keys, figures: steps }) => [keys.payer.code, keys.payer.name, steps[0]?.value])).toEqual(
    [
      ["alvsjo", "Älvsjö", { kind: "quantity", exact: { over: 1n, under: 1n }, unit: "antal" }],
      ["farsta", "Farsta", { kind: "quantity", exact: { over: 1n, under: 1n }, unit: "antal" }],
      ["hagersten-alvsjo", "Hägersten-Älvsjö", { kind: "quantity", exact: { over: 1n, under: 1n }, unit: "antal" }],
    ],
  );
});
