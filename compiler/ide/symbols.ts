// The outline of a file: its head, its statements, their steps, rows, fields and readings.
// Rule: what has no name of its own stands under what has one.

import { dateText } from "@avtal/runtime/calendar";
import type { FileTree, Head, Name, RuleLine, Statement } from "../syntax/ast.ts";
import type { Span } from "../source.ts";
import { treeOf, type Analysis } from "./analysis.ts";
import type { Outline } from "./answers.ts";
import { keywordOf } from "./sort-words.ts";

export function outlineOf(path: string, analysis: Analysis): readonly Outline[] {
  const tree = treeOf(path, analysis);
  return tree === undefined ? [] : outline(tree);
}

/** Names of the whole workspace that hold the letters in their order; the best first, at most `mostFound`. */
export function symbolsNamed(asked: string, { front }: Analysis): readonly (Outline & { readonly document: string })[] {
  const plain = asked.normalize("NFC").toLowerCase();
  const all = front.trees.flatMap((tree) =>
    outline(tree).flatMap((each) => [each, ...each.children].map((one) => ({ ...one, document: documentName(tree) }))),
  );
  const rank = ({ name }: Outline): number => {
    const at = name.toLowerCase().indexOf(plain);
    return at < 0 ? 2 : at === 0 ? 0 : 1;
  };
  return all
    .filter(({ name, sort }) => sort !== "patch" && sort !== "leftOut" && holdsLetters(plain, name.toLowerCase()))
    .sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .slice(0, mostFound);
}

const mostFound = 200;

export function holdsLetters(asked: string, name: string): boolean {
  let at = 0;
  for (const letter of asked) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function documentName({ head }: FileTree): string {
  return head?.kind === "amendment" ? head.amends.text : (head?.name.text ?? "");
}

function outline({ head, statements, language }: FileTree): readonly Outline[] {
  const own = head === undefined ? [] : [headOutline(head)];
  return [...own, ...statements.flatMap((statement) => statementOutline(statement, language))];
}

function headOutline(head: Head): Outline {
  const detail = head.kind === "document" ? head.title.text : head.amends.text;
  return { name: shown(head.name), detail, sort: "document", span: head.span, nameSpan: head.name.span, children: [] };
}

function statementOutline(statement: Statement, language: "sv" | "en"): readonly Outline[] {
  const entry = (name: Name, sort: Outline["sort"], children: readonly Outline[] = []): readonly Outline[] => [
    { name: shown(name), detail: keywordOf(sort, language), sort, span: statement.span, nameSpan: name.span, children },
  ];
  switch (statement.kind) {
    case "uses":
      return [];
    case "leftOut": {
      const { text, span } = statement;
      return [{ name: shown(text), detail: "", sort: "leftOut", span, nameSpan: text.span, children: [] }];
    }
    case "record":
      return statement.fields.map((field) => leaf(field.name, "field", field.span));
    case "register":
      return entry(
        statement.name,
        "register",
        statement.fields.map((field) => leaf(field.name, "fact", field.span)),
      );
    case "value":
      return entry(
        statement.name,
        "value",
        statement.rows.map(({ from, span }) => ({
          name: from.day === undefined ? "–" : dateText(from.day),
          detail: "",
          sort: "value",
          span,
          nameSpan: from.span,
          children: [],
        })),
      );
    case "question":
      return entry(
        statement.name,
        "question",
        statement.readings.map((reading) => ({
          ...leaf(reading.name, "reading", reading.span),
          detail: reading.title.text,
        })),
      );
    case "rule":
    case "statistic":
      return entry(statement.name, statement.kind, steps(statement.lines));
    case "patch": {
      const { lines } = statement.content;
      const inRule = statement.content.kind === "rule" || statement.content.kind === "statistic";
      return entry(statement.name, "patch", inRule && lines !== "nothing" ? steps(statement.content.lines) : []);
    }
    default:
      return entry(statement.name, statement.kind);
  }
}

function steps(lines: readonly RuleLine[] | "nothing"): readonly Outline[] {
  if (lines === "nothing") return [];
  return lines.flatMap((line) => (line.kind === "step" ? [leaf(line.name, "step", line.span)] : []));
}

function leaf(name: Name, sort: Outline["sort"], span: Span): Outline {
  return { name: shown(name), detail: "", sort, span, nameSpan: name.span, children: [] };
}

/** Editors refuse a symbol without a name. */
function shown({ text }: { readonly text: string }): string {
  return text === "" ? "–" : text;
}
