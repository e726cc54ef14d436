// One folder of agreements as the editor has it: its texts, and what is known of them.
// Rule: what is known is found again only after something changed.

import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Folder } from "./addresses.ts";
import type { FolderRead } from "./disk.ts";
import { knownOf, type ProjectKnown } from "./project-known.ts";
import { textsOf, type ProjectTexts } from "./project-texts.ts";

export interface Project
  extends Omit<ProjectTexts, "open" | "close">, Omit<ProjectKnown, "agreementsChanged" | "scenariosChanged"> {
  readonly home: Folder;
  readonly open: (document: TextDocument) => void;
  readonly close: (address: string) => void;
}

export function projectIn(home: Folder, first: FolderRead): Project {
  const texts = textsOf(home, first);
  const known = knownOf(texts);
  const changed = (path: string | undefined): void => {
    if (path?.endsWith(".avtal") === true) known.agreementsChanged();
    else if (path !== undefined) known.scenariosChanged();
  };
  return {
    ...texts,
    ...known,
    home,
    reread: (anew) => {
      texts.reread(anew);
      known.agreementsChanged();
      known.scenariosChanged();
    },
    open: (document) => changed(texts.open(document)),
    close: (address) => changed(texts.close(address)),
  };
}
