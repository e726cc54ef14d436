// Problems as the editor shows them: one line of words, the code with its help page, related places.

import { DiagnosticSeverity, DiagnosticTag, type CodeDescription, type Diagnostic } from "vscode-languageserver";
import type { Problem, Words } from "@avtal/compiler/problem";
import type { DataProblem } from "@avtal/replay/data-problem";
import type { Project } from "./project.ts";
import { problemPageScheme, type Lang } from "./protocol.ts";

export function diagnosticOf(problem: Problem, project: Project, lang: Lang): Diagnostic {
  const { code, severity, span, related } = problem;
  return {
    range: project.rangeOf(span),
    severity: severity === "error" ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    code,
    codeDescription: helpPage(code),
    source: "avtal",
    message: messageOf(problem, lang),
    relatedInformation: related.map((each) => ({ location: project.placeOf(each.span), message: each.says[lang] })),
    ...(code === unusedName ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  };
}

/** What lies in a file that could not be read at all stands on its first line. */
export function diagnosticOfReading(problem: DataProblem, lang: Lang): Diagnostic {
  return {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    severity: problem.severity === "error" ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    code: problem.code,
    codeDescription: helpPage(problem.code),
    source: "avtal",
    message: `${problem.headline[lang]}\n${problem.advice[lang]}`,
  };
}

const unusedName = "AV2006";

/** Title, what I saw, why, what to do: the hover of a squiggle has room for all of it. */
function messageOf({ headline, cause, advice }: Problem, lang: Lang): string {
  const says = ({ [lang]: text }: Words): string => text.trim();
  return [headline, cause, advice]
    .map(says)
    .filter((text) => text !== "")
    .join("\n");
}

/** A document that the client shows from its own bundle; nothing is fetched. */
function helpPage(code: string): CodeDescription {
  return { href: `${problemPageScheme}:/${code}.md` };
}
