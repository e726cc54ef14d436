// Every folder of the workspace that holds agreements, each with a workshop of its own.
// Rule: a folder that is opened or given its first agreement later is found too; one that is closed is forgotten.

import { Disposable, EventEmitter, workspace, type Event, type Uri } from "vscode";
import { homeFolders } from "./folder-texts.ts";
import { knowing, type Known } from "./known.ts";
import type { Workshop } from "./thread.ts";

export interface Folders extends Disposable {
  /** In the order of the workspace. */
  readonly all: () => readonly Known[];
  /** Which folder is otherwise than before, or gone. */
  readonly onChanged: Event<Known>;
  readonly refresh: () => Promise<void>;
  /** The innermost folder that a file lies in. */
  readonly around: (file: Uri) => Known | undefined;
}

export function foldersOf(begin: () => Workshop): Folders {
  const changed = new EventEmitter<Known>();
  const found = new Map<string, Known>();
  let order: readonly string[] = [];
  const all = (): readonly Known[] => order.flatMap((address) => found.get(address) ?? []);

  const look = async (): Promise<readonly Known[]> => {
    const homes = await homeFolders();
    order = homes.map(String);
    for (const [address, known] of found) {
      if (order.includes(address)) continue;
      found.delete(address);
      known.dispose();
      changed.fire(known);
    }
    const fresh = homes.filter((home) => !found.has(String(home))).map((home) => knowing(home, begin()));
    for (const known of fresh) {
      found.set(String(known.home), known);
      known.onChanged(() => changed.fire(known));
    }
    await Promise.all(fresh.map((known) => known.refresh()));
    return fresh;
  };
  const looking = oneAfterAnother(look);
  const watching = lookingAgain(looking);
  return {
    all,
    onChanged: changed.event,
    refresh: async () => {
      const fresh = await looking();
      await Promise.all(all().map((known) => (fresh.includes(known) ? undefined : known.refresh())));
    },
    around: (file) => innermost(all(), file),
    dispose: () => {
      watching.dispose();
      changed.dispose();
      for (const known of found.values()) known.dispose();
    },
  };
}

/** Two that look at once would each begin a workshop for the same folder. */
function oneAfterAnother<Found>(does: () => Promise<Found>): () => Promise<Found> {
  let last: Promise<unknown> = Promise.resolve();
  return () => {
    const next = last.then(does, does);
    last = next;
    return next;
  };
}

/**
 * A busy machine may tell nothing of a file that has come, so one that is opened outside what is known is a reason to
 * look as well.
 */
function lookingAgain(look: () => Promise<unknown>): Disposable {
  const watcher = workspace.createFileSystemWatcher("**/*.avtal", false, true, true);
  return Disposable.from(
    watcher,
    watcher.onDidCreate(() => void look()),
    workspace.onDidChangeWorkspaceFolders(() => void look()),
    workspace.onDidOpenTextDocument(({ languageId }) => {
      if (languageId === "avtal") void look();
    }),
  );
}

function innermost(all: readonly Known[], file: Uri): Known | undefined {
  return all
    .filter(({ home }) => file.toString().startsWith(`${home.toString()}/`))
    .sort((a, b) => b.home.path.length - a.home.path.length)[0];
}
