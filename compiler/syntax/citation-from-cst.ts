// Citations, the questions that lines point at, and validity.
// Rule: a place keeps its digits as written, because `12.3` and `7 a §` are names of places and no numbers.

import type { CstNode, IToken } from "@avtal/grammar/parser";
import { sign, token as word } from "@avtal/grammar/tokens";
import type { Citations, CitedPlace, Name, Reference, TimePoint, Validity, ValidityEnd } from "./ast.ts";
import { has, node, nodes, token, tokens } from "./cst.ts";
import { checkPlace, checkSeparators, checkValidityEnd } from "./form-mistakes.ts";
import { dateFrom, nameFrom, textFrom } from "./leaf-from-cst.ts";
import { gapIn, spanOfNode, type Reading } from "./reading.ts";

/** What stands last on a line: its citation and its question. */
export interface Trailing {
  readonly cites: Citations | undefined;
  readonly question: Name | undefined;
}

export function trailingFrom(reading: Reading, line: CstNode): Trailing {
  const trailing = node(line, "trailing");
  return {
    cites: citationsFrom(reading, node(trailing, "citations")),
    question: questionFrom(reading, node(trailing, "seeQuestion")),
  };
}

export function questionFrom(reading: Reading, written: CstNode | undefined): Name | undefined {
  return written === undefined ? undefined : nameFrom(reading, token(written, sign.name), gapIn(written));
}

export function citationsFrom(reading: Reading, written: CstNode | undefined): Citations | undefined {
  if (written === undefined) return undefined;
  const span = spanOfNode(reading, written, 0);
  const gap = gapIn(written);
  if (has(written, word.assumption)) {
    return { kind: "assumption", span, text: textFrom(reading, token(written, sign.text), gap) };
  }
  const references = nodes(written, "reference").map((each) => referenceFrom(reading, each, gap));
  return { kind: "references", span, references };
}

function referenceFrom(reading: Reading, written: CstNode, otherwise: number): Reference {
  const gap = gapIn(written);
  return {
    span: spanOfNode(reading, written, otherwise),
    source: nameFrom(reading, token(written, sign.name), otherwise),
    places: nodes(written, "place").map((each) => placeFrom(reading, each, gap)),
    quote: has(written, word.quote) ? textFrom(reading, token(written, sign.text), gap) : undefined,
  };
}

function placeFrom(reading: Reading, written: CstNode, otherwise: number): CitedPlace {
  checkPlace(reading, written);
  const span = spanOfNode(reading, written, otherwise);
  const [first, second] = tokens(written, sign.number).map(plainDigits);
  if (has(written, word.heading)) {
    return { kind: "heading", span, text: textFrom(reading, token(written, sign.text), gapIn(written)) };
  }
  if (has(written, word.appendix)) return { kind: "appendix", span };
  if (has(written, word.point)) return { kind: "point", span, from: first ?? "", through: second };
  if (has(written, word.chapter)) return { kind: "chapter", span, number: first ?? "" };
  if (has(written, sign.paragraph)) {
    const letter = token(written, sign.name)?.image;
    return { kind: "paragraph", span, number: letter === undefined ? (first ?? "") : `${first ?? ""} ${letter}` };
  }
  return { kind: "section", span, text: first ?? token(written, sign.section)?.image ?? "" };
}

function plainDigits(number: IToken): string {
  return number.image.replace(/[ \u00A0\u2009\u202F]/g, "");
}

export function validityFrom(reading: Reading, written: CstNode): Validity {
  const gap = gapIn(written);
  const from = node(written, "timePoint");
  const end = node(written, "validityEnd");
  return {
    span: spanOfNode(reading, written, gap),
    from: from === undefined ? undefined : timePointFrom(reading, from, gap),
    end: end === undefined ? undefined : validityEndFrom(reading, end),
  };
}

function validityEndFrom(reading: Reading, written: CstNode): ValidityEnd {
  checkValidityEnd(reading, written);
  const gap = gapIn(written);
  const span = spanOfNode(reading, written, gap);
  if (has(written, word.untilFurtherNotice)) return { kind: "open", span };
  const at = timePointFrom(reading, node(written, "timePoint"), gap);
  const how = token(written, "how")?.tokenType.CATEGORIES ?? [];
  return { kind: how.includes(word.before) ? "before" : "through", span, at };
}

export function timePointFrom(reading: Reading, written: CstNode | undefined, otherwise: number): TimePoint {
  const which = token(written, "which");
  if (written !== undefined && which !== undefined) {
    checkSeparators(reading, written);
    const of = nodes(written, "timePoint").map((each) => timePointFrom(reading, each, otherwise));
    const last = (which.tokenType.CATEGORIES ?? []).includes(word.lastOf);
    return { kind: last ? "lastOf" : "firstOf", span: spanOfNode(reading, written, otherwise), of };
  }
  const date = token(written, sign.date);
  return date === undefined
    ? nameFrom(reading, token(written, sign.name), otherwise)
    : dateFrom(reading, date, otherwise);
}
