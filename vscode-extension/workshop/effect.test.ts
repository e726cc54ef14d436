// The cost effect of a wording, over a file of episodes.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { filesBelow } from "../../test/harness/folder-workspace.ts";
import { workshop } from "./answer.ts";
import { effectOf } from "./effect.ts";
import type { Effect } from "./messages.ts";

const agreements = join(import.meta.dirname, "../../agreements");
const files = filesBelow(agreements)
  .filter((path) => /\.(?:avtal|ya?ml)$/.test(path) && !path.includes("scenarios"))
  .map((path) => ({ path: relative(agreements, path).split(sep).join("/"), text: readFileSync(path, "utf8") }));

const answer = workshop(effectOf);
const folder = mkdtempSync(join(tmpdir(), "avtal-effect-"));
const data = join(folder, "vardtillfallen.csv");

beforeAll(async () => {
  writeFileSync(data, episodes());
  await answer({ number: 1, question: "open", lang: "sv", asks: { texts: { files, sources: undefined } } });
});
afterAll(() => rmSync(folder, { recursive: true }));

const asks = { agreement: "stockholm", before: "2020-01-01", after: "2021-11-01", data };

test("payers' differences sum to the total, and swapping the sides turns every sign", async () => {
  const one = (await answer({ number: 2, question: "effect", lang: "sv", asks })) as Effect;
  const swapped = { ...asks, before: asks.after, after: asks.before };
  const other = (await answer({ number: 3, question: "effect", lang: "sv", asks: swapped })) as Effect;
  if (one.kind !== "compared" || other.kind !== "compared") throw new Error(JSON.stringify([one, other]));
  const sum = one.payers.reduce((all, { differenceOre }) => all + BigInt(differenceOre), 0n);
  expect(String(sum)).toBe(one.total.differenceOre);
  expect(sum).toBeGreaterThan(0n);
  expect(BigInt(other.total.differenceOre)).toBe(-sum);
  expect(one.sentence).toMatch(/^Enligt stockholm betalar kommunerna [\d\u00a0]+,\d\d kr mer\./);
});

test("a file that cannot be read is refused with its code, and nothing is worked out", async () => {
  const missing = { ...asks, data: join(folder, "saknas.csv") };
  const refused = (await answer({ number: 4, question: "effect", lang: "en", asks: missing })) as Effect;
  expect(refused).toMatchObject({ kind: "refused", problems: [expect.stringMatching(/^AV9\d{3}: /)] });
});

/** Four stays in Huddinge, ready for some days each. */
function episodes(): string {
  const head =
    "id,municipality,care_type,admitted_at,admission_notice_at,ready_notice_at,discharged_at,care_contact,sip_needed,sip_summons_date,outpatient_unavailable";
  const rows = [2, 3, 4, 5].map(
    (days, index) =>
      `v${index},0126,somatic,2022-03-01T08:00,2022-03-01T09:00,2022-03-10T09:00,2022-03-${10 + days}T10:00,ja,nej,,nej`,
  );
  return `${[head, ...rows].join("\n")}\n`;
}
