// One folder of agreements as the editor has it: what is on disk, with the open documents in its place.
// Rule: an open document is the truth for its file; what is known is found again only after something changed.

import { TextDocument } from "vscode-languageserver-textdocument";
import { analyse, meaningOf, type Analysis, type Meaning } from "@avtal/compiler/ide/analysis";
import { isError, type Problem } from "@avtal/compiler/problem";
import type { SourceFile, Span } from "@avtal/compiler/source";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import { scenariosFrom } from "@avtal/replay/scenarios/hold/scenarios-from-files";
import { isScenarioFile } from "@avtal/replay/scenarios/scenario-path";
import { addressOf, pathInside, type Folder } from "./addresses.ts";
import type { FolderRead } from "./disk.ts";
import type { Place } from "./protocol.ts";

export interface Project {
  readonly home: Folder;
  /** The files as they are now, analysed; found again only where something changed since. */
  readonly analysis: () => Analysis;
  /** What was known before the last change, without waiting; the same as `analysis` where nothing changed. */
  readonly latest: () => Analysis;
  readonly meaning: () => Meaning;
  /** What was last found of the meaning, in files that have not changed since; nothing while there are errors. */
  readonly meaningSoFar: () => readonly Problem[];
  /** What is wrong in scenario files; nothing while the agreements themselves have errors. */
  readonly scenarioProblems: () => readonly Problem[];
  readonly read: () => FolderRead;
  readonly reread: (read: FolderRead) => void;
  readonly open: (document: TextDocument) => void;
  readonly close: (address: string) => void;
  readonly pathOf: (address: string) => string | undefined;
  /** The document as it is now, open or not; undefined for a file that the folder does not have. */
  readonly documentAt: (path: string) => TextDocument | undefined;
  readonly addressAt: (path: string) => string;
  readonly placeOf: (span: Span) => Place;
  readonly rangeOf: (span: Span) => Place["range"];
  readonly openPaths: () => readonly string[];
  /** Scenario files as they are now. */
  readonly scenarios: () => ReadonlyMap<string, string>;
}

export function projectIn(home: Folder, first: FolderRead): Project {
  const opened = new Map<string, TextDocument>();
  const closedTexts = new Map<string, TextDocument>();
  let read = first;
  let known: Analysis | undefined;
  let meant: { readonly of: Analysis; readonly meaning: Meaning } | undefined;
  let stale = true;
  let held: { readonly of: Meaning; readonly problems: readonly Problem[] } | undefined;

  const analysis = (): Analysis => {
    if (known === undefined || stale) known = analyse({ ...read.workspace, files: filesOf(read, opened) }, known);
    stale = false;
    return known;
  };
  const meaning = (): Meaning => {
    const of = analysis();
    if (meant?.of !== of) meant = { of, meaning: meaningOf(of) };
    return meant.meaning;
  };
  const scenarios = (): ReadonlyMap<string, string> => {
    const texts = new Map([...read.scenarios].filter(([path]) => isScenarioFile(path)));
    for (const [path, document] of opened) if (isScenarioFile(path)) texts.set(path, document.getText());
    return texts;
  };
  const pathOf = (address: string): string | undefined => pathInside(address, home);
  const textOn = (path: string): string | undefined =>
    read.workspace.files.find((file) => file.path === path)?.text ??
    read.workspace.registers.get(path) ??
    read.scenarios.get(path);
  const documentAt = (path: string): TextDocument | undefined => {
    const text = opened.has(path) ? undefined : textOn(path);
    if (text === undefined) return opened.get(path);
    const before = closedTexts.get(path);
    if (before?.getText() === text) return before;
    const made = TextDocument.create(addressOf(path, home), "avtal", 0, text);
    closedTexts.set(path, made);
    return made;
  };
  const rangeOf = (span: Span): Place["range"] => {
    const document = documentAt(span.file);
    if (document === undefined) return nowhere;
    return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
  };
  const addressAt = (path: string): string => opened.get(path)?.uri ?? addressOf(path, home);

  return {
    home,
    analysis,
    latest: () => known ?? analysis(),
    meaning,
    meaningSoFar: () => (meant === undefined ? [] : stillStanding(meant.meaning.problems, meant.of, analysis())),
    scenarioProblems: () => {
      const of = meaning();
      if (held?.of !== of) held = { of, problems: problemsOfScenarios(scenarios(), of) };
      return held.problems;
    },
    read: () => read,
    reread: (anew) => {
      read = anew;
      stale = true;
      held = undefined;
    },
    open: (document) => {
      const path = pathOf(document.uri);
      if (path === undefined) return;
      opened.set(path, document);
      if (path.endsWith(".avtal")) stale = true;
      else held = undefined;
    },
    close: (address) => {
      const path = pathOf(address);
      if (path === undefined || !opened.delete(path)) return;
      if (path.endsWith(".avtal")) stale = true;
      else held = undefined;
    },
    pathOf,
    documentAt,
    addressAt,
    placeOf: (span) => ({ uri: addressAt(span.file), range: rangeOf(span) }),
    rangeOf,
    openPaths: () => [...opened.keys()],
    scenarios,
  };
}

function stillStanding(problems: readonly Problem[], then: Analysis, now: Analysis): readonly Problem[] {
  if (then === now) return problems;
  if (now.problems.some(isError)) return [];
  return problems.filter(({ span }) => then.parsed.get(span.file) === now.parsed.get(span.file));
}

/** Only agreements without errors can be asked what their scenarios come to. */
function problemsOfScenarios(texts: ReadonlyMap<string, string>, { programs }: Meaning): readonly Problem[] {
  if (programs.size === 0) return [];
  return scenariosFrom(
    [...texts].map(([path, text]) => ({ path, text })),
    programs,
  ).problems;
}

const nowhere: Place["range"] = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** In one order, however they came to be known, so that the answers do not depend on what was opened first. */
function filesOf({ workspace }: FolderRead, opened: ReadonlyMap<string, TextDocument>): readonly SourceFile[] {
  const files = new Map(workspace.files.map((file) => [file.path, file]));
  for (const [path, document] of opened) {
    if (path.endsWith(".avtal")) files.set(path, { path, text: document.getText() });
  }
  return [...files.values()].sort((a, b) => byCodePoint(a.path, b.path));
}
