import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inFolder } from "../test/harness/data-file.ts";
import { agreementsFolder, isAsked } from "./agreements-folder.ts";

test("the repository's agreements are taken where nothing is said", () => {
  const place = agreementsFolder([]);
  expect([place.folder.endsWith("agreements"), place.asked]).toEqual([true, []]);
  expect(place.shown("lus/2018-01-01.avtal")).toBe("agreements/lus/2018-01-01.avtal");
  expect(isAsked("lus/2018-01-01.avtal", place)).toBe(true);
});

test("a path inside them narrows what is shown, not what is compiled", () => {
  const place = agreementsFolder(["agreements/lus", "agreements/stockholm/2020-01-01.avtal"]);
  expect(place.folder.endsWith("agreements")).toBe(true);
  const shown = ["lus/2018-01-01.avtal", "stockholm/2020-01-01.avtal", "lusen/x.avtal"].filter((path) =>
    isAsked(path, place),
  );
  expect(shown).toEqual(["lus/2018-01-01.avtal", "stockholm/2020-01-01.avtal"]);
});

test("paths elsewhere bring their own folder", async () => {
  await inFolder((folder) => {
    mkdirSync(join(folder, "a/b"), { recursive: true });
    writeFileSync(join(folder, "a/b/x.avtal"), "");
    writeFileSync(join(folder, "a/y.avtal"), "");
    expect(agreementsFolder([join(folder, "a/b/x.avtal")]).folder).toBe(join(folder, "a/b"));
    expect(agreementsFolder([join(folder, "a/b/x.avtal"), join(folder, "a/y.avtal")]).folder).toBe(join(folder, "a"));
    expect(agreementsFolder([join(folder, "a")]).asked).toEqual([]);
  });
});
