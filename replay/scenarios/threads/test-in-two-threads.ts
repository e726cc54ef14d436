// Scenarios tested by two threads at once: what comes out is what one thread alone gives, in the same order.
// Rule: what the second thread does not answer for, the first one tests itself; no case is lost with a thread.

import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from "node:worker_threads";
import { testedOf, type ScenarioTexts, type Tested, type TestedSome } from "../test-scenarios.ts";
import { keptMemories } from "./kept-memories.ts";
import type { Answer, Kept, Programs, Readings, Start } from "./messages.ts";
import { newShares, take } from "./shares.ts";
import { unitsOf, type Units } from "./units.ts";

/** A thread that has begun to read the scenario files and waits for the programs. */
export interface SecondThread {
  /** Lets it test with programs that nobody has accepted yet; who rejects them stops it. */
  readonly begin: (programs: Programs) => void;
  /** The programs with which it has begun, if it has. */
  readonly test: (programs: Programs) => Promise<Tested>;
  /** For when nothing is to be tested after all. */
  readonly stop: () => void;
}

/** `script` is the built file that calls `serve`; `kept` says where outcomes lie between runs. */
export function startSecondThread(script: string, texts: ScenarioTexts, kept: Kept | null): SecondThread {
  const units = unitsOf(texts);
  const shares = newShares(units.count);
  const { port1: inbox, port2: readings } = new MessageChannel();
  const start: Start = { texts, shares, readings, kept };
  const worker = new Worker(script, { workerData: start, transferList: [readings], execArgv: [] });
  const stop = (): void => {
    inbox.close();
    void worker.terminate();
  };
  worker.unref();
  const answer = new Promise<Answer>((resolve) => {
    worker.once("message", resolve);
    worker.once("error", () => resolve(new Map()));
    worker.once("exit", () => resolve(new Map()));
  });
  let hasBegun = false;
  const begin = (programs: Programs): void => {
    if (!hasBegun) worker.postMessage(programs);
    hasBegun = true;
  };
  return {
    begin,
    test: async (programs) => {
      begin(programs);
      const tested = units.testedWith(programs, keptMemories(kept, programs));
      const mine = testFromFirst(units, shares, (unit) => {
        for (const read of readingsIn(inbox)) units.know(read);
        return tested(unit);
      });
      const theirs = mine.length === units.count ? new Map<number, TestedSome>() : await answered(answer, worker);
      stop();
      const rest = Array.from({ length: units.count - mine.length }, (_, index) => index + mine.length);
      return testedOf([...mine, ...rest.map((unit) => theirs.get(unit) ?? tested(unit))]);
    },
    stop,
  };
}

/** What the other thread has read since it was asked last; it is not waited for, since that would cost more. */
function readingsIn(inbox: MessagePort): Readings[] {
  const all: Readings[] = [];
  for (;;) {
    const received: { readonly message: Readings } | undefined = receiveMessageOnPort(inbox);
    if (received === undefined) return all;
    all.push(received.message);
  }
}

function testFromFirst({ count }: Units, shares: Int32Array, tested: (unit: number) => TestedSome): TestedSome[] {
  const mine: TestedSome[] = [];
  for (let unit = 0; unit < count && take(shares, unit); unit += 1) mine.push(tested(unit));
  return mine;
}

/** Nothing else keeps the process alive while the other thread works. */
async function answered(answer: Promise<Answer>, worker: Worker): Promise<Answer> {
  worker.ref();
  return answer;
}
