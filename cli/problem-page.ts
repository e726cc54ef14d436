// One language of a problem's page: its title and the section of that language.

import type { Lang } from "./terminal.ts";

export function pageIn(page: string, lang: Lang): string {
  const [title = "", ...rest] = page.split("\n");
  const wanted = lang === "sv" ? "## Svenska" : "## English";
  const start = rest.indexOf(wanted);
  if (start < 0) return page;
  const length = rest.slice(start + 1).findIndex((line) => line.startsWith("## "));
  const section = rest.slice(start + 1, length < 0 ? undefined : start + 1 + length);
  return `${titleIn(title, lang)}\n${section.join("\n").trimEnd()}\n`;
}

/** `# AV4003 · svensk titel / English title` in one language. */
function titleIn(line: string, lang: Lang): string {
  const found = /^# (\S+ · )(.*) \/ (.*)$/.exec(line);
  if (found === null) return line;
  return `${found[1] ?? ""}${(lang === "sv" ? found[2] : found[3]) ?? ""}`;
}
