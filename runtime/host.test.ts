// The runtime gives the same bytes on every host: bad-inputs.md, family D, as far as it concerns the runtime alone.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { civilOfInstant, lastDay, zoneTableVersion } from "./zone.ts";

/** Prints what depends on calendar, zone, order, rounding and reading; anything of the host's would show. */
const script = `
import * as avtal from "./runtime.ts";
const shown = [];
for (let day = avtal.firstDay; day <= avtal.lastDay; day += 37) {
  shown.push(avtal.dateText(day), avtal.dayOfWeek(day), avtal.isPublicHoliday(day), avtal.isInGap(day, 9000));
}
for (let at = 0; at < 4e9; at += 86399 * 101) shown.push(JSON.stringify(avtal.civilOfInstant(at)));
for (const text of ["2026-03-29 02:30", "2026-10-25 02:30", "2026-07-01T10:00:00Z", "2026-12-31T23:30Z"]) {
  shown.push(JSON.stringify(avtal.momentFromText(text)));
}
shown.push(["Ö", "Z", "Ä", "a", "Å", "i", "I", "\\u{1F600}", "\\uFFFD"].sort(avtal.byCodePoint).join(""));
shown.push(avtal.ratioText(avtal.round(avtal.ratio(38n, 35n), avtal.ratio(1n, 100n), "halfUp")));
shown.push(avtal.kronorText(avtal.toOre(avtal.ratio(900719925474099391n))));
const field = { code: "kr", kind: { kind: "moment" }, choices: [], empty: "missing", unique: false };
const read = avtal.columnsFromRecords([field], [{ kr: "2026-07-01T10:00:00Z" }, {}, { kr: "24:00" }]);
shown.push([...read.columns.columns.get("kr").days].join(), JSON.stringify(read.refusals));
process.stdout.write(shown.join("\\n"));
`;

const bundle = await build({
  stdin: { contents: script, resolveDir: fileURLToPath(new URL(".", import.meta.url)), loader: "ts" },
  bundle: true,
  write: false,
  format: "esm",
  platform: "neutral",
  target: "es2022",
});
const code = bundle.outputFiles[0]?.text ?? "";

function output(before: string, env: Record<string, string> = {}, flags: readonly string[] = []): string {
  const options = { input: before + code, env: { PATH: process.env["PATH"] ?? "", ...env }, encoding: "utf8" as const };
  return execFileSync(process.execPath, [...flags, "--input-type=module"], options);
}

const expected = output("");

test("the plain host prints something to compare with", () => {
  expect(expected.split("\n").length).toBeGreaterThan(2_000);
  expect(expected).toContain('[{"row":3,"column":"kr","reason":"form"}]');
});

test("D01: a property on Object.prototype changes nothing", () => {
  expect(output('Object.prototype.kr = 1; Object.prototype.Huddinge = "x";\n')).toBe(expected);
});

test("D02: a host without Date and Intl, with frozen built-ins, gives the same", () => {
  const without = "delete globalThis.Date; delete globalThis.Intl;";
  const frozen =
    "for (const made of [Math, BigInt, Array.prototype, String.prototype, Map.prototype]) Object.freeze(made);";
  expect(output(`${without} ${frozen}\n`)).toBe(expected);
});

test.each(["UTC", "Europe/Stockholm", "America/Los_Angeles", "Pacific/Kiritimati"])(
  "D03: TZ %s gives the same",
  (zone) => {
    expect(output("", { TZ: zone })).toBe(expected);
  },
);

test.each(["C", "sv_SE.UTF-8", "tr_TR.UTF-8"])("D03: LANG %s gives the same", (language) => {
  expect(output("", { LANG: language, LC_ALL: language })).toBe(expected);
});

test("D04: the zone table is the runtime's own, bears a version, and ends where it says", () => {
  const host = "const { Intl: own } = globalThis; globalThis.Intl = { ...own, DateTimeFormat: undefined };\n";
  expect(output(host)).toBe(expected);
  expect(zoneTableVersion).toBe("Europe/Stockholm 1980-2100 v1");
  expect(civilOfInstant((lastDay + 2) * 86_400)).toBeUndefined();
});
