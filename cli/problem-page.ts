// One language of a problem's page: its title and the section of that language.

import type { Lang } from "./terminal.ts";

export function pageIn(page: string, lang: Lang): string {
  const [title = "", ...rest] = page.split("\n");
  const wanted = lang === "sv" ? "## Svenska" : "## English";
  const start = rest.indexOf(wanted);
  if (start < 0) return page;
  const length = rest.slice(start + 1).findIndex((line) => line.startsWith("## "));
  const section = rest.slice(start + 1, length < 0 ? undefined : start + 1 + length);
  return `${title.replace(/^# /, "")}\n${section.join("\n").trimEnd()}\n`;
}
