import { describe, expect, test } from "vitest";
import { runOptionsOf, type HostChoices, type HostOptions } from "./host-options.ts";
import { ratioText } from "./ratio.ts";

const choices: HostChoices = {
  wordings: ["2020-01-01", "2021-11-01"],
  scaleOf: new Map([
    ["tidsgräns", 1n],
    ["pris.dygnsbelopp", 100n],
  ]),
};

describe("what a host supplies", () => {
  test.each([
    ["1,74", "87/50"],
    ["1.74", "87/50"],
    ["87/50", "87/50"],
    ["2", "2"],
    ["-0,5", "-1/2"],
  ])("%s is read exactly", (text, exact) => {
    const { values } = runOptionsOf({ values: { tidsgräns: text } }, choices);
    expect(values.map((value) => ratioText(value.exact))).toEqual([exact]);
  });

  test("kronor become öre", () => {
    const { values } = runOptionsOf({ values: { "pris.dygnsbelopp": "9300,50" } }, choices);
    expect(values.map((value) => ratioText(value.exact))).toEqual(["930050"]);
  });

  test("rows by day keep their days", () => {
    const { values } = runOptionsOf({ values: { tidsgräns: [{ from: "2022-03-01", exact: "1,2" }] } }, choices);
    expect(values.map(({ from, exact }) => `${from} ${ratioText(exact)}`)).toEqual(["2022-03-01 6/5"]);
  });

  test.each<[string, unknown, string]>([
    ["a number", { values: { tidsgräns: 1.3 } }, "AV7005"],
    ["NaN", { values: { tidsgräns: Number.NaN } }, "AV7005"],
    ["minus nought", { values: { tidsgräns: -0 } }, "AV7005"],
    ["a text that is no quantity", { values: { tidsgräns: "1,3 dagar" } }, "AV7005"],
    ["a division by nought", { values: { tidsgräns: "1/0" } }, "AV7005"],
    ["a value that does not exist", { values: { gräns: "1,3" } }, "AV7004"],
    ["a wording that does not exist", { wording: "2021-11-02" }, "AV7004"],
  ])("%s is refused (D05)", (_, options, code) => {
    expect(() => runOptionsOf(options as HostOptions, choices)).toThrow(code);
  });
});
