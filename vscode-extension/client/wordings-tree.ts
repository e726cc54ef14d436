// The tree *Lydelser*: agreements, the wordings of each, and what changed in them; a wording opens beside the one before.

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
import type { Known } from "./known.ts";
import { counted, shown } from "./shown-words.ts";
import type { Workshop } from "./thread.ts";

type Node =
  | { readonly kind: "agreement"; readonly agreement: Agreement }
  | { readonly kind: "wording"; readonly agreement: Agreement; readonly wording: Wording }
  | { readonly kind: "change"; readonly says: string; readonly clause: string };

const scheme = "avtal-wording";

export function wordingsTree(known: Known, workshop: Workshop): Disposable[] {
  const changed = new EventEmitter<void>();
  const tree = window.createTreeView<Node>("avtal.wordings", {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (node) => childrenOf(node, known),
      getTreeItem: itemOf,
    },
  });
  const show = (): void => {
    tree.title = shown("Lydelser", "Wordings");
    void commands.executeCommand("setContext", "avtal.hasAgreements", known.overview().agreements.length > 0);
    changed.fire();
  };
  show();
  return [
    changed,
    tree,
    known.onChanged(show),
    commands.registerCommand("avtal.compareWordings", compareWithBefore),
    commands.registerCommand("avtal.refreshWordings", () => known.refresh()),
    workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: async ({ path }) => {
        const [agreement = "", day = ""] = path
          .replace(/^\//, "")
          .replace(/\.avtal$/, "")
          .split("@");
        const text = await workshop.ask("wording", { agreement, day });
        return text ?? shown("# Lydelsen finns inte.\n", "# There is no such wording.\n");
      },
    }),
  ];
}

function childrenOf(node: Node | undefined, known: Known): Node[] {
  if (node === undefined) {
    return known.overview().agreements.map((agreement) => ({ kind: "agreement", agreement }));
  }
  switch (node.kind) {
    case "agreement":
      return node.agreement.wordings.map((wording) => ({ kind: "wording", agreement: node.agreement, wording }));
    case "wording":
      return node.wording.changes.map(({ says, clause }) => ({ kind: "change", says, clause }));
    case "change":
      return [];
  }
}

function itemOf(node: Node): TreeItem {
  switch (node.kind) {
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
  const { agreement, wording } = node;
  const at = agreement.wordings.findIndex(({ day }) => day === wording.day);
  const before = agreement.wordings[at - 1];
  const after = wordingUri(agreement, wording);
  if (before === undefined) {
    await window.showTextDocument(after, { preview: true });
    return;
  }
  const title = `${agreement.name}: ${before.day} ↔ ${wording.day}`;
  await commands.executeCommand("vscode.diff", wordingUri(agreement, before), after, title);
}

function wordingUri({ name }: Agreement, { day }: Wording): Uri {
  return Uri.from({ scheme, path: `/${name}@${day}.avtal` });
}
