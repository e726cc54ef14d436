// The help page of a problem, out of the pages that the extension carries.

import { Uri, workspace, type Disposable } from "vscode";
import { problemPageScheme } from "@avtal/language-server/protocol";
import { shown } from "./shown-words.ts";

export function problemPages(extension: Uri): Disposable {
  return workspace.registerTextDocumentContentProvider(problemPageScheme, {
    provideTextDocumentContent: async ({ path }) => {
      const code = /^\/?(AV\d{4})\.md$/.exec(path)?.[1];
      if (code === undefined) return shown("Den sidan finns inte.", "There is no such page.");
      const bytes = await workspace.fs.readFile(Uri.joinPath(extension, "problems", `${code}.md`));
      return new TextDecoder().decode(bytes);
    },
  });
}
