// Two sides of a comparison as they were typed: compiled, found by name, and with what was chosen for each.

import type { Side } from "@avtal/replay/changes/side";
import { askedSide, sideFrom, type AskedSide, type SharedChoices } from "@avtal/replay/changes/asked-side";
import type { DataProblem } from "@avtal/replay/data-problem";
import { nothingToCompareWith, unreadableSide } from "@avtal/replay/problems/differences";
import { agreementsFolder } from "./agreements-folder.ts";
import { acceptedOr, compileFolder, isProgram, programNamed, type Accepted } from "./compiled.ts";
import { otherVersion } from "./other-version.ts";
import { progressOn } from "./progress.ts";
import type { Terminal } from "./terminal.ts";

export interface AskedSides {
  readonly a: string;
  /** Undefined compares `a` with itself as chosen, or with the other version. */
  readonly b: string | undefined;
  /** Folder or file of another version, of which `a` is. */
  readonly base: string | undefined;
  readonly shared: SharedChoices;
}

export type SidesRead =
  | { readonly kind: "sides"; readonly a: Side; readonly b: Side }
  | { readonly kind: "problems"; readonly problems: readonly DataProblem[] }
  /** The agreements have errors, which have been said. */
  | { readonly kind: "not-compiled" };

export function sidesFrom({ a, b, base, shared }: AskedSides, terminal: Terminal): SidesRead {
  const choices = [...shared.readings, ...shared.events, ...shared.values];
  if (b === undefined && base === undefined && choices.length === 0) return problem(nothingToCompareWith(a));
  const [askedA, askedB] = [askedSide(a), askedSide(b ?? a)];
  if (askedA === undefined) return problem(unreadableSide(a));
  if (askedB === undefined) return problem(unreadableSide(b ?? a));
  const progress = progressOn(terminal);
  progress.says({ sv: "Granskar överenskommelserna", en: "Checking the agreements" });
  const compiled = compileFolder(agreementsFolder([]), undefined);
  const other = base === undefined ? compiled : otherVersion(base, compiled);
  progress.ends();
  if ("code" in other) return problem(other);
  const here = acceptedOr(compiled, terminal);
  const there = here === undefined || other === compiled ? here : acceptedOr(other, terminal);
  if (here === undefined || there === undefined) return { kind: "not-compiled" };
  // With one side alone, the choices are what sets the second apart.
  const sharedByA = b === undefined && base === undefined ? nothing : shared;
  return sidesOf(
    { asked: askedA, accepted: there, base: base ?? null, shared: sharedByA },
    { asked: b === undefined ? withChoices(askedB, choices, base) : askedB, accepted: here, base: null, shared },
  );
}

/** One side, for commands that compare nothing. */
export function oneSide(
  text: string,
  shared: SharedChoices,
  terminal: Terminal,
): { readonly kind: "side"; readonly side: Side } | Exclude<SidesRead, { readonly kind: "sides" }> {
  const asked = askedSide(text);
  if (asked === undefined) return problem(unreadableSide(text));
  const accepted = acceptedOr(compileFolder(agreementsFolder([]), undefined), terminal);
  if (accepted === undefined) return { kind: "not-compiled" };
  const program = programNamed(asked.agreement, accepted.compilation.programs);
  if (!isProgram(program)) return problem(program);
  const { side, problems } = sideFrom(
    asked,
    { front: accepted.compilation.front, program, base: null },
    shared,
    program,
  );
  return problems.length > 0 ? { kind: "problems", problems } : { kind: "side", side };
}

const nothing: SharedChoices = { readings: [], events: [], values: [] };

interface Named {
  readonly asked: AskedSide;
  readonly accepted: Accepted;
  readonly base: string | null;
  readonly shared: SharedChoices;
}

function sidesOf(first: Named, second: Named): SidesRead {
  const a = programNamed(first.asked.agreement, first.accepted.compilation.programs);
  const b = programNamed(second.asked.agreement, second.accepted.compilation.programs);
  if (!isProgram(a)) return problem(a);
  if (!isProgram(b)) return problem(b);
  const placeOf = ({ accepted, base }: Named, program: typeof a): Parameters<typeof sideFrom>[1] => ({
    front: accepted.compilation.front,
    program,
    base,
  });
  const sideA = sideFrom(first.asked, placeOf(first, a), first.shared, b);
  const sideB = sideFrom(second.asked, placeOf(second, b), second.shared, a);
  const problems = [...sideA.problems, ...sideB.problems];
  const once = problems.filter(
    (one, index) => problems.findIndex((other) => other.headline.sv === one.headline.sv) === index,
  );
  if (once.length > 0) return { kind: "problems", problems: once };
  return { kind: "sides", a: sideA.side, b: sideB.side };
}

/** The second of one side is named by what was chosen. */
function withChoices(asked: AskedSide, choices: readonly string[], base: string | undefined): AskedSide {
  return base !== undefined || choices.length === 0
    ? asked
    : { ...asked, label: `${asked.label}[${choices.join("; ")}]` };
}

function problem(one: DataProblem): Exclude<SidesRead, { readonly kind: "sides" | "not-compiled" }> {
  return { kind: "problems", problems: [one] };
}
