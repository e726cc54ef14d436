// What is left of a kernel's statements: what something reads, before it or in the next turn of a loop.

import { expect, test } from "vitest";
import { constant, name, number, returned, type Statement } from "../code.ts";
import { onlyRead } from "./only-read.ts";

const set = (to: string, value: string): Statement => ({
  kind: "assign",
  to: name(to),
  operator: "=",
  value: name(value),
});

test("a number that nobody reads is left out, and so is what only it read", () => {
  const wanted = constant({ name: "wanted", value: number(1) });
  const unread = [constant({ name: "a", value: number(2) }), constant({ name: "b", value: name("a") })];
  expect(onlyRead([wanted, ...unread, returned(name("wanted"))])).toEqual([wanted, returned(name("wanted"))]);
});

test("what a turn of a loop leaves for the next one stays", () => {
  const loop: Statement = {
    kind: "each",
    name: "record",
    from: name("from"),
    until: name("until"),
    body: [set("sum", "before"), set("before", "record"), set("nobodys", "record")],
  };
  expect(onlyRead([loop, returned(name("sum"))])).toEqual([
    { ...loop, body: [set("sum", "before"), set("before", "record")] },
    returned(name("sum")),
  ]);
});
