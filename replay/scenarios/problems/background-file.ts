import type { Problem } from "@avtal/compiler/problem";
import type { Said } from "../read/plain.ts";
import { scenarioProblem } from "../scenario-problem.ts";

/** AV8017. */
export function scenariosInBackground(key: Said): Problem {
  return scenarioProblem({
    code: "AV8017",
    span: key.span,
    headline: {
      sv: "Filen med mappens bakgrund har också scenarier.",
      en: "The file with the folder's background has scenarios too.",
    },
    cause: {
      sv: "`bakgrund.yaml` säger bara vad som gäller för alla scenarier i mappen.",
      en: "`bakgrund.yaml` only says what holds for every scenario of the folder.",
    },
    advice: { sv: "Flytta scenarierna till en egen fil.", en: "Move the scenarios to a file of their own." },
  });
}
