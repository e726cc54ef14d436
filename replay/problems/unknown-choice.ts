import type { Field } from "@avtal/compiler/ir/ir";
import type { CellFault } from "../read/columns/column-builder.ts";
import { shapeOf } from "../read/shape.ts";

/** AV9109. */
export function unknownChoice(text: string, choices: Field["choices"]): CellFault {
  const shape = shapeOf(text);
  const names = choices.map((choice) => `\`${choice.name}\``).join(", ");
  const codes = choices.map((choice) => `\`${choice.code}\``).join(", ");
  return {
    code: "AV9109",
    headline: {
      sv: `Ordlistan har inget sådant val (${shape.sv}).`,
      en: `The vocabulary has no such choice (${shape.en}).`,
    },
    advice: { sv: `Skriv något av ${names}.`, en: `Write one of ${codes}.` },
  };
}
