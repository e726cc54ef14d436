// The status item: how many questions stand on a preliminary reading, and the way to each of them.

import { commands, languages, LanguageStatusSeverity, window, type Disposable } from "vscode";
import type { Known } from "./known.ts";
import { goTo } from "./places.ts";
import { counted, shown } from "./shown-words.ts";

export function statusItem(known: Known): Disposable[] {
  const item = languages.createLanguageStatusItem("avtal.preliminary", { language: "avtal" });
  const show = (): void => {
    const { preliminary, rejected } = known.overview();
    const count = counted(
      preliminary.length,
      ["preliminär tolkning", "preliminära tolkningar"],
      ["preliminary reading", "preliminary readings"],
    );
    item.name = shown("Tolkningar", "Readings");
    item.text = preliminary.length === 0 ? shown("Alla tolkningar är beslutade", "All readings are decided") : count;
    item.detail = rejected ? shown("Avtalen har fel", "The agreements have errors") : "";
    item.severity = rejected ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    item.command = { command: "avtal.showPreliminary", title: shown("Visa", "Show") };
  };
  show();
  return [item, known.onChanged(show), commands.registerCommand("avtal.showPreliminary", () => showPreliminary(known))];
}

async function showPreliminary(known: Known): Promise<void> {
  const picked = await window.showQuickPick(
    known.overview().preliminary.map((reading) => ({
      label: reading.question,
      description: reading.document,
      detail: `${reading.asks} ${shown("Vald", "Chosen")}: ${reading.chosen}`,
      reading,
    })),
    { title: shown("Preliminära tolkningar", "Preliminary readings"), matchOnDetail: true },
  );
  if (picked !== undefined) await goTo(picked.reading.place, known.home);
}
