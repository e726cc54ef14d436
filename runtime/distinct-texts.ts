// Whether a text was met before, for a million of them: a table of their hashes, and the texts themselves beside it.
// Rule: it says what a `Set` would say; texts made to fall into one another's places are handed over to one.

/** Takes texts one after another, and says of each whether it is the first of its kind. `room`: how many there may be. */
export function distinctTexts(room: number): (text: string) => boolean {
  const places = placesFor(room);
  const last = places.length - 1;
  const hashes = new Int32Array(room);
  const met: string[] = [];
  let crowded: Set<string> | null = null;
  return (text) => {
    if (crowded !== null) return crowded.size < crowded.add(text).size;
    const hash = hashOf(text);
    let steps = 0;
    for (let at = hash & last; ; at = (at + 1) & last) {
      const number = (places[at] ?? 0) - 1;
      if (number < 0) {
        hashes[met.length] = hash;
        places[at] = met.push(text);
        return true;
      }
      if (hashes[number] === hash && met[number] === text) return false;
      steps += 1;
      if (steps > mostSteps) break;
    }
    crowded = new Set(met);
    return crowded.size < crowded.add(text).size;
  };
}

/** Twice as many as there are texts; each holds the number of a text, from 1. */
function placesFor(room: number): Int32Array {
  let length = 64;
  while (length < room * 2) length *= 2;
  return new Int32Array(length);
}

/** In a table that is half full, so long a search among texts that nobody chose does not occur. */
const mostSteps = 256;

function hashOf(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
  return hash ^ (hash >>> 15);
}
