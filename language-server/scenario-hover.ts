// What is shown where the pointer rests in a scenario file: what a key or word says, what a name is in the agreement.
// Rule: examples are in the language that the file is written in, so that they can be written there as they stand.

import type { Hover } from "vscode-languageserver";
import { aboutThing } from "@avtal/compiler/ide/about-thing";
import { thingsNamed } from "@avtal/compiler/ide/named-things";
import type { KeyHelp } from "./scenario-help.ts";
import { fencedAs, inert, markdownOf } from "./markdown.ts";
import type { Lang } from "./protocol.ts";
import { isEnglish, scenarioPlace } from "./scenario-place.ts";
import { helpOfKey, helpOfValue, nameAt, wordsAt } from "./scenario-words.ts";
import type { AskedPlace, Session } from "./session.ts";

export function scenarioHover(asked: AskedPlace, session: Session): Hover | null {
  const { document, at } = asked;
  const text = document.getText();
  const words = wordsAt(text, at.offset);
  if (words === undefined) return null;
  const { keys } = scenarioPlace(text, words.start);
  const shown = (value: string, { start, end }: { readonly start: number; readonly end: number }): Hover => ({
    contents: { kind: "markdown", value },
    range: { start: document.positionAt(start), end: document.positionAt(end) },
  });
  const help = words.isKey ? helpOfKey(words.text, keys) : helpOfValue(words.text);
  if (help !== undefined) return shown(keyMarkdown(help, text, session.settings().language), words);
  const name = nameAt(text, at.offset);
  const named = name === undefined ? undefined : thingMarkdown(name.name, asked, session);
  if (name !== undefined && named !== undefined) return shown(named, name);
  if (words.isKey) return null;
  // A value without a meaning of its own is what its key says.
  const [key = "", around] = [keys.at(-1), keys.slice(0, -1)];
  const helpOfItsKey = helpOfKey(key, around);
  if (helpOfItsKey !== undefined) return shown(keyMarkdown(helpOfItsKey, text, session.settings().language), words);
  const field = thingMarkdown(key, asked, session);
  return field === undefined ? null : shown(field, words);
}

export function keyMarkdown({ says, example }: KeyHelp, text: string, lang: Lang): string {
  return `${inert(says[lang])}\n\n${fencedAs("yaml", example[isEnglish(text) ? "en" : "sv"])}`;
}

function thingMarkdown(name: string, { document, project, at }: AskedPlace, session: Session): string | undefined {
  const analysis = project.analysis();
  const { agreement } = scenarioPlace(document.getText(), at.offset);
  const [thing] = thingsNamed(name, agreement, analysis);
  if (thing === undefined) return undefined;
  return markdownOf(aboutThing(thing, session.today(), analysis), session.settings().language);
}
