// Statements, and the lines that a mistake has torn from theirs.
// Rule: a torn line goes back to the statement above it, so that one mistake does not empty a rule.

import type { CstNode } from "@avtal/grammar/parser";
import { sign, token as word } from "@avtal/grammar/tokens";
import type {
  Definition,
  EventStatement,
  FieldLine,
  LeftOutStatement,
  PatchStatement,
  RecordStatement,
  RegisterStatement,
  RuleStatement,
  SourceStatement,
  Statement,
  UsesStatement,
} from "./ast.ts";
import { citationsFrom } from "./citation-from-cst.ts";
import { firstNode, has, node, nodes, token, tokens } from "./cst.ts";
import { conditionStatementFrom, conceptFrom, kindFrom, measuredFrom, valueFrom } from "./definition-from-cst.ts";
import { checkSeparators } from "./form-mistakes.ts";
import { headLineFrom } from "./head-from-cst.ts";
import { codeFrom, dateFrom, nameFrom, textFrom } from "./leaf-from-cst.ts";
import { conditionLineFrom, ruleLineFrom } from "./line-from-cst.ts";
import { questionFromCst } from "./question-from-cst.ts";
import { docOf, gapIn, spanOfNode, type Reading } from "./reading.ts";

/** undefined for a line that stands alone. */
export function statementFrom(reading: Reading, element: CstNode): Statement | undefined {
  const form = firstNode(element);
  if (form === undefined) return undefined;
  switch (form.name) {
    case "source":
      return sourceFrom(reading, form);
    case "uses":
      return usesFrom(reading, form);
    case "record":
      return recordFrom(reading, form);
    case "register":
      return registerFrom(reading, form);
    case "event":
      return eventFrom(reading, form);
    case "leftOut":
      return leftOutFrom(reading, form);
    case "definition":
      return definitionFrom(reading, form);
    case "question":
      return questionFromCst(reading, form, { definitionFrom, patchFrom });
    case "patch":
      return patchFrom(reading, form);
    default:
      return undefined;
  }
}

function base(reading: Reading, written: CstNode) {
  return { span: spanOfNode(reading, written, gapIn(written)), doc: docOf(reading, written) };
}

function sourceFrom(reading: Reading, written: CstNode): SourceStatement {
  const gap = gapIn(written);
  const [title, file] = tokens(written, sign.text);
  return {
    ...base(reading, written),
    kind: "source",
    name: nameFrom(reading, token(written, sign.name), gap),
    title: textFrom(reading, title, gap),
    file: has(written, word.file) ? textFrom(reading, file, gap) : undefined,
  };
}

function usesFrom(reading: Reading, written: CstNode): UsesStatement {
  checkSeparators(reading, written);
  const documents = tokens(written, sign.name).map((name) => nameFrom(reading, name, 0));
  return { ...base(reading, written), kind: "uses", documents };
}

function recordFrom(reading: Reading, written: CstNode): RecordStatement {
  return {
    ...base(reading, written),
    kind: "record",
    name: nameFrom(reading, token(written, sign.name), gapIn(written)),
    code: codeFrom(reading, written),
    fields: nodes(written, "field").map((field) => fieldFrom(reading, field)),
  };
}

function registerFrom(reading: Reading, written: CstNode): RegisterStatement {
  const gap = gapIn(written);
  return {
    ...base(reading, written),
    kind: "register",
    name: nameFrom(reading, token(written, sign.name), gap),
    code: codeFrom(reading, written),
    file: textFrom(reading, token(written, sign.text), gap),
    fields: nodes(written, "field").map((field) => fieldFrom(reading, field)),
  };
}

export function fieldFrom(reading: Reading, written: CstNode): FieldLine {
  const gap = gapIn(written);
  const [name, from] = tokens(written, sign.name);
  const facts = nodes(written, "fieldFact");
  checkSeparators(reading, written);
  const said = (type: { readonly name: string }): boolean => facts.some((fact) => has(fact, type));
  return {
    ...base(reading, written),
    name: nameFrom(reading, name, gap),
    code: codeFrom(reading, written) ?? nameFrom(reading, undefined, gap),
    type: has(written, word.inChoice)
      ? { kind: "choices", choices: nodes(written, "oneChoice").map((each) => choiceFrom(reading, each)) }
      : {
          kind: "kind",
          of: kindFrom(reading, node(written, "kind"), gap),
          from: from === undefined ? undefined : nameFrom(reading, from, gap),
        },
    unique: said(word.unique),
    optional: said(word.optional),
    personal: said(word.personal),
    empty: said(word.missing) ? "missing" : said(word.unknown) ? "unknown" : undefined,
  };
}

function choiceFrom(reading: Reading, written: CstNode) {
  const gap = gapIn(written);
  return {
    span: spanOfNode(reading, written, gap),
    name: nameFrom(reading, token(written, sign.name), gap),
    code: codeFrom(reading, written),
  };
}

function eventFrom(reading: Reading, written: CstNode): EventStatement {
  const gap = gapIn(written);
  return {
    ...base(reading, written),
    kind: "event",
    name: nameFrom(reading, token(written, sign.name), gap),
    title: textFrom(reading, token(written, sign.text), gap),
    state: has(written, word.happened)
      ? { kind: "happened", on: dateFrom(reading, token(written, sign.date), gap) }
      : { kind: has(written, word.notYet) ? "notYet" : "unknown" },
    cites: citationsFrom(reading, node(written, "citations")),
  };
}

function leftOutFrom(reading: Reading, written: CstNode): LeftOutStatement {
  const text = textFrom(reading, token(written, sign.text), gapIn(written));
  const cites = citationsFrom(reading, node(written, "citations"));
  return { ...base(reading, written), kind: "leftOut", text, cites };
}

export function definitionFrom(reading: Reading, written: CstNode): Definition | undefined {
  const form = firstNode(written);
  if (form === undefined) return undefined;
  switch (form.name) {
    case "value":
      return { ...base(reading, form), ...valueFrom(reading, form) };
    case "measured":
      return { ...base(reading, form), ...measuredFrom(reading, form) };
    case "concept":
      return { ...base(reading, form), ...conceptFrom(reading, form) };
    case "conditionStatement":
      return { ...base(reading, form), ...conditionStatementFrom(reading, form) };
    case "rule":
      return ruleFrom(reading, form);
    default:
      return undefined;
  }
}

function ruleFrom(reading: Reading, written: CstNode): RuleStatement {
  const gap = gapIn(written);
  const sort = token(written, "sort")?.tokenType.CATEGORIES ?? [];
  const like = token(written, "like");
  return {
    ...base(reading, written),
    kind: sort.includes(word.statistic) ? "statistic" : "rule",
    name: nameFrom(reading, token(written, sign.name), gap),
    like: has(written, word.as) ? nameFrom(reading, like, gap) : undefined,
    cites: citationsFrom(reading, node(written, "citations")),
    lines: nodes(written, "ruleLine").flatMap((line) => ruleLineFrom(reading, line) ?? []),
  };
}

export function patchFrom(reading: Reading, written: CstNode): PatchStatement {
  const name = nameFrom(reading, token(written, sign.name), gapIn(written));
  return { ...base(reading, written), kind: "patch", name, content: patchContent(reading, written) };
}

function patchContent(reading: Reading, written: CstNode): PatchStatement["content"] {
  const sort = token(written, "sort")?.tokenType.CATEGORIES ?? [];
  if (sort.includes(word.inAgreement)) {
    const lines = nodes(written, "headLine").flatMap((line) => headLineFrom(reading, line) ?? []);
    return { kind: "agreement", lines };
  }
  if (sort.includes(word.inCondition)) {
    const lines = nodes(written, "conditionLine").flatMap((line) => conditionLineFrom(reading, line) ?? []);
    return { kind: "condition", lines: orNothing(lines) };
  }
  const lines = nodes(written, "ruleLine").flatMap((line) => ruleLineFrom(reading, line) ?? []);
  return { kind: sort.includes(word.inStatistic) ? "statistic" : "rule", lines: orNothing(lines) };
}

/** `inget` alone, without citation or question, says that the reading has no such rule. */
function orNothing<Line extends { readonly kind: string; readonly question: unknown; readonly cites: unknown }>(
  lines: readonly Line[],
): readonly Line[] | "nothing" {
  const [only] = lines;
  return lines.length === 1 && only?.kind === "nothing" && only.question === undefined && only.cites === undefined
    ? "nothing"
    : lines;
}
