// What became of the cases for machines: JSON, JUnit and the commands of GitHub Actions, inert and the same every time.

import { expect, test } from "vitest";
import { githubCommands } from "@avtal/replay/scenarios/report/github";
import { testedJson } from "@avtal/replay/scenarios/report/json";
import { junitXml } from "@avtal/replay/scenarios/report/junit";
import { placeOf, type Place } from "@avtal/replay/scenarios/report/place";
import type { CaseResult } from "@avtal/replay/scenarios/matrix/case-result";
import { testText } from "./own-folder-programs.ts";

const text = `avtal: prov
bakgrund: { folkbokföringskommun: Huddinge, vårdform: somatisk, inskrivningstid: 2019-12-01 08:00, vårdkontakt-utsedd: ja }
scenarier:
  - namn: 'Fyra <dagar>, "100%" & ::error::'
    klausul: 2
    vårdtillfällen:
      - { underrättelse: 2022-04-04 09:00, utskrivningstid: 2022-04-08 15:00 }
    förväntat:
      2020-01-01: 18 600,00 kr
      2021-11-01: 20 000,00 kr
`;

const tested = testText(text);
const at = (result: CaseResult): Place =>
  placeOf(
    result,
    () => text,
    (path) => path,
  );

test("JUnit has a suite for each file and a test case for each case, with every sign escaped", () => {
  expect(junitXml(tested, (path) => path, "sv")).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="avtal" tests="2" failures="1">
  <testsuite name="scenarios/prov.yaml" tests="2" failures="1" errors="0" skipped="0">
    <testcase classname="prov" name="Fyra &lt;dagar&gt;, &quot;100%&quot; &amp; ::error:: · 2020-01-01" file="scenarios/prov.yaml"/>
    <testcase classname="prov" name="Fyra &lt;dagar&gt;, &quot;100%&quot; &amp; ::error:: · 2021-11-01" file="scenarios/prov.yaml">
      <failure message="inte som väntat (+5\u00a0110,00 kr)" type="failed">Huddinge 2022-04 genomsnitt, belopp: väntat 20 000,00 kr, blev 25 110,00 kr</failure>
    </testcase>
  </testsuite>
</testsuites>
`);
});

test("a command of GitHub Actions points at the expectation, and nothing in it begins another command", () => {
  const said = githubCommands(tested, at, "en");
  expect(said).toBe(
    '::error file=scenarios/prov.yaml,line=10,col=19,title=Fyra <dagar>%2C "100%25" & %3A%3Aerror%3A%3A · 2021-11-01%3A not as expected' +
      "::Huddinge 2022-04 genomsnitt, amount: expected 20 000,00 kr, came out 25 110,00 kr%0A+5\u00a0110,00 kr\n",
  );
});

test("JSON holds every case with its place, outcome, difference and trace", () => {
  const document = JSON.parse(testedJson({ tested, placeOf: at, problems: [] }));
  expect(document).toMatchObject({ formatVersion: 1, scenarios: 1, cases: 2, passed: 1, leftOver: [], problems: [] });
  expect(document.results[0]).toMatchObject({
    line: 9,
    wording: "2020-01-01",
    status: "held",
    passed: true,
    trace: [],
  });
  expect(document.results[1]).toMatchObject({
    file: "scenarios/prov.yaml",
    line: 10,
    agreement: "prov",
    clauses: ["2"],
    status: "failed",
    more: "5110.00",
    outcome: { sv: "Huddinge 2022-04 genomsnitt 2,7 dagar = 25 110,00 kr" },
    mismatches: [{ expected: { sv: "20 000,00 kr" }, actual: { sv: "25 110,00 kr" } }],
  });
  expect(document.results[1].trace[0].steps[0]).toEqual({
    name: "medeldagar",
    value: { sv: "4 dagar", en: "4 dagar" },
    clause: "",
  });
});

test("the same texts give the same bytes", () => {
  const again = testText(text);
  expect(testedJson({ tested: again, placeOf: at, problems: [] })).toBe(
    testedJson({ tested, placeOf: at, problems: [] }),
  );
});
