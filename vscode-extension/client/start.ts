// The client's table of contents: the language server, the workshop, and everything that is shown of them.

import { commands, ConfigurationTarget, Disposable, Uri, window, workspace, type ExtensionContext } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { costEffect } from "./cost-effect.ts";
import { faultReport, type FaultReport } from "./fault-report.ts";
import { homeFolders } from "./folder-texts.ts";
import { foldersOf } from "./folders.ts";
import { problemPages } from "./problem-pages.ts";
import { ruleLenses } from "./rule-lenses.ts";
import { scenarioCommands } from "./scenario-commands.ts";
import { scenarioTests } from "./scenario-tests.ts";
import { shown } from "./shown-words.ts";
import { statusItem } from "./status-item.ts";
import { startWorkshop, type StartThread, type Workshop } from "./thread.ts";
import { wordingsTree } from "./wordings-tree.ts";

/** What is another thing on a computer than in a browser. */
export interface Surroundings {
  readonly client: BaseLanguageClient;
  readonly startThread: StartThread;
}

export async function start(context: ExtensionContext, { client, startThread }: Surroundings): Promise<void> {
  const { subscriptions, extensionUri } = context;
  const faults = faultReport(context.extension);
  subscriptions.push(faults, problemPages(extensionUri), ...ownCommands(context, client));
  await client.start();
  await onceThereAreAgreements(() => work(context, { startThread, faults }), subscriptions);
}

/**
 * Now, or when a workspace without agreements is given its first one; `folders.ts` finds those that come after. A busy
 * machine may tell nothing of a file that has come, so one that is opened is a reason to look as well.
 */
async function onceThereAreAgreements(
  found: () => Promise<void>,
  subscriptions: ExtensionContext["subscriptions"],
): Promise<void> {
  const watcher = workspace.createFileSystemWatcher("**/*.avtal");
  let isFound = false;
  const look = async (): Promise<void> => {
    const homes = await homeFolders();
    if (homes.length === 0 || isFound) return;
    isFound = true;
    waiting.dispose();
    await found();
  };
  const waiting = Disposable.from(
    watcher,
    watcher.onDidCreate(() => void look()),
    workspace.onDidChangeWorkspaceFolders(() => void look()),
    workspace.onDidOpenTextDocument(({ languageId }) => {
      if (languageId === "avtal") void look();
    }),
  );
  subscriptions.push(waiting);
  await look();
}

async function work(
  { subscriptions }: ExtensionContext,
  { startThread, faults }: Pick<Surroundings, "startThread"> & { readonly faults: FaultReport },
): Promise<void> {
  const begin = (): Workshop => startWorkshop(startThread, faults.note);
  const folders = foldersOf(begin);
  faults.countFrom(() => folders.all().map((known) => known.overview()));
  const scenarios = scenarioTests(folders);
  subscriptions.push(
    folders,
    scenarios,
    ...statusItem(folders),
    ...wordingsTree(folders),
    ...scenarioCommands(folders, scenarios),
    ...ruleLenses(folders, scenarios),
    costEffect(folders, begin),
  );
  await folders.refresh();
}

function ownCommands({ extension }: ExtensionContext, client: BaseLanguageClient) {
  return [
    commands.registerCommand("avtal.restartServer", async () => {
      await client.stop();
      await client.start();
    }),
    commands.registerCommand("avtal.changeLanguage", changeLanguage),
    commands.registerCommand("avtal.openWalkthrough", () =>
      commands.executeCommand("workbench.action.openWalkthrough", `${extension.id}#start`, false),
    ),
  ];
}

async function changeLanguage(): Promise<void> {
  const picked = await window.showQuickPick(
    [
      { label: "Svenska", language: "sv" },
      { label: "English", language: "en" },
    ],
    { title: shown("Språk i allt som visas", "Language of everything that is shown") },
  );
  if (picked === undefined) return;
  await workspace.getConfiguration("avtal").update("language", picked.language, ConfigurationTarget.Global);
}

/** Documents that the server is told of: those of the folder and new ones, never a wording that is only shown. */
export function documentSelector(): { scheme: string; language: string; pattern?: string }[] {
  const schemes = new Set(["file", "untitled", ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)]);
  return [...schemes].flatMap((scheme) => [
    { scheme, language: "avtal" },
    { scheme, language: "yaml", pattern: "**/scenarios/*.{yaml,yml}" },
  ]);
}

/** What the server is told when it starts. */
export function initialSettings(): object {
  return { avtal: JSON.parse(JSON.stringify(workspace.getConfiguration("avtal"))) };
}

export function fileOf(name: string, { extensionUri }: ExtensionContext): Uri {
  return Uri.joinPath(extensionUri, name);
}
