// Reads a register file: a YAML list of payers, as plain data only.
// Rule: what the file says is taken as text or refused. No anchors, aliases, tags or directives, no key twice, no number
// where a code is meant (`0126` without quotes would become 126), and never a guess.

import { dayFromText } from "@avtal/runtime/calendar";
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseAllDocuments,
  visit,
  type Document,
  type Node,
  type Scalar,
  type YAMLMap,
} from "yaml";
import { replaceWith, type Problem } from "../problem.ts";
import type { Span } from "../source.ts";
import type { FieldLine } from "../syntax/ast.ts";
import type { Day } from "./document.ts";
import { registerEntry } from "./problems/register-entry.ts";
import { registerKeyTwice } from "./problems/register-key-twice.ts";
import { registerNotPlain } from "./problems/register-not-plain.ts";
import { registerUnreadable } from "./problems/register-unreadable.ts";
import type { Register, RegisterEntry } from "./register.ts";

export interface RegisterFile {
  readonly name: string;
  /** Path relative to the workspace, as people see it. */
  readonly path: string;
  readonly text: string;
  /** The further facts that the register's statement names. */
  readonly fields: readonly FieldLine[];
}

export interface RegisterReading {
  /** Entries with the place of their code; undefined where the file cannot be read at all. */
  readonly register: Register | undefined;
  readonly places: ReadonlyMap<RegisterEntry, EntryPlaces>;
  readonly problems: readonly Problem[];
}

export interface EntryPlaces {
  readonly code: Span;
  readonly successor: Span;
}

export function registerFromYaml(file: RegisterFile): RegisterReading {
  const problems: Problem[] = [];
  const places = new Map<RegisterEntry, EntryPlaces>();
  const reader: Reader = { file, problems };
  const content = contentOf(reader);
  if (content === undefined) return { register: undefined, places, problems };
  const entries: RegisterEntry[] = [];
  for (const item of content) {
    if (!isMap(item)) {
      problems.push(registerEntry(spanOf(item, file), { kind: "noEntry" }));
      continue;
    }
    const entry = entryFrom(item, reader);
    if (entry === undefined) continue;
    entries.push(entry);
    const place = (key: string): Span => spanOf(item.get(key, true), file);
    places.set(entry, { code: place("kod"), successor: place("efterträdare") });
  }
  return { register: { name: file.name, entries }, places, problems };
}

interface Reader {
  readonly file: RegisterFile;
  readonly problems: Problem[];
}

function contentOf({ file, problems }: Reader): readonly unknown[] | undefined {
  const documents = parsed(file);
  const first = documents?.[0];
  if (documents === undefined || first === undefined) {
    problems.push(registerUnreadable({ file: file.path, start: 0, end: 0 }));
    return undefined;
  }
  problems.push(...refusals(documents, file));
  if (problems.length > 0) return undefined;
  if (isSeq(first.contents)) return first.contents.items;
  problems.push(registerEntry(spanOf(first.contents, file), { kind: "noList" }));
  return undefined;
}

/** Undefined where the file holds nothing, or nests deeper than a register ever does: reading that could exhaust the host. */
function parsed({ text }: RegisterFile): readonly Document.Parsed[] | undefined {
  if (text.length > longest || deepestIndent(text) > 64 || deepestBrackets(text) > 16) return undefined;
  const documents = parseAllDocuments(text, { schema: "core", prettyErrors: false, logLevel: "silent" });
  return "empty" in documents ? undefined : documents;
}

const longest = 5_000_000;

function deepestIndent(text: string): number {
  let deepest = 0;
  for (const [indent] of text.matchAll(/^[ \t?-]*/gmu)) deepest = Math.max(deepest, indent.length);
  return deepest;
}

function deepestBrackets(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/gu)) {
    depth = Math.max(0, depth + (bracket === "[" || bracket === "{" ? 1 : -1));
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function refusals(documents: readonly Document.Parsed[], file: RegisterFile): readonly Problem[] {
  const at = ([start, end]: readonly [number, number]): Span => ({ file: file.path, start, end });
  const problems: Problem[] = [];
  const second = documents[1];
  if (second !== undefined) problems.push(registerNotPlain(at([second.range[0], second.range[0]]), "documents"));
  for (const document of documents) {
    for (const { code, pos } of [...document.errors, ...document.warnings]) {
      if (code === "DUPLICATE_KEY") problems.push(registerKeyTwice(wordAt(pos[0], file)));
      else if (code !== "TAG_RESOLVE_FAILED") problems.push(registerUnreadable(lastSignAt(pos, file)));
    }
    if (document.directives.yaml.explicit === true) problems.push(registerNotPlain(at([0, 0]), "directive"));
    visit(document, {
      Node: (_, node) => {
        const start = node.range?.[0] ?? 0;
        if (isAlias(node)) problems.push(registerNotPlain(spanOf(node, file), "alias"));
        else if (node.anchor !== undefined) {
          problems.push(registerNotPlain(wordAt(file.text.lastIndexOf("&", start), file), "anchor"));
        } else if (node.tag !== undefined) {
          problems.push(registerNotPlain(wordAt(file.text.lastIndexOf("!", start), file), "tag"));
        }
      },
    });
  }
  return problems;
}

function entryFrom(map: YAMLMap, reader: Reader): RegisterEntry | undefined {
  const { file, problems } = reader;
  const before = problems.length;
  const found = valuesOf(map, reader);
  const code = textAt(found, "kod", reader);
  const name = textAt(found, "namn", reader);
  for (const [key, held] of [["kod", code] as const, ["namn", name] as const]) {
    if (!found.has(key)) problems.push(registerEntry(spanOf(map, file), { kind: "lacks", key }));
    else if (held === "") problems.push(registerEntry(spanOf(found.get(key), file), { kind: "notText", key }));
  }
  const from = dayAt(found, "från", reader);
  const until = dayAt(found, "till", reader);
  if (from !== undefined && until !== undefined && until <= from) {
    problems.push(registerEntry(spanOf(found.get("till"), file), { kind: "backwards" }));
  }
  const successor = textAt(found, "efterträdare", reader);
  if (successor !== undefined && !found.has("till")) {
    problems.push(registerEntry(spanOf(found.get("efterträdare"), file), { kind: "successorWithoutEnd" }));
  }
  const alsoKnownAs = textsAt(found, "även", reader);
  const facts = factsOf(found, map, reader);
  if (problems.length > before || code === undefined || name === undefined) return undefined;
  return { code, name, alsoKnownAs, from, until, successor, facts };
}

const ownKeys = ["kod", "namn", "även", "från", "till", "efterträdare"];

type Values = ReadonlyMap<string, unknown>;

function valuesOf(map: YAMLMap, { file, problems }: Reader): Values {
  const known = [...ownKeys, ...file.fields.map((field) => field.name.text)];
  const found = new Map<string, unknown>();
  for (const { key, value } of map.items) {
    const name = isScalar(key) && typeof key.value === "string" ? key.value.normalize("NFC") : undefined;
    if (name !== undefined && known.includes(name)) found.set(name, value);
    else problems.push(registerEntry(spanOf(key, file), { kind: "unknownKey", key: name ?? "", known }));
  }
  return found;
}

function textAt(found: Values, key: string, reader: Reader): string | undefined {
  return found.has(key) ? textFrom(found.get(key), key, reader) : undefined;
}

function textsAt(found: Values, key: string, reader: Reader): readonly string[] {
  if (!found.has(key)) return [];
  const list = found.get(key);
  if (isSeq(list)) return list.items.flatMap((item) => textFrom(item, key, reader) ?? []);
  reader.problems.push(registerEntry(spanOf(list, reader.file), { kind: "notTexts", key }));
  return [];
}

function textFrom(node: unknown, key: string, { file, problems }: Reader): string | undefined {
  if (isScalar(node) && typeof node.value === "string") return node.value.normalize("NFC").trim();
  const span = spanOf(node, file);
  const quoted = isWritten(node) ? [replaceWith(span, `"${file.text.slice(span.start, span.end)}"`)] : [];
  problems.push(registerEntry(span, { kind: "notText", key }, quoted));
  return undefined;
}

/** A number or a word such as `true` that quotation marks make a text of. */
function isWritten(node: unknown): node is Scalar {
  return isScalar(node) && node.value !== null && node.value !== undefined;
}

function dayAt(found: Values, key: string, { file, problems }: Reader): Day | undefined {
  if (!found.has(key)) return undefined;
  const node = found.get(key);
  const day = isScalar(node) && typeof node.value === "string" ? dayFromText(node.value) : undefined;
  if (day === undefined) problems.push(registerEntry(spanOf(node, file), { kind: "notADate", key }));
  return day;
}

function factsOf(found: Values, map: YAMLMap, reader: Reader): ReadonlyMap<string, string> {
  const { file, problems } = reader;
  const facts = new Map<string, string>();
  for (const { name, type, optional, empty } of file.fields) {
    const key = name.text;
    if (!found.has(key)) {
      if (!optional && empty === undefined) problems.push(registerEntry(spanOf(map, file), { kind: "lacks", key }));
      continue;
    }
    const text = textFrom(found.get(key), key, reader);
    if (text === undefined) continue;
    const choices = type.kind === "choices" ? type.choices.map((choice) => choice.name.text) : undefined;
    if (choices === undefined || choices.includes(text)) facts.set(key, text);
    else problems.push(registerEntry(spanOf(found.get(key), file), { kind: "noChoice", key, choices }));
  }
  return facts;
}

/** The place of a node; a whole entry is shown by its first line. */
function spanOf(node: unknown, { path, text }: RegisterFile): Span {
  const range = hasRange(node) ? node.range : undefined;
  const start = range?.[0] ?? 0;
  const line = text.indexOf("\n", start);
  const end = Math.min(range?.[1] ?? start, line === -1 ? text.length : line);
  return { file: path, start, end: Math.max(start, end) };
}

/** The signs from an offset up to the next space or colon. */
function wordAt(offset: number, { path, text }: RegisterFile): Span {
  const start = Math.max(0, offset);
  const length = /^[^\s:]*/u.exec(text.slice(start))?.[0].length ?? 0;
  return { file: path, start, end: start + length };
}

/** Where reading stopped; at the end of the file, the last thing written there. */
function lastSignAt([start, end]: readonly [number, number], { path, text }: RegisterFile): Span {
  if (text.slice(start).trim() !== "") return { file: path, start, end };
  const last = text.trimEnd().length;
  return { file: path, start: Math.max(0, last - 1), end: last };
}

function hasRange(node: unknown): node is Node {
  return typeof node === "object" && node !== null && "range" in node;
}
