// Names in a row, as a sentence lists what there is.
// Rule: at most twenty, so that a message stays a message.

const most = 20;

export function listed(names: readonly string[]): string {
  const shown = names.slice(0, most).map((name) => `\`${name}\``);
  return names.length > most ? `${shown.join(", ")} …` : shown.join(", ");
}
