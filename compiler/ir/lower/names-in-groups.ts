// What may stand alone in a group: keys, steps, and what is read for one of its records because all of them agree.
// Rule: everything else of a record is wrapped in `ofEpisode`, so that the two stages never mix unseen.

import { canonical } from "../canonical.ts";
import { descendants } from "../children.ts";
import type { Expr, Id, Key } from "../ir.ts";
import type { Gathering } from "./gathering.ts";
import type { Stage, Standing } from "./standing.ts";

/** A name as it reads where it stands; `read` is what it is record by record. */
export function inGroup(read: Expr, standing: Standing, gathered: Gathering): Expr {
  if (standing.stage.kind === "record") return read;
  const key = isKeyOrNull(read, standing.stage);
  if (key !== null) return key;
  if (read.kind === "value") return valueInGroup(read, standing.at, standing.stage, gathered);
  return readsRecord(read, gathered) ? { kind: "ofEpisode", of: read } : read;
}

/** A value in a group, on `at` of the group stage: the same for all, unless its row depends on the record. */
export function valueInGroup(read: Expr, at: Expr | null, stage: Stage, gathered: Gathering): Expr {
  if (stage.kind === "record") return read;
  if (read.kind === "value" && !valueReadsRecord(read.value, gathered)) return { ...read, at };
  return readsRecord(read, gathered) ? { kind: "ofEpisode", of: read } : read;
}

/** The key that `read` is, where the group has it. */
export function isKeyOrNull(read: Expr, stage: Stage): Expr | null {
  if (stage.kind === "record") return null;
  const isSame = ({ role, value }: Key): boolean =>
    role !== "episode" && value.kind === read.kind && canonical(value) === canonical(read);
  const key = stage.keys.find(isSame);
  return key === undefined ? null : { kind: "key", name: key.name };
}

/** True where an expression cannot be worked out without a record. */
export function readsRecord(expr: Expr, gathered: Gathering): boolean {
  for (const part of descendants(expr)) {
    if (part.kind === "field" || part.kind === "term" || part.kind === "theDay") return true;
    if (part.kind === "value" && valueReadsRecord(part.value, gathered)) return true;
  }
  return false;
}

function valueReadsRecord(id: Id, gathered: Gathering): boolean {
  const value = gathered.values.get(id);
  if (value.dependsOn.length > 0) return true;
  return value.rows.some(({ cells }) => cells.some((cell) => cell.value !== null && readsRecord(cell.value, gathered)));
}
