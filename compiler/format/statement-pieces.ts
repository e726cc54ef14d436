// Statements and heads as pieces.
// Rule: a statement's own citation stands below its first line; what follows a line stands behind it.

import type { Language } from "@avtal/grammar/keywords";
import type {
  Cell,
  Citations,
  Definition,
  FieldLine,
  Head,
  HeadLine,
  Name,
  PatchStatement,
  QuestionStatement,
  Reading,
  Statement,
  ValueRow,
} from "../syntax/ast.ts";
import type { Span } from "../source.ts";
import { citationsText, decisionText, validityText } from "./citation-text.ts";
import { dateLiteralText, expressionText } from "./expression-text.ts";
import { conditionLinePieces, ruleLinePieces } from "./line-pieces.ts";
import { alignedPieces, citedText, opening, piece, questionText, widest, type Piece } from "./piece.ts";
import { kindText, nameText, nameTextIn, numberText, quoted, say, sayCounted, weekdayText } from "./words.ts";

export interface Writing {
  readonly language: Language;
  /** True where a comment stands between these offsets, so that two lines must stay two. */
  readonly hasComment: (start: number, end: number) => boolean;
  /** Where the word that ends before an offset begins, past white space and comments: the `=` of a formula. */
  readonly wordBefore: (offset: number) => number;
}

export function headPieces(head: Head, writing: Writing): Piece[] {
  const { language } = writing;
  if (head.kind === "document") {
    const first = `${say(head.sort, language)} ${nameText(head.name)} ${quoted(head.title)}`;
    const span = { start: head.span.start, end: head.title.span.end };
    return [opening(piece(span, 0, first)), ...headLinePieces(head.lines, 2, language)];
  }
  const first = `${say("amendment", language)} ${nameText(head.name)} ${say("of", language)} ${nameText(head.amends)}`;
  const span = { start: head.span.start, end: head.amends.span.end };
  return [
    opening(piece(span, 0, first)),
    piece(head.decision.span, 2, decisionText(head.decision, language)),
    ...(head.validity === undefined ? [] : [piece(head.validity.span, 2, validityText(head.validity, language))]),
  ];
}

function headLinePieces(lines: readonly HeadLine[], indent: number, language: Language): Piece[] {
  const written = lines.map((line) => ({
    span: line.span,
    text: headLineText(line, language),
    cites: line.cites,
    question: undefined,
  }));
  return alignedPieces(written, indent, language);
}

function headLineText(line: HeadLine, language: Language): string {
  const word = (concept: Parameters<typeof say>[0]): string => say(concept, language);
  switch (line.kind) {
    case "code":
      return `${word("code")} ${nameText(line.code)}`;
    case "validity":
      return `${word("inForce")} ${validityText(line.validity, language)}`;
    case "notice": {
      const { digits } = line.months;
      return `${word("noticePeriod")} ${numberText(digits)} ${sayCounted("months", digits, language)}`;
    }
    case "interpreter":
      return `${word("interpretedBy")} ${quoted(line.who)}`;
    case "otherwise":
      return `${word("otherwiseApplies")} ${nameText(line.document)}`;
    case "dormantUntil":
    case "presupposes":
      return `${word(line.kind)} ${nameText(line.event)}`;
    case "weekdaysExcept":
      return `${word("weekdaysExcept")} ${line.days.map((day) => weekdayText(day, language)).join(", ")}`;
  }
}

export function statementPieces(statement: Statement, writing: Writing): Piece[] {
  const { language } = writing;
  const { span } = statement;
  const word = (concept: Parameters<typeof say>[0]): string => say(concept, language);
  switch (statement.kind) {
    case "source": {
      const file = statement.file === undefined ? "" : ` ${word("file")} ${quoted(statement.file)}`;
      const text = `${word("source")} ${nameText(statement.name)} ${quoted(statement.title)}${file}`;
      return [opening(piece(span, 0, text), "source")];
    }
    case "uses":
      return [opening(piece(span, 0, `${word("uses")} ${statement.documents.map(nameText).join("; ")}`))];
    case "record": {
      const first = `${word("record")} ${nameText(statement.name)}${codeText(statement.code, language)}`;
      const end = (statement.code ?? statement.name).span.end;
      return [opening(piece({ start: span.start, end }, 0, first)), ...fieldPieces(statement.fields, language)];
    }
    case "register": {
      const named = `${word("register")} ${nameText(statement.name)}${codeText(statement.code, language)}`;
      const first = `${named} ${word("file")} ${quoted(statement.file)}`;
      const head = piece({ start: span.start, end: statement.file.span.end }, 0, first);
      return [opening(head), ...fieldPieces(statement.fields, language)];
    }
    case "event": {
      const state =
        statement.state.kind === "happened"
          ? `${word("happened")} ${dateLiteralText(statement.state.on)}`
          : word(statement.state.kind);
      const text = `${word("event")} ${nameText(statement.name)} ${quoted(statement.title)} ${state}`;
      return [opening(piece(span, 0, citedText(text, statement.cites, 0, language)), "event")];
    }
    case "leftOut": {
      const text = citedText(`${word("leftOut")} ${quoted(statement.text)}`, statement.cites, 0, language);
      return [opening(piece(span, 0, text), "leftOut")];
    }
    case "question":
      return questionPieces(statement, writing);
    case "patch":
      return patchPieces(statement, 0, writing);
    default:
      return definitionPieces(statement, 0, writing);
  }
}

function codeText(code: Name | undefined, language: Language): string {
  return code === undefined ? "" : ` ${say("code", language)} ${nameText(code)}`;
}

function fieldPieces(fields: readonly FieldLine[], language: Language): Piece[] {
  return fields.map((field) => piece(field.span, 2, fieldText(field, language)));
}

function fieldText(field: FieldLine, language: Language): string {
  const word = (concept: Parameters<typeof say>[0]): string => say(concept, language);
  const facts = [
    ...(field.unique ? [word("unique")] : []),
    ...(field.optional ? [word("optional")] : []),
    ...(field.personal ? [word("personal")] : []),
    ...(field.empty === undefined ? [] : [`${word("emptyMeans")} ${word(field.empty)}`]),
  ];
  const named = `${word("field")} ${nameText(field.name)}${codeText(field.code, language)}`;
  return [named, fieldTypeText(field.type, language), ...facts].join(" ");
}

function fieldTypeText(type: FieldLine["type"], language: Language): string {
  if (type.kind === "choices") {
    const choices = type.choices.map((choice) => `${nameText(choice.name)}${codeText(choice.code, language)}`);
    return `${say("inChoice", language)} ${choices.join("; ")}`;
  }
  const from = type.from === undefined ? "" : ` ${say("outOf", language)} ${nameText(type.from)}`;
  return `${say("in", language)} ${kindText(type.of, language)}${from}`;
}

/** A definition at the outermost level, or inside a reading, where it is shorter. */
export function definitionPieces(definition: Definition, indent: number, writing: Writing): Piece[] {
  const { language } = writing;
  const { start } = definition.span;
  const inner = indent + 2;
  switch (definition.kind) {
    case "value":
      return valuePieces(definition, indent, language);
    case "measured":
      return measuredPieces(definition, indent, writing);
    case "term":
      return termPieces(definition, indent, writing);
    case "condition": {
      const first = `${say("condition", language)} ${nameText(definition.name)}`;
      return [
        opening(piece({ start, end: definition.name.span.end }, indent, first)),
        ...ownCitation(definition.cites, inner, language),
        ...conditionLinePieces(definition.lines, inner, language),
      ];
    }
    case "rule":
    case "statistic": {
      const like = definition.like === undefined ? "" : ` ${say("as", language)} ${nameText(definition.like)}`;
      const end = (definition.like ?? definition.name).span.end;
      const first = `${say(definition.kind, language)} ${nameText(definition.name)}${like}`;
      return [
        opening(piece({ start, end }, indent, first)),
        ...ownCitation(definition.cites, inner, language),
        ...ruleLinePieces(definition.lines, inner, language),
      ];
    }
  }
}

function ownCitation(cites: Citations | undefined, indent: number, language: Language): Piece[] {
  return cites === undefined ? [] : [piece(cites.span, indent, citationsText(cites, language))];
}

function valuePieces(value: Extract<Definition, { kind: "value" }>, indent: number, language: Language): Piece[] {
  const kind = value.type === undefined ? "" : ` ${say("in", language)} ${kindText(value.type, language)}`;
  const dependsOn = value.dependsOn.map((each) => expressionText(each, language)).join(", ");
  const depends = dependsOn === "" ? "" : ` ${say("dependsOn", language)} ${dependsOn}`;
  const named = `${say("value", language)} ${nameText(value.name)}${kind}${depends}${codeText(value.code, language)}`;
  const first = `${named}${questionText(value.question, language)}`;
  const end = value.rows[0]?.span.start ?? value.span.end;
  return [
    opening(piece({ start: value.span.start, end: endBefore(value.span, end) }, indent, first)),
    ...rowPieces(value.rows, indent + 2, language),
  ];
}

/** The head of a value ends where its rows begin; comments between belong to the first row. */
function endBefore(span: Span, next: number): number {
  return Math.min(span.start + 1, next);
}

function rowPieces(rows: readonly ValueRow[], indent: number, language: Language): Piece[] {
  const lines = rows.map((row) => ({
    span: row.span,
    text: rowText(row, indent, language),
    cites: row.cites,
    question: row.question,
  }));
  return alignedPieces(lines, indent, language);
}

function rowText(row: ValueRow, indent: number, language: Language): string {
  const first = `${say("from", language)} ${dateLiteralText(row.from)}:`;
  if (row.content.kind === "cell") return `${first} ${cellText(row.content.cell, language)}`;
  const rows = row.content.rows.map(
    ({ keys, cell }) =>
      `${keys.map((key) => nameTextIn("tableKey", key, language)).join(", ")}: ${cellText(cell, language)}`,
  );
  const one = `${first} ${rows.join("; ")}`;
  const below = `\n${" ".repeat(indent + 2)}`;
  return one.length + indent <= widest ? one : `${first}${below}${rows.join(`;${below}`)}`;
}

function cellText(cell: Cell, language: Language): string {
  return cell.kind === "notKnown" ? say("missing", language) : expressionText(cell, language);
}

function measuredPieces(
  measured: Extract<Definition, { kind: "measured" }>,
  indent: number,
  { language, wordBefore }: Writing,
): Piece[] {
  const kind = measured.type === undefined ? "" : ` ${say("in", language)} ${kindText(measured.type, language)}`;
  const named = `${say("measured", language)} ${nameText(measured.name)}${kind}${codeText(measured.code, language)}`;
  const { start, end } = measured.span;
  const { formula, fixed } = measured;
  const known = fixed.kind === "fixed" ? fixed : undefined;
  const value = known === undefined ? say("missing", language) : expressionText(known.value, language);
  const formulaStart = wordBefore(formula.span.start);
  const fixedStart = wordBefore(known === undefined ? wordBefore(end) : known.value.span.start);
  return [
    opening(piece({ start, end: start + 1 }, indent, `${named}${questionText(measured.question, language)}`)),
    ...ownCitation(measured.cites, indent + 2, language),
    piece({ start: formulaStart, end: formula.span.end }, indent + 2, `= ${expressionText(formula, language)}`),
    piece(
      { start: fixedStart, end },
      indent + 2,
      citedText(`${say("fixed", language)} ${value}`, known?.cites, indent + 2, language),
    ),
  ];
}

function termPieces(term: Extract<Definition, { kind: "term" }>, indent: number, writing: Writing): Piece[] {
  const { language } = writing;
  const kind = term.type === undefined ? "" : ` ${say("in", language)} ${kindText(term.type, language)}`;
  const first = `${say("term", language)} ${nameText(term.name)}${kind}${codeText(term.code, language)}`;
  const formula = `= ${expressionText(term.definition, language)}${questionText(term.question, language)}`;
  const { start, end } = term.span;
  const one = `${first} ${formula}`;
  const inReading = indent > 0 && term.cites === undefined && !writing.hasComment(start, end);
  if (inReading && one.length + indent <= widest) return [opening(piece(term.span, indent, one))];
  return [
    opening(piece({ start, end: start + 1 }, indent, first)),
    ...ownCitation(term.cites, indent + 2, language),
    piece({ start: writing.wordBefore(term.definition.span.start), end }, indent + 2, formula),
  ];
}

function questionPieces(question: QuestionStatement, writing: Writing): Piece[] {
  const { language } = writing;
  const { start } = question.span;
  const asks = question.asks;
  const chosen = question.chosen;
  return [
    opening(
      piece({ start, end: question.name.span.end }, 0, `${say("question", language)} ${nameText(question.name)}`),
    ),
    ...ownCitation(question.cites, 2, language),
    ...(asks === undefined
      ? []
      : [
          piece(
            { start: writing.wordBefore(asks.span.start), end: asks.span.end },
            2,
            `${say("asks", language)} ${quoted(asks)}`,
          ),
        ]),
    ...question.readings.flatMap((reading) => readingPieces(reading, writing)),
    ...(chosen === undefined ? [] : [piece(chosen.span, 2, chosenText(chosen, language))]),
  ];
}

function readingPieces(reading: Reading, writing: Writing): Piece[] {
  const { language } = writing;
  const first = `${say("reading", language)} ${nameText(reading.name)} ${quoted(reading.title)}`;
  const head = { start: reading.span.start, end: reading.title.span.end };
  switch (reading.content.kind) {
    case "asWritten":
    case "nothing":
      return [piece(reading.span, 2, `${first}   ${say(reading.content.kind, language)}`)];
    case "replaced":
      return [
        piece(head, 2, first),
        ...reading.content.by.flatMap((each) => {
          const pieces = each.kind === "patch" ? patchPieces(each, 4, writing) : definitionPieces(each, 4, writing);
          return pieces.map((inner) => ({ ...inner, opensStatement: false }));
        }),
      ];
  }
}

function chosenText(chosen: NonNullable<QuestionStatement["chosen"]>, language: Language): string {
  const parts = [say("chosen", language), nameText(chosen.reading)];
  if (chosen.standing.kind === "preliminary") parts.push(say("preliminarily", language));
  if (chosen.standing.kind === "decided") {
    const { by, on } = chosen.standing;
    parts.push(decisionText({ kind: "decided", span: chosen.span, by, on }, language));
  }
  if (chosen.reason !== undefined) parts.push(say("reason", language), quoted(chosen.reason));
  return parts.join(" ");
}

function patchPieces(patch: PatchStatement, indent: number, { language, wordBefore }: Writing): Piece[] {
  const { content } = patch;
  const words = {
    rule: "inRule",
    statistic: "inStatistic",
    condition: "inCondition",
    agreement: "inAgreement",
  } as const;
  const first = `${say(words[content.kind], language)} ${nameText(patch.name)}`;
  const head = opening(piece({ start: patch.span.start, end: patch.name.span.end }, indent, first));
  if (content.kind === "agreement") return [head, ...headLinePieces(content.lines, indent + 2, language)];
  if (content.lines === "nothing") {
    return [
      head,
      piece({ start: wordBefore(patch.span.end), end: patch.span.end }, indent + 2, say("nothing", language)),
    ];
  }
  const lines =
    content.kind === "condition"
      ? conditionLinePieces(content.lines, indent + 2, language)
      : ruleLinePieces(content.lines, indent + 2, language);
  return [head, ...lines];
}
