// What the server can do, as it answers `initialize`.
// Rule: nothing of the compiler is loaded for it, so that an editor that starts the server has its answer at once.

import { CodeActionKind, TextDocumentSyncKind, type InitializeResult } from "vscode-languageserver";
import { legend } from "./semantic-tokens.ts";

export const capabilities: InitializeResult = {
  serverInfo: { name: "avtal" },
  capabilities: {
    positionEncoding: "utf-16",
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    hoverProvider: true,
    completionProvider: { triggerCharacters: ['"', ".", " ", "("], resolveProvider: false },
    signatureHelpProvider: { triggerCharacters: [" ", "(", ";"], retriggerCharacters: [" "] },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentLinkProvider: { resolveProvider: false },
    linkedEditingRangeProvider: true,
    callHierarchyProvider: true,
    renameProvider: { prepareProvider: true },
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: "\n" },
    semanticTokensProvider: { legend, full: true },
    inlayHintProvider: { resolveProvider: false },
    codeActionProvider: {
      codeActionKinds: [
        CodeActionKind.QuickFix,
        CodeActionKind.RefactorExtract,
        CodeActionKind.RefactorRewrite,
        CodeActionKind.Source,
      ],
    },
  },
};
