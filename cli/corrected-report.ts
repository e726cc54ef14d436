// What a corrected run changes, in two sentences with the kronor first.

import { signedKronor } from "@avtal/replay/compare/signed";
import { kronorShown } from "@avtal/replay/shown";
import type { Corrected } from "@avtal/replay/supersede/correction-files";
import { countWords } from "./count-words.ts";
import type { Terminal } from "./terminal.ts";
import { wrapped } from "./wrapped.ts";

const width = 80;

export function correctedText({ correction, superseded }: Corrected, terminal: Terminal): string {
  const { before, after, unchanged, credited, debited, difference } = correction;
  const [old, now] = [kronorShown(before.amount), kronorShown(after.amount)];
  const lines = { sv: ["rad", "rader"], en: ["line", "lines"] } as const;
  const says = {
    sv:
      `Rättelsen av ${superseded.folder} ändrar ${old} kr till ${now} kr (${signedKronor(difference)} kr). ` +
      `${countWords(credited.lines, ...lines.sv)} krediteras (${signedKronor(credited.amount)} kr), ` +
      `${countWords(debited.lines, ...lines.sv)} debiteras (${signedKronor(debited.amount)} kr), ` +
      `${countWords(unchanged.lines, ...lines.sv)} är oförändrade.`,
    en:
      `The correction of ${superseded.folder} changes ${old} kr to ${now} kr (${signedKronor(difference)} kr). ` +
      `${countWords(credited.lines, ...lines.en)} credited (${signedKronor(credited.amount)} kr), ` +
      `${countWords(debited.lines, ...lines.en)} debited (${signedKronor(debited.amount)} kr), ` +
      `${countWords(unchanged.lines, ...lines.en)} unchanged.`,
  };
  return wrapped(terminal.words(says), width).join("\n");
}
