// What became of a case, in words: one sentence for its status, and each thing that came out otherwise.

import type { Words } from "@avtal/compiler/problem";
import { ratio } from "@avtal/runtime/ratio";
import { decimalText } from "../../shown.ts";
import type { CaseResult, Status } from "../matrix/case-result.ts";

export const statusWords: Readonly<Record<Status, Words>> = {
  held: { sv: "som väntat", en: "as expected" },
  failed: { sv: "inte som väntat", en: "not as expected" },
  kept: { sv: "som granskat", en: "as reviewed" },
  followed: { sv: "som lydelsen före", en: "as the wording before" },
  changed: { sv: "inte som granskat", en: "not as reviewed" },
  moved: { sv: "inte som lydelsen före", en: "not as the wording before" },
  new: { sv: "inte granskat", en: "not reviewed" },
};

/** `Huddinge 2022-04 genomsnitt, belopp: väntat 11 160,00 kr, blev 14 880,00 kr`, one for each mismatch. */
export function mismatchWords({ mismatches, status, text }: CaseResult): Words[] {
  const said = mismatches.map(({ about, expected, actual }) => ({
    sv: `${about.sv}: väntat ${expected.sv}, blev ${actual.sv}`,
    en: `${about.en}: expected ${expected.en}, came out ${actual.en}`,
  }));
  const unreviewed: Words = { sv: `utfall: ${text.sv}`, en: `outcome: ${text.en}` };
  return status === "new" ? [...said, unreviewed] : said;
}

/** `+3 720,00 kr`; empty where nothing moved or the outcomes cannot be held against each other. */
export function moreWords(more: bigint | null): string {
  if (more === null || more === 0n) return "";
  const size = decimalText(ratio(more < 0n ? -more : more, 100n), 2, ",");
  const grouped = size.replace(/^\d+/u, (digits) => digits.replaceAll(/\B(?=(?:\d{3})+$)/gu, "\u00a0"));
  return `${more < 0n ? "\u2212" : "+"}${grouped} kr`;
}
