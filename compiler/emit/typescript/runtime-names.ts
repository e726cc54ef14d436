// The names that the runtime exports, which nothing in a generated module may have, and the only ones that it may call.

import * as runtime from "@avtal/runtime/runtime";

/** A function or constant that generated code finds in the runtime. */
export type RuntimeName = keyof typeof runtime;

export const runtimeNames: readonly string[] = Object.keys(runtime);

/** What a constant of the runtime is made of; null for whatever is no number and no column of numbers. */
export function typeOfRuntime(own: string): "Int32Array" | "number" | null {
  const value: unknown = isRuntimeName(own) ? runtime[own] : undefined;
  if (typeof value === "number") return "number";
  return value instanceof Int32Array ? "Int32Array" : null;
}

function isRuntimeName(own: string): own is RuntimeName {
  return own in runtime;
}
