// The workshop in a browser: a web worker. Files of episodes cannot be read there, so no cost effect is worked out.

import "@avtal/language-server/bytes-in-browser";
import { workshop } from "./answer.ts";
import type { Answered, Asked } from "./messages.ts";

interface WorkerScope {
  onmessage: ((event: { readonly data: Asked }) => void) | null;
  postMessage(answered: Answered): void;
}

declare const self: WorkerScope;

const answer = workshop(async (_, __, lang) => ({
  kind: "refused",
  problems: [
    lang === "sv"
      ? "Kostnadseffekten räknas i VS Code på datorn, inte i webbläsaren."
      : "The cost effect is worked out in VS Code on a computer, not in the browser.",
  ],
}));

self.onmessage = ({ data: asked }) => {
  const { number } = asked;
  answer(asked).then(
    (found) => self.postMessage({ number, kind: "answer", answer: found }),
    (fault: unknown) =>
      self.postMessage({ number, kind: "fault", says: fault instanceof Error ? fault.message : String(fault) }),
  );
};
