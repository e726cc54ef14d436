// An author's words as a literal and as a comment of generated code.
// Rule: whatever they hold, they end where we end them: no sign in them closes a literal, a comment, a line or a script.

/** A double-quoted literal that means exactly `text`. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(unsafeInLiteral, (sign) =>
    sign.length === 1 ? escaped(sign) : escaped(sign.charAt(0)) + sign.slice(1),
  );
}

/** A doc comment; its words are broken into lines of at most `width` signs. */
export function commentLines(text: string, width: number): string[] {
  const written = text
    .split("\n")
    .flatMap((line) => wrapped(inertWords(line), width))
    .filter((line, index, all) => line !== "" || (index > 0 && index < all.length - 1));
  const [first] = written;
  if (first === undefined) return [];
  if (written.length === 1) return [`/** ${first} */`];
  return ["/**", ...written.map((line) => ` * ${line}`.trimEnd()), " */"];
}

/** One line that neither ends a comment nor hides what follows it. */
export function inertWords(text: string): string {
  return text.replace(unsafeInComment, " ").replaceAll("*/", "* /").replaceAll("</", "< /").replaceAll("<!", "< !");
}

// `</script>` and `<!--` end or open what holds the script; the line separators U+2028 and U+2029 end lines for some
// readers; the direction marks show a reader other code than the machine reads.
const unsafeInLiteral = /<[/!]|[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const unsafeInComment = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function wrapped(line: string, width: number): string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(" ").filter((part) => part !== "")) {
    if (current !== "" && current.length + 1 + word.length > width) {
      lines.push(current);
      current = word;
    } else current = current === "" ? word : `${current} ${word}`;
  }
  return [...lines, current];
}
