// Settings as the editor sends them: only what is known, and only of the kind that is known.
// Rule: no setting names a program, a file or an address, so that a folder from a stranger cannot use one.

import type { Lang, Settings, Today } from "./protocol.ts";

export const usualSettings: Settings = {
  language: "sv",
  inlayHints: { units: true, values: true, days: true, ends: true },
};

export function settingsFrom(sent: unknown, before: Settings): Settings {
  const section = within(sent, "avtal") ?? sent;
  const hints = within(section, "inlayHints");
  return {
    language: langFrom(within(section, "language") ?? within(section, "språk"), before.language),
    inlayHints: {
      units: yesNo(within(hints, "units"), before.inlayHints.units),
      values: yesNo(within(hints, "values"), before.inlayHints.values),
      days: yesNo(within(hints, "days"), before.inlayHints.days),
      ends: yesNo(within(hints, "ends"), before.inlayHints.ends),
    },
  };
}

/** The day that the client calls today, as it says it. */
export function todayIn(sent: unknown): Today {
  const today = within(sent, "today");
  return typeof today === "string" ? { today } : {};
}

function within(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}

function langFrom(value: unknown, before: Lang): Lang {
  return value === "sv" || value === "en" ? value : before;
}

function yesNo(value: unknown, before: boolean): boolean {
  return typeof value === "boolean" ? value : before;
}
