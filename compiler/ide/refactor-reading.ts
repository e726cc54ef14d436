// Another reading of a question, beside those that it has; its lines are the author's to write.

import { say } from "../format/words.ts";
import { treeOf, type Analysis } from "./analysis.ts";
import type { Refactoring } from "./answers.ts";
import type { RefactoringAsked } from "./refactorings.ts";

export function readingAdded({ span }: RefactoringAsked, analysis: Analysis): Refactoring | undefined {
  const tree = treeOf(span.file, analysis);
  const question = tree?.statements.find(({ span: whole }) => whole.start <= span.start && span.end <= whole.end);
  if (tree === undefined || question?.kind !== "question") return undefined;
  const last = question.readings.at(-1);
  if (last === undefined) return undefined;
  const { language } = tree;
  const word = (sv: string, en: string): string => (language === "sv" ? sv : en);
  const taken = new Set(question.readings.map(({ name }) => name.text));
  let name = word("ny-tolkning", "new-reading");
  for (let number = 2; taken.has(name); number++) name = `${word("ny-tolkning", "new-reading")}-${number}`;
  const reading = `\n  ${say("reading", language)} ${name} "${word("Säg vad den betyder", "Say what it means")}"   ${say("nothing", language)}`;
  return {
    sort: "rewrite",
    label: { sv: "Lägg till en tolkning", en: "Add a reading" },
    edits: [{ span: { ...last.span, start: last.span.end }, text: reading }],
    creates: undefined,
  };
}
