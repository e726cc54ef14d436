// Changes of form or of standing that an author asks for: the table of contents, one file for each.
// Rule: each gives whole edits of whole files, and what it means afterwards is what its label says.

import { convertFile } from "../format/format.ts";
import { isError } from "../problem.ts";
import { textOf, treeOf, type Analysis } from "./analysis.ts";
import type { Refactoring, Span } from "./answers.ts";
import { assumptionAsQuestion } from "./refactor-assumption.ts";
import { clauseCited } from "./refactor-citation.ts";
import { extractedTerm } from "./refactor-extract.ts";
import { readingAdded } from "./refactor-reading.ts";
import { ruleEnded } from "./refactor-succession.ts";

export interface RefactoringAsked {
  readonly span: Span;
  /** Days since 1970-01-01. */
  readonly today: number;
}

export function refactoringsAt(asked: RefactoringAsked, analysis: Analysis): readonly Refactoring[] {
  const makers = [extractedTerm, assumptionAsQuestion, readingAdded, ruleEnded, clauseCited, otherTable];
  return makers.flatMap((make) => make(asked, analysis) ?? []);
}

/** The whole file in the other keyword table; only a file without mistakes. */
function otherTable({ span }: RefactoringAsked, analysis: Analysis): Refactoring | undefined {
  const tree = treeOf(span.file, analysis);
  const text = textOf(span.file, analysis);
  const broken = analysis.parsed.get(span.file)?.file.problems.some(isError) ?? true;
  if (tree === undefined || broken || span.end > span.start) return undefined;
  const language = tree.language === "sv" ? "en" : "sv";
  const converted = convertFile({ path: span.file, text }, language);
  if (converted === undefined) return undefined;
  const label =
    language === "en"
      ? { sv: "Skriv filen med engelska nyckelord", en: "Write the file with English keywords" }
      : { sv: "Skriv filen med svenska nyckelord", en: "Write the file with Swedish keywords" };
  const edits = [{ span: { file: span.file, start: 0, end: text.length }, text: converted }];
  return { sort: "source", label, edits, creates: undefined };
}
