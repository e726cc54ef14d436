// What the hash of a meaning sees and what it is blind to.

import { describe, expect, test } from "vitest";
import { meaningHash } from "@avtal/compiler/ir/meaning-hash";
import { programOf } from "../meaning/run-text.ts";

const text = `språk sv
överenskommelse prov "Prov"
  gäller från och med 2020-01-01 tills vidare enligt ök 1
använder nationell; pris
källa ök "Överenskommelsen"
värde gräns i dagar kod limit
  från och med 2020-01-01: 2,0 dagar enligt ök 2
begrepp klara-dagar i dagar kod ready_days
  = kalenderdagar från utskrivningsklar-datum (räknas inte) till utskrivningsdatum (räknas) enligt ök 2
begrepp sista-dag i datum kod last_day
  = utskrivningsdatum + 1 dag enligt ök 2
regel somatik
  enligt ök 3 citat "per dag"
  gäller vårdtillfällen där vårdform är somatisk
  krävs inskrivningsmeddelande finns
  följer sista-dag
  per betalande-kommun och månad
  betalas av betalande-kommun till "Regionen"
  överskott = genomsnitt av klara-dagar - gräns se tolkningsfråga avdrag
  när överskott överstiger 0 dagar
  belopp = överskott * dygnsbelopp
  avrunda belopp till hela ören, halva uppåt enligt ök 3
regel psykiatri
  enligt ök 4
  gäller vårdtillfällen där vårdform är psykiatrisk
  följer utskrivningsdatum
  per betalande-kommun och vårdtillfälle
  betalas av betalande-kommun till "Regionen"
  belopp = klara-dagar * dygnsbelopp
  avrunda belopp till hela ören, halva uppåt enligt ök 3
tolkningsfråga avdrag
  enligt ök 3 fråga "Vilken gräns?"
  tolkning gällande "Den gällande" som skrivet
  tolkning fast "Alltid två"
    i regeln somatik
      överskott = genomsnitt av klara-dagar - 2 dagar
  vald gällande preliminärt motiv "orden"
`;

const hash = hashOf(text);

function hashOf(source: string): string {
  return meaningHash(programOf(source));
}

function changed(from: string | RegExp, to: string): string {
  const other = text.replace(from, to);
  expect(other).not.toBe(text);
  return other;
}

describe("the hash of a meaning is blind to", () => {
  test.each([
    ["layout", changed(/\n +/g, "\n")],
    ["comments and doc comments", changed("begrepp klara", "# en kommentar\n## Dagar som räknas.\nbegrepp klara")],
    [
      "titles, quotes and reasons",
      changed('"Den gällande"', '"Den som gäller"').replace('motiv "orden"', 'motiv "läget"'),
    ],
    ["what a quote says", changed(' citat "per dag"', "")],
    ["decimals that say nothing", changed("2,0 dagar", "2 dagar")],
    ["`till och med` for the day before `före`", text],
    ["the order of terms", swapped(/begrepp klara[^]*?(?=begrepp)/, /begrepp sista[^]*?(?=regel)/)],
    ["the order of rules that never meet", swapped(/regel somatik[^]*?(?=regel)/, /regel psykiatri[^]*?(?=tolknings)/)],
    [
      "the order of readings",
      swapped(/ {2}tolkning gällande[^]*?(?= {2}tolkning)/, / {2}tolkning fast[^]*?(?= {2}vald)/),
    ],
  ])("%s", (_, source) => {
    expect(hashOf(source)).toBe(hash);
  });

  test("the keyword table", () => {
    expect(hashOf(english)).toBe(hashOf(swedish));
  });
});

describe("the hash of a meaning sees", () => {
  test.each([
    ["an amount", changed("2,0 dagar", "2,1 dagar")],
    [
      "a day",
      changed("från och med 2020-01-01: 2,0", "från och med 2020-01-02: 2,0").replace(
        "gäller från och med 2020-01-01",
        "gäller från och med 2020-01-02",
      ),
    ],
    ["the place that a line cites", changed("enligt ök 4", "enligt ök 5")],
    ["the chosen reading", changed("vald gällande", "vald fast")],
    ["how firmly it is chosen", changed("gällande preliminärt", 'gällande beslut "Nämnden" 2020-01-01')],
    ["what another reading says", changed("- 2 dagar", "- 3 dagar")],
    ["which end of a span counts", changed("(räknas inte)", "(räknas)")],
    ["a rounding", changed("halva uppåt enligt ök 3\nregel", "nedåt enligt ök 3\nregel")],
    ["who is paid", changed('till "Regionen"', 'till "Region Ett"')],
    ["a condition", changed("inskrivningsmeddelande finns", "fast-vårdkontakt-utsedd")],
    ["the name of a rule", changed("regel psykiatri", "regel psykiatrin")],
  ])("%s", (_, source) => {
    expect(hashOf(source)).not.toBe(hash);
  });
});

const swedish = `språk sv
överenskommelse prov "Prov"
  gäller från och med 2020-01-01 tills vidare enligt ök 1
  vardagar utom söndagar, helgdagar
använder nationell; pris
källa ök "Överenskommelsen"
regel r
  enligt ök 3
  gäller dygn från utskrivningsklar-datum (räknas inte) till utskrivningsdatum (räknas) för vårdtillfällen där dygnet är vardag
  krävs inskrivningsmeddelande finns
  följer dygnet
  per betalande-kommun och månad
  betalas av betalande-kommun till "Regionen"
  belopp = summa av (dygnsbelopp * 1 dygn)
  avrunda belopp till hela ören, halva uppåt enligt ök 3
`;

const english = `language en
agreement prov "Prov"
  in force from and including 2020-01-01 until further notice under ök 1
  weekdays except sundays, public-holidays
uses nationell; pris
source ök "Överenskommelsen"
rule r
  under ök 3
  applies to care days from utskrivningsklar-datum (not counted) to utskrivningsdatum (counted) for care episodes where the day is a weekday
  requires inskrivningsmeddelande exists
  follows the day
  per betalande-kommun and month
  paid by betalande-kommun to "Regionen"
  belopp = sum of (dygnsbelopp * 1 care day)
  round belopp to whole öre, halves up under ök 3
`;

function swapped(first: RegExp, second: RegExp): string {
  const [one] = first.exec(text) ?? [];
  const [other] = second.exec(text) ?? [];
  if (one === undefined || other === undefined) throw new Error("Nothing to swap.");
  return text.replace(one, "\u0000").replace(other, one).replace("\u0000", other);
}
