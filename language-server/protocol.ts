// What an editor may tell Avtal's server beyond the language server protocol.
// Rule: plain JSON; where a server cannot read files itself, as in a browser, it knows what it was told and nothing else.

/** What the client sends in `initializationOptions`, and under `avtal` when the settings change. */
export interface Settings {
  readonly language: "sv" | "en";
  readonly inlayHints: {
    readonly units: boolean;
    readonly values: boolean;
    readonly days: boolean;
    readonly ends: boolean;
  };
}

/** Client to server, from a browser: every file of the workspace that the compiler may read, whenever one of them changes. */
export const filesMethod = "avtal/files";

export interface WorkspaceFiles {
  readonly files: readonly WorkspaceFile[];
}

export interface WorkspaceFile {
  readonly uri: string;
  /** Undefined where the file is gone. */
  readonly text: string | undefined;
}
