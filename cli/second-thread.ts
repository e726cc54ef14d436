// Whether a test is worth a second thread, and where that thread's file lies.
// Rule: where there is no second processor, no built file or little to test, one thread does it all, with the same result.

import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import type { ScenarioTexts } from "@avtal/replay/scenarios/test-scenarios";
import type { Kept } from "@avtal/replay/scenarios/threads/messages";
import { startSecondThread, type SecondThread } from "@avtal/replay/scenarios/threads/test-in-two-threads";
import { fileOfOurs } from "./file-of-ours.ts";

/** A thread takes about as long to start as this many characters of scenarios take to test. */
const fewestCharacters = 40_000;

export function secondThreadFor(texts: ScenarioTexts, kept: Kept | null): SecondThread | undefined {
  const script = fileOfOurs("scenario-thread.js");
  const characters = texts.scenarios.reduce((sum, { text }) => sum + text.length, 0);
  const isWorth = characters >= fewestCharacters && availableParallelism() > 1 && existsSync(script);
  return isWorth ? startSecondThread(script, texts, kept) : undefined;
}
