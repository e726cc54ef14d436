// Holds a file that was built against what the agreements give now, and against its own seal.
// Rule: equal bytes are well, whatever else; a file that was edited is told from one that is merely old.

import type { Problem } from "../problem.ts";
import type { SourceFile } from "../source.ts";
import { builtFromOlderText } from "./problems/built-from-older-text.ts";
import { builtFileEdited } from "./problems/built-file-edited.ts";
import { builtOfNoAgreement } from "./problems/built-of-no-agreement.ts";
import { checkGenerated, sealIn } from "./typescript/generated-seal.ts";

/** `now`: what the agreement gives. Only a TypeScript module carries a seal; of others it is only known that they differ. */
export function checkBuilt(file: SourceFile, now: string): Problem | undefined {
  if (file.text === now) return undefined;
  const isModule = file.path.endsWith(".ts");
  if (isModule && !checkGenerated(file.text)) return builtFileEdited(file, sealIn(file.text));
  const [was, is] = [meaningIn(file.text), meaningIn(now)];
  return builtFromOlderText(file, { isSealed: isModule, sameMeaning: was !== undefined && was === is });
}

/** A module of ours whose agreement is not there any more; undefined for every other file. */
export function checkStranger(file: SourceFile, agreements: readonly string[]): Problem | undefined {
  return file.path.endsWith(".ts") && file.text.startsWith("// Written by avtal from ")
    ? builtOfNoAgreement(file, agreements)
    : undefined;
}

/** The meaning hash that the first line names. */
function meaningIn(text: string): string | undefined {
  return /^\/\/ Written by avtal from .*\(meaning ([0-9a-f]{64})\)/.exec(text)?.[1];
}
