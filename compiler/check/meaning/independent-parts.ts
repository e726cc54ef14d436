// Conditions that share nothing can be looked at one by one: each has its cases, and one impossible part is enough.

import type { Formula, Operand } from "./formula.ts";

/** The members of an `and`, together where they look at the same thing or hang on the same question. */
export function independentParts(formula: Formula): readonly Formula[] {
  const parts: { of: Formula[]; about: Set<string> }[] = [];
  for (const member of members(formula)) {
    const about = thingsIn(member);
    const touching = parts.filter((part) => [...part.about].some((thing) => about.has(thing)));
    const together = { of: [...touching.flatMap(({ of }) => of), member], about };
    for (const part of touching) {
      part.about.forEach((thing) => about.add(thing));
      parts.splice(parts.indexOf(part), 1);
    }
    parts.push(together);
  }
  return parts.map(({ of }) => ({ kind: "and", of }));
}

function members(formula: Formula): readonly Formula[] {
  return formula.kind === "and" ? formula.of.flatMap(members) : [formula];
}

function thingsIn(formula: Formula): Set<string> {
  const found = new Set<string>();
  const visit = (part: Formula): void => {
    switch (part.kind) {
      case "truth":
        return;
      case "not":
      case "inDoubt":
        return visit(part.of);
      case "and":
      case "or":
        return part.of.forEach(visit);
      case "if":
        return [part.condition, part.then, part.otherwise].forEach(visit);
      case "holds":
      case "exists":
      case "unknown":
        found.add(part.of.key);
        return;
      case "compare":
        return [part.left, part.right].forEach(visitOperand);
      case "reading":
        found.add(`question ${part.question}`);
    }
  };
  const visitOperand = (operand: Operand): void => {
    if (operand.kind === "variable") found.add(operand.of.key);
  };
  visit(formula);
  return found;
}
