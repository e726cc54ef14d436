// The text as it is read: composed letters (NFC), without signs that nobody sees, with the way back to every offset.
// Rule: what is left out or exchanged is reported, and reading goes on, so that each of these is one problem.

import type { Problem } from "../problem.ts";
import type { SourceFile, Span } from "../source.ts";
import { hiddenSigns } from "./problems/hidden-signs.ts";
import { lookAlikeLetters } from "./problems/look-alike-letters.ts";
import { notText } from "./problems/not-text.ts";
import { turnedText } from "./problems/turned-text.ts";

export interface ReadableText {
  readonly text: string;
  /** From an offset in `text` to the offset in the file. */
  readonly original: (offset: number) => number;
  readonly problems: readonly Problem[];
}

/** Signs that are exchanged, left out or looked at; where there are none, the text is read as it lies. */
const unusual =
  /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u00AD\u0370-\u03FF\u0400-\u052F\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uD800-\uDFFF\uFFFD-\uFFFF]/;

export function readableText(source: SourceFile): ReadableText {
  if (!unusual.test(source.text) && source.text.normalize("NFC") === source.text) {
    return { text: source.text, original: (offset) => offset, problems: [] };
  }
  const found: Found = { notText: [], turned: [], hidden: [] };
  const lookAlikes = lookAlikeWords(source);
  const offsets: number[] = [];
  let text = "";
  for (const cluster of source.text.matchAll(/[\s\S]\p{M}*/gu)) {
    const at = cluster.index;
    const sign = cluster[0];
    const read = lookAlikes.letterAt.get(at) ?? readSign(sign, at, source.path, found);
    for (let unit = 0; unit < read.length; unit++) offsets.push(at);
    text += read;
  }
  offsets.push(source.text.length);
  const problems = [
    ...found.notText.slice(0, 1).map((span) => notText(span, found.notText.length)),
    ...found.turned.slice(0, 1).map((span) => turnedText(span, found.turned)),
    ...found.hidden.slice(0, 1).map((span) => hiddenSigns(span, found.hidden)),
    ...lookAlikes.problems,
  ];
  return { text, original: (offset) => offsets[offset] ?? source.text.length, problems };
}

interface Found {
  readonly notText: Span[];
  readonly turned: Span[];
  readonly hidden: Span[];
}

/** Signs that turn the direction of writing: what people see is then not what is read. */
const turning = /^[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;
/** Soft hyphens, and spaces without width. */
const invisible = /^[\u00AD\u180E\u200B-\u200D\u2060-\u2064]/;
/** NUL and other control signs, halves of surrogate pairs, and the sign that stands for bytes that were no text. */
const broken = /^(?:[\u0000-\u0008\u000E-\u001F\u007F-\u009F\uFFFD\uFFFE\uFFFF]|[\uD800-\uDFFF](?![\uDC00-\uDFFF]))/;

function readSign(sign: string, at: number, file: string, found: Found): string {
  const span = { file, start: at, end: at + 1 };
  if (broken.test(sign)) {
    found.notText.push(span);
    return " ";
  }
  if (turning.test(sign)) {
    found.turned.push(span);
    return sign.slice(1);
  }
  if (invisible.test(sign)) {
    found.hidden.push(span);
    return sign.slice(1);
  }
  return sign.normalize("NFC");
}

/** Cyrillic and Greek letters that look like letters of names. */
const latinFor = new Map(
  [
    ..."аaеeоoрpсcуyхxіiјjѕsһhкkӓäӧöАAВBЕEКKМMНHОOРPСCТTХXІIЈJЅSӒÄӦÖοoαaνvιiρpκkΑAΒBΕEΗHΙIΚKΜMΝNΟOΡPΤTΧXΥYΖZ".matchAll(
      /../gu,
    ),
  ].map(([pair]) => [pair.charAt(0), pair.charAt(1)] as const),
);

interface LookAlikes {
  readonly letterAt: ReadonlyMap<number, string>;
  readonly problems: readonly Problem[];
}

/** Words outside quotes and comments in which every foreign letter looks like one of ours. */
function lookAlikeWords(source: SourceFile): LookAlikes {
  const letterAt = new Map<number, string>();
  const problems: Problem[] = [];
  if (!/[\u0370-\u03FF\u0400-\u052F]/.test(source.text)) return { letterAt, problems };
  for (const match of source.text.matchAll(/"[^"\r\n]*"?|[“”„][^“”\r\n]*[“”]?|#[^\r\n]*|[\p{L}\p{M}\p{N}_-]+/gu)) {
    const word = match[0];
    if (/^["“”„#]/.test(word)) continue;
    const foreign = [...word.matchAll(/[\u0370-\u03FF\u0400-\u052F]/g)];
    if (foreign.length === 0 || foreign.some((letter) => !latinFor.has(letter[0]))) continue;
    for (const letter of foreign) letterAt.set(match.index + letter.index, latinFor.get(letter[0]) ?? letter[0]);
    const latin = word.replace(/[\u0370-\u03FF\u0400-\u052F]/g, (letter) => latinFor.get(letter) ?? letter);
    const span = { file: source.path, start: match.index, end: match.index + word.length };
    problems.push(lookAlikeLetters(span, word, latin));
  }
  return { letterAt, problems };
}
