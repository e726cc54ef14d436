import { describe, expect, test } from "vitest";
import { nationalFields } from "../../test/harness/national-fields.ts";
import { descriptionFromYaml, type DescriptionRead } from "./description.ts";

const read = (text: string): DescriptionRead => descriptionFromYaml(text, "kolumner.yaml", nationalFields);
const says = (text: string): string[] => read(text).problems.map((one) => one.headline.sv);

test("columns by code or by Swedish name, and the two liberties", () => {
  const { description, problems } = read(
    "id: VTF_ID\nutskrivningsklar-tid: USK tid\nidentical-rows: drop\nmixed-times: [discharged_at, inskriven-tid]\n",
  );
  expect(problems).toEqual([]);
  expect([...description.renamed]).toEqual([
    ["id", "VTF_ID"],
    ["ready_notice_at", "USK tid"],
  ]);
  expect([description.identicalRows, [...description.mixedTimes]]).toEqual(["drop", ["discharged_at", "admitted_at"]]);
});

test("an empty file says nothing", () => {
  expect(read("").problems).toEqual([]);
  expect(read("# inget\n").description.renamed.size).toBe(0);
});

describe("what is refused", () => {
  test.each([
    ["vtf: X", "Ordlistan har inget fält `vtf`."],
    ["id: [a, b]", "`id` ska vara namnet på en kolumn."],
    ["identical-rows: ja", "`identical-rows` ska vara `drop` eller `refuse`."],
    ["mixed-times: [annat]", "Ordlistan har inget fält `annat`."],
    ["id: {a: b}", "En rad är varken `fält: kolumn` eller en lista."],
    ["- id", "Filen ska vara en lista av `fält: kolumn`."],
    ["id: a\nid: b", "Rad 2 är inte läsbar YAML."],
    ["id: &a x\npatient: *a", "En rad är varken `fält: kolumn` eller en lista."],
    ["id: 'x", "Rad 1 är inte läsbar YAML."],
    [`id: ${"x".repeat(70_000)}`, "Filen är längre än 64 kB."],
  ])("%s", (text, words) => {
    expect(says(text)).toContain(words);
  });

  test("keys of JavaScript's own are no fields", () => {
    expect(says("__proto__: x\nconstructor: y")).toHaveLength(2);
    expect("x" in {}).toBe(false);
  });
});
