// Outcome files are accepted together or not at all.

import { expect, test } from "vitest";
import { writeTogether, type Store } from "./write-together.ts";

/** Some files, of which those in `closed` cannot be written any more after so many writes. */
function storeOf(files: Readonly<Record<string, string>>, closes: Readonly<Record<string, number>>) {
  const held = new Map(Object.entries(files));
  const writes = new Map<string, number>();
  const store: Store = {
    read: async (path) => {
      const text = held.get(path);
      return text === undefined ? undefined : new TextEncoder().encode(text);
    },
    write: async (path, content) => {
      const count = writes.get(path) ?? 0;
      if (count >= (closes[path] ?? Infinity)) throw new Error("closed");
      writes.set(path, count + 1);
      if (content === undefined) held.delete(path);
      else held.set(path, new TextDecoder().decode(content));
    },
  };
  return { store, now: () => Object.fromEntries(held) };
}

const files = [
  { path: "a.utfall", text: "new a" },
  { path: "b.utfall", text: null },
  { path: "c.utfall", text: "new c" },
];
const before = { "a.utfall": "old a", "b.utfall": "old b" };

test("all files are written, and one without a text is removed", async () => {
  const { store, now } = storeOf(before, {});
  expect(await writeTogether(files, store)).toEqual({ kind: "written" });
  expect(now()).toEqual({ "a.utfall": "new a", "c.utfall": "new c" });
});

test.each(["a.utfall", "b.utfall", "c.utfall"])("where %s cannot be written everything is as it was", async (path) => {
  const { store, now } = storeOf(before, { [path]: 0 });
  expect(await writeTogether(files, store)).toEqual({ kind: "refused", path, left: [] });
  expect(now()).toEqual(before);
});

test("a file that cannot be put back is named", async () => {
  const { store, now } = storeOf(before, { "a.utfall": 1, "c.utfall": 0 });
  expect(await writeTogether(files, store)).toEqual({ kind: "refused", path: "c.utfall", left: ["a.utfall"] });
  expect(now()).toEqual({ "a.utfall": "new a", "b.utfall": "old b" });
});
