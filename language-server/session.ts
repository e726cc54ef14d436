// What the server remembers of one client: its folders, open documents and settings.
// Rule: a file outside the folders that the editor opened is known only by what the editor sends of it; nothing around it
// is read.

import type {
  TextDocumentContentChangeEvent,
  TextDocumentItem,
  VersionedTextDocumentIdentifier,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { plainAddress } from "./addresses.ts";
import { nothingRead, type Disk } from "./disk.ts";
import { homeOfSent, readFromClient } from "./from-client.ts";
import { projectIn, type Project } from "./project.ts";
import type { Settings, WorkspaceFiles } from "./protocol.ts";
import { usualSettings } from "./settings.ts";
import { todayFrom } from "./today.ts";

export interface AskedPlace {
  readonly project: Project;
  readonly document: TextDocument;
  readonly at: { readonly path: string; readonly offset: number };
}

export interface AskedFile {
  readonly project: Project;
  readonly document: TextDocument;
  readonly path: string;
}

export interface Beginning {
  readonly settings: Settings;
  readonly folders: readonly string[];
  readonly today?: string;
}

/** Addresses. */
export interface FoldersChanged {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export interface Session {
  readonly begin: (said: Beginning) => void;
  readonly settings: () => Settings;
  readonly change: (settings: Settings) => void;
  readonly today: () => number;
  readonly projects: () => readonly Project[];
  readonly receive: (params: WorkspaceFiles) => void;
  readonly open: (item: TextDocumentItem) => void;
  readonly edit: (which: VersionedTextDocumentIdentifier, changes: TextDocumentContentChangeEvent[]) => void;
  readonly close: (address: string) => void;
  /** Gives what is no longer known: a folder may have been given its `agreements/` since it was opened. */
  readonly reread: () => readonly Project[];
  /** Folders that the editor opened or closed since; gives what is no longer known. */
  readonly changeFolders: (changed: FoldersChanged) => readonly Project[];
  readonly fileAsked: (address: string) => AskedFile | undefined;
  readonly placeAsked: (params: {
    readonly textDocument: { readonly uri: string };
    readonly position: { readonly line: number; readonly character: number };
  }) => AskedPlace | undefined;
  /** Also in a file that is not open. */
  readonly placeIn: (place: {
    readonly uri: string;
    readonly position: { readonly line: number; readonly character: number };
  }) => AskedPlace | undefined;
}

export function sessionOf(disk: Disk): Session {
  const held: Held = { disk, projects: new Map(), documents: new Map(), sent: new Map(), folders: [] };
  let settings = usualSettings;
  let said: string | undefined;
  const fileAsked = (address: string): AskedFile | undefined => {
    const document = held.documents.get(plainAddress(address));
    const project = document === undefined ? undefined : projectFor(address, held);
    const path = project?.pathOf(address);
    return document === undefined || project === undefined || path === undefined
      ? undefined
      : { project, document, path };
  };
  return {
    begin: ({ settings: first, folders, today }) => {
      said = today;
      settings = first;
      openFolders(folders, held);
    },
    settings: () => settings,
    change: (changed) => {
      settings = changed;
    },
    today: () => todayFrom(said),
    projects: () => [...held.projects.values()],
    receive: (params) => receive(params, held),
    open: ({ uri, languageId, version, text }) =>
      holdDocument(TextDocument.create(uri, languageId, version, text), held),
    edit: ({ uri, version }, changes) => {
      const before = held.documents.get(plainAddress(uri));
      if (before === undefined || version <= before.version) return;
      holdDocument(TextDocument.update(before, changes, version), held);
    },
    close: (address) => {
      held.documents.delete(plainAddress(address));
      projectFor(address, held).close(address);
    },
    reread: () => reread(held),
    changeFolders: (changed) => changeFolders(changed, held),
    fileAsked,
    placeAsked: ({ textDocument, position }) => {
      const file = fileAsked(textDocument.uri);
      if (file === undefined) return undefined;
      return { ...file, at: { path: file.path, offset: file.document.offsetAt(position) } };
    },
    placeIn: (place) => placeIn(place, held),
  };
}

interface Held {
  readonly disk: Disk;
  /** By the plain address of their home. */
  readonly projects: Map<string, Project>;
  /** Open documents by their plain address. */
  readonly documents: Map<string, TextDocument>;
  /** What a client without a disk has sent, by plain address. */
  readonly sent: Map<string, string>;
  folders: readonly string[];
}

function openFolders(folders: readonly string[], held: Held): void {
  const { disk, projects } = held;
  held.folders = [...held.folders, ...folders];
  for (const folder of folders) {
    const home = disk.home(folder);
    projects.set(plainAddress(home), projectIn({ address: home }, disk.read(home)));
  }
}

/** Open documents go to the folders that are open now. */
function changeFolders({ added, removed }: FoldersChanged, held: Held): readonly Project[] {
  const { projects, documents } = held;
  const before = [...projects.values()];
  const gone = new Set(removed.map(plainAddress));
  const kept = held.folders.filter((folder) => !gone.has(plainAddress(folder)));
  projects.clear();
  held.folders = [];
  openFolders([...kept, ...added], held);
  for (const document of documents.values()) projectFor(document.uri, held).open(document);
  return before;
}

function projectFor(address: string, { projects }: Held): Project {
  const found = [...projects.values()].find((project) => project.pathOf(address) !== undefined);
  if (found !== undefined) return found;
  const alone = aloneIn(address);
  const project = projectIn({ address: alone }, nothingRead);
  projects.set(alone, project);
  return project;
}

function holdDocument(document: TextDocument, held: Held): void {
  held.documents.set(plainAddress(document.uri), document);
  projectFor(document.uri, held).open(document);
}

function receive({ files }: WorkspaceFiles, held: Held): void {
  const { sent, projects, documents, folders } = held;
  for (const { uri, text } of files) {
    if (text === undefined) sent.delete(plainAddress(uri));
    else sent.set(plainAddress(uri), text);
  }
  for (const folder of folders) {
    const home = homeOfSent(sent, folder);
    projects.delete(plainAddress(folder));
    projects.set(plainAddress(home), projectIn({ address: home }, readFromClient(sent, { address: home })));
  }
  for (const document of documents.values()) projectFor(document.uri, held).open(document);
}

function reread(held: Held): readonly Project[] {
  const { projects, sent, disk, folders } = held;
  const hasMoved = folders.some((folder) => !projects.has(plainAddress(disk.home(folder))));
  if (hasMoved && sent.size === 0) return changeFolders({ added: [], removed: [] }, held);
  for (const project of projects.values()) {
    if (project.read() !== nothingRead && sent.size === 0) project.reread(disk.read(project.home.address));
  }
  return [];
}

function placeIn({ uri, position }: Parameters<Session["placeIn"]>[0], { projects }: Held): AskedPlace | undefined {
  const project = [...projects.values()].find((each) => each.pathOf(uri) !== undefined);
  const path = project?.pathOf(uri);
  const document = path === undefined ? undefined : project?.documentAt(path);
  if (project === undefined || path === undefined || document === undefined) return undefined;
  return { project, document, at: { path, offset: document.offsetAt(position) } };
}

/** The folder of a file that lies outside every folder of the editor. */
function aloneIn(address: string): string {
  const end = address.lastIndexOf("/");
  return end < 0 ? address : address.slice(0, end);
}
