import { expect, test } from "vitest";
import { withLater } from "./later.ts";

test("a property is worked out when it is first read, and once", () => {
  let times = 0;
  const thing = withLater({ name: "a" }, { total: () => (times += 1) });
  expect(times).toBe(0);
  expect([thing.total, thing.total, times]).toEqual([1, 1, 1]);
});

test("it is a property like the others, and cannot be written", () => {
  const thing = Object.freeze(withLater({ name: "a" }, { total: () => 3 }));
  expect(JSON.stringify(thing)).toBe('{"name":"a","total":3}');
  expect({ ...thing }).toStrictEqual({ name: "a", total: 3 });
  expect(() => Object.assign(thing, { total: 4 })).toThrow(TypeError);
});

test("each object has what is its own, by a getter that all have", () => {
  const [one, other] = [withLater({}, { total: () => 1 }), withLater({}, { total: () => 2 })];
  expect([one.total, other.total]).toEqual([1, 2]);
  const getterIn = (thing: object): unknown => Object.getOwnPropertyDescriptor(thing, "total")?.get;
  expect(getterIn(one)).toBe(getterIn(other));
});
