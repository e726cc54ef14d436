// The second thread: reads every scenario file while the agreements are compiled, then tests files from the last one back.
// Rule: it writes nothing and says nothing but what it has read and its answer.

import type { MessagePort } from "node:worker_threads";
import type { TestedSome } from "../test-scenarios.ts";
import type { Answer, Programs, Start } from "./messages.ts";
import { keptMemories } from "./kept-memories.ts";
import { take } from "./shares.ts";
import { unitsOf } from "./units.ts";

/** `script` is the hash of the file that calls it, as it is now. */
export function serve(port: MessagePort, { texts, shares, readings, kept }: Start, script: string): void {
  const units = unitsOf(texts);
  readings.postMessage(units.readAll());
  port.once("message", (programs: Programs) => {
    const mine = kept?.script === script ? kept : null;
    const tested = units.testedWith(programs, keptMemories(mine, programs));
    const answer = new Map<number, TestedSome>();
    for (let unit = units.count - 1; unit >= 0 && take(shares, unit); unit -= 1) answer.set(unit, tested(unit));
    port.postMessage(answer satisfies Answer);
  });
}
