// Where the lines of a program stand in the files that it was compiled from, for editors.
// Rule: a line under a reading is looked for in that reading first; what is not found has no place and is left out.

import type { FrontEnd } from "@avtal/compiler/compile";
import { writtenLine } from "@avtal/compiler/ir/lower/written-line";
import type { Span } from "@avtal/compiler/source";
import type { ConditionLine, DocumentHead, RuleLine, Statement, ValueStatement } from "@avtal/compiler/syntax/ast";
import type { Line, Owner } from "../lines/line.ts";

/** The places of a line, of all its versions; empty where none is found. */
export function placesOf(line: Line, front: FrontEnd): Span[] {
  const written = front.trees.flatMap((tree) => {
    if (line.owner.sort === "document") return tree.head?.kind === "document" ? headSpans(line.owner, tree.head) : [];
    return inStatements(tree.statements, null).flatMap((found) => lineSpans(line, found, front));
  });
  const own = written.filter(({ reading }) => reading !== null && isUnder(line, reading));
  const found = own.length > 0 ? own : written.filter(({ reading }) => reading === null);
  const spans = new Map(found.map(({ span }) => [`${span.file} ${span.start}`, span]));
  return [...spans.values()];
}

/** A statement, and the reading inside which it stands. */
interface Found {
  readonly statement: Statement;
  readonly reading: InReading;
}

type InReading = { readonly question: string; readonly name: string } | null;

interface FoundSpan {
  readonly span: Span;
  readonly reading: InReading;
}

function inStatements(statements: readonly Statement[], reading: InReading): Found[] {
  return statements.flatMap((statement): Found[] => {
    if (statement.kind !== "question") return [{ statement, reading }];
    return statement.readings.flatMap(({ name, content }) =>
      content.kind === "replaced" ? inStatements(content.by, { question: statement.name.text, name: name.text }) : [],
    );
  });
}

function isUnder({ guards }: Line, { question, name }: NonNullable<InReading>): boolean {
  return guards.some((guard) => guard.question.endsWith(`.${question}`) && guard.readings.includes(name));
}

function headSpans({ document }: Owner, head: DocumentHead): FoundSpan[] {
  return head.name.text === document ? [{ span: head.name.span, reading: null }] : [];
}

function lineSpans(line: Line, { statement, reading }: Found, front: FrontEnd): FoundSpan[] {
  if (!("name" in statement) || statement.name.text !== line.owner.name) return [];
  return spansIn(line, statement, front).map((span) => ({ span, reading }));
}

function spansIn(line: Line, statement: Statement, front: FrontEnd): Span[] {
  const { sort } = line.owner;
  switch (statement.kind) {
    case "value":
      return sort === "value" ? rowSpans(line, statement) : [];
    case "measured":
    case "term":
      return statement.kind === sort ? [statement.name.span] : [];
    case "condition":
      return sort === "condition" ? statement.lines.filter((each) => isLine(line, each, front)).map(startOf) : [];
    case "rule":
    case "statistic":
      return statement.kind === sort ? ruleSpans(line, statement, front) : [];
    case "patch":
      if (statement.content.kind !== sort || statement.content.lines === "nothing") return [];
      return statement.content.lines.filter((each) => isLine(line, each, front)).map(startOf);
    default:
      return [];
  }
}

function ruleSpans(
  line: Line,
  statement: Statement & { readonly kind: "rule" | "statistic" },
  front: FrontEnd,
): Span[] {
  const found = statement.lines.filter((each) => isLine(line, each, front)).map(startOf);
  const isUnwritten = line.role.kind === "inForce" || line.role.kind === "scope";
  return found.length > 0 || !isUnwritten ? found : [statement.name.span];
}

function rowSpans({ role }: Line, { rows, name }: ValueStatement): Span[] {
  if (role.kind !== "cell") return [name.span];
  return rows.filter(({ from }) => from.day === role.from).map(({ span }) => span);
}

function isLine({ role }: Line, line: RuleLine | ConditionLine, front: FrontEnd): boolean {
  switch (line.kind) {
    case "requires":
    case "notWhen":
      return role.kind === "requires" && writtenLine(line.span, line.condition.span, front) === role.says;
    case "step":
      return role.kind === "step" && line.name.text === role.name;
    case "validity":
      return role.kind === "inForce";
    case "scope":
      return role.kind === "scope" || role.kind === "spanStart" || role.kind === "spanEnd";
    case "payment":
      return role.kind === "payer" || role.kind === "payee";
    case "per":
      return role.kind === "key";
    case "follows":
    case "when":
    case "invoicer":
      return role.kind === line.kind;
    default:
      return false;
  }
}

function startOf({ span }: { readonly span: Span }): Span {
  return span;
}
