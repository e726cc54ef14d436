import { expect, test } from "vitest";
import { lyingBars, standingBars } from "./before-and-after.ts";
import { costCurve } from "./cost-curve.ts";
import { distribution } from "./distribution.ts";
import { waterfall } from "./waterfall.ts";

const rows = [
  { name: "Huddinge", a: 0n, b: 71_953_385n },
  { name: "<script>&\"'", a: 100n, b: -100n },
];

function drawings(): string[] {
  return [
    lyingBars({ title: "per betalare", rows }),
    standingBars({ title: "per månad", rows }),
    waterfall({
      title: "väg",
      start: { name: "A", total: 1000n },
      steps: [{ name: "1", difference: -3000n }],
      end: { name: "B", total: -2000n },
    }),
    distribution({ title: "dagar", episodes: [3, 2, 0, 1], limits: [{ name: "A 1,3 dagar", days: 1.3, side: "a" }] }),
    costCurve({
      title: "kurva",
      points: [
        { name: "1,0 dagar", total: 5n },
        { name: "1,1 dagar", total: 3n },
      ],
    }),
  ];
}

test("F08: the same data give the same drawing however often it is made", () => {
  expect(drawings()).toEqual(drawings());
});

test("a drawing holds no style, no class, no script and no address, and is named for those who do not see it", () => {
  for (const svg of drawings()) {
    expect(svg).toMatch(/^<svg role="img" aria-label="/);
    expect(svg).not.toMatch(/<style|<script|class=| style=|href|zr\d|ecmeta|<defs/);
    expect(svg.replaceAll('xmlns="http://www.w3.org/2000/svg"', "")).not.toContain("http");
    expect(svg).not.toContain("#0a0a0");
  }
});

test("the limit is drawn where it lies, and a name of the agreement is text", () => {
  expect(
    distribution({ title: "d", episodes: [1, 1], limits: [{ name: "A 1,3 dagar", days: 1.3, side: "a" }] }),
  ).toContain("A 1,3 dagar");
  expect(drawings()[0]).toContain("&lt;script&gt;&amp;");
});
