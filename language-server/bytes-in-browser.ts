// Bytes as the reader of records wants them, where there is no Node: a browser has `Uint8Array` and no `Buffer`.
// Rule: imported before anything that reads records; only what that reader asks for, and Node's own where there is one.

class Bytes extends Uint8Array {
  override toString(encoding: "utf8" | "latin1" = "utf8", start = 0, end = this.length): string {
    const part = this.subarray(start, end);
    if (encoding === "utf8") return new TextDecoder().decode(part);
    let text = "";
    for (const byte of part) text += String.fromCharCode(byte);
    return text;
  }

  copy(target: Uint8Array, at = 0): number {
    const count = Math.min(this.length, target.length - at);
    target.set(this.subarray(0, count), at);
    return count;
  }
}

const made = {
  alloc: (length: number) => new Bytes(length),
  allocUnsafeSlow: (length: number) => new Bytes(length),
  from: (text: string) => new Bytes(new TextEncoder().encode(text)),
};

if (!("Buffer" in globalThis)) Object.defineProperty(globalThis, "Buffer", { value: made });
