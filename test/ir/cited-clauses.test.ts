// Every place that a document cites is a clause of its program, wherever it stands: scenarios name clauses.

import { expect, test } from "vitest";
import { join } from "node:path";
import { compileFolder } from "../harness/compile-folder.ts";
import { agreement, programOf, rounded } from "../meaning/run-text.ts";

test("the clauses of the head, the payment, a line and an omission are in the program", () => {
  const program = programOf(
    agreement(
      `regel taxa
  enligt text 4
  gäller vårdtillfällen där vårdform är somatisk   enligt text 4 punkt 1
  följer utskrivningsdatum
  per betalande-kommun och vårdtillfälle   enligt text 4 punkt 2
  betalas av betalande-kommun till "Regionen"   enligt text 5
  belopp = 100 kr + klara-dagar * 1 kr/dygn
  ${rounded}
utelämnat "Barn" enligt text 6 citat "barn under 18 år"`,
      { lines: "gäller från och med 2020-01-01 tills vidare enligt text 1\n  uppsägningstid 6 månader enligt text 7" },
    ),
  );
  const places = program.clauses.filter(({ assumption }) => !assumption).map(({ place }) => place);
  expect(places).toEqual(expect.arrayContaining(["1", "7", "2", "4", "4 punkt 1", "4 punkt 2", "5", "6"]));
  expect(new Set(places).size).toBe(places.length);
});

test("the law behind an agreement has its own, under its own name", () => {
  const folders = ["national", "lus", "lbk", "jonkoping"].map((name) =>
    join(import.meta.dirname, "../../agreements", name),
  );
  const { clauses } = compileFolder(folders, "jönköping");
  expect(clauses.filter(({ document }) => document === "lus").map(({ place }) => place)).toContain("4 kap. 5 §");
});
