// AV5004, AV5005, AV5006. A citation names a section, a heading or a point that its source does not have.

import { nearest } from "../../nearest.ts";
import type { Problem, Words } from "../../problem.ts";
import { replaceWith } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { CitedPlace } from "../../syntax/ast.ts";

export function placeNotFound(about: { readonly place: CitedPlace; readonly known: readonly string[] }): Problem {
  const { place, known } = about;
  if (place.kind === "heading") return headingNotFound(place, known);
  return place.kind === "point" ? pointNotFound(place, known) : sectionNotFound(place, known);
}

function sectionNotFound(place: CitedPlace, known: readonly string[]): Problem {
  const said = sectionWords(place);
  const listed = known.slice(0, 30).join(", ");
  return problem({
    code: "AV5004",
    span: place.span,
    headline: { sv: `Källan har inget ${said.sv}.`, en: `The source has no ${said.en}.` },
    cause:
      listed === ""
        ? {
            sv: "Jag hittar inget sådant avsnitt i källans text.",
            en: "I find no such section in the text of the source.",
          }
        : { sv: `De som finns är ${listed}.`, en: `Those that exist are ${listed}.` },
    advice: { sv: "Rätta avsnittet.", en: "Correct the section." },
  });
}

function headingNotFound(place: Extract<CitedPlace, { kind: "heading" }>, known: readonly string[]): Problem {
  const guess = nearest(place.text.text, known);
  return problem({
    code: "AV5005",
    span: place.text.span,
    headline: {
      sv: `Källan har ingen rubrik "${place.text.text}" där.`,
      en: `The source has no heading "${place.text.text}" there.`,
    },
    cause: {
      sv: "Rubriken ska stå som i källan, inom det avsnitt som står före.",
      en: "The heading must stand as in the source, within the section named before it.",
    },
    advice:
      guess === undefined
        ? { sv: "Rätta rubriken eller avsnittet.", en: "Correct the heading or the section." }
        : { sv: `Menar du "${guess}"?`, en: `Do you mean "${guess}"?` },
    fixes: guess === undefined || guess.includes('"') ? [] : [replaceWith(place.text.span, `"${guess}"`)],
  });
}

function pointNotFound(place: Extract<CitedPlace, { kind: "point" }>, known: readonly string[]): Problem {
  const said = place.through === undefined ? place.from : `${place.from}–${place.through}`;
  return problem({
    code: "AV5006",
    span: place.span,
    headline: { sv: `Där finns ingen punkt ${said}.`, en: `There is no point ${said} there.` },
    cause: {
      sv: `Punkterna på det stället i källan är ${known.join(", ")}.`,
      en: `The points at that place of the source are ${known.join(", ")}.`,
    },
    advice: { sv: "Rätta punkten eller avsnittet.", en: "Correct the point or the section." },
  });
}

function sectionWords(place: CitedPlace): Words {
  switch (place.kind) {
    case "section":
      return { sv: `avsnitt ${place.text}`, en: `section ${place.text}` };
    case "chapter":
      return { sv: `${place.number} kap.`, en: `chapter ${place.number}` };
    case "paragraph":
      return { sv: `${place.number} §`, en: `${place.number} §` };
    default:
      return { sv: "sådant ställe", en: "such place" };
  }
}
