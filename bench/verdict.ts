// Whether what was measured is what was claimed, as a cell of a table.

/** A measurement of which one claim does not hold ends with 1, once all of it has been said. */
export function verdict(holds: boolean): string {
  if (!holds) process.exitCode = 1;
  return holds ? "yes" : "**no**";
}
