// The page of one run in a real Chromium: by keyboard alone from the total to a clause, nothing serious for axe, nothing
// asked of anybody, in light, dark and print, narrow, and without scripts.

import { expect } from "vitest";
import { runReport } from "@avtal/report/run-report";
import { pageOnDisk, testAxe, testPrint, testTelephone, testWalkToAClause, testWithoutScripts } from "./page-walks.ts";
import { textOf } from "./reported.ts";
import { runRequest } from "./run-reported.ts";

const at = pageOnDisk({
  name: "korning.html",
  write: async (data) => textOf(await runReport(await runRequest(data, null)), "korning.html"),
});

testWalkToAClause(at, "run-", {
  month: async (page) => {
    expect(await page.textContent("#djup thead")).toBe("FakturaradRegelBelopp (kr)");
  },
  line: async (page) => {
    expect(await page.textContent("#djup thead")).toBe("StegVärdeSom regeln är skrivenAvsnitt");
  },
  episodes: async (page) => {
    expect(await page.textContent("#djup thead")).toContain("Raden utan det (kr)");
  },
});
testAxe(at, "run-");
testTelephone(at, "run-");
testWithoutScripts(at, [/\d+ betalare ska betala/]);
testPrint(at, "run-");
