// The texts of one folder as the editor has them: what is on disk, with the open documents in its place.
// Rule: an open document is the truth for its file; one that was never saved stands among the agreements of the folder.

import { TextDocument } from "vscode-languageserver-textdocument";
import type { SourceFile, Span } from "@avtal/compiler/source";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import { isOutcomeFile, isScenarioFile } from "@avtal/replay/scenarios/scenario-path";
import { addressOf, pathInside, pathOfUnsaved, type Folder } from "./addresses.ts";
import type { FolderRead } from "./disk.ts";
import type { Place } from "./protocol.ts";

export interface ProjectTexts {
  readonly read: () => FolderRead;
  readonly reread: (read: FolderRead) => void;
  /** The path of what was opened; undefined for a document outside the folder. */
  readonly open: (document: TextDocument) => string | undefined;
  /** The path of what was closed; undefined where it was not open. */
  readonly close: (address: string) => string | undefined;
  readonly pathOf: (address: string) => string | undefined;
  /** The document as it is now, open or not; undefined for a file that the folder does not have. */
  readonly documentAt: (path: string) => TextDocument | undefined;
  readonly addressAt: (path: string) => string;
  readonly placeOf: (span: Span) => Place;
  readonly rangeOf: (span: Span) => Place["range"];
  readonly openPaths: () => readonly string[];
  /** Agreements as they are now, in one order. */
  readonly agreements: () => readonly SourceFile[];
  /** Scenario files as they are now. */
  readonly scenarios: () => ReadonlyMap<string, string>;
  /** Files of outcomes as they are now. */
  readonly outcomes: () => ReadonlyMap<string, string>;
}

export function textsOf(home: Folder, first: FolderRead): ProjectTexts {
  const opened = new Map<string, TextDocument>();
  const closedTexts = new Map<string, TextDocument>();
  let read = first;
  const pathOf = (address: string): string | undefined => pathInside(address, home) ?? pathOfUnsaved(address);
  const documentAt = (path: string): TextDocument | undefined => {
    const text = opened.has(path) ? undefined : textOn(path, read);
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
    read: () => read,
    reread: (anew) => {
      read = anew;
    },
    open: (document) => {
      const path = pathOf(document.uri);
      if (path !== undefined) opened.set(path, document);
      return path;
    },
    close: (address) => {
      const path = pathOf(address);
      return path !== undefined && opened.delete(path) ? path : undefined;
    },
    pathOf,
    documentAt,
    addressAt,
    placeOf: (span) => ({ uri: addressAt(span.file), range: rangeOf(span) }),
    rangeOf,
    openPaths: () => [...opened.keys()],
    agreements: () => agreementsNow(read, opened),
    scenarios: () => textsNow(isScenarioFile, read, opened),
    outcomes: () => textsNow(isOutcomeFile, read, opened),
  };
}

const nowhere: Place["range"] = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function textOn(path: string, { workspace, scenarios }: FolderRead): string | undefined {
  return (
    workspace.files.find((file) => file.path === path)?.text ?? workspace.registers.get(path) ?? scenarios.get(path)
  );
}

/** In one order, however they came to be known, so that the answers do not depend on what was opened first. */
function agreementsNow({ workspace }: FolderRead, opened: ReadonlyMap<string, TextDocument>): readonly SourceFile[] {
  const files = new Map(workspace.files.map((file) => [file.path, file]));
  for (const [path, document] of opened) {
    if (path.endsWith(".avtal")) files.set(path, { path, text: document.getText() });
  }
  return [...files.values()].sort((a, b) => byCodePoint(a.path, b.path));
}

function textsNow(
  fits: (path: string) => boolean,
  { scenarios }: FolderRead,
  opened: ReadonlyMap<string, TextDocument>,
): ReadonlyMap<string, string> {
  const texts = new Map([...scenarios].filter(([path]) => fits(path)));
  for (const [path, document] of opened) if (fits(path)) texts.set(path, document.getText());
  return texts;
}
