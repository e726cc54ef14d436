// What is known of one folder of agreements while one works: the workshop's overview, made anew a while after something changed.
// Rule: one overview at a time; who shows something of it is told when there is a newer one.

import { EventEmitter, RelativePattern, workspace, type Disposable, type Event, type Uri } from "vscode";
import type { Overview } from "../workshop/messages.ts";
import { textsIn, watchedFiles } from "./folder-texts.ts";
import { shownLang } from "./shown-words.ts";
import type { Workshop } from "./thread.ts";

export interface Known extends Disposable {
  readonly home: Uri;
  /** What the folder is called in the workspace. */
  readonly name: string;
  /** Asks the workshop of this folder. */
  readonly ask: Workshop["ask"];
  readonly overview: () => Overview;
  readonly onChanged: Event<void>;
  /** Reads everything again at once; nobody is told where nothing is otherwise. */
  readonly refresh: () => Promise<void>;
}

/** A scenario or anything else of one folder by a text that no other folder has. */
export function keyIn({ home }: Known, id: string): string {
  return `${home.toString()}#${id}`;
}

/** The way back from such a text; an address has no `#` of its own. */
export function keyed(key: string, all: readonly Known[]): { readonly known: Known; readonly id: string } | undefined {
  const end = key.indexOf("#");
  const known = all.find(({ home }) => home.toString() === key.slice(0, end));
  return known === undefined ? undefined : { known, id: key.slice(end + 1) };
}

const nothingKnown: Overview = { rejected: true, preliminary: [], agreements: [], scenarios: [], statements: [] };
/** A hand rests this long between two thoughts; typing goes on in between. */
const restMilliseconds = 1200;

export function knowing(home: Uri, workshop: Workshop): Known {
  const changed = new EventEmitter<void>();
  let overview = nothingKnown;
  let known = "";
  let timer: ReturnType<typeof setTimeout> | undefined;

  const refresh = async (): Promise<void> => {
    const texts = await textsIn(home);
    // A file that was saved as it already stood in the editor is nothing new, and results stay.
    const key = JSON.stringify([shownLang(), texts]);
    if (key === known) return;
    known = key;
    const found = await workshop.ask("open", { texts });
    if (found === undefined) return;
    // While a file has errors, what was known before is still the best there is.
    overview = found.rejected && overview.agreements.length > 0 ? { ...overview, rejected: true } : found;
    changed.fire();
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(), restMilliseconds);
  };
  const watcher = workspace.createFileSystemWatcher(new RelativePattern(home, watchedFiles));
  const watching = [
    changed,
    watcher,
    watcher.onDidChange(soon),
    watcher.onDidCreate(soon),
    watcher.onDidDelete(soon),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.toString().startsWith(`${home.toString()}/`)) soon();
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("avtal.language")) void refresh();
    }),
  ];
  return {
    home,
    name: workspace.getWorkspaceFolder(home)?.name ?? home.path,
    ask: workshop.ask,
    overview: () => overview,
    onChanged: changed.event,
    refresh,
    dispose: () => {
      clearTimeout(timer);
      for (const each of watching) each.dispose();
      workshop.end();
    },
  };
}
