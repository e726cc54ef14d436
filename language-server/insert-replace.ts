// Proposals that may take the place of the whole word that the cursor stands in, not only of what is before it.
// Rule: which of the two happens is the user's own setting in the editor; one that does not know the choice gets neither.

import type { ClientCapabilities, CompletionItem, TextEdit } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";

export type Choosing = (items: CompletionItem[], document: TextDocument, offset: number) => CompletionItem[];

export function choosingFor({ textDocument }: ClientCapabilities): Choosing {
  const isAble = textDocument?.completion?.completionItem?.insertReplaceSupport === true;
  return isAble ? withBoth : (items) => items;
}

function withBoth(items: CompletionItem[], document: TextDocument, offset: number): CompletionItem[] {
  const rest = restOfWord.exec(document.getText().slice(offset, offset + longestWord))?.[0].length ?? 0;
  if (rest === 0) return items;
  const [cursor, end] = [document.positionAt(offset), document.positionAt(offset + rest)];
  return items.map((item) => {
    const { textEdit } = item;
    if (textEdit === undefined || !isTextEdit(textEdit) || !isAt(cursor, textEdit.range.end)) return item;
    const { range, newText } = textEdit;
    return { ...item, textEdit: { newText, insert: range, replace: { start: range.start, end } } };
  });
}

const restOfWord = /^[\p{L}\p{N}_-]*/u;
const longestWord = 200;

function isTextEdit(edit: CompletionItem["textEdit"]): edit is TextEdit {
  return edit !== undefined && "range" in edit;
}

/** What already ends elsewhere, as the words of a quote do, has its whole place. */
function isAt(one: TextEdit["range"]["end"], other: TextEdit["range"]["end"]): boolean {
  return one.line === other.line && one.character === other.character;
}
