// Puts files together into documents: amendments worked in day by day, readings laid side by side, registers read.
// Rule: nothing is chosen. Drafts count as decided amendments do; who wants the text without them leaves their files out.

import type { Problem } from "../problem.ts";
import type { FieldLine, FileTree, Language, Name } from "../syntax/ast.ts";
import type { Workspace } from "../workspace.ts";
import { acceptedStatements, partsOfKind, type AcceptedStatements } from "./accepted-statements.ts";
import { reportAmendments } from "./amendments.ts";
import { reportCodes } from "./code-names.ts";
import { otherwiseOf, validityOf } from "./document-head.ts";
import { filesByDocument, type DocumentFiles } from "./document-files.ts";
import type { Document, Documents } from "./document.ts";
import { reportFallbackCircles } from "./fallback-circles.ts";
import { reportSourceFiles } from "./file-names.ts";
import { questionsOf } from "./questions.ts";
import { readingsOf } from "./readings.ts";
import { reportLeftOver } from "./readings-left-over.ts";
import { registersOf } from "./registers.ts";
import { conditionTexts, measuredTexts, ruleTexts, termTexts } from "./statement-texts.ts";
import { withLinesTakenOver } from "./taken-over-lines.ts";
import type { Part } from "./timeline.ts";
import { valueTexts } from "./value-texts.ts";

export interface Consolidation {
  readonly documents: Documents;
  readonly problems: readonly Problem[];
}

export function consolidate(trees: readonly FileTree[], workspace: Workspace): Consolidation {
  const { documents: files, problems: misplaced } = filesByDocument(trees, workspace);
  const problems: Problem[] = [...misplaced];
  const separate = new Map<string, Document>();
  for (const ofDocument of files) {
    const { document, problems: own } = documentOnce(ofDocument, workspace);
    separate.set(ofDocument.name, document);
    problems.push(...own);
  }
  reportFallbackCircles(separate, problems);
  return { documents: withLinesTakenOver(separate, problems), problems: distinct(problems) };
}

interface PutTogether {
  readonly document: Document;
  readonly problems: readonly Problem[];
}

/** Trees and texts of registers never change, so the same ones put together are the same document. */
function documentOnce(files: DocumentFiles, workspace: Workspace): PutTogether {
  const { registers } = workspace;
  const trees = [files.base, ...files.amendments].map(({ tree }) => tree);
  const known = knownDocuments.get(files.base.tree);
  const isSame = known?.registers === registers && known.trees.length === trees.length;
  if (isSame && known.trees.every((tree, index) => tree === trees[index])) return known;
  const problems: Problem[] = [];
  const made = { document: documentFrom(files, workspace, problems), problems, trees, registers };
  knownDocuments.set(files.base.tree, made);
  return made;
}

interface KnownDocument extends PutTogether {
  readonly trees: readonly FileTree[];
  readonly registers: Workspace["registers"];
}

/** By the decided text; what was made last of it. */
const knownDocuments = new WeakMap<FileTree, KnownDocument>();

function documentFrom(files: DocumentFiles, workspace: Workspace, problems: Problem[]): Document {
  const accepted = acceptedStatements(files, problems);
  reportAmendments(files, accepted, problems);
  reportCodes(accepted, problems);
  reportSourceFiles(accepted, problems);

  const questions = questionsOf(files.name, accepted, problems);
  const readings = readingsOf(files.name, accepted, questions, problems);
  const document: Document = {
    name: files.name,
    head: files.head,
    files: accepted.layers.map((layer) => layer.tree),
    uses: usesOf(accepted),
    otherwise: otherwiseOf(files),
    validity: validityOf(files, accepted, problems),
    sources: byItsName(partsOfKind(accepted, "source")),
    events: byItsName(partsOfKind(accepted, "event")),
    fields: fieldsOf(accepted),
    registers: registersOf(accepted, workspace, problems),
    values: valueTexts(accepted, readings),
    measured: measuredTexts(accepted, readings),
    terms: termTexts(accepted, readings),
    conditions: conditionTexts(accepted, readings),
    rules: ruleTexts(accepted, readings),
    questions: new Map([...questions].map(([name, question]) => [name, question.text])),
    leftOut: partsOfKind(accepted, "leftOut").map((part) => part.it),
  };
  reportLeftOver(readings, languagesOf(files));
  return document;
}

function usesOf(accepted: AcceptedStatements): readonly string[] {
  const names = partsOfKind(accepted, "uses").flatMap((part) => part.it.documents.map((name) => name.text));
  return [...new Set(names)].filter((name) => name !== "");
}

/** By name; what an amendment says of an event stands in the place of the older words. */
function byItsName<T extends { readonly name: Name }>(parts: readonly Part<T>[]): ReadonlyMap<string, T> {
  return new Map(parts.map(({ it }) => [it.name.text, it]));
}

function fieldsOf(accepted: AcceptedStatements): ReadonlyMap<string, FieldLine> {
  const fields = partsOfKind(accepted, "record").flatMap((part) => part.it.fields);
  return new Map(fields.map((field) => [field.name.text, field]));
}

function languagesOf(files: DocumentFiles): (file: string) => Language {
  const languages = new Map([files.base, ...files.amendments].map(({ tree }) => [tree.file, tree.language]));
  return (file) => languages.get(file) ?? "sv";
}

/** A line that stands in several versions of a rule is wrong once. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ code, span }) => {
    const place = `${code} ${span.file} ${span.start} ${span.end}`;
    return !seen.has(place) && seen.add(place);
  });
}
