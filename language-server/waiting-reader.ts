// A reader of messages that can be told to hold them back.
// Rule: every message is heard, once and in the order in which it came.

import type { DataCallback, Message, MessageReader } from "vscode-languageserver";

export interface WaitingReader extends MessageReader {
  /** From now on messages wait until this is done. */
  readonly waitFor: (ready: Promise<void>) => void;
}

export function readerThatWaits(reader: MessageReader): WaitingReader {
  let heard: DataCallback = () => undefined;
  let held: Message[] | undefined;
  const release = (): void => {
    const all = held ?? [];
    held = undefined;
    all.forEach((message) => heard(message));
  };
  return {
    onError: reader.onError,
    onClose: reader.onClose,
    onPartialMessage: reader.onPartialMessage,
    dispose: () => reader.dispose(),
    listen: (callback) => {
      heard = callback;
      return reader.listen((message) => {
        if (held === undefined) callback(message);
        else held.push(message);
      });
    },
    waitFor: (ready) => {
      held ??= [];
      void ready.then(release);
    },
  };
}
