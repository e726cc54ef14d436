// Gives back the memory of chunks that were taken. DuckDB holds it, and frees it only when the engine collects the small
// object that stands for a chunk: nothing tells the engine that hundreds of kilobytes hang on it, and a million rows
// would keep a quarter of a gigabyte that nobody reads. Collecting the youngest objects takes less than a millisecond.

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** To be called now and then between chunks. Does nothing where the engine cannot be asked. */
export function lettingGo(): () => void {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  return typeof collect === "function" ? () => void collect({ type: "minor" }) : () => undefined;
}
