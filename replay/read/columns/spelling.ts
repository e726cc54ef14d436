// When two spellings are the same name: composed letters, any letter case.
// Rule: nothing is trimmed and nothing is guessed; a name with a space at its end is another name.

/** The form in which names of choices and payers are compared. Independent of the host's language. */
export function spelling(name: string): string {
  return name.normalize("NFC").toLowerCase();
}
