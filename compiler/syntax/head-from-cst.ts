// The head of a document or of an amendment.
// Rule: one entry per written line; a head without its name still is a head.

import { weekdayExceptions } from "@avtal/grammar/keywords";
import type { CstNode } from "@avtal/grammar/parser";
import { sign, token as word } from "@avtal/grammar/tokens";
import type { AmendmentHead, Decision, DocumentHead, Head, HeadLine, Name } from "./ast.ts";
import { citationsFrom, validityFrom } from "./citation-from-cst.ts";
import { has, node, nodes, token, tokens } from "./cst.ts";
import { checkWholeNumber } from "./form-mistakes.ts";
import { codeFrom, dateFrom, nameFrom, numberFrom, textFrom } from "./leaf-from-cst.ts";
import { docOf, gapIn, spanOf, spanOfNode, spanOfToken, type Reading } from "./reading.ts";

export function headFrom(reading: Reading, written: CstNode | undefined): Head | undefined {
  const document = node(written, "documentHead");
  if (document !== undefined) return documentHeadFrom(reading, document);
  const amendment = node(written, "amendmentHead");
  return amendment === undefined ? undefined : amendmentHeadFrom(reading, amendment);
}

function documentHeadFrom(reading: Reading, written: CstNode): DocumentHead {
  const gap = gapIn(written);
  const sort = token(written, "sort")?.tokenType.CATEGORIES ?? [];
  return {
    kind: "document",
    span: spanOfNode(reading, written, gap),
    sort: sort.includes(word.act) ? "act" : sort.includes(word.vocabulary) ? "vocabulary" : "agreement",
    name: nameFrom(reading, token(written, sign.name), gap),
    title: textFrom(reading, token(written, sign.text), gap),
    lines: nodes(written, "headLine").flatMap((line) => headLineFrom(reading, line) ?? []),
    doc: docOf(reading, written),
  };
}

function amendmentHeadFrom(reading: Reading, written: CstNode): AmendmentHead {
  const gap = gapIn(written);
  const [name, amends] = tokens(written, sign.name);
  const decision = node(written, "decision");
  const validity = node(written, "validity");
  return {
    kind: "amendment",
    span: spanOfNode(reading, written, gap),
    name: nameFrom(reading, name, gap),
    amends: nameFrom(reading, amends, gap),
    decision: decision === undefined ? draft(reading, written) : decisionFrom(reading, decision),
    validity: validity === undefined ? undefined : validityFrom(reading, validity),
    doc: docOf(reading, written),
  };
}

function draft(reading: Reading, written: CstNode): Decision {
  const said = token(written, word.draft);
  const gap = gapIn(written);
  return { kind: "draft", span: said === undefined ? spanOf(reading, gap, gap) : spanOfToken(reading, said) };
}

export function decisionFrom(reading: Reading, written: CstNode): Decision & { readonly kind: "decided" } {
  const gap = gapIn(written);
  return {
    kind: "decided",
    span: spanOfNode(reading, written, gap),
    by: textFrom(reading, token(written, sign.text), gap),
    on: dateFrom(reading, token(written, sign.date), gap),
  };
}

/** undefined where the line was so damaged that not even its first word is there. */
export function headLineFrom(reading: Reading, written: CstNode): HeadLine | undefined {
  const gap = gapIn(written);
  const line = {
    span: spanOfNode(reading, written, gap),
    cites: citationsFrom(reading, node(written, "citations")),
  };
  const code = codeFrom(reading, written);
  if (code !== undefined) return { ...line, kind: "code", code };
  const name = nameFrom(reading, token(written, sign.name), gap);
  const validity = node(written, "validity");
  if (validity !== undefined) return { ...line, kind: "validity", validity: validityFrom(reading, validity) };
  if (has(written, word.noticePeriod)) {
    checkWholeNumber(reading, written);
    return { ...line, kind: "notice", months: numberFrom(reading, token(written, sign.number), gap) };
  }
  if (has(written, word.interpretedBy)) {
    return { ...line, kind: "interpreter", who: textFrom(reading, token(written, sign.text), gap) };
  }
  if (has(written, word.otherwiseApplies)) return { ...line, kind: "otherwise", document: name };
  if (has(written, word.dormantUntil)) return { ...line, kind: "dormantUntil", event: name };
  if (has(written, word.presupposes)) return { ...line, kind: "presupposes", event: name };
  const weekdays = node(written, "weekdaysExcept");
  if (weekdays === undefined) return undefined;
  return { ...line, kind: "weekdaysExcept", days: weekdayNames(reading, weekdays) };
}

/** The days in their Swedish spelling. */
function weekdayNames(reading: Reading, written: CstNode): readonly Name[] {
  return tokens(written, sign.name).map((each) => {
    const name = nameFrom(reading, each, 0);
    const stored = weekdayExceptions.find((day) => day[reading.language] === name.text.toLowerCase())?.sv;
    return { ...name, text: stored ?? name.text };
  });
}
