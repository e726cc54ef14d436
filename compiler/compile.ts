// The table of contents of the compiler: from texts to what they mean.
// Rule: every phase is a function from data to data plus problems; nothing throws for an author's mistake.

import { withoutFollowers } from "./followers.ts";
import { isError, type Problem } from "./problem.ts";
import type { Workspace } from "./workspace.ts";
import type { FileTree } from "./syntax/ast.ts";
import { parseFile } from "./syntax/from-text.ts";
import type { Documents } from "./resolve/document.ts";
import { consolidate } from "./resolve/from-trees.ts";
import type { Bindings } from "./resolve/bindings.ts";
import { resolve } from "./resolve/from-documents.ts";
import type { Kinds } from "./check/kinds.ts";
import { check } from "./check/from-bindings.ts";
import type { Program } from "./ir/ir.ts";
import { lower } from "./ir/from-checked.ts";
import { checkMeaning } from "./check/meaning.ts";
import { checkLock } from "./lock/check.ts";

/** What reading, resolving and checking found out; complete even where there are problems. */
export interface FrontEnd {
  readonly workspace: Workspace;
  readonly trees: readonly FileTree[];
  readonly documents: Documents;
  readonly bindings: Bindings;
  readonly kinds: Kinds;
}

export type Compilation =
  | { readonly kind: "rejected"; readonly front: FrontEnd; readonly problems: readonly Problem[] }
  | {
      readonly kind: "accepted";
      readonly front: FrontEnd;
      readonly problems: readonly Problem[];
      /** One program per document that has rules, by name. */
      readonly programs: ReadonlyMap<string, Program>;
    };

export function compile(workspace: Workspace): Compilation {
  return compileTelling(workspace, () => undefined);
}

/** `tell` hears of the programs while it is still being checked what they mean; they may yet be rejected. */
export function compileTelling(
  workspace: Workspace,
  tell: (programs: ReadonlyMap<string, Program>) => void,
): Compilation {
  const parsed = workspace.files.map(parseFile);
  const trees = parsed.map((file) => file.tree);
  const { documents, problems: structure } = consolidate(trees, workspace);
  const { bindings, problems: names } = resolve(documents);
  const { kinds, problems: rules } = check({ documents, bindings, workspace });

  const front: FrontEnd = { workspace, trees, documents, bindings, kinds };
  const syntax = parsed.flatMap((file) => file.problems);
  const problems = [...syntax, ...withoutFollowers(syntax, [...structure, ...names, ...rules], trees)];
  if (problems.some(isError)) return { kind: "rejected", front, problems };

  const programs = lower(front);
  tell(programs);
  const meaning = [...checkMeaning(programs, front), ...checkLock(programs, front)];
  if (meaning.some(isError)) return { kind: "rejected", front, problems: [...problems, ...meaning] };
  return { kind: "accepted", front, problems: [...problems, ...meaning], programs };
}
