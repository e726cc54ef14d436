// A text as one value of a scenario file: plain where it reads as itself, else between quotation marks.
// Rule: what an author or a register wrote stays one text, whatever signs are in it.

/** Plain only where it can be nothing but this text: no sign of YAML's own, no word that means something else. */
export function scalar(text: string): string {
  if (/^\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?$/u.test(text)) return text;
  const isPlain = /^[\p{L}\d](?:[\p{L}\d .,/@§–-]*[\p{L}\d§])?$/u.test(text);
  return isPlain && !meansMore.test(text) ? text : JSON.stringify(text);
}

/** The same for a name or a code, which may look like a number. */
export function nameScalar(text: string): string {
  return /^\d/u.test(text) ? JSON.stringify(text) : scalar(text);
}

const meansMore = /^(?:true|false|null|tomt|empty)$/iu;
