import { Emitter, type DataCallback, type Message, type MessageReader } from "vscode-languageserver";
import { expect, test } from "vitest";
import { readerThatWaits } from "./waiting-reader.ts";

function readerByHand(): { readonly reader: MessageReader; readonly comes: (name: string) => void } {
  const events = { error: new Emitter<Error>(), closed: new Emitter<void>(), partial: new Emitter<never>() };
  let heard: DataCallback = () => undefined;
  return {
    reader: {
      onError: events.error.event,
      onClose: events.closed.event,
      onPartialMessage: events.partial.event,
      listen: (callback) => {
        heard = callback;
        return { dispose: () => undefined };
      },
      dispose: () => undefined,
    },
    comes: (name) => heard({ jsonrpc: name }),
  };
}

test("messages that come while something is loaded are heard afterwards, once and in their order", async () => {
  const { reader, comes } = readerByHand();
  const waiting = readerThatWaits(reader);
  const heard: string[] = [];
  waiting.listen(({ jsonrpc }: Message) => void heard.push(jsonrpc));
  let loaded: () => void = () => undefined;
  comes("before");
  waiting.waitFor(new Promise((resolve) => (loaded = resolve)));
  comes("first");
  comes("second");
  expect(heard).toEqual(["before"]);
  loaded();
  await Promise.resolve();
  comes("after");
  expect(heard).toEqual(["before", "first", "second", "after"]);
});
