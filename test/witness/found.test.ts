// Differences that hide behind several facts at once, or behind the order of events: what the search does to find them.

import { expect, test } from "vitest";
import type { Field } from "@avtal/compiler/ir/ir";
import { lot } from "@avtal/replay/witness/drawn-cases";
import { lastOf, type Fact } from "@avtal/replay/witness/episode-shapes";
import { fewOf } from "@avtal/replay/witness/single-cases";
import type { Side } from "@avtal/replay/witness/verdict";
import { witness } from "@avtal/replay/witness/witness";
import { agreement, noOptions, programOf, rounded } from "../meaning/run-text.ts";

function side(text: string): Side {
  return { program: programOf(agreement(text)), options: noOptions };
}

const payer = `betalas av betalande-kommun till "Regionen"`;

function followingNotice(price: string): string {
  return `regel grund
  enligt text 3
  gäller vårdtillfällen
  följer utskrivningsklar-datum
  per betalande-kommun och vårdtillfälle
  ${payer}
  belopp = klara-dagar * ${price}
  ${rounded}`;
}

const askingMuch = (price: string): string => `villkor ansvar
  enligt text 3
  krävs sjukhus är "S1" enligt text 3
  krävs sip-kallelse finns enligt text 3
  gäller inte när öppenvård-otillgänglig eller öppenvård-otillgänglig är okänt enligt text 3
regel grund
  enligt text 3
  gäller dygn från utskrivningsklar-datum (räknas inte) till utskrivningsdatum (räknas) för vårdtillfällen där vårdform är somatisk
  krävs ansvar
  följer dygnet
  per betalande-kommun och månad
  ${payer}
  belopp = summa av (${price} * 1 dygn)
  ${rounded}
regel psykiatri
  enligt text 3
  gäller vårdtillfällen där vårdform är psykiatrisk
  följer utskrivningsdatum
  per betalande-kommun och vårdtillfälle
  ${payer}
  belopp = klara-dagar * 100 kr/dygn
  ${rounded}`;

test.each([
  [
    "a price of a rule that follows the notice, in an episode that ends after it",
    followingNotice("7 800 kr/dygn"),
    followingNotice("802 kr/dygn"),
  ],
  [
    "a price of one hospital, behind an answer that is not the usual one, beside a rule that asks nothing",
    askingMuch("7 800 kr/dygn"),
    askingMuch("802 kr/dygn"),
  ],
])("%s is told apart by one episode", (_, before, after) => {
  const verdict = witness(side(before), side(after));
  expect(verdict).toMatchObject({ kind: "differ", in: "amounts" });
  expect(verdict.kind === "differ" && verdict.episodes).toHaveLength(1);
});

test("an episode ends with what the reader lets nothing come after, though the notice decides and may come again", () => {
  const dated = (code: string, optional: boolean): Field => ({
    id: code,
    name: code,
    code,
    kind: { kind: "moment" },
    choices: [],
    empty: "missing",
    optional,
    personal: false,
    unique: false,
    doc: null,
  });
  const fields = [
    dated("ready_notice_at", false),
    dated("ready_reissued_at", true),
    dated("discharged_at", false),
    dated("sip_summons_date", false),
  ];
  const ending = (...deciding: string[]): string | undefined => lastOf({ fields, deciding: new Set(deciding) })?.code;
  expect(ending("ready_notice_at", "ready_reissued_at")).toBe("discharged_at");
  expect(ending("discharged_at")).toBe("discharged_at");
  expect(ending("sip_summons_date")).toBe("sip_summons_date");
});

test("what is drawn by lot does not come round again within all the rounds of a search", () => {
  const draw = lot(20_200_101);
  const numbers = Array.from({ length: 1000 }, (_, index) => index);
  const drawn = Array.from({ length: 50_000 }, () => draw(numbers));
  const runs = drawn.slice(7).map((_, index) => drawn.slice(index, index + 8).join(" "));
  expect(new Set(runs).size).toBe(runs.length);
});

test("that a fact is lacking is among the few that are tried in pairs, however many clock times there are", () => {
  const times = [0, 1, 2, 3, 4, 5, 6].map((offset): Fact => ({ kind: "dated", from: "start", offset, second: 0 }));
  const few = fewOf([...times, { kind: "absent" }]);
  expect(few).toHaveLength(5);
  expect(few.at(-1)).toEqual({ kind: "absent" });
  expect(few.slice(0, 4)).toEqual(times.slice(0, 4));
});
