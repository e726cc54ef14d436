import type { Words } from "@avtal/compiler/problem";
import { dataProblem, type DataProblem } from "../data-problem.ts";

// AV9204–AV9208 and AV9213: what was asked of a run does not fit the agreement. All of them name what there is.

/** AV9204. `known`: the agreements that can be run; `guess`: the one that was most likely meant. */
export function unknownAgreement(written: string, guess: string | undefined, known: readonly string[]): DataProblem {
  return dataProblem({
    code: "AV9204",
    headline: {
      sv: `Jag hittar ingen överenskommelse som heter \`${written}\`.`,
      en: `I find no agreement called \`${written}\`.`,
    },
    advice: guessOr(guess, known, {
      sv: "Det finns ingen överenskommelse här som går att köra.",
      en: "There is no agreement here that can be run.",
    }),
  });
}

/** AV9205. `first`: the first day of the agreement, where it has one. */
export function unknownWording(written: string, first: string | undefined): DataProblem {
  return dataProblem({
    code: "AV9205",
    headline: {
      sv: first === undefined ? `\`${written}\` är inget datum.` : `Överenskommelsen hade ingen lydelse ${written}.`,
      en: first === undefined ? `\`${written}\` is no date.` : `The agreement had no wording on ${written}.`,
    },
    advice: {
      sv: first === undefined ? "Skriv dagen så: `stockholm@2021-11-01`." : `Välj en dag från och med ${first}.`,
      en: first === undefined ? "Write the day so: `stockholm@2021-11-01`." : `Choose a day from ${first} on.`,
    },
  });
}

/** AV9206. */
export function unknownQuestion(written: string, guess: string | undefined, known: readonly string[]): DataProblem {
  return dataProblem({
    code: "AV9206",
    headline: {
      sv: `Det finns ingen tolkningsfråga som heter \`${written}\`.`,
      en: `There is no question called \`${written}\`.`,
    },
    advice: guessOr(guess, known, {
      sv: "Överenskommelsen har inga tolkningsfrågor.",
      en: "The agreement has no questions.",
    }),
  });
}

/** AV9206. */
export function unknownReading(
  question: string,
  written: string,
  guess: string | undefined,
  known: readonly string[],
): DataProblem {
  return dataProblem({
    code: "AV9206",
    headline: {
      sv: `Tolkningsfrågan \`${question}\` har ingen tolkning \`${written}\`.`,
      en: `The question \`${question}\` has no reading \`${written}\`.`,
    },
    advice: guessOr(guess, known, { sv: "Den har inga tolkningar.", en: "It has no readings." }),
  });
}

/** AV9207. */
export function unknownEvent(written: string, guess: string | undefined, known: readonly string[]): DataProblem {
  return dataProblem({
    code: "AV9207",
    headline: {
      sv: `Det finns ingen händelse som heter \`${written}\`.`,
      en: `There is no event called \`${written}\`.`,
    },
    advice: guessOr(guess, known, {
      sv: "Överenskommelsen nämner ingen händelse.",
      en: "The agreement names no event.",
    }),
  });
}

/** AV9207. */
export function unreadableEventDate(event: string): DataProblem {
  return dataProblem({
    code: "AV9207",
    headline: {
      sv: `Jag kan inte läsa när \`${event}\` inträffade.`,
      en: `I cannot read when \`${event}\` happened.`,
    },
    advice: {
      sv: `Skriv \`--event ${event}=2021-03-01\`, eller \`--event ${event}=inte\` om det inte har hänt.`,
      en: `Write \`--event ${event}=2021-03-01\`, or \`--event ${event}=not-yet\` if it has not happened.`,
    },
  });
}

/** AV9208. */
export function unknownValue(written: string, guess: string | undefined, known: readonly string[]): DataProblem {
  return dataProblem({
    code: "AV9208",
    headline: {
      sv: `Det finns inget värde som heter \`${written}\`.`,
      en: `There is no value called \`${written}\`.`,
    },
    advice: guessOr(guess, known, {
      sv: "Överenskommelsen har inga värden att ange.",
      en: "The agreement has no values to give.",
    }),
  });
}

/** AV9208. `example`: how an amount of its kind is written. */
export function unreadableValue(value: string, example: string): DataProblem {
  return dataProblem({
    code: "AV9208",
    headline: {
      sv: `Jag kan inte läsa vad \`${value}\` ska vara.`,
      en: `I cannot read what \`${value}\` is to be.`,
    },
    advice: {
      sv: `Skriv talet med decimalkomma och enhet: \`--set ${value}="${example}"\`.`,
      en: `Write the number with a decimal comma and its unit: \`--set ${value}="${example}"\`.`,
    },
  });
}

/** AV9206, AV9207 or AV9208. `known`: the names with their documents, of which the user may have meant any. */
export function ambiguousName(
  code: "AV9206" | "AV9207" | "AV9208",
  written: string,
  known: readonly string[],
): DataProblem {
  const list = known.map((name) => `\`${name}\``).join(", ");
  return dataProblem({
    code,
    headline: {
      sv: `Flera dokument har något som heter \`${written}\`.`,
      en: `Several documents have something called \`${written}\`.`,
    },
    advice: { sv: `Skriv vilket du menar: ${list}.`, en: `Write which one you mean: ${list}.` },
  });
}

/** AV9213. `form`: how the option is written. */
export function unreadableOption(option: string, form: string): DataProblem {
  return dataProblem({
    code: "AV9213",
    headline: {
      sv: `Jag förstår inte vad som står efter \`${option}\`.`,
      en: `I do not understand what stands after \`${option}\`.`,
    },
    advice: { sv: `Skriv så: \`${form}\`.`, en: `Write it so: \`${form}\`.` },
  });
}

function guessOr(guess: string | undefined, known: readonly string[], none: Words): Words {
  if (guess !== undefined) return { sv: `Menade du \`${guess}\`?`, en: `Did you mean \`${guess}\`?` };
  if (known.length === 0) return none;
  const list = known.map((name) => `\`${name}\``).join(", ");
  return { sv: `Det finns: ${list}.`, en: `There are: ${list}.` };
}
