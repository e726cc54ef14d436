import { expect, test } from "vitest";
import { canonical } from "./canonical.ts";

test("keys stand in one order, whatever order they were written in", () => {
  expect(canonical({ b: 1, a: [true, null, "å"], Å: {} })).toBe('{"a":[true,null,"å"],"b":1,"Å":{}}');
  expect(canonical({ Å: {}, a: [true, null, "å"], b: 1 })).toBe(canonical({ b: 1, a: [true, null, "å"], Å: {} }));
});

test("the order of a list is kept, since it may mean something", () => {
  expect(canonical([2, 1])).not.toBe(canonical([1, 2]));
});

test("a number that is not whole has no canonical form", () => {
  expect(() => canonical({ share: 0.5 })).toThrow("whole numbers");
});
