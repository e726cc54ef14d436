// The bytes that may end a field which stands without quotation marks.

/** 1 for the separator, the quotation mark and every control character but the tab. */
export function stopsOf(separator: ";" | ","): Uint8Array {
  const stops = new Uint8Array(256).fill(1, 0, 32);
  stops[tab] = 0;
  for (const sign of [separator, '"']) stops[sign.charCodeAt(0)] = 1;
  return stops;
}

const tab = 9;
