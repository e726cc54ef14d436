// The steps of rules as their authors wrote them, for explanations: `överskott = medeldagar - avdrag`.
// Rule: the words are those of the file; white space alone is tidied.

import type { FrontEnd } from "@avtal/compiler/compile";
import type { Guard } from "@avtal/compiler/resolve/document";

export interface WrittenStep {
  readonly text: string;
  /** Question and readings under which the line stands; undefined where it always does. */
  readonly guard: Guard | undefined;
}

/** By `document.rule.step`; of a step with several readings each line. */
export type WrittenSteps = ReadonlyMap<string, readonly WrittenStep[]>;

export function writtenSteps({ documents, workspace }: FrontEnd): WrittenSteps {
  const texts = new Map(workspace.files.map((file) => [file.path, file.text]));
  const steps = new Map<string, WrittenStep[]>();
  for (const document of documents.values()) {
    for (const rule of document.rules) {
      for (const { line, guard } of rule.lines) {
        if (line.kind !== "step") continue;
        const { file, end } = line.value.span;
        const text = (texts.get(file) ?? "").slice(line.name.span.start, end).replaceAll(/\s+/g, " ");
        const key = stepKey(document.name, rule.name, line.name.text);
        steps.set(key, [...(steps.get(key) ?? []), { text, guard }]);
      }
    }
  }
  return steps;
}

export function stepKey(document: string, rule: string, step: string): string {
  return [document, rule, step].join("\n");
}
