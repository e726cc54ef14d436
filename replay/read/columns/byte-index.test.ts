// The table that numbers cells: what it finds is decided by the bytes, however many cells share a place in it.

import { expect, test } from "vitest";
import { emptyCell, holdText } from "../cell.ts";
import { byteIndex, roomFor } from "./byte-index.ts";

test("a hundred thousand cells keep their numbers and texts while the table grows", () => {
  const index = byteIndex();
  index.reserve(100_000);
  const cell = emptyCell();
  const texts = Array.from({ length: 100_000 }, (_, at) => `p-${at * 7919}`);
  for (const [at, text] of texts.entries()) {
    holdText(cell, text);
    expect([index.find(cell), index.add(cell, at)]).toEqual([-1, at]);
  }
  const found = texts.map((text) => {
    holdText(cell, text);
    return index.find(cell);
  });
  expect(found).toEqual(texts.map((_, at) => at));
  expect(index.texts()()).toEqual(texts);
});

test("room is judged by the records so far, once there are enough of them", () => {
  expect(roomFor(1_000, 100, 1_000_000)).toBe(1_000);
  expect(roomFor(80_000, 8_000, 100_000)).toBe(1_050_000);
  expect(roomFor(80_000, 8_000, 4_000)).toBe(80_000);
});
