// A key of the language itself that stands alone in an expression is read as the key, in either keyword table.

import { expect, test } from "vitest";
import { convertFile } from "@avtal/compiler/format/format";
import { agreement, amounts, completed, programOf, rounded, stay } from "./run-text.ts";

const swedish = (period: string, is: string): string =>
  agreement(`regel taxa
  enligt text 4
  gäller vårdtillfällen
  följer utskrivningsdatum
  per betalande-kommun och ${period}
  betalas av betalande-kommun till "Regionen"
  när ${is}
  belopp = 100 kr
  ${rounded}`);

const records = [stay("a", "2020-03-30", "2020-03-31"), stay("b", "2020-03-30", "2020-04-01")];

test.each([
  ["månad", "månad är 2020-03", "month is 2020-03", ["0126-2020-03-taxa 100.00"]],
  ["kvartal", "kvartal är kvartal för 2020-04-01", "quarter is quarter for 2020-04-01", ["0126-2020-Q2-taxa 100.00"]],
  ["år", "år är år för 2020-04-01", "year is year for 2020-04-01", ["0126-2020-taxa 100.00"]],
])("%s", (period, is, english, lines) => {
  const text = swedish(period, is);
  const translated = convertFile({ path: "prov-0.avtal", text }, "en") ?? "";
  expect(translated).toContain(`when ${english}`);
  expect(amounts(completed(programOf(text), records))).toEqual(lines);
  expect(amounts(completed(programOf(translated), records))).toEqual(lines);
});
