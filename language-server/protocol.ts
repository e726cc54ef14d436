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

/** Beside the settings in `initializationOptions`: the day that counts as today, `2026-11-21`. Else the machine's own. */
export interface Today {
  readonly today?: string;
}

/** Help pages of problems are documents `avtal-problem:/AV4003.md`, which the client shows out of `docs/problems`. */
export const problemPageScheme = "avtal-problem";

/** Source texts lie in `sources/` in or beside the folder of agreements; a client that sends files sends them too. */
export type Lang = Settings["language"];

/** A place as a client can open it. */
export interface Place {
  readonly uri: string;
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
}
