// Places as the workshop gives them, as VS Code opens them.

import { Location, Range, Uri, window } from "vscode";
import type { PlaceInFile } from "../workshop/messages.ts";

export function uriOf({ path }: Pick<PlaceInFile, "path">, home: Uri): Uri {
  return Uri.joinPath(home, ...path.split("/"));
}

export function rangeOf({ start, end }: PlaceInFile): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

export function locationOf(place: PlaceInFile, home: Uri): Location {
  return new Location(uriOf(place, home), rangeOf(place));
}

export async function goTo(place: PlaceInFile, home: Uri): Promise<void> {
  await window.showTextDocument(uriOf(place, home), { selection: rangeOf(place) });
}
