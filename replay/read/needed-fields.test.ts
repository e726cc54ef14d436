import { join } from "node:path";
import { expect, test } from "vitest";
import { compileFolder } from "../../test/harness/compile-folder.ts";
import { csvOf, inFolder } from "../../test/harness/data-file.ts";
import { writeFileSync } from "node:fs";
import { plainDescription } from "./description.ts";
import { readEpisodes } from "./episodes.ts";
import { fieldsToRead, neededFields, type FieldsToRead } from "./needed-fields.ts";

const jonkoping = compileFolder([join(import.meta.dirname, "../../agreements")], "jönköping");
const needed = neededFields([jonkoping]);
const codes = needed.map(({ code }) => code);

test("what tells records, payers and the order of events apart is always read", () => {
  const always = ["id", "patient", "municipality", "admitted_at", "ready_notice_at", "discharged_at"];
  expect(codes).toEqual(expect.arrayContaining(always));
});

test("a column that no rule asks for is not read, so that a cell there refuses nothing", async () => {
  expect(codes).not.toContain("age_at_discharge");
  const text = csvOf([{ age_at_discharge: "gammal" }]);
  expect(await refusedOf(text, needed)).toEqual([]);
  expect(await refusedOf(text, jonkoping.fields)).toEqual([{ row: 2, code: "AV9112", column: "age_at_discharge" }]);
});

test("an unreadable cell in a column that a rule asks for refuses its row", async () => {
  const refused = await refusedOf(csvOf([{ discharged_at: "i mars" }]), needed);
  expect(refused.map(({ column }) => column)).toEqual(["discharged_at"]);
});

test("a pseudonym that no rule asks for is checked and then let go", async () => {
  const stays = [{ id: "v-1" }, { id: "v-2", patient: "p-2" }, { id: "v-3", admitted_at: "2022-03-02T10:00" }];
  const reading = await readingOf(csvOf(stays.map((stay) => ({ patient: "p-1", ...stay }))), fieldsToRead([jonkoping]));
  expect(reading.kind === "read" && reading.refused.rows.map(({ row, code }) => `${row} ${code}`)).toEqual([
    "2 AV9117",
    "4 AV9117",
  ]);
  expect(reading.kind === "read" && [reading.columns.ids, reading.columns.columns.has("patient")]).toEqual([
    ["v-2"],
    false,
  ]);
});

async function refusedOf(text: string, read: typeof needed) {
  const reading = await readingOf(text, { needed: read, onlyChecked: [] });
  return reading.kind === "read" ? reading.refused.rows : [];
}

function readingOf(text: string, read: FieldsToRead) {
  return inFolder(async (folder) => {
    const path = join(folder, "data.csv");
    writeFileSync(path, text);
    const { fields, registers } = jonkoping;
    return readEpisodes({ path, description: plainDescription, fields, ...read, registers });
  });
}
