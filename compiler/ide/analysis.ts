// What the compiler knows of a workspace while somebody types in it.
// Rule: a file is parsed again only where its text is another one; the answers are those of a compilation from scratch.

import { checkMeaning } from "../check/meaning.ts";
import type { FrontEnd } from "../compile.ts";
import { checkAnew } from "./check-anew.ts";
import { parseAnew } from "./parse-anew.ts";
import { resolveAnew } from "./resolve-anew.ts";
import { touchedSince } from "./touched.ts";
import { withoutFollowers } from "../followers.ts";
import { lower } from "../ir/from-checked.ts";
import type { Program } from "../ir/ir.ts";
import { checkLock } from "../lock/check.ts";
import { isError, type Problem } from "../problem.ts";
import { consolidate } from "../resolve/from-trees.ts";
import type { SourceFile } from "../source.ts";
import type { FileTree } from "../syntax/ast.ts";
import type { ParsedFile } from "../syntax/from-text.ts";
import type { Workspace } from "../workspace.ts";

export interface Analysis {
  readonly front: FrontEnd;
  /** Of syntax, names, kinds, time, sources and readings. */
  readonly problems: readonly Problem[];
  /** Those of kinds, time, sources and readings, before what only follows from a mistake of syntax is left out. */
  readonly rules: readonly Problem[];
  /** Names that are wrong where they stand, before the same. */
  readonly misnamed: readonly Problem[];
  readonly parsed: ReadonlyMap<string, ParsedText>;
}

export interface ParsedText {
  readonly source: SourceFile;
  readonly file: ParsedFile;
}

export function analyse(workspace: Workspace, before: Analysis | undefined): Analysis {
  const parsed = new Map(workspace.files.map((source) => [source.path, parsedAnew(source, before)]));
  const files = [...parsed.values()].map(({ file }) => file);
  const trees = files.map(({ tree }) => tree);
  const { documents, problems: structure } = consolidate(trees, workspace);
  const among = touchedSince(before?.front, { workspace, trees, documents });
  const { bindings, problems: names, wrong: misnamed } = resolveAnew({ documents, trees }, among, before);
  const { kinds, problems: rules } = checkAnew({ workspace, trees, documents, bindings }, among, before);
  const syntax = files.flatMap(({ problems }) => problems);
  const problems = [...syntax, ...withoutFollowers(syntax, [...structure, ...names, ...rules], trees)];
  return { front: { workspace, trees, documents, bindings, kinds }, rules, misnamed, problems, parsed };
}

export interface Meaning {
  readonly problems: readonly Problem[];
  readonly programs: ReadonlyMap<string, Program>;
}

/** What is found only once everything else is right; it takes longer and can wait until a hand rests. */
export function meaningOf({ front, problems }: Analysis): Meaning {
  if (problems.some(isError)) return { problems: [], programs: new Map() };
  const programs = lower(front);
  return { problems: [...checkMeaning(programs, front), ...checkLock(programs, front)], programs };
}

export function treeOf(path: string, { parsed }: Analysis): FileTree | undefined {
  return parsed.get(path)?.file.tree;
}

export function textOf(path: string, { parsed }: Analysis): string {
  return parsed.get(path)?.source.text ?? "";
}

function parsedAnew(source: SourceFile, before: Analysis | undefined): ParsedText {
  const known = before?.parsed.get(source.path);
  return known?.source.text === source.text ? known : { source, file: parseAnew(source, known) };
}
