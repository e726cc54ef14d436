// A witness as people read it: `vårdform` somatisk, `utskrivningstid` 2020-03-03 kl. 10.00.
// Rule: the record is made up by the compiler, so nothing in it is about anybody.

import { dateText } from "@avtal/runtime/calendar";
import type { Field, Id, Program } from "../../ir/ir.ts";
import type { Words } from "../../problem.ts";
import type { Held } from "./candidates.ts";
import type { Witness } from "./witness.ts";

/** What the record holds, then readings and events that are not those of the text. */
export function witnessWords({ record, readings, events }: Witness, program: Program): Words {
  const say = (language: keyof Words): string => {
    const held = [...record].map(([field, value]) => `\`${field.name}\` ${heldWords(field, value, program)[language]}`);
    const under = [...readings].map(([id, reading]) => `${readingWord[language]} \`${reading}\` (\`${nameIn(id)}\`)`);
    const when = [...events].map(([id, day]) => `\`${nameIn(id)}\` ${day ?? notYet[language]}`);
    const all = [...held, ...under, ...when];
    return all.length === 0 ? anyRecord[language] : all.join(", ");
  };
  return { sv: say("sv"), en: say("en") };
}

function heldWords(field: Field, held: Held, program: Program): Words {
  switch (held.kind) {
    case "absent":
      return { sv: "tomt", en: "empty" };
    case "condition":
      return held.holds ? { sv: "ja", en: "yes" } : { sv: "nej", en: "no" };
    case "number":
      return same(`${held.number}`);
    case "name":
      return same(nameOf(field, held.name, program));
    case "day":
      return field.kind.kind === "date" ? same(dateText(held.day)) : momentWords(held.day, held.second);
  }
}

function momentWords(day: number, second: number): Words {
  const [hours, minutes, seconds] = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60];
  const parts = seconds === 0 ? [hours, minutes] : [hours, minutes, seconds];
  const clock = (sign: string): string => parts.map((part) => String(part).padStart(2, "0")).join(sign);
  return { sv: `${dateText(day)} kl. ${clock(".")}`, en: `${dateText(day)} ${clock(":")}` };
}

/** A choice or a payer by its name; a code that no list knows is made up, and stands for any. */
function nameOf({ kind, choices }: Field, code: string, { registers }: Program): string {
  if (kind.kind === "choice") return choices.find((choice) => choice.code === code)?.name ?? code;
  const entries = registers.flatMap((register) =>
    kind.kind === "payer" && kind.register === register.id ? register.entries : [],
  );
  return entries.find((entry) => entry.code === code)?.name ?? code;
}

function nameIn(id: Id): string {
  return id.slice(id.indexOf(".") + 1);
}

function same(text: string): Words {
  return { sv: text, en: text };
}

const readingWord: Words = { sv: "tolkningen", en: "the reading" };
const notYet: Words = { sv: "har inte inträffat", en: "has not happened" };
const anyRecord: Words = { sv: "vilket vårdtillfälle som helst", en: "any care episode" };
