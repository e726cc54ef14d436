// A rule ends and its successor begins, by an amendment in a file of its own: the decided text is never rewritten.

import { dateText } from "@avtal/runtime/calendar";
import { say } from "../format/words.ts";
import { textOf, treeOf, type Analysis } from "./analysis.ts";
import type { Refactoring } from "./answers.ts";
import type { RefactoringAsked } from "./refactorings.ts";
import { documentOf } from "./things.ts";

export function ruleEnded({ span, today }: RefactoringAsked, analysis: Analysis): Refactoring | undefined {
  const tree = treeOf(span.file, analysis);
  const rule = tree?.statements.find(({ span: whole }) => whole.start <= span.start && span.end <= whole.end);
  if (tree?.head?.kind !== "document" || rule?.kind !== "rule" || rule.like !== undefined) return undefined;
  const { language } = tree;
  const document = documentOf(tree);
  const day = dateText(today);
  const name = `${rule.name.text}-${day}`;
  const text = textOf(span.file, analysis);
  // Behind its name the rule goes on as it is; the author changes what is new.
  const body = text
    .slice(rule.name.span.end, rule.span.end)
    .replaceAll(/\r\n?/g, "\n")
    .replace(/^[^\S\n]*\n?/, "");
  const lines = [
    language === "sv" ? "språk sv" : "language en",
    "",
    `${say("amendment", language)} ${name} ${say("of", language)} ${document}`,
    `  ${say("draft", language)}`,
    `  ${say("inForce", language)} ${say("from", language)} ${day}`,
    "",
    `${say("rule", language)} ${rule.name.text}`,
    body.replace(/\s+$/, ""),
    "",
  ];
  const folder = span.file.slice(0, span.file.lastIndexOf("/") + 1);
  return {
    sort: "rewrite",
    label: {
      sv: "Låt regeln sluta och en ny börja genom en ändring",
      en: "End the rule and start a new one by an amendment",
    },
    edits: [],
    creates: { path: `${folder}${day}-${rule.name.text}.avtal`, text: withoutTags(lines.join("\n"), language) },
  };
}

/** Questions belong to the text that asks them; the new lines stand by themselves. */
function withoutTags(text: string, language: "sv" | "en"): string {
  return text.replace(new RegExp(`[^\\S\\n]*${say("seeQuestion", language)}[^\\S\\n]+\\S+`, "g"), "");
}
