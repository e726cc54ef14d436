// The names that the runtime exports, which nothing in a generated module may have, and the only ones that it may call.

import * as runtime from "@avtal/runtime/runtime";

/** A function or constant that generated code finds in the runtime. */
export type RuntimeName = keyof typeof runtime;

export const runtimeNames: readonly string[] = Object.keys(runtime);
