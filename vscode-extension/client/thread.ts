// A workshop spoken to over messages, wherever it runs.
// Rule: what is asked of a workshop that is ended is answered by `undefined`; nobody waits for ever.

import type { Answered, Asked, Question, Questions } from "../workshop/messages.ts";
import { shownLang } from "./shown-words.ts";

/** A thread of Node or a worker of the browser. */
export interface Thread {
  readonly post: (asked: Asked) => void;
  readonly end: () => void;
}

/** Starts a thread that hands its answers over; a thread that dies calls `died`. */
export type StartThread = (answered: (answer: Answered) => void, died: (says: string) => void) => Thread;

export interface Workshop {
  /** Undefined where the workshop was ended before it answered. */
  readonly ask: <Name extends Question>(
    question: Name,
    asks: Questions[Name]["asks"],
  ) => Promise<Questions[Name]["answer"] | undefined>;
  readonly end: () => void;
}

export function startWorkshop(start: StartThread, fault: (says: string) => void): Workshop {
  const waiting = new Map<number, (answer: unknown) => void>();
  let next = 1;
  const settle = (number: number, answer: unknown): void => {
    waiting.get(number)?.(answer);
    waiting.delete(number);
  };
  const settleAll = (): void => {
    for (const number of [...waiting.keys()]) settle(number, undefined);
  };
  const thread = start(
    (answered) => {
      if (answered.kind === "fault") fault(answered.says);
      settle(answered.number, answered.kind === "answer" ? answered.answer : undefined);
    },
    (says) => {
      fault(says);
      settleAll();
    },
  );
  return {
    ask: (question, asks) =>
      new Promise((resolve) => {
        const number = next++;
        // The workshop answers a question with the answer of that question.
        waiting.set(number, resolve as (answer: unknown) => void);
        thread.post({ number, question, lang: shownLang(), asks } as Asked);
      }),
    end: () => {
      thread.end();
      settleAll();
    },
  };
}
