import { expect, test } from "vitest";
import { lentMemory, ownMemory } from "./column-memory.ts";

test("memory that was given back is lent again, and says nothing of what stood in it", () => {
  const first = lentMemory(20);
  const numbers = first.memory.numbers(20, 7);
  const answers = first.memory.answers(20, 2);
  expect([...numbers, ...answers]).toEqual([...Array<number>(20).fill(7), ...Array<number>(20).fill(2)]);
  first.giveBack();
  const again = lentMemory(11);
  const others = again.memory.numbers(11, -1);
  expect(others.buffer).toBe(numbers.buffer);
  expect([...others]).toEqual(Array<number>(11).fill(-1));
  expect(again.memory.answers(11, 0).buffer).toBe(answers.buffer);
  expect(again.memory.numbers(11, 0).buffer).not.toBe(numbers.buffer);
});

test("what was not given back is lent to nobody, and nothing is lent twice", () => {
  const kept = lentMemory(20).memory.numbers(20, 1);
  const one = lentMemory(20);
  const lent = one.memory.numbers(20, 2);
  expect(lent.buffer).not.toBe(kept.buffer);
  one.giveBack();
  // A call inside another, as where an episode's own getter evaluates something.
  const [outer, inner] = [lentMemory(20), lentMemory(20)];
  expect(outer.memory.numbers(20, 3).buffer).toBe(lent.buffer);
  expect(inner.memory.numbers(20, 4).buffer).not.toBe(lent.buffer);
  expect([...kept]).toEqual(Array<number>(20).fill(1));
});

test("few records are not lent the memory of many, nor many that of few", () => {
  const many = lentMemory(100);
  const room = many.memory.numbers(100, 0);
  many.giveBack();
  expect(lentMemory(49).memory.numbers(49, 0).buffer).not.toBe(room.buffer);
  const few = lentMemory(10);
  const little = few.memory.numbers(10, 0);
  few.giveBack();
  expect(lentMemory(11).memory.numbers(11, 0).buffer).not.toBe(little.buffer);
});

test("columns that are handed to somebody have memory of their own", () => {
  const [one, other] = [ownMemory(), ownMemory()];
  expect(one.numbers(3, 5).buffer).not.toBe(other.numbers(3, 5).buffer);
  expect([...one.answers(3, 1)]).toEqual([1, 1, 1]);
  expect(one.absent(9, 2).buffer).not.toBe(other.absent(9, 2).buffer);
});

test("room for texts is lent again without the texts that stood there", () => {
  const first = lentMemory(3);
  const texts = first.memory.texts(3);
  texts.splice(0, 3, "a", "b", "c");
  const others = first.memory.texts(3);
  expect(others).not.toBe(texts);
  first.giveBack();
  const again = lentMemory(2).memory.texts(2);
  expect(again).toBe(texts);
  expect([...again]).toEqual(["", ""]);
});
