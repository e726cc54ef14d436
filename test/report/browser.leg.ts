// The page of a comparison in a real Chromium: by keyboard alone from the total to a clause, with nothing that axe finds
// serious, nothing asked of anybody, in light, dark and print, narrow, and without scripts.

import { expect } from "vitest";
import { pageOnDisk, testAxe, testPrint, testTelephone, testWalkToAClause, testWithoutScripts } from "./page-walks.ts";
import { reportOver, textOf } from "./reported.ts";

const at = pageOnDisk({
  name: "jamforelse.html",
  write: async (data) => textOf(await reportOver(data), "jamforelse.html"),
});

testWalkToAClause(at, "", {
  month: async (page) => {
    expect(await page.evaluate("document.activeElement?.tagName")).toBe("H2");
  },
  line: async (page) => {
    expect(page.url()).toContain("#rad/0126-");
  },
  episodes: async (page) => {
    expect(await page.textContent("#djup")).toContain("Ett vårdtillfälle har inget eget pris");
  },
});
testAxe(at, "");
testTelephone(at, "");
testWithoutScripts(at, [/B kostar betalarna/, /Lydelserna sida vid sida/]);
testPrint(at, "");
