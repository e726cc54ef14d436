// The lenses above rules, statistics and values: how their scenarios went, their questions, what a change costs, and the
// words of the source that they stand on.

import {
  CodeLens,
  commands,
  EventEmitter,
  languages,
  window,
  type Disposable,
  type LocationLink,
  type Position,
  type TextDocument,
  type Uri,
} from "vscode";
import type { CitedStatement } from "../workshop/messages.ts";
import type { Folders } from "./folders.ts";
import { keyIn, type Known } from "./known.ts";
import { locationOf, rangeOf, uriOf } from "./places.ts";
import type { ScenarioTests } from "./scenario-tests.ts";
import { counted, shown } from "./shown-words.ts";

const withLenses: ReadonlySet<CitedStatement["sort"]> = new Set(["rule", "statistic", "value", "measured"]);

export function ruleLenses(folders: Folders, scenarios: ScenarioTests): Disposable[] {
  const changed = new EventEmitter<void>();
  return [
    changed,
    folders.onChanged(() => changed.fire()),
    scenarios.onResults(() => changed.fire()),
    languages.registerCodeLensProvider(
      { language: "avtal" },
      {
        onDidChangeCodeLenses: changed.event,
        provideCodeLenses: (document) => lensesOf(document, folders, scenarios),
      },
    ),
    commands.registerCommand("avtal.showQuestions", showQuestions),
    commands.registerCommand("avtal.showSource", showSource),
  ];
}

function lensesOf({ uri }: TextDocument, folders: Folders, scenarios: ScenarioTests): CodeLens[] {
  const known = folders.around(uri);
  if (known === undefined) return [];
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
    const keys = statement.scenarios.map((id) => keyIn(known, id));
    const title = scenariosTitle(keys, scenarios);
    lenses.push(new CodeLens(range, { title, command: "avtal.runScenarios", arguments: [keys] }));
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
    const args = [{ agreement: keyIn(known, statement.document) }];
    lenses.push(new CodeLens(range, { title, command: "avtal.showEffect", arguments: args }));
  }
  const [clause] = statement.clauses;
  if (statement.cited !== null && clause !== undefined) {
    const title = shown(`Källa: ${clause}`, `Source: ${clause}`);
    const args = [uriOf(statement.place, known.home), rangeOf(statement.cited).end];
    lenses.push(new CodeLens(range, { title, command: "avtal.showSource", arguments: args }));
  }
  return lenses;
}

function scenariosTitle(keys: readonly string[], scenarios: ScenarioTests): string {
  const results = keys.map((key) => scenarios.passed(key));
  const known = results.filter((passed) => passed !== undefined).length;
  const green = results.filter((passed) => passed === true).length;
  const all = counted(keys.length, ["scenario", "scenarier"], ["scenario", "scenarios"]);
  if (known < keys.length) return all;
  const sign = green === keys.length ? "$(pass)" : "$(error)";
  if (green < keys.length) return `${sign} ${green} ${shown("av", "of")} ${all} ${shown("gröna", "green")}`;
  return `${sign} ${all} ${shown(keys.length === 1 ? "grönt" : "gröna", "green")}`;
}

async function showQuestions(...args: readonly unknown[]): Promise<void> {
  await commands.executeCommand("editor.action.showReferences", ...args);
}

/** The cited words where the text of the source lies in the folder; asked of the server, as *go to definition* is. */
async function showSource(uri: Uri, cited: Position): Promise<void> {
  const found = await commands.executeCommand<readonly LocationLink[]>("vscode.executeDefinitionProvider", uri, cited);
  const [first] = found;
  if (first !== undefined) {
    await window.showTextDocument(first.targetUri, { selection: first.targetSelectionRange ?? first.targetRange });
    return;
  }
  void window.showInformationMessage(
    shown("Källans text finns inte i mappen sources.", "The text of the source is not in the folder sources."),
  );
}
