// What is done with one scenario from the Test Explorer: why its amounts are so, its clause, its outcome accepted.

import {
  commands,
  FileSystemError,
  QuickPickItemKind,
  Uri,
  window,
  workspace,
  type Disposable,
  type QuickPickItem,
  type TestItem,
} from "vscode";
import type { Accepted, PlaceInFile, TracedGroup } from "../workshop/messages.ts";
import type { Known } from "./known.ts";
import { goTo } from "./places.ts";
import { counted, shown } from "./shown-words.ts";
import type { ScenarioTests } from "./scenario-tests.ts";
import type { Workshop } from "./thread.ts";

export function scenarioCommands(known: Known, workshop: Workshop, scenarios: ScenarioTests): Disposable[] {
  return [
    commands.registerCommand("avtal.runScenarios", (ids: unknown) => scenarios.run(idsIn(ids))),
    commands.registerCommand("avtal.showTrace", (item: TestItem) => showTrace(item.id, known, workshop)),
    commands.registerCommand("avtal.goToClause", (item: TestItem) => goToClause(item.id, known)),
    commands.registerCommand("avtal.acceptOutcome", (item: TestItem) => acceptOutcome(item.id, known, workshop)),
  ];
}

/** A lens names scenarios; the palette and menus name none, and then all are meant. */
function idsIn(given: unknown): readonly string[] {
  return Array.isArray(given) && given.every((id): id is string => typeof id === "string") ? given : [];
}

interface StepItem extends QuickPickItem {
  readonly place: PlaceInFile | null;
}

async function showTrace(id: string, known: Known, workshop: Workshop): Promise<void> {
  const cases = (await workshop.ask("run", { ids: [id] })) ?? [];
  const title = shown("Varför detta belopp?", "Why this amount?");
  const picked = await window.showQuickPick(
    cases.map(({ name, actual }) => ({ label: name, detail: actual, name })),
    { title, placeHolder: shown("Välj lydelse", "Choose the wording") },
  );
  if (picked === undefined) return;
  const groups = (await workshop.ask("trace", { id, name: picked.name })) ?? [];
  if (groups.length === 0) {
    void window.showInformationMessage(
      shown("Inget vårdtillfälle kom till en uträkning här.", "No care episode came to a computation here."),
    );
    return;
  }
  const step = await window.showQuickPick(groups.flatMap(stepItems), {
    title: `${title} ${picked.name}`,
    placeHolder: shown("Ett steg leder till sin rad", "A step leads to its line"),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (step?.place !== null && step?.place !== undefined) await goTo(step.place, known.home);
}

function stepItems({ about, steps }: TracedGroup): StepItem[] {
  return [
    { label: about, kind: QuickPickItemKind.Separator, place: null },
    ...steps.map(({ name, worked, value, clause, quote, place }) => ({
      label: worked === "" ? `${name} = ${value}` : `${name} = ${worked} = ${value}`,
      description: clause,
      ...(quote === "" ? {} : { detail: `”${quote}”` }),
      place,
    })),
  ];
}

async function goToClause(id: string, known: Known): Promise<void> {
  const scenario = known.overview().scenarios.find((one) => one.id === id);
  if (scenario?.cited !== null && scenario?.cited !== undefined) await goTo(scenario.cited, known.home);
}

async function acceptOutcome(id: string, known: Known, workshop: Workshop): Promise<void> {
  const reason = await window.showInputBox({
    title: shown("Godta utfallet", "Accept the outcome"),
    prompt: shown("Skälet står kvar i utfallsfilen.", "The reason stays in the outcome file."),
    validateInput: (typed) => (typed.trim() === "" ? shown("Skriv ett skäl.", "Write a reason.") : undefined),
  });
  if (reason === undefined) return;
  const accepted = await workshop.ask("accept", { ids: [id], reason });
  if (accepted === undefined) return;
  if (accepted.refused !== "") {
    void window.showInformationMessage(accepted.refused);
    return;
  }
  if (!(await areWritten(accepted, known))) return;
  await known.refresh();
  void window.showInformationMessage(
    counted(accepted.accepted, ["utfall godtaget", "utfall godtagna"], ["outcome accepted", "outcomes accepted"]),
  );
}

/** A folder may be one that nobody can write in; then that is said, and the files are as they were. */
async function areWritten({ files }: Accepted, { home }: Known): Promise<boolean> {
  for (const { path, text } of files) {
    const uri = Uri.joinPath(home, ...path.split("/"));
    try {
      if (text === null) await workspace.fs.delete(uri);
      else await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    } catch (error) {
      if (!(error instanceof FileSystemError)) throw error;
      void window.showErrorMessage(
        shown(`${path} kan inte skrivas. Inget är godtaget.`, `${path} cannot be written. Nothing is accepted.`),
      );
      return false;
    }
  }
  return true;
}
