// From the text of a scenario file to plain texts, lists and maps, or the first thing that keeps it from being read.
// Rule: plain YAML only. No anchors, aliases, tags, directives, tabs or second documents; nothing is resolved or repaired.

import type { Problem } from "@avtal/compiler/problem";
import type { SourceFile, Span } from "@avtal/compiler/source";
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseAllDocuments,
  visit,
  type Document,
  type ErrorCode,
  type Node,
  type Scalar,
} from "yaml";
import { identityNumber } from "../problems/identity-number.ts";
import { notPlain } from "../problems/not-plain.ts";
import { tabFound } from "../problems/tab-found.ts";
import { tooLarge } from "../problems/too-large.ts";
import { unreadableYaml, type Unreadable } from "../problems/unreadable-yaml.ts";
import { identityNumbersIn } from "./identity-numbers.ts";
import type { Plain, PlainEntry, Said } from "./plain.ts";

export type PlainReading =
  { readonly ok: true; readonly root: Plain } | { readonly ok: false; readonly problems: readonly Problem[] };

/** More characters than any file of scenarios needs. */
export const greatestLength = 1_000_000;
const greatestDepth = 24;
const greatestIndent = 80;

export function plainFromYaml(file: SourceFile): PlainReading {
  const forbidden = beforeParsing(file);
  if (forbidden.length > 0) return { ok: false, problems: forbidden };
  const documents = parseAllDocuments(file.text, {
    schema: "core",
    uniqueKeys: false,
    merge: false,
    prettyErrors: false,
    logLevel: "silent",
  });
  const parsed = "empty" in documents ? [] : documents;
  const problem = richness(parsed, file) ?? firstError(parsed, file);
  if (problem !== undefined) return { ok: false, problems: [problem] };
  const [first] = parsed;
  const nothing: Plain = { kind: "empty", span: { file: file.path, start: 0, end: 0 } };
  return { ok: true, root: first?.contents === null || first === undefined ? nothing : plainOf(first.contents, file) };
}

/** What is refused without asking YAML, so that no size or depth can exhaust the host. */
function beforeParsing({ path, text }: SourceFile): Problem[] {
  const at = (start: number, end: number): Span => ({ file: path, start, end });
  if (text.length > greatestLength) return [tooLarge(at(0, 0), "large")];
  const numbers = identityNumbersIn(text);
  if (numbers.length > 0) return numbers.map(({ start, end }) => identityNumber(at(start, end)));
  const tab = text.indexOf("\t");
  if (tab >= 0) return [tabFound(at(tab, tab + 1))];
  const deep = placeTooDeep(text);
  return deep === undefined ? [] : [tooLarge(at(deep, deep + 1), "deep")];
}

function placeTooDeep(text: string): number | undefined {
  for (const { 0: indent, index } of text.matchAll(/^[ ?-]*/gmu)) if (indent.length > greatestIndent) return index;
  let depth = 0;
  for (const { 0: sign, index } of text.matchAll(/#[^\n]*|[[\]{}]/gu)) {
    if (sign === "[" || sign === "{") depth += 1;
    else if (sign === "]" || sign === "}") depth = Math.max(0, depth - 1);
    if (depth > greatestDepth) return index;
  }
  return undefined;
}

function richness(documents: readonly Document.Parsed[], file: SourceFile): Problem | undefined {
  const [first, second] = documents;
  if (first?.directives.yaml.explicit === true) return notPlain(wordAt(0, file), "directive");
  if (second !== undefined) {
    const start = file.text.lastIndexOf("---", second.range[0]);
    return notPlain(wordAt(start < 0 ? second.range[0] : start, file), "documents");
  }
  let found: Problem | undefined;
  if (first === undefined) return undefined;
  visit(first, {
    Node: (_, node) => {
      found = richNode(node, file);
      return found === undefined ? undefined : visit.BREAK;
    },
  });
  return found;
}

function richNode(node: Node, file: SourceFile): Problem | undefined {
  const start = node.range?.[0] ?? 0;
  if (isAlias(node)) return notPlain(wordAt(start, file), "alias");
  if (node.anchor !== undefined) return notPlain(wordAt(file.text.lastIndexOf("&", start), file), "anchor");
  if (node.tag !== undefined) {
    const last = file.text.lastIndexOf("!", start);
    return notPlain(wordAt(file.text[last - 1] === "!" ? last - 1 : last, file), "tag");
  }
  return undefined;
}

function firstError(documents: readonly Document.Parsed[], file: SourceFile): Problem | undefined {
  const errors = documents.flatMap((document) => [...document.errors, ...document.warnings]);
  const [first] = errors.sort((a, b) => a.pos[0] - b.pos[0]);
  if (first === undefined) return undefined;
  return unreadableYaml(whyUnreadable(first.code, first.pos[0], file.text), shownAt(first.pos[0], file));
}

/** The reader of YAML names what it met; what is wrong is often something else on the line, or on the line below. */
function whyUnreadable(code: ErrorCode, offset: number, text: string): Unreadable {
  const begins = text.lastIndexOf("\n", offset - 1) + 1;
  const [line = "", ...below] = text.slice(begins).split("\n");
  if (code === "UNEXPECTED_TOKEN" && /["']\s*$/u.test(text.slice(begins, offset))) return "TEXT_AFTER_QUOTE";
  if (code === "MISSING_CHAR" && /^ *(?:- )?[^\s:"'#{[-][^\s:"'{[]*:\S/u.test(line)) return "COLON_ALONE";
  if (code !== "BLOCK_AS_IMPLICIT_KEY") return code;
  if (/^ *-[^\s-]/u.test(line)) return "HYPHEN_ALONE";
  if (/:\s.*:\s/u.test(line)) return code;
  const next = below.find((one) => !/^\s*(?:#.*)?$/u.test(one)) ?? "";
  return indentOf(next) > indentOf(line) ? "DEEPER_BELOW" : code;
}

/** A hyphen before a key indents it. */
function indentOf(line: string): number {
  return /^[ -]*/u.exec(line)?.[0].length ?? 0;
}

function plainOf(node: unknown, file: SourceFile): Plain {
  if (isMap(node)) {
    const entries = node.items.map((pair): PlainEntry => ({
      key: keyOf(pair.key, file),
      value: plainOf(pair.value, file),
    }));
    return { kind: "map", entries, inBraces: node.flow === true, span: spanOf(node, file) };
  }
  if (isSeq(node)) {
    return { kind: "list", items: node.items.map((item) => plainOf(item, file)), span: spanOf(node, file) };
  }
  if (isScalar(node) && node.value !== null) return textOf(node, file);
  return { kind: "empty", span: spanOf(node, file) };
}

function textOf(node: Scalar, file: SourceFile): Plain {
  const span = spanOf(node, file);
  const isPlainScalar = node.type === "PLAIN";
  const written = node.source ?? "";
  if (typeof node.value === "string") {
    const text = node.value.normalize("NFC").trim().replaceAll(/\s+/gu, " ");
    return { kind: "text", text, sort: isPlainScalar ? "text" : "quoted", span };
  }
  if (typeof node.value === "boolean") return { kind: "text", text: written, sort: "truth", span };
  return { kind: "text", text: written, sort: /^-?\d+$/.test(written) ? "integer" : "number", span };
}

/** A key is what was written, also where YAML would take it for a number; a list or map as key has no name. */
function keyOf(node: unknown, file: SourceFile): Said {
  if (!isScalar(node)) return { text: "", span: spanOf(node, file) };
  const written = typeof node.value === "string" ? node.value : (node.source ?? "");
  return { text: written.normalize("NFC").trim().replaceAll(/\s+/gu, " "), span: spanOf(node, file) };
}

/** The place of a node; what stretches over several lines is shown by its first. */
function spanOf(node: unknown, { path, text }: SourceFile): Span {
  const range = hasRange(node) ? node.range : undefined;
  const start = range?.[0] ?? 0;
  const line = text.slice(start).search(/[\r\n]/u);
  const end = Math.min(range?.[1] ?? start, line < 0 ? text.length : start + line);
  return { file: path, start, end: Math.max(start, start + text.slice(start, end).trimEnd().length) };
}

/** The signs from an offset up to the next space. */
function wordAt(offset: number, { path, text }: SourceFile): Span {
  const start = Math.max(0, offset);
  const length = /^[^\s,\]}]*/u.exec(text.slice(start))?.[0].length ?? 0;
  return { file: path, start, end: start + Math.max(1, length) };
}

/** Where reading stopped: the word there, or the last sign before it where only space is left. */
function shownAt(offset: number, file: SourceFile): Span {
  if (file.text.slice(offset).trim() !== "") {
    const start = offset + (/^\s*/u.exec(file.text.slice(offset))?.[0].length ?? 0);
    return wordAt(start, file);
  }
  const last = file.text.trimEnd().length;
  return { file: file.path, start: Math.max(0, last - 1), end: last };
}

function hasRange(node: unknown): node is Node {
  return typeof node === "object" && node !== null && "range" in node;
}
