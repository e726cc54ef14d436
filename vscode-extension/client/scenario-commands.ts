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
import type { Folders } from "./folders.ts";
import { keyed, type Known } from "./known.ts";
import { goTo } from "./places.ts";
import { counted, shown } from "./shown-words.ts";
import type { ScenarioTests } from "./scenario-tests.ts";
import { writeTogether, type Store } from "./write-together.ts";

export function scenarioCommands(folders: Folders, scenarios: ScenarioTests): Disposable[] {
  const onScenario = (command: string, does: (id: string, known: Known) => Promise<void>): Disposable =>
    commands.registerCommand(command, async (item: TestItem) => {
      const found = keyed(item.id, folders.all());
      if (found !== undefined) await does(found.id, found.known);
    });
  return [
    commands.registerCommand("avtal.runScenarios", (ids: unknown) => scenarios.run(idsIn(ids))),
    onScenario("avtal.showTrace", showTrace),
    onScenario("avtal.goToClause", goToClause),
    onScenario("avtal.acceptOutcome", acceptOutcome),
  ];
}

/** A lens names scenarios; the palette and menus name none, and then all are meant. */
function idsIn(given: unknown): readonly string[] {
  return Array.isArray(given) && given.every((id): id is string => typeof id === "string") ? given : [];
}

interface StepItem extends QuickPickItem {
  readonly place: PlaceInFile | null;
}

async function showTrace(id: string, known: Known): Promise<void> {
  const cases = (await known.ask("run", { ids: [id] })) ?? [];
  const title = shown("Varför detta belopp?", "Why this amount?");
  const picked = await window.showQuickPick(
    cases.map(({ name, actual }) => ({ label: name, detail: actual, name })),
    { title, placeHolder: shown("Välj lydelse", "Choose the wording") },
  );
  if (picked === undefined) return;
  const groups = (await known.ask("trace", { id, name: picked.name })) ?? [];
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

async function acceptOutcome(id: string, known: Known): Promise<void> {
  const reason = await window.showInputBox({
    title: shown("Godta utfallet", "Accept the outcome"),
    prompt: shown("Skälet står kvar i utfallsfilen.", "The reason stays in the outcome file."),
    validateInput: (typed) => (typed.trim() === "" ? shown("Skriv ett skäl.", "Write a reason.") : undefined),
  });
  if (reason === undefined) return;
  const accepted = await known.ask("accept", { ids: [id], reason });
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
  const written = await writeTogether(files, storeIn(home));
  if (written.kind === "written") return true;
  const { path, left } = written;
  const refused = shown(`${path} kan inte skrivas.`, `${path} cannot be written.`);
  const rest =
    left.length === 0
      ? shown("Inget är godtaget.", "Nothing is accepted.")
      : shown(
          `Men detta är redan skrivet: ${left.join(", ")}.`,
          `But this has been written already: ${left.join(", ")}.`,
        );
  void window.showErrorMessage(`${refused} ${rest}`);
  return false;
}

function storeIn(home: Uri): Store {
  const uriOfFile = (path: string): Uri => Uri.joinPath(home, ...path.split("/"));
  return {
    read: async (path) => {
      try {
        return await workspace.fs.readFile(uriOfFile(path));
      } catch (error) {
        if (error instanceof FileSystemError && error.code === "FileNotFound") return undefined;
        throw error;
      }
    },
    write: async (path, content) => {
      if (content === undefined) await workspace.fs.delete(uriOfFile(path));
      else await workspace.fs.writeFile(uriOfFile(path), content);
    },
  };
}
