// The workshop on a desktop: a thread of its own, which can be ended at any time.

import { parentPort } from "node:worker_threads";
import { workshop } from "./answer.ts";
import { effectOf } from "./effect.ts";
import type { Answered, Asked } from "./messages.ts";

const answer = workshop(effectOf);
const port = parentPort;

port?.on("message", (asked: Asked) => {
  const { number } = asked;
  const reply = (answered: Answered): void => port.postMessage(answered);
  answer(asked).then(
    (found) => reply({ number, kind: "answer", answer: found }),
    (fault: unknown) => reply({ number, kind: "fault", says: fault instanceof Error ? fault.message : String(fault) }),
  );
});
