// The second thread: reads scenario files while the agreements are compiled, then tests files from the last one back.
// Rule: it says nothing but what it has read and its answer, and writes nothing but outcomes for the next run.

import { receiveMessageOnPort, type MessagePort } from "node:worker_threads";
import type { TestedSome } from "../test-scenarios.ts";
import type { Answer, Programs, Start } from "./messages.ts";
import { keptMemories } from "./kept-memories.ts";
import { take } from "./shares.ts";
import { unitsOf } from "./units.ts";

/** `script` is the hash of the file that calls it, as it is now. */
export function serve(port: MessagePort, { texts, shares, readings, kept }: Start, script: string): void {
  const units = unitsOf(texts);
  const test = (programs: Programs): void => {
    const mine = kept?.script === script ? kept : null;
    const tested = units.testedWith(programs, keptMemories(mine, programs));
    const answer = new Map<number, TestedSome>();
    for (let unit = units.count - 1; unit >= 0 && take(shares, unit); unit -= 1) answer.set(unit, tested(unit));
    port.postMessage(answer satisfies Answer);
  };
  let programs: Programs | undefined;
  units.readInTurn((read) => {
    readings.postMessage(read);
    programs = programsIn(port);
    return programs !== undefined;
  });
  if (programs === undefined) port.once("message", test);
  else test(programs);
}

/** What came while files were read; nothing where the agreements are still being compiled. */
function programsIn(port: MessagePort): Programs | undefined {
  const received: { readonly message: Programs } | undefined = receiveMessageOnPort(port);
  return received?.message;
}
