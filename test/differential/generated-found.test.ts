// Differences between the targets that generated agreements brought to light, each by name and as small as it goes.

import { describe, expect, test } from "vitest";
import { ratio } from "@avtal/runtime/ratio";
import { agreement, completed, programOf, rounded, stay } from "../meaning/run-text.ts";

describe("found by generated agreements", () => {
  test("a fixed mean that is supplied from a day stands among the rows of the lines from that day", () => {
    const program = programOf(
      agreement(`mätvärde länssnitt i dagar kod county_mean
  enligt text 3
  = genomsnitt av klara-dagar för vårdtillfällen där månad för utskrivningsdatum är 2020-03
  fastställt 1 dag enligt text 9
regel individuell
  enligt text 4
  gäller vårdtillfällen
  följer utskrivningsdatum
  per betalande-kommun och vårdtillfälle
  betalas av betalande-kommun till "Regionen"
  betaldagar = största av (klara-dagar - länssnitt; 0 dagar)
  belopp = betaldagar * 100 kr/dygn
  ${rounded}`),
    );
    const records = [stay("a", "2020-03-10", "2020-03-15"), stay("b", "2020-03-11", "2020-03-16")];
    const values = [{ value: "länssnitt", from: "2020-03-16", exact: ratio(2n, 1n) }];
    const { lines } = completed(program, records, { values });
    expect(
      lines.map(({ id, rows }) => [id, rows.filter(({ supplied }) => supplied).map(({ value }) => value)]),
    ).toEqual([
      ["0126-individuell-a", []],
      ["0126-individuell-b", ["länssnitt"]],
    ]);
  });
});
