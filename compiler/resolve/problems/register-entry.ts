// AV2035. An entry of a register lacks something, or says it in a form that could be misread.

import { nearest } from "../../nearest.ts";
import { replaceWith, type Fix, type Problem, type Words } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";

export type EntryFault =
  | { readonly kind: "noList" }
  | { readonly kind: "noEntry" }
  | { readonly kind: "lacks"; readonly key: string }
  | { readonly kind: "unknownKey"; readonly key: string; readonly known: readonly string[] }
  | { readonly kind: "notText"; readonly key: string }
  | { readonly kind: "notTexts"; readonly key: string }
  | { readonly kind: "notADate"; readonly key: string }
  | { readonly kind: "backwards" }
  | { readonly kind: "successorWithoutEnd" }
  | { readonly kind: "noChoice"; readonly key: string; readonly choices: readonly string[] };

export function registerEntry(span: Span, fault: EntryFault, fixes: readonly Fix[] = []): Problem {
  const guess = fault.kind === "unknownKey" ? nearest(fault.key, fault.known) : undefined;
  return problem({
    code: "AV2035",
    span,
    headline: headlineOf(fault),
    cause: {
      sv: "Varje betalare har `kod` och `namn`. Där det behövs har den `även`, `från`, `till`, `efterträdare` och registrets fält.",
      en: "Each payer has `kod` and `namn`. Where needed it has `även`, `från`, `till`, `efterträdare` and the register's fields.",
    },
    advice: guess === undefined ? adviceOf(fault) : { sv: `Menar du \`${guess}\`?`, en: `Do you mean \`${guess}\`?` },
    fixes: guess === undefined ? fixes : [replaceWith(span, guess)],
  });
}

function headlineOf(fault: EntryFault): Words {
  switch (fault.kind) {
    case "noList":
      return { sv: "Filen är ingen lista över betalare.", en: "The file is no list of payers." };
    case "noEntry":
      return { sv: "Detta är ingen betalare.", en: "This is no payer." };
    case "lacks":
      return { sv: `Betalaren saknar \`${fault.key}\`.`, en: `The payer lacks \`${fault.key}\`.` };
    case "unknownKey":
      return { sv: `Registret har inget fält \`${fault.key}\`.`, en: `The register has no field \`${fault.key}\`.` };
    case "notText":
      return { sv: `\`${fault.key}\` är ingen text.`, en: `\`${fault.key}\` is no text.` };
    case "notTexts":
      return { sv: `\`${fault.key}\` är ingen lista av texter.`, en: `\`${fault.key}\` is no list of texts.` };
    case "notADate":
      return { sv: `\`${fault.key}\` är inget datum.`, en: `\`${fault.key}\` is no date.` };
    case "backwards":
      return { sv: "Betalaren upphör innan den börjar.", en: "The payer ends before it begins." };
    case "successorWithoutEnd":
      return { sv: "Betalaren har en efterträdare men inget slut.", en: "The payer has a successor but no end." };
    case "noChoice":
      return { sv: `\`${fault.key}\` har inte det valet.`, en: `\`${fault.key}\` does not have that choice.` };
  }
}

function adviceOf(fault: EntryFault): Words {
  switch (fault.kind) {
    case "noList":
    case "noEntry":
      return {
        sv: 'Skriv till exempel `- kod: "0126"` och `namn: Huddinge` på nästa rad.',
        en: 'Write for example `- kod: "0126"`, and `namn: Huddinge` on the next line.',
      };
    case "lacks":
      return { sv: `Lägg till en rad \`${fault.key}:\`.`, en: `Add a line \`${fault.key}:\`.` };
    case "unknownKey":
      return {
        sv: "Ta bort raden, eller lägg till fältet i registrets sats.",
        en: "Remove the line, or add the field to the register's statement.",
      };
    case "notText":
      return {
        sv: "Skriv det inom citattecken. Utan dem blir 0126 talet 126.",
        en: "Write it in quotation marks. Without them 0126 becomes the number 126.",
      };
    case "notTexts":
      return {
        sv: `Skriv till exempel \`${fault.key}: [Huddinge kommun]\`.`,
        en: `Write for example \`${fault.key}: [Huddinge kommun]\`.`,
      };
    case "notADate":
      return {
        sv: "Skriv en dag som finns, till exempel 2020-07-01.",
        en: "Write a day that exists, such as 2020-07-01.",
      };
    case "backwards":
      return {
        sv: "`till` är den första dagen utanför. Rätta ett av datumen.",
        en: "`till` is the first day outside. Correct one of the dates.",
      };
    case "successorWithoutEnd":
      return {
        sv: "Skriv i `till` vilken dag efterträdaren tar över.",
        en: "Write in `till` on which day the successor takes over.",
      };
    case "noChoice":
      return { sv: `Valen är ${fault.choices.join(", ")}.`, en: `The choices are ${fault.choices.join(", ")}.` };
  }
}
