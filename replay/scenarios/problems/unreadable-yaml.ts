import type { Problem, Words } from "@avtal/compiler/problem";
import type { Span } from "@avtal/compiler/source";
import type { ErrorCode } from "yaml";
import { scenarioProblem } from "../scenario-problem.ts";

/**
 * What the reader of YAML calls it, or what it cannot tell: a hyphen or a colon without a space, a line below that is
 * indented more, more text after a closing quotation mark.
 */
export type Unreadable = ErrorCode | "HYPHEN_ALONE" | "COLON_ALONE" | "DEEPER_BELOW" | "TEXT_AFTER_QUOTE";

/** AV8001. */
export function unreadableYaml(why: Unreadable, span: Span): Problem {
  const { headline, advice } = saidOf(why);
  return scenarioProblem({
    code: "AV8001",
    span,
    headline,
    cause: {
      sv: "En rad är `nyckel: värde`, och en post i en lista börjar med `- `. Indraget visar vad som hör till vad.",
      en: "A line is `key: value`, and an entry of a list begins with `- `. The indent shows what belongs to what.",
    },
    advice,
  });
}

function saidOf(why: Unreadable): { readonly headline: Words; readonly advice: Words } {
  switch (why) {
    case "HYPHEN_ALONE":
      return {
        headline: {
          sv: "Här fattas ett blanksteg efter bindestrecket.",
          en: "A space is missing here after the hyphen.",
        },
        advice: {
          sv: "Skriv till exempel `- namn: …`, med ett blanksteg efter bindestrecket.",
          en: "Write for example `- name: …`, with a space after the hyphen.",
        },
      };
    case "COLON_ALONE":
      return {
        headline: { sv: "Här fattas ett blanksteg efter kolonet.", en: "A space is missing here after the colon." },
        advice: {
          sv: "Skriv till exempel `medeldagar: 4 dagar`, med ett blanksteg efter kolonet.",
          en: "Write for example `medeldagar: 4 dagar`, with a space after the colon.",
        },
      };
    case "TEXT_AFTER_QUOTE":
      return {
        headline: {
          sv: "Här kommer mer text efter ett avslutande citattecken.",
          en: "More text comes here after a closing quotation mark.",
        },
        advice: {
          sv: "Sätt citattecken om hela texten, eller ta bort dem.",
          en: "Put quotation marks around the whole text, or take them away.",
        },
      };
    case "DEEPER_BELOW":
      return {
        headline: {
          sv: "Raden under har större indrag, fast den här redan har ett värde.",
          en: "The line below is indented more, though this one has a value already.",
        },
        advice: {
          sv: "Ge dem samma indrag. Är det en lista, börjar den första raden med `- `. Är det en tabell under nyckeln, ta bort värdet här.",
          en: "Give them the same indent. In a list the first line begins with `- `. Where keys belong below, take away the value here.",
        },
      };
    case "BLOCK_AS_IMPLICIT_KEY":
      return {
        headline: { sv: "Här kommer ett kolon till på samma rad.", en: "Another colon comes on the same line here." },
        advice: {
          sv: "Sätt citattecken om texten om den har ett kolon följt av blanksteg. Är det en ny nyckel, lägg den på en egen rad.",
          en: "Put quotation marks around a text that has a colon followed by a space. A new key stands on a line of its own.",
        },
      };
    case "MULTILINE_IMPLICIT_KEY":
    case "KEY_OVER_1024_CHARS":
      return {
        headline: {
          sv: "Jag ser inte var nyckeln slutar på den här raden.",
          en: "I do not see where the key ends on this line.",
        },
        advice: {
          sv: "Skriv ett kolon och ett blanksteg efter nyckeln, och ge raden samma indrag som de andra nycklarna.",
          en: "Write a colon and a space after the key, and give the line the same indent as the other keys.",
        },
      };
    case "BAD_INDENT":
    case "BLOCK_IN_FLOW":
    case "BAD_COLLECTION_TYPE":
      return {
        headline: {
          sv: "Raden har ett annat indrag än de rader den hör till.",
          en: "The line has another indent than the lines that it belongs to.",
        },
        advice: {
          sv: "Ge den samma indrag som raderna omkring, och avsluta klamrar på samma rad som de börjar.",
          en: "Give it the same indent as the lines around it, and close brackets on the line where they open.",
        },
      };
    case "MISSING_CHAR":
      return {
        headline: {
          sv: "Något fattas här: ett citattecken, en klammer, ett kolon eller ett bindestreck.",
          en: "Something is missing here: a quotation mark, a bracket, a colon or a hyphen.",
        },
        advice: {
          sv: "Avsluta citattecken och klamrar på samma rad, och ge raden samma indrag som raderna omkring.",
          en: "Close quotation marks and brackets on the same line, and give the line the same indent as those around it.",
        },
      };
    case "BAD_SCALAR_START":
    case "BAD_DQ_ESCAPE":
      return {
        headline: {
          sv: "En text kan inte börja så här utan citattecken.",
          en: "A text cannot begin like this without quotation marks.",
        },
        advice: { sv: "Sätt citattecken om texten.", en: "Put quotation marks around the text." },
      };
    default:
      return {
        headline: { sv: "Härifrån kan jag inte läsa filen.", en: "I cannot read the file from here on." },
        advice: {
          sv: "Kontrollera indrag, kolon och citattecken på den här raden och raden före.",
          en: "Check indent, colon and quotation marks on this line and the line before.",
        },
      };
  }
}
