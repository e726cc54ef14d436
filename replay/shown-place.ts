// Where data lie, as it may be shown.
// Rule: the address of a database may hold a user name and a password, so of any address only its kind is shown.

/** A path as it was typed; `postgres://…` for whatever begins as an address does, rightly written or not. */
export function shownPlace(data: string): string {
  const found = /^\s*([a-z][a-z0-9+.-]+):(?:\/|.*@)/i.exec(data);
  return found?.[1] === undefined ? data : `${found[1].toLowerCase()}://…`;
}
