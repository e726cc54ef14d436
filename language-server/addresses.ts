// Addresses of files as editors write them, and paths as the compiler writes them.
// Rule: two spellings of one address are one file; nothing but `file:` without a host names a place on this machine.

/** Both without `/` at the end. */
export interface Folder {
  readonly address: string;
}

/** One spelling for every way to write an address: percent signs undone, letters composed. */
export function plainAddress(address: string): string {
  return decoded(address).normalize("NFC").replace(/\/+$/, "");
}

/** The path inside the folder, or undefined for a file that lies elsewhere. */
export function pathInside(address: string, { address: folder }: Folder): string | undefined {
  const [file, home] = [plainAddress(address), plainAddress(folder)];
  if (!file.startsWith(`${home}/`)) return undefined;
  const path = file.slice(home.length + 1);
  return path.split("/").some((part) => part === ".." || part === "." || part === "") ? undefined : path;
}

/** Under which path a document is known that has not been saved: by its name alone, as an agreement. */
export function pathOfUnsaved(address: string): string | undefined {
  const name = /^untitled:(?:.*\/)?([^/]+)$/i.exec(plainAddress(address))?.[1];
  return name === undefined || name.endsWith(".avtal") ? name : `${name}.avtal`;
}

export function addressOf(path: string, { address }: Folder): string {
  return `${address.replace(/\/+$/, "")}/${path.split("/").map(encodeURIComponent).join("/")}`;
}

/** `file:///…` and nothing else: an address with a host would send this machine's name and more to that host. */
export function isOnThisMachine(address: string): boolean {
  return /^file:\/\/\/(?![/\\])/i.test(address);
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch (error) {
    if (error instanceof URIError) return address;
    throw error;
  }
}
