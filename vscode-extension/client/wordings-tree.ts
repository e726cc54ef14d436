// The tree *Lydelser*: agreements, the wordings of each, and what changed in them; a wording opens beside the one before.
// Where the workspace has several folders of agreements, each is a branch.

import {
  commands,
  EventEmitter,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
  workspace,
  type Disposable,
} from "vscode";
import type { Agreement, Wording } from "../workshop/messages.ts";
import type { Folders } from "./folders.ts";
import type { Known } from "./known.ts";
import { counted, shown } from "./shown-words.ts";

type Node =
  | { readonly kind: "folder"; readonly known: Known }
  | { readonly kind: "agreement"; readonly known: Known; readonly agreement: Agreement }
  | { readonly kind: "wording"; readonly known: Known; readonly agreement: Agreement; readonly wording: Wording }
  | { readonly kind: "change"; readonly says: string; readonly clause: string };

const scheme = "avtal-wording";

export function wordingsTree(folders: Folders): Disposable[] {
  const changed = new EventEmitter<void>();
  const tree = window.createTreeView<Node>("avtal.wordings", {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (node) => childrenOf(node, folders),
      getTreeItem: itemOf,
    },
  });
  const show = (): void => {
    tree.title = shown("Lydelser", "Wordings");
    const hasAgreements = folders.all().some((known) => known.overview().agreements.length > 0);
    void commands.executeCommand("setContext", "avtal.hasAgreements", hasAgreements);
    changed.fire();
  };
  show();
  return [
    changed,
    tree,
    folders.onChanged(show),
    commands.registerCommand("avtal.compareWordings", compareWithBefore),
    commands.registerCommand("avtal.refreshWordings", () => folders.refresh()),
    workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: async ({ path, query }) => {
        const [agreement = "", day = ""] = path
          .replace(/^\//, "")
          .replace(/\.avtal$/, "")
          .split("@");
        const known = folders.all().find(({ home }) => home.toString() === query);
        const text = await known?.ask("wording", { agreement, day });
        return text ?? shown("# Lydelsen finns inte.\n", "# There is no such wording.\n");
      },
    }),
  ];
}

function childrenOf(node: Node | undefined, folders: Folders): Node[] {
  if (node === undefined) {
    const [first, ...others] = folders.all().filter((known) => known.overview().agreements.length > 0);
    if (first === undefined) return [];
    if (others.length === 0) return agreementsOf(first);
    return [first, ...others].map((known) => ({ kind: "folder", known }));
  }
  switch (node.kind) {
    case "folder":
      return agreementsOf(node.known);
    case "agreement":
      return node.agreement.wordings.map((wording) => ({ ...node, kind: "wording", wording }));
    case "wording":
      return node.wording.changes.map(({ says, clause }) => ({ kind: "change", says, clause }));
    case "change":
      return [];
  }
}

function agreementsOf(known: Known): Node[] {
  return known.overview().agreements.map((agreement) => ({ kind: "agreement", known, agreement }));
}

function itemOf(node: Node): TreeItem {
  switch (node.kind) {
    case "folder": {
      const item = new TreeItem(node.known.name, TreeItemCollapsibleState.Expanded);
      item.iconPath = ThemeIcon.Folder;
      return item;
    }
    case "agreement": {
      const item = new TreeItem(node.agreement.name, TreeItemCollapsibleState.Expanded);
      item.description = node.agreement.title;
      item.iconPath = new ThemeIcon("book");
      return item;
    }
    case "wording": {
      const item = new TreeItem(node.wording.day, TreeItemCollapsibleState.Collapsed);
      item.contextValue = "wording";
      item.iconPath = new ThemeIcon("calendar");
      item.description = changesOf(node);
      item.tooltip = shown("Öppna bredvid lydelsen före", "Open beside the wording before");
      item.command = { command: "avtal.compareWordings", title: item.tooltip, arguments: [node] };
      return item;
    }
    case "change": {
      const item = new TreeItem(node.says, TreeItemCollapsibleState.None);
      item.description = node.clause;
      item.tooltip = node.clause === "" ? node.says : `${node.says} (${node.clause})`;
      return item;
    }
  }
}

/** What one sees without unfolding: the one change, or how many there are. */
function changesOf({ agreement, wording }: Extract<Node, { kind: "wording" }>): string {
  if (agreement.wordings[0] === wording) return shown("den första", "the first");
  const [only] = wording.changes;
  if (only !== undefined && wording.changes.length === 1) return only.says;
  return counted(wording.changes.length, ["ändring", "ändringar"], ["change", "changes"]);
}

async function compareWithBefore(node: Node | undefined): Promise<void> {
  if (node?.kind !== "wording") return;
  const { known, agreement, wording } = node;
  const at = agreement.wordings.findIndex(({ day }) => day === wording.day);
  const before = agreement.wordings[at - 1];
  const after = wordingUri(known, agreement, wording);
  if (before === undefined) {
    await window.showTextDocument(after, { preview: true });
    return;
  }
  const title = `${agreement.name}: ${before.day} ↔ ${wording.day}`;
  await commands.executeCommand("vscode.diff", wordingUri(known, agreement, before), after, title);
}

function wordingUri({ home }: Known, { name }: Agreement, { day }: Wording): Uri {
  return Uri.from({ scheme, path: `/${name}@${day}.avtal`, query: home.toString() });
}
