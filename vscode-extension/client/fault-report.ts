// *Rapportera ett fel*: a new document with what is known of a fault, which its author reads and sends on.
// Rule: nothing is sent from here, and nothing is saved.

import { commands, languages, version, window, workspace, type Disposable, type Extension } from "vscode";
import type { Overview } from "../workshop/messages.ts";
import { faultText } from "./fault-text.ts";
import { shown, shownLang } from "./shown-words.ts";

type Counted = Pick<Overview, "agreements" | "scenarios">;

export interface FaultReport extends Disposable {
  /** A fault of ours is said as such; the words may hold nothing but what the program itself says. */
  readonly note: (says: string) => void;
  readonly countFrom: (overviews: () => readonly Counted[]) => void;
}

export function faultReport({ packageJSON }: Extension<unknown>): FaultReport {
  const faults: string[] = [];
  let overviews: () => readonly Counted[] = () => [];
  const open = async (): Promise<void> => {
    const facts = {
      version: String(packageJSON.version),
      editor: `VS Code ${version}`,
      agreements: overviews().flatMap(({ agreements }) => agreements).length,
      scenarios: overviews().flatMap(({ scenarios }) => scenarios).length,
      codes: shownCodes(),
      faults,
    };
    const document = await workspace.openTextDocument({ language: "markdown", content: faultText(facts, shownLang()) });
    await window.showTextDocument(document);
  };
  const command = commands.registerCommand("avtal.reportFault", open);
  return {
    note: (says) => {
      faults.push(says);
      void offer(open);
    },
    countFrom: (from) => {
      overviews = from;
    },
    dispose: () => command.dispose(),
  };
}

async function offer(open: () => Promise<void>): Promise<void> {
  const words = shown(
    "Det här är ett fel i Avtal, inte i ditt avtal.",
    "This is a fault in Avtal, not in your agreement.",
  );
  const report = shown("Skriv en rapport", "Write a report");
  if ((await window.showErrorMessage(words, report)) === report) await open();
}

/** Of our own problems. */
function shownCodes(): readonly string[] {
  return languages
    .getDiagnostics()
    .flatMap(([, all]) =>
      all.flatMap(({ source, code }) => (source === "avtal" && typeof code === "object" ? [String(code.value)] : [])),
    );
}
