// A command as it would be typed again, for the foot of a report.
// Rule: a path from the root of a disk is named by its last part alone; a word that a shell would take apart is quoted.

/** `--name value`; nothing where nothing was said. */
export function typedOption(name: string, value: string | null | undefined): string[] {
  return value === null || value === undefined ? [] : [`--${name} ${quoted(value)}`];
}

export function quoted(word: string): string {
  return /^[\wåäöÅÄÖ@=.,:/-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
