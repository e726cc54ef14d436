// Protected personal data from a file to every place where a run is shown or written.

import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { avtal, plain, type Ended } from "./avtal.ts";

const header = "id;protected;municipality;admitted_at;admission_notice_at;ready_notice_at;discharged_at";
const times = "2025-03-01T10:00;2025-03-01T11:00;2025-03-05T09:00";
/** Charged, protected and charged, protected and undecided, refused. */
const rows = [
  `anna-1;;0001;${times};2025-03-10T14:00`,
  `berit-2;ja;0001;${times};2025-03-12T14:00`,
  `cecilia-3;ja;;${times};2025-03-12T14:00`,
  `doris-4;ja;0001;2025-03-01T10:00;2025-03-01T11:00;2025-03-05T9.00;2025-03-12T14:00`,
];
const secret = ["berit-2", "cecilia-3", "doris-4"];

let folder = "";
const here = (...words: readonly string[]): Ended => avtal(words, { cwd: folder });
const text = (name: string): string => readFileSync(join(folder, name), "utf8");

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "avtal-protected-"));
  expect(here("init").code).toBe(0);
  writeFileSync(join(folder, "mars.csv"), `${[header, ...rows].join("\n")}\n`);
  const open = [header, ...rows].map((row) => row.replace(";ja;", ";nej;"));
  writeFileSync(join(folder, "öppen.csv"), `${open.join("\n")}\n`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (data: string, ...words: readonly string[]): Ended =>
  here("run", "exempel", "--data", data, "--max-refused", "1", ...words);

test("C27: a protected record counts as every other, and its id stands in no output but a file of its own", () => {
  const ended = run("mars.csv", "--out", "ut", "--per-payer");
  const json = run("mars.csv", "--json");
  expect([ended.code, json.code]).toEqual([0, 0]);
  const without = JSON.parse(run("öppen.csv", "--json").out);
  const found = JSON.parse(json.out);
  expect(found.accounting).toEqual(without.accounting);
  expect(found.lines.map(({ amount }: { amount: string }) => amount)).toEqual(
    without.lines.map(({ amount }: { amount: string }) => amount),
  );
  expect(found.lines.map(({ episode }: { episode: string }) => episode)).toEqual(["anna-1", "skyddad-1"]);
  expect(found.undecided.map(({ id }: { id: string }) => id)).toEqual(["skyddad-2"]);
  expect(found.groups.at(-1)).toMatchObject({ episode: "skyddad-1", steps: {}, outcome: "charged" });

  const files = readdirSync(join(folder, "ut"), { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(folder, "ut", name)).isFile())
    .filter((name) => name !== "skyddade.jsonl");
  const shown = [ended, json].flatMap(({ out, err }) => [out, err]);
  for (const one of [...shown, ...files.map((name) => text(`ut/${name}`))]) {
    expect(secret.filter((id) => one.includes(id))).toEqual([]);
  }
  expect(files).toContain("betalare/betalare-0001.csv");
});

test("C27: the file of its own is closed to others, and says who and why", () => {
  expect(statSync(join(folder, "ut/skyddade.jsonl")).mode & 0o777).toBe(0o600);
  const people = text("ut/skyddade.jsonl")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(people.map(({ standIn, id }) => [standIn, id])).toEqual([
    ["skyddad-1", "berit-2"],
    ["skyddad-2", "cecilia-3"],
  ]);
  expect(people[0].lines[0].steps.length).toBeGreaterThan(1);
  expect(here("verify", "ut").code).toBe(0);
});

test("C27: its line becomes no scenario, since days and times may tell who it is; another line does", () => {
  const refused = here("scenario", "from", "0001-2025-03-ersättning-skyddad-1", "--run", "ut");
  expect([refused.code, refused.out]).toEqual([2, ""]);
  expect(refused.err).toContain("AV9219");
  const { code, out } = here("scenario", "from", "0001-2025-03-ersättning-anna-1", "--run", "ut");
  expect([code, out.includes("anna")]).toEqual([0, false]);
});

test("C27: explaining its line says what is paid and why the rest is not shown; its id explains nothing", () => {
  const { code, out, err } = here("explain", "0001-2025-03-ersättning-skyddad-1", "--run", "ut");
  expect([code, plain(out).includes("betaldagar")]).toEqual([0, false]);
  expect(plain(err)).toContain("skyddade personuppgifter");
  expect(here("explain", "0001-2025-03-ersättning-berit-2", "--run", "ut").code).toBe(2);
});

test("C28: alone in what is published, a protected person is left out with all that would tell", () => {
  expect(run("mars.csv", "--out", "offentligt", "--publish").code).toBe(0);
  expect(readdirSync(join(folder, "offentligt")).sort()).toEqual(["manifest.json", "publicering.csv"]);
  const published = text("offentligt/publicering.csv").trimEnd().split("\r\n").slice(1);
  expect(published.every((row) => row.endsWith(";..;.."))).toBe(true);
});

test("without the column nothing is another, and no file is added", () => {
  const plainRow = rows[0]?.replace("anna-1;;", "anna-1;") ?? "";
  writeFileSync(join(folder, "utan.csv"), `${header.replace("protected;", "")}\n${plainRow}\n`);
  expect(run("utan.csv", "--out", "utan").code).toBe(0);
  expect(readdirSync(join(folder, "utan"))).not.toContain("skyddade.jsonl");
});
