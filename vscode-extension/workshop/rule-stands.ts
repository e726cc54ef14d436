// Whether a rule is in force on a day, with events as the documents tell of them.
// Rule: an event that has not happened, or of which nobody knows, has not come that day.

import type { Day, Document } from "@avtal/compiler/resolve/document";
import type { EventStatement, TimePoint, Validity } from "@avtal/compiler/syntax/ast";

/** `events` finds an event by its name as the document sees it. */
export type EventNamed = (name: string, document: string | undefined) => EventStatement | undefined;

export function standsOn(validity: Validity, day: Day, events: EventNamed): boolean {
  const { from, end } = validity;
  const begins = from === undefined ? Number.NEGATIVE_INFINITY : dayOf(from, events);
  if (day < begins) return false;
  if (end === undefined || end.kind === "open") return true;
  const ends = dayOf(end.at, events);
  return end.kind === "through" ? day <= ends : day < ends;
}

/** The event's own document first, then those that it uses. */
export function eventsSeenFrom(document: Document, documents: ReadonlyMap<string, Document>): EventNamed {
  return (name, named) => {
    const places = named === undefined ? [document.name, ...document.uses] : [named];
    return places.map((place) => documents.get(place)?.events.get(name)).find((event) => event !== undefined);
  };
}

function dayOf(point: TimePoint, events: EventNamed): number {
  switch (point.kind) {
    case "date":
      return point.day ?? Number.POSITIVE_INFINITY;
    case "name": {
      const state = events(point.text, point.document)?.state;
      return state?.kind === "happened" ? (state.on.day ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
    }
    case "firstOf":
      return Math.min(...point.of.map((each) => dayOf(each, events)));
    case "lastOf":
      return Math.max(...point.of.map((each) => dayOf(each, events)));
  }
}
