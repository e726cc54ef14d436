// How a piece of the author's text is shown inside a message: on one line and not too long.
// Rule: messages quote agreements only, never data.

const longest = 40;

export function shown(text: string): string {
  const line = text.replace(/\s+/g, " ").replaceAll("`", "'").trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
}
