import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { QuantityWord } from "./kind.ts";
import { either, isBareNumber, product, quantity, quotient, sameUnit, sum } from "./quantity.ts";

const words = ["days", "weekdays", "careDays", "hours", "count", "number", "share", "money", "moneyPerDay"] as const;
const anyWord = fc.constantFrom<Exclude<QuantityWord, "other">>(...words);

describe("units", () => {
  test("days times kronor per day are kronor", () => {
    expect(product(quantity("days", true), quantity("moneyPerDay", true))).toEqual(quantity("money", true));
  });

  test("days times a count are days, whole where both are", () => {
    expect(product(quantity("days", false), quantity("count", true))).toEqual(quantity("days", false));
    expect(product(quantity("days", true), quantity("count", true))).toEqual(quantity("days", true));
  });

  test("days and care days add; days and weekdays do not", () => {
    expect(sum(quantity("days", true), quantity("careDays", true))).toEqual(quantity("days", true));
    expect(sum(quantity("days", true), quantity("weekdays", true))).toBeUndefined();
    expect(sum(quantity("money", true), quantity("days", true))).toBeUndefined();
  });

  test("a count and a share are bare numbers, and together no longer a count", () => {
    expect(either(quantity("count", true), quantity("share", false))).toEqual(quantity("number", false));
  });

  test("a quotient is never proved whole", () => {
    expect(quotient(quantity("count", true), quantity("count", true))).toEqual(quantity("number", false));
  });

  test("kronor times days is an amount without a word of its own", () => {
    expect(product(quantity("money", true), quantity("days", true)).shownAs).toBe("other");
  });
});

const seed = Date.now() % 2_147_483_647;

test(`what is multiplied by a unit and divided by it has its own unit again (seed ${seed})`, () => {
  fc.assert(
    fc.property(anyWord, anyWord, (a, b) => {
      const [left, right] = [quantity(a, true), quantity(b, true)];
      return (
        sameUnit(quotient(product(left, right), right), left) && sameUnit(product(left, right), product(right, left))
      );
    }),
    { seed },
  );
});

test(`a thing divided by its like is a bare number (seed ${seed})`, () => {
  fc.assert(
    fc.property(anyWord, (word) => isBareNumber(quotient(quantity(word, true), quantity(word, false)))),
    { seed },
  );
});
