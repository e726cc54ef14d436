import { replaceWith, type Problem, type Words } from "@avtal/compiler/problem";
import type { Plain } from "../read/plain.ts";
import { scenarioProblem } from "../scenario-problem.ts";

/** AV8009. `wanted`: what is to stand here; `example`: a line of it; `guess`: what was most likely meant. */
export function otherShape(found: Plain, wanted: Words, example: string, guess?: string): Problem {
  const shape = shapes[found.kind];
  return scenarioProblem({
    code: "AV8009",
    span: found.span,
    headline: { sv: `Här står ${shape.sv}.`, en: `${shape.en} stands here.` },
    cause: { sv: `Jag behöver ${wanted.sv}.`, en: `I need ${wanted.en}.` },
    advice:
      guess === undefined
        ? { sv: `Skriv till exempel \`${example}\`.`, en: `Write for example \`${example}\`.` }
        : { sv: `Menade du \`${guess}\`?`, en: `Did you mean \`${guess}\`?` },
    fixes: guess === undefined ? [] : [replaceWith(found.span, guess)],
  });
}

const shapes: Readonly<Record<Plain["kind"], Words>> = {
  text: { sv: "en text", en: "A text" },
  list: { sv: "en lista", en: "A list" },
  map: { sv: "nycklar med värden", en: "Keys with values" },
  empty: { sv: "ingenting", en: "Nothing" },
};
