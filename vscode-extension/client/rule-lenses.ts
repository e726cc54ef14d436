// The lenses above rules, statistics and values: how their scenarios went, their questions, and what a change costs.

import { CodeLens, commands, EventEmitter, languages, type Disposable, type TextDocument } from "vscode";
import type { CitedStatement } from "../workshop/messages.ts";
import type { Known } from "./known.ts";
import { locationOf, rangeOf, uriOf } from "./places.ts";
import type { ScenarioTests } from "./scenario-tests.ts";
import { counted, shown } from "./shown-words.ts";

const withLenses: ReadonlySet<CitedStatement["sort"]> = new Set(["rule", "statistic", "value", "measured"]);

export function ruleLenses(known: Known, scenarios: ScenarioTests): Disposable[] {
  const changed = new EventEmitter<void>();
  return [
    changed,
    known.onChanged(() => changed.fire()),
    scenarios.onResults(() => changed.fire()),
    languages.registerCodeLensProvider(
      { language: "avtal" },
      {
        onDidChangeCodeLenses: changed.event,
        provideCodeLenses: (document) => lensesOf(document, known, scenarios),
      },
    ),
    commands.registerCommand("avtal.showQuestions", showQuestions),
  ];
}

function lensesOf({ uri }: TextDocument, known: Known, scenarios: ScenarioTests): CodeLens[] {
  const { statements } = known.overview();
  return statements
    .filter(({ sort, place }) => withLenses.has(sort) && uriOf(place, known.home).toString() === uri.toString())
    .flatMap((statement) => statementLenses(statement, known, scenarios));
}

function statementLenses(statement: CitedStatement, known: Known, scenarios: ScenarioTests): CodeLens[] {
  const range = rangeOf(statement.place);
  const { questions } = statement;
  const lenses: CodeLens[] = [];
  if (statement.scenarios.length > 0) {
    const title = scenariosTitle(statement, scenarios);
    lenses.push(new CodeLens(range, { title, command: "avtal.runScenarios", arguments: [statement.scenarios] }));
  }
  if (questions.length > 0) {
    const title = counted(
      questions.length,
      ["tolkningsfråga", "tolkningsfrågor"],
      ["question of interpretation", "questions of interpretation"],
    );
    const places = questions.map((place) => locationOf(place, known.home));
    const args = [uriOf(statement.place, known.home), range.start, places];
    lenses.push(new CodeLens(range, { title, command: "avtal.showQuestions", arguments: args }));
  }
  if (known.overview().agreements.some(({ name }) => name === statement.document)) {
    const title = shown("Visa kostnadseffekt", "Show cost effect");
    const args = [{ agreement: statement.document }];
    lenses.push(new CodeLens(range, { title, command: "avtal.showEffect", arguments: args }));
  }
  return lenses;
}

function scenariosTitle({ scenarios: ids }: CitedStatement, scenarios: ScenarioTests): string {
  const results = ids.map((id) => scenarios.passed(id));
  const known = results.filter((passed) => passed !== undefined).length;
  const green = results.filter((passed) => passed === true).length;
  const all = counted(ids.length, ["scenario", "scenarier"], ["scenario", "scenarios"]);
  if (known < ids.length) return all;
  const sign = green === ids.length ? "$(pass)" : "$(error)";
  if (green < ids.length) return `${sign} ${green} ${shown("av", "of")} ${all} ${shown("gröna", "green")}`;
  return `${sign} ${all} ${shown(ids.length === 1 ? "grönt" : "gröna", "green")}`;
}

async function showQuestions(...args: readonly unknown[]): Promise<void> {
  await commands.executeCommand("editor.action.showReferences", ...args);
}
