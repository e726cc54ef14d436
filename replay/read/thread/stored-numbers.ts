// Numbers of several sorts in one piece of memory, which both threads have, so that none is copied.

/** Where numbers lie: from which byte on, and how many. */
export interface Stored {
  readonly at: number;
  readonly length: number;
}

type Numbers = Int32Array | Uint32Array | Uint8Array | Float64Array;

export interface NumberStore {
  put(numbers: Numbers): Stored;
  /** The memory with everything that was put; another one where the first was too small. */
  readonly memory: () => SharedArrayBuffer;
}

export function storedIn(first: SharedArrayBuffer): NumberStore {
  let memory = first;
  let used = 0;
  return {
    memory: () => memory,
    put(numbers) {
      const at = Math.ceil(used / wordBytes) * wordBytes;
      used = at + numbers.byteLength;
      if (used > memory.byteLength) memory = grown(memory, at, used * 2);
      new Uint8Array(memory, at).set(bytesOf(numbers));
      return { at, length: numbers.length };
    },
  };
}

/** The widest number's size; each sort begins at a multiple of its own. */
const wordBytes = 8;

function grown(memory: SharedArrayBuffer, used: number, bytes: number): SharedArrayBuffer {
  const bigger = new SharedArrayBuffer(bytes);
  new Uint8Array(bigger).set(new Uint8Array(memory, 0, Math.min(used, memory.byteLength)));
  return bigger;
}

function bytesOf(numbers: Numbers): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

export function int32In(memory: SharedArrayBuffer, { at, length }: Stored): Int32Array {
  return new Int32Array(memory, at, length);
}

export function uint32In(memory: SharedArrayBuffer, { at, length }: Stored): Uint32Array {
  return new Uint32Array(memory, at, length);
}

export function uint8In(memory: SharedArrayBuffer, { at, length }: Stored): Uint8Array {
  return new Uint8Array(memory, at, length);
}

export function float64In(memory: SharedArrayBuffer, { at, length }: Stored): Float64Array {
  return new Float64Array(memory, at, length);
}

/** Bytes end to end, as a reader of texts wants them. */
export function bytesIn(memory: SharedArrayBuffer, { at, length }: Stored): Buffer {
  return Buffer.from(memory, at, length);
}
