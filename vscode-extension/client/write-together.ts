// Several files written as one: all of them, or none.
// Rule: what was there is read before anything is written, and put back where a later file cannot be written; a file that
// cannot be put back either is named.

export interface Store {
  /** Undefined where there is no such file. */
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
  /** Undefined as content removes the file. */
  readonly write: (path: string, content: Uint8Array | undefined) => Promise<void>;
}

export interface ToWrite {
  readonly path: string;
  /** Null removes the file. */
  readonly text: string | null;
}

export type Written =
  | { readonly kind: "written" }
  /** `left` are those that stand as they were to become, because they could not be put back. */
  | { readonly kind: "refused"; readonly path: string; readonly left: readonly string[] };

export async function writeTogether(files: readonly ToWrite[], store: Store): Promise<Written> {
  const before: { readonly path: string; readonly content: Uint8Array | undefined }[] = [];
  for (const { path, text } of files) {
    try {
      before.push({ path, content: await store.read(path) });
      await store.write(path, text === null ? undefined : new TextEncoder().encode(text));
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      return {
        kind: "refused",
        path,
        left: await putBack(before.filter((file) => file.path !== path).reverse(), store),
      };
    }
  }
  return { kind: "written" };
}

async function putBack(
  files: readonly { readonly path: string; readonly content: Uint8Array | undefined }[],
  store: Store,
): Promise<readonly string[]> {
  const left: string[] = [];
  for (const { path, content } of files) {
    try {
      await store.write(path, content);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      left.push(path);
    }
  }
  return left;
}
