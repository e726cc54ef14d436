// The language of everything that is shown: VS Code ships no Swedish, so a setting of ours decides.

import { workspace } from "vscode";
import type { Lang } from "../workshop/messages.ts";

export function shownLang(): Lang {
  return workspace.getConfiguration("avtal").get("language") === "en" ? "en" : "sv";
}

export function shown(sv: string, en: string): string {
  return shownLang() === "sv" ? sv : en;
}

/** `1 tolkningsfråga`, `2 tolkningsfrågor`. */
export function counted(count: number, sv: readonly [string, string], en: readonly [string, string]): string {
  const [one, many] = shownLang() === "sv" ? sv : en;
  return `${count} ${count === 1 ? one : many}`;
}
