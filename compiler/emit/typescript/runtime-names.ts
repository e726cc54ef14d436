// The names that the runtime exports, which nothing in a generated module may have.

import * as runtime from "@avtal/runtime/runtime";

export const runtimeNames: readonly string[] = Object.keys(runtime);
