// How the lines of a text end, so that what is written into it ends as the lines around it.
// Rule: the three ends that editors know, and the first that the text has.

const lineEnd = /\r\n|\r|\n/;

export function linesOf(text: string): readonly string[] {
  return text.split(lineEnd);
}

/** `\n` where the text has one line alone. */
export function lineEndOf(text: string): string {
  return lineEnd.exec(text)?.[0] ?? "\n";
}

/** A text of the compiler's, whose lines end in `\n`, as it stands among the lines of another. */
export function withLineEnds(text: string, among: string): string {
  const end = lineEndOf(among);
  return end === "\n" ? text : text.replaceAll(/\r?\n/g, end);
}
