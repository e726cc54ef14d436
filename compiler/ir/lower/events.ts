// Something whose date decides: it happened on a day, it has not happened, or nobody knows.

import type { Document } from "../../resolve/document.ts";
import type { EventIr } from "../ir.ts";
import type { Gathering } from "./gathering.ts";
import { idOf } from "./id.ts";

export function lowerEvent(document: Document, name: string, gathered: Gathering): EventIr {
  const event = document.events.get(name);
  if (event === undefined) throw new Error(`${document.name} has no event called ${name}.`);
  return {
    id: idOf(document.name, name),
    title: event.title.text,
    state: stateOf(event.state),
    clause: gathered.clauses.indexOf(event.cites, document),
  };
}

function stateOf(
  state:
    | { readonly kind: "happened"; readonly on: { readonly day: number | undefined } }
    | { readonly kind: "notYet" | "unknown" },
): EventIr["state"] {
  if (state.kind !== "happened") return { kind: state.kind };
  if (state.on.day === undefined) throw new Error("An accepted event happened on a day that does not exist.");
  return { kind: "happened", day: state.on.day };
}
