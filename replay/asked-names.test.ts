// What stands after --set, --event and --reading: plain names, names with their document, and names that several have.

import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Program } from "@avtal/compiler/ir/ir";
import { ratio } from "@avtal/runtime/ratio";
import { compileFolder } from "../test/harness/compile-folder.ts";
import { runOptions, type AskedOptions } from "./asked-options.ts";

const folders = ["national", "lus", "lbk", "stockholm"].map((name) => join(import.meta.dirname, "../agreements", name));
const program = compileFolder(folders, "stockholm");
const nothing: AskedOptions = { wording: null, readings: [], events: [], values: [] };

const asked = (more: Partial<AskedOptions>, of: Program = program) => runOptions({ ...nothing, ...more }, of);

describe("a plain name", () => {
  test("means what only one of the used documents has", () => {
    const { options, problems } = asked({ values: ["dygnsbelopp=9 300 kr"], readings: ["fem-vardagar=sjätte-dagen"] });
    expect(options.values).toEqual([{ value: "pris.dygnsbelopp", from: null, exact: ratio(930_000n) }]);
    expect(problems.map(({ code, headline }) => [code, headline.sv])).toEqual([
      ["AV9206", "Tolkningsfrågan `fem-vardagar` har ingen tolkning `sjätte-dagen`."],
    ]);
  });

  test("means the main document's where others have it too", () => {
    const [reading] = program.questions.find(({ id }) => id === "stockholm.avbrott")?.readings ?? [];
    const { options, problems } = asked({ readings: [`avbrott=${reading?.name ?? ""}`] });
    expect([...options.readings.keys()]).toEqual(["stockholm.avbrott"]);
    expect(problems).toEqual([]);
  });

  test("is refused with all of them where several other documents have it", () => {
    const doubled: Program = {
      ...program,
      values: program.values.flatMap((value) =>
        value.id === "pris.dygnsbelopp" ? [value, { ...value, id: "lus.dygnsbelopp", document: "lus" }] : [value],
      ),
    };
    const { options, problems } = asked({ values: ["dygnsbelopp=9 300 kr"] }, doubled);
    expect(options.values).toEqual([]);
    expect(problems.map(({ code, advice }) => [code, advice.sv])).toEqual([
      ["AV9208", "Skriv vilket du menar: `lus.dygnsbelopp`, `pris.dygnsbelopp`."],
    ]);
    const { options: said } = asked({ values: ["lus.dygnsbelopp=9 300 kr"] }, doubled);
    expect(said.values.map(({ value }) => value)).toEqual(["lus.dygnsbelopp"]);
  });
});
