// The status item: how many questions stand on a preliminary reading, and the way to each of them.
// Rule: in the status bar, where it is seen without being looked for, while an agreement is open.

import { commands, StatusBarAlignment, window, type Disposable } from "vscode";
import type { Folders } from "./folders.ts";
import { goTo } from "./places.ts";
import { counted, shown } from "./shown-words.ts";

export function statusItem(folders: Folders): Disposable[] {
  const item = window.createStatusBarItem("avtal.preliminary", StatusBarAlignment.Right, 100);
  const show = (): void => {
    const overviews = folders.all().map((known) => known.overview());
    const preliminary = overviews.flatMap((overview) => overview.preliminary);
    const rejected = overviews.some((overview) => overview.rejected);
    const count = counted(
      preliminary.length,
      ["preliminär tolkning", "preliminära tolkningar"],
      ["preliminary reading", "preliminary readings"],
    );
    const words = preliminary.length === 0 ? shown("Alla tolkningar är beslutade", "All readings are decided") : count;
    item.name = shown("Avtal: preliminära tolkningar", "Avtal: preliminary readings");
    item.text = `${rejected ? "$(error)" : "$(law)"} ${words}`;
    item.tooltip = rejected
      ? shown("Avtalen har fel. Räknat innan dess.", "The agreements have errors. Counted before that.")
      : shown("Visa preliminära tolkningar", "Show preliminary readings");
    item.accessibilityInformation = { label: `${item.name}: ${words}`, role: "button" };
    item.command = "avtal.showPreliminary";
    if (window.activeTextEditor?.document.languageId === "avtal") item.show();
    else item.hide();
  };
  show();
  return [
    item,
    folders.onChanged(show),
    window.onDidChangeActiveTextEditor(show),
    commands.registerCommand("avtal.showPreliminary", () => showPreliminary(folders)),
  ];
}

async function showPreliminary(folders: Folders): Promise<void> {
  const picked = await window.showQuickPick(
    folders.all().flatMap((known) =>
      known.overview().preliminary.map((reading) => ({
        label: reading.question,
        description: reading.document,
        detail: `${reading.asks} ${shown("Vald", "Chosen")}: ${reading.chosen}`,
        reading,
        known,
      })),
    ),
    { title: shown("Preliminära tolkningar", "Preliminary readings"), matchOnDetail: true },
  );
  if (picked !== undefined) await goTo(picked.reading.place, picked.known.home);
}
