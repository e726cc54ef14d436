// The languages of messages.

export type { Words } from "@avtal/compiler/problem";

export type Lang = "sv" | "en";
