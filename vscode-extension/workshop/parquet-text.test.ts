import { expect, test } from "vitest";
import { columnForm, dayText, momentText } from "./parquet-text.ts";

test.each([
  [0n, 2, "0"],
  [930_050n, 2, "9300.50"],
  [-5n, 2, "-0.05"],
  [1_200n, 2, "12"],
])("the whole number %s with %s decimals is %s", (whole, scale, text) => {
  expect(columnForm({ name: "belopp", type: "INT64", converted_type: "DECIMAL", scale }).text?.(whole)).toBe(text);
});

test("the bytes of a decimal are read with their sign", () => {
  const form = columnForm({ name: "belopp", type: "FIXED_LEN_BYTE_ARRAY", converted_type: "DECIMAL", scale: 1 });
  expect(form.text?.(Uint8Array.of(0xff, 0xf1))).toBe("-1.5");
});

test.each([39, 100_000_000, -1])(
  "a column that claims %s decimals is not taken, and nothing is counted out for it",
  (scale) => {
    expect(columnForm({ name: "belopp", type: "INT64", converted_type: "DECIMAL", scale }).text).toBeUndefined();
  },
);

test("days and moments before 1970 are right, and those outside every calendar are told apart", () => {
  expect(dayText(-1)).toBe("1969-12-31");
  expect(momentText(-1n, 1_000n)).toBe("1969-12-31T23:59:59");
  expect(dayText(3_000_000)).toBe("infinity");
});
