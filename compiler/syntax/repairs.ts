// Mistakes that are seen best in the row of words: the row is put right, reported once, and then read again.
// Rule: only where a name can stand in no sentence, so that nothing well-formed is ever touched.

import type { IToken } from "@avtal/grammar/parser";
import { sign, token as word } from "@avtal/grammar/tokens";
import { endOf } from "./cst.ts";
import { bareFrom, meantKeyword } from "./meant-keyword.ts";
import { keywordAsName } from "./problems/keyword-as-name.ts";
import { misspeltKeyword } from "./problems/misspelt-keyword.ts";
import { spaceInName } from "./problems/space-in-name.ts";
import { spanOf, spanOfToken, type Reading } from "./reading.ts";
import { completes, declaresName, endsValue, isA, isKeyword, opensLine, startsValue } from "./token-roles.ts";

/** The tokens as they were meant, or undefined where there is nothing to put right. */
export function repaired(reading: Reading, tokens: readonly IToken[]): IToken[] | undefined {
  const row = [...tokens];
  const known = new Set(row.filter((token) => token.tokenType === sign.ordinaryName).map((token) => token.image));
  let changed = false;
  /** In a citation numbers and sections follow names, and are no values. */
  let cited = false;
  for (let at = 0; at < row.length; at++) {
    const token = row[at];
    if (isA(token, word.under)) cited = true;
    else if (token !== undefined && (opensLine(token) || isA(token, sign.equals))) cited = false;
    const done =
      repairKeywordAsName(reading, row, at) ||
      repairSplitName(reading, row, at, known) ||
      repairKeyword(reading, row, at, cited);
    if (done) changed = true;
  }
  return changed ? row : undefined;
}

/** `regel när`: a keyword where a name is given, if what follows is what follows such a name. */
function repairKeywordAsName(reading: Reading, row: IToken[], at: number): boolean {
  const token = row[at];
  const next = row[at + 1];
  if (token === undefined || next === undefined || !isKeyword(token)) return false;
  const before = row[at - 1];
  const step = isA(next, sign.equals) && startsLine(reading, row, at) && !isA(token, word.fixed);
  const declared =
    before !== undefined && declaresName(before) && sameLine(reading, before, token) && followsName(before, next);
  if (!step && !declared) return false;
  reading.problems.push(keywordAsName(spanOfToken(reading, token), token.image, reading.language));
  row[at] = asName(token);
  return true;
}

function followsName(declaration: IToken, next: IToken): boolean {
  const after: readonly (readonly [IToken["tokenType"], readonly IToken["tokenType"][]])[] = [
    [word.source, [sign.text]],
    [word.event, [sign.text]],
    [word.reading, [sign.text]],
    [word.field, [sign.codeName]],
    [word.record, [sign.codeName, word.field]],
    [word.register, [sign.codeName, word.file]],
    [word.value, [word.in, word.dependsOn, word.from, sign.codeName, word.seeQuestion]],
    [word.measured, [word.in]],
    [word.term, [word.in]],
    [word.condition, [word.under, word.requires, word.notWhen]],
    [word.rule, [word.under, word.as, word.appliesTo, word.insteadOf]],
    [word.statistic, [word.under, word.as, word.appliesTo]],
    [word.question, [word.under, word.asks, word.chosen]],
  ];
  const types = after.find(([type]) => isA(declaration, type))?.[1] ?? [];
  return types.some((type) => isA(next, type));
}

/** `utskrivningsklara dagar`: words that are one name elsewhere, or that follow a word that gives a name. */
function repairSplitName(reading: Reading, row: IToken[], at: number, known: ReadonlySet<string>): boolean {
  const [first, second] = [row[at], row[at + 1]];
  if (first === undefined || second === undefined || !isPlainWord(first) || !isPlainWord(second)) return false;
  const before = row[at - 1];
  for (let last = Math.min(at + 4, row.length - 1); last > at; last--) {
    const words = row.slice(at, last + 1);
    if (!words.every((each, index) => isPlainWord(each) && sameLine(reading, row[at + index - 1] ?? first, each)))
      continue;
    const joined = words.map((each) => each.image).join("-");
    const next = row[last + 1];
    const declared = before !== undefined && next !== undefined && declaresName(before) && followsName(before, next);
    const onlyNames = words.every((each) => each.tokenType === sign.ordinaryName);
    if (!known.has(joined) && !(declared && onlyNames)) continue;
    const end = endOf(words[words.length - 1] ?? first);
    const written = reading.text.slice(first.startOffset, end);
    reading.problems.push(spaceInName(spanOf(reading, first.startOffset, end), written, joined));
    row.splice(at, words.length, { ...asName(first), image: written });
    return true;
  }
  return false;
}

/** A name, or a keyword that could be part of one: `utskrivningsklara dagar`. */
function isPlainWord(token: IToken): boolean {
  return token.tokenType === sign.ordinaryName || (isKeyword(token) && /^[a-zåäöéü]+$/i.test(token.image));
}

/** A word that cannot stand where it does, and that is close to a keyword that can. */
function repairKeyword(reading: Reading, row: IToken[], at: number, cited: boolean): boolean {
  const token = row[at];
  if (token === undefined) return false;
  const close = isMisplaced(reading, row, at, cited) ? meantKeyword(reading, row, at) : undefined;
  const meant = bareFrom(reading, row, at) ?? close;
  if (meant === undefined) return false;
  const [from, to] = [row[meant.from] ?? token, row[meant.to] ?? token];
  const image = reading.text.slice(from.startOffset, endOf(to));
  const span = spanOf(reading, from.startOffset, endOf(to));
  reading.problems.push(misspeltKeyword(span, image, meant.keyword));
  const read = { ...meant.token, image, startOffset: from.startOffset, endOffset: endOf(to) - 1 };
  row.splice(meant.from, meant.to - meant.from + 1, read);
  return true;
}

/** A word after something complete, that neither opens a step nor is the letter of `7 a §`. */
function isMisplaced(reading: Reading, row: readonly IToken[], at: number, cited: boolean): boolean {
  const [before, token, next] = [row[at - 1], row[at], row[at + 1]];
  if (token === undefined) return false;
  if (token.tokenType === sign.ordinaryName) {
    if (isA(next, sign.equals) || isA(next, sign.paragraph)) return false;
    return before === undefined || completes(before);
  }
  if (isA(token, word.in)) return before !== undefined && completes(before) && startsLine(reading, row, at);
  if (before === undefined || !endsValue(before)) return false;
  if (startsValue(token)) return !cited;
  // `enligt antagnde "…"`: no text follows a source.
  return isA(token, sign.text) && before.tokenType === sign.ordinaryName && isA(row[at - 2], word.under);
}

function startsLine(reading: Reading, row: readonly IToken[], at: number): boolean {
  const [before, token] = [row[at - 1], row[at]];
  return token !== undefined && (before === undefined || !sameLine(reading, before, token));
}

function sameLine(reading: Reading, before: IToken, token: IToken): boolean {
  return !/[\r\n]/.test(reading.text.slice(endOf(before), token.startOffset));
}

function asName(token: IToken): IToken {
  return { ...token, tokenType: sign.ordinaryName, tokenTypeIdx: sign.ordinaryName.tokenTypeIdx ?? 0 };
}
