// The folder of kept outcomes: private, whole or nothing, bounded, and never followed out of itself.

import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { outcomeStore, trim, type OutcomeStore } from "@avtal/replay/scenarios/remembered/outcome-store";
import { inFolder } from "../harness/data-file.ts";

function storeIn(folder: string): OutcomeStore {
  const store = outcomeStore(folder);
  if (store === undefined) throw new Error("The folder is no store.");
  return store;
}

function onlyFile(folder: string): string {
  const [name, ...others] = readdirSync(folder);
  if (name === undefined || others.length > 0) throw new Error(`There are ${others.length + 1} files.`);
  return join(folder, name);
}

test("what is written is read again, by its key alone, and only the user may read it", () =>
  inFolder((place) => {
    const folder = join(place, "avtal", "outcomes");
    storeIn(folder).write("a key", "a text\nof lines");
    expect(storeIn(folder).read("a key")).toBe("a text\nof lines");
    expect(storeIn(folder).read("another key")).toBeUndefined();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(onlyFile(folder)).mode & 0o777).toBe(0o600);
    expect(onlyFile(folder)).not.toContain("key");
  }));

test.each([
  ["cut off", (text: string) => text.slice(0, -1)],
  ["changed", (text: string) => text.replace("a text", "another")],
  ["without its seal", (text: string) => text.slice(65)],
  ["empty", () => ""],
  ["one long line", () => "x".repeat(100)],
])("a file that is %s is no file, and is written anew", (_, spoil) =>
  inFolder((place) => {
    const store = storeIn(place);
    store.write("key", "a text");
    const file = onlyFile(place);
    writeFileSync(file, spoil(readFileSync(file, "utf8")));
    expect(store.read("key")).toBeUndefined();
    store.write("key", "a text");
    expect(store.read("key")).toBe("a text");
  }),
);

test("no link is followed, neither as a file nor as the folder", () =>
  inFolder((place) => {
    const [folder, other] = [join(place, "store"), join(place, "other")];
    storeIn(folder).write("key", "a text");
    const name = basename(onlyFile(folder));
    storeIn(other).write("key", "from elsewhere");
    const linked = join(place, "linked");
    symlinkSync(other, linked);
    expect(outcomeStore(linked)).toBeUndefined();
    mkdirSync(join(place, "third"));
    symlinkSync(onlyFile(other), join(place, "third", name));
    expect(storeIn(join(place, "third")).read("key")).toBeUndefined();
  }));

test("a folder that others may write to, or that is a file, is not used", () =>
  inFolder((place) => {
    const open = join(place, "open");
    mkdirSync(open);
    chmodSync(open, 0o777);
    expect(outcomeStore(open)).toBeUndefined();
    writeFileSync(join(place, "file"), "");
    expect(outcomeStore(join(place, "file"))).toBeUndefined();
    expect(outcomeStore(join(place, "file", "below"))).toBeUndefined();
  }));

test("a folder that is gone loses what is kept, and stops nothing", () =>
  inFolder((place) => {
    const store = storeIn(join(place, "store"));
    rmSync(join(place, "store"), { recursive: true });
    store.write("key", "a text");
    store.trim();
    expect(store.read("key")).toBeUndefined();
  }));

test("where there are too many files the oldest go, and files of others stay", () =>
  inFolder((place) => {
    const store = storeIn(place);
    const keys = Array.from({ length: 8 }, (_, index) => `key ${index}`);
    keys.forEach((key, index) => {
      const before = new Set(readdirSync(place));
      store.write(key, key);
      const [name = ""] = readdirSync(place).filter((one) => !before.has(one));
      utimesSync(join(place, name), 1_000 + index, 1_000 + index);
    });
    writeFileSync(join(place, "not-ours"), "");
    trim(place, { files: 8, bytes: 1_000_000 });
    expect(readdirSync(place)).toHaveLength(9);
    trim(place, { files: 4, bytes: 1_000_000 });
    expect(keys.filter((key) => store.read(key) !== undefined)).toEqual(["key 5", "key 6", "key 7"]);
    expect(readdirSync(place)).toContain("not-ours");
    trim(place, { files: 8, bytes: 100 });
    expect(keys.filter((key) => store.read(key) !== undefined)).toEqual(["key 7"]);
  }));
