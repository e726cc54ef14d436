// Mistakes that lie in one word: dates that do not exist, clock times, code names, letters, unclosed texts.
// Rule: the word is read as what it was meant to be, so that nothing after it falls over.

import type { IToken } from "@avtal/grammar/parser";
import { isReserved, sign, wordsBefore } from "@avtal/grammar/tokens";
import { dayFromText } from "@avtal/runtime/calendar";
import { endOf } from "./cst.ts";
import { secondsFrom } from "./leaf-from-cst.ts";
import { codeNameNotPlain } from "./problems/code-name-not-plain.ts";
import { keywordAsName } from "./problems/keyword-as-name.ts";
import { letterNotForNames } from "./problems/letter-not-for-names.ts";
import { noSuchDate } from "./problems/no-such-date.ts";
import { noSuchTime } from "./problems/no-such-time.ts";
import { unclosedText } from "./problems/unclosed-text.ts";
import { spanOf, spanOfToken, type Reading } from "./reading.ts";
import { isA } from "./token-roles.ts";

export function reportTokenMistakes(reading: Reading, tokens: readonly IToken[]): void {
  for (const token of tokens) {
    const type = token.tokenType;
    if (type === sign.ordinaryName) checkName(reading, token);
    else if (type === sign.date) checkDate(reading, token);
    else if (type === sign.month) checkMonth(reading, token);
    else if (type === sign.unclosed) checkUnclosed(reading, token);
    else if (isA(token, sign.clock)) checkClock(reading, token);
    else if (isA(token, sign.codeName)) checkCode(reading, token);
  }
}

const plainName = /^[A-Za-zÅÄÖåäöÉéÜü][A-Za-zÅÄÖåäöÉéÜü0-9_]*(?:[-\u2011][A-Za-zÅÄÖåäöÉéÜü0-9_]+)*$/;

function checkName(reading: Reading, token: IToken): void {
  const span = spanOfToken(reading, token);
  if (token.image.split(".").every((part) => plainName.test(part))) {
    if (isReserved(token.image)) reading.problems.push(keywordAsName(span, token.image, reading.language));
    return;
  }
  const plain = withoutForeignLetters(token.image);
  const usable = plain.split(".").every((part) => plainName.test(part)) && !isReserved(plain);
  reading.problems.push(letterNotForNames(span, token.image, usable ? plain : undefined));
}

const nearestLetter: Readonly<Record<string, string>> = { ø: "ö", Ø: "Ö", æ: "ä", Æ: "Ä", ß: "ss" };

/** `è` becomes `e`; our own letters stay. */
function withoutForeignLetters(name: string): string {
  const letters = [...name].map((letter) => {
    if (/[ÅÄÖåäöÉéÜü]/.test(letter)) return letter;
    return nearestLetter[letter] ?? letter.normalize("NFD").replace(/\p{M}/gu, "");
  });
  return letters.join("").replace(/^_+/, "");
}

function checkDate(reading: Reading, token: IToken): void {
  if (dayFromText(token.image) !== undefined) return;
  const padded = token.image.replace(/-(\d)(?!\d)/g, "-0$1");
  const fix = dayFromText(padded) === undefined ? undefined : padded;
  reading.problems.push(noSuchDate(spanOfToken(reading, token), token.image, fix));
}

function checkMonth(reading: Reading, token: IToken): void {
  if (dayFromText(`${token.image}-01`) !== undefined) return;
  reading.problems.push(noSuchDate(spanOfToken(reading, token), token.image, undefined));
}

function checkClock(reading: Reading, token: IToken): void {
  if (secondsFrom(token.image) !== undefined) return;
  const hour = /^\D*(\d{1,2})$/.exec(token.image)?.[1];
  const fix = hour !== undefined && Number(hour) < 24 ? clockText(reading, `${hour}.00`) : undefined;
  reading.problems.push(noSuchTime(spanOfToken(reading, token), token.image, fix));
}

/** `12.00` as a clock time of the language at hand. */
export function clockText(reading: Reading, digits: string): string {
  return reading.language === "sv" ? `kl. ${digits}` : `clock ${digits.replaceAll(".", ":")}`;
}

function checkCode(reading: Reading, token: IToken): void {
  const code = token.image.replace(/^\S+\s+/, "");
  if (/^[A-Za-z][A-Za-z0-9_]*$/.test(code)) return;
  const plain = withoutForeignLetters(code)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[-\u2011.]+/g, "_");
  const end = endOf(token);
  const usable = /^[A-Za-z][A-Za-z0-9_]*$/.test(plain);
  reading.problems.push(codeNameNotPlain(spanOf(reading, end - code.length, end), code, usable ? plain : undefined));
}

/** A text may have swallowed what follows it on the line: it ends before a gap and a word that can come after a text. */
function checkUnclosed(reading: Reading, token: IToken): void {
  const gap = wordsBefore(token.image, reading.language);
  const length = gap ?? token.image.trimEnd().length;
  const at = spanOf(reading, token.startOffset + length, token.startOffset + length);
  const mark = token.image.startsWith('"') ? '"' : "”";
  reading.problems.push(unclosedText(spanOf(reading, token.startOffset, token.startOffset + 1), { at, mark }));
}
