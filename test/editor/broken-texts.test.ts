// E01, E02: whatever is typed or taken away, the editor is answered, and answered as a fresh server would.
// AVTAL_EDITOR=share tries one of 120 shares of every prefix and every deletion of every shipped agreement, another one
// each time; AVTAL_SHARE=7 names it, AVTAL_SHARE=20-39 names several. AVTAL_SEED changes the random edits.

import { randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { analyse, meaningOf, type Analysis } from "@avtal/compiler/ide/analysis";
import { completionsAt } from "@avtal/compiler/ide/completion";
import { hoverAt } from "@avtal/compiler/ide/hover";
import { inlayHints } from "@avtal/compiler/ide/inlay-hints";
import { colouredNames } from "@avtal/compiler/ide/semantic-tokens";
import { foldsOf } from "@avtal/compiler/ide/folding";
import { outlineOf } from "@avtal/compiler/ide/symbols";
import type { Workspace } from "@avtal/compiler/workspace";
import { readWorkspace } from "@avtal/replay/read-workspace";
import { agreements } from "./editor-client.ts";
import { smallAgreement, smallSource } from "./small-folder.ts";

const shares = 120;
/** The first and the last share; undefined where only a few texts are tried, as in the short tests. */
const share = process.env["AVTAL_EDITOR"] === "share" ? namedShares(process.env["AVTAL_SHARE"]) : undefined;
const tried = share === undefined ? "a few" : `shares ${share.first} to ${share.last} of ${shares}`;
const today = 20_000;
const { workspace: shipped } = readWorkspace({ folder: agreements, sources: undefined });
const small: Workspace = {
  files: [{ path: "liten/2020-01-01.avtal", text: smallAgreement }],
  registers: new Map(),
  sources: new Map([["ök.txt", smallSource]]),
  lock: undefined,
};

function withText(workspace: Workspace, path: string, text: string): Workspace {
  return { ...workspace, files: workspace.files.map((file) => (file.path === path ? { path, text } : file)) };
}

/** Everything that an editor asks by itself while somebody types. */
function answers(path: string, offset: number, text: string, analysis: Analysis) {
  return {
    problems: analysis.problems,
    outline: outlineOf(path, analysis),
    folds: foldsOf(path, analysis),
    names: colouredNames(path, analysis),
    hints: inlayHints({ path, start: 0, end: text.length, today }, analysis),
    hover: hoverAt({ path, offset, today }, analysis),
    proposals: completionsAt({ path, text, offset, today }, analysis).map(({ label, edit }) => [label, edit]),
  };
}

function plain(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? `${part}n` : part));
}

function namedShares(said: string | undefined): { readonly first: number; readonly last: number } {
  const [first = randomInt(shares), last = first] = said === undefined ? [] : said.split("-").map(Number);
  if (!(first >= 0 && first <= last && last < shares)) throw new Error(`There are no shares ${String(said)}.`);
  return { first, last };
}

/** Evenly over the text, the ends among them. A share takes ten letters in a row, as somebody types. */
function sampled(length: number, count: number): readonly number[] {
  if (share === undefined) {
    return Array.from({ length: count }, (_, index) => Math.floor((length * index) / (count - 1)));
  }
  const ofShare = (index: number) => Math.floor(index / 10) % shares;
  return Array.from({ length: length + 1 }, (_, index) => index).filter(
    (index) => ofShare(index) >= share.first && ofShare(index) <= share.last,
  );
}

describe.each(shipped.files.map(({ path, text }) => ({ path, text })))(`E01 $path (${tried})`, ({ path, text }) => {
  // The long files take longer for each text, and the short ones show the same mistakes.
  const count = text.length > 20_000 ? 3 : 5;

  test("every prefix is answered", { timeout: 36_000_000 }, () => {
    let analysis: Analysis | undefined;
    for (const length of sampled(text.length, count)) {
      const prefix = text.slice(0, length);
      analysis = analyse(withText(shipped, path, prefix), analysis);
      const { outline, problems } = answers(path, length, prefix, analysis);
      // Until the head is whole there is nothing to outline; then there always is.
      if (outline.length + problems.length === 0) expect.fail(`Nothing is said of the first ${length} letters.`);
    }
  });

  test("every deletion of one character is answered", { timeout: 36_000_000 }, () => {
    let analysis: Analysis | undefined;
    for (const at of sampled(text.length - 1, count)) {
      const without = text.slice(0, at) + text.slice(at + 1);
      analysis = analyse(withText(shipped, path, without), analysis);
      const { outline, names } = answers(path, at, without, analysis);
      if (outline.length === 0 || names.length === 0) expect.fail(`No names without the letter at ${at}.`);
    }
  });
});

describe("E02", () => {
  const seed = Number(process.env["AVTAL_SEED"] ?? "20261121");

  test(`a thousand random edits leave what a fresh server finds (seed ${seed})`, { timeout: 3_600_000 }, () => {
    const random = numbersFrom(seed);
    const path = "liten/2020-01-01.avtal";
    let text = smallAgreement;
    let analysis = analyse(small, undefined);
    for (let count = 1; count <= 1_000; count++) {
      text = count % 20 === 0 ? smallAgreement : edited(text, random);
      // As in an editor, several keystrokes may come before anybody asks.
      if (count % 4 === 0 || count % 40 < 3) analysis = analyse(withText(small, path, text), analysis);
      if (count % 50 !== 33 && count < 999) continue;
      analysis = analyse(withText(small, path, text), analysis);
      const fresh = analyse(withText(small, path, text), undefined);
      const offset = random(text.length);
      expect(plain(answers(path, offset, text, analysis))).toBe(plain(answers(path, offset, text, fresh)));
      expect(plain(meaningOf(analysis).problems)).toBe(plain(meaningOf(fresh).problems));
    }
  });

  test(`edits that keep a shipped agreement whole leave the tree that reading it anew gives (seed ${seed})`, () => {
    const random = numbersFrom(seed + 1);
    const path = "stockholm/2020-01-01.avtal";
    const whole = readFileSync(join(agreements, path), "utf8");
    let analysis = analyse(shipped, undefined);
    let text = whole;
    for (let count = 0; count < (share === undefined ? 5 : 100); count++) {
      text = harmless(text, random);
      analysis = analyse(withText(shipped, path, text), analysis);
      const fresh = analyse(withText(shipped, path, text), undefined);
      expect(plain(analysis.parsed.get(path)?.file)).toBe(plain(fresh.parsed.get(path)?.file));
      expect(plain(analysis.problems)).toBe(plain(fresh.problems));
      expect(analysis.front.kinds.kindOf.size).toBe(fresh.front.kinds.kindOf.size);
    }
  });
});

type Random = (below: number) => number;

/** The same numbers for the same seed. */
function numbersFrom(seed: number): Random {
  let state = BigInt(seed);
  return (below) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffff_ffff_ffff_ffffn;
    return below <= 0 ? 0 : Number((state >> 33n) % BigInt(below));
  };
}

const typed = [
  "a",
  "ö",
  " ",
  "\n",
  '"',
  "(",
  "#",
  "1",
  ",",
  ".",
  "=",
  "regel ",
  "från och med ",
  "\r\n",
  "😀",
  "§",
  "\u0000",
  "tolkning x",
  ";",
];

function edited(text: string, random: Random): string {
  const at = random(text.length + 1);
  if (random(3) === 0) return text.slice(0, at) + text.slice(at + 1 + random(6));
  return text.slice(0, at) + (typed[random(typed.length)] ?? "") + text.slice(at);
}

/** A comment, an empty line or another number: the file stays without mistakes. */
function harmless(text: string, random: Random): string {
  const lines = text.split("\n");
  const at = 20 + random(lines.length - 20);
  switch (random(4)) {
    case 0:
      return [...lines.slice(0, at), "# anmärkning", ...lines.slice(at)].join("\n");
    case 1:
      return [...lines.slice(0, at), "", "## förklaring", ...lines.slice(at)].join("\n");
    case 2:
      return text.replace(/minst (\d) dag /, (_, digit: string) => `minst ${(Number(digit) % 3) + 1} dag `);
    default:
      return text.replace("# Vad som debiteras", "# Vad som debiteras, ö".repeat(1 + random(2)));
  }
}
