// What the manifest, the snippets and the words of the extension promise holds.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseFile } from "@avtal/compiler/syntax/from-text";
import { concepts, keywords } from "@avtal/grammar/keywords";
import { describe, expect, test } from "vitest";
import { snippetBody, snippetConcepts, snippets, snippetText } from "./snippets.ts";

const room = join(import.meta.dirname, "..");
const manifestText = readFileSync(join(room, "package.json"), "utf8");
const manifest = JSON.parse(manifestText);
const words: Record<string, string> = JSON.parse(readFileSync(join(room, "package.nls.json"), "utf8"));

const heads = ["agreement", "act", "vocabulary", "amendment"];

describe.each(["sv", "en"] as const)("a snippet in %s", (language) => {
  test.each(snippetConcepts)("for `%s` parses as it stands, and leaves no keyword unsaid", (concept) => {
    const text = snippetText(concept, language);
    expect(text).not.toMatch(/[{}<>]/);
    const first = language === "sv" ? "språk sv" : "language en";
    const head = language === "sv" ? 'ordlista en-ordlista "Ordlista"' : 'vocabulary a-vocabulary "Vocabulary"';
    const whole = heads.includes(concept) ? `${first}\n\n${text}\n` : `${first}\n\n${head}\n\n${text}\n`;
    expect(
      parseFile({ path: "a.avtal", text: whole }).problems.map(({ code, headline }) => [code, headline.en]),
    ).toEqual([]);
  });
});

test("every statement that begins one has a snippet in both tables", () => {
  const statements = concepts.filter((concept) => keywords[concept].role === "statement" && !/^in[A-Z]/.test(concept));
  expect(statements.filter((concept) => !snippetConcepts.some((one) => one === concept))).toEqual([]);
  expect(Object.keys(snippets())).toHaveLength(snippetConcepts.length * 2);
});

test("a place to fill in is numbered, and the same number holds the same words", () => {
  expect(snippetBody("uses", "en")).toEqual(["uses ${1:document}"]);
});

test("every title of the manifest is given in Swedish and in English", () => {
  const asked = [...manifestText.matchAll(/"%([^%"]+)%"/g)].map((found) => found[1] ?? "");
  expect(asked.filter((key) => words[key] === undefined)).toEqual([]);
  expect(Object.keys(words).filter((key) => !asked.includes(key))).toEqual([]);
  expect(Object.entries(words).filter(([, text]) => !text.includes(" / "))).toEqual([]);
});

test("no setting names a program, a path or an address", () => {
  const properties: Record<string, { type: string; enum?: string[] }> = manifest.contributes.configuration.properties;
  for (const [name, { type, enum: choices }] of Object.entries(properties)) {
    expect(name).toMatch(/^avtal\./);
    expect(type === "boolean" || choices !== undefined, name).toBe(true);
  }
});

test("the extension works in workspaces that are not trusted, and starts without being asked", () => {
  expect(manifest.capabilities.untrustedWorkspaces.supported).toBe(true);
  expect(manifest.contributes.languages[0].configuration).toBe("./language-configuration.json");
});

test("a word of the editor is a whole name, hyphens and Swedish letters included", () => {
  const { wordPattern } = JSON.parse(readFileSync(join(room, "language-configuration.json"), "utf8"));
  const pattern = new RegExp(wordPattern.pattern, `${wordPattern.flags}g`);
  expect("= utskrivningsklara-dagar * 1,3 - öppenvård".match(pattern)).toEqual([
    "utskrivningsklara-dagar",
    "1,3",
    "öppenvård",
  ]);
});
