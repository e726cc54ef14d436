import { nearest } from "@avtal/compiler/nearest";
import { replaceWith, type Problem, type Words } from "@avtal/compiler/problem";
import type { ScenarioCode } from "../../problem-titles/av8-scenarios.ts";
import type { Said } from "../read/plain.ts";
import { scenarioProblem } from "../scenario-problem.ts";
import { listed } from "./listed.ts";

/** A name that the agreement does not have, with the nearest that it has, or all. */
interface NotFound {
  readonly code: ScenarioCode;
  readonly said: Said;
  readonly headline: Words;
  readonly cause: Words;
  readonly known: readonly string[];
  readonly none: Words;
  /** What was meant where words stand before it: `avsnitt 12.3`. */
  readonly within?: string | undefined;
}

/** AV8101. */
export function unknownAgreement(said: Said, known: readonly string[]): Problem {
  return notFound({
    code: "AV8101",
    said,
    headline: {
      sv: `Jag hittar ingen överenskommelse som heter \`${said.text}\`.`,
      en: `I find no agreement called \`${said.text}\`.`,
    },
    cause: {
      sv: "Namnet är det som står i överenskommelsens huvud, inte mappens.",
      en: "The name is the one in the head of the agreement, not the folder's.",
    },
    known,
    none: { sv: "Här finns ingen som går att köra.", en: "There is none here that can be run." },
  });
}

/** AV8102. `known`: names and codes of the vocabulary's fields; `shown`: the names. */
export function unknownFact(said: Said, known: readonly string[], shown: readonly string[]): Problem {
  return notFound(
    {
      code: "AV8102",
      said,
      headline: {
        sv: `Ordlistan har ingen uppgift som heter \`${said.text}\`.`,
        en: `The vocabulary has no fact called \`${said.text}\`.`,
      },
      cause: {
        sv: "Ett vårdtillfälle har de uppgifter som ordlistan nämner, `antal` och inget annat.",
        en: "An episode has the facts that the vocabulary names, `count`, and nothing else.",
      },
      known,
      none: { sv: "Ordlistan har inga uppgifter.", en: "The vocabulary has no facts." },
    },
    shown,
  );
}

/** AV8104. `known`: the places that the document cites. */
export function uncitedClause(said: Said, document: string, known: readonly string[]): Problem {
  return notFound({
    code: "AV8104",
    said,
    headline: {
      sv: `Ingen sats i \`${document}\` hänvisar till \`${said.text}\`.`,
      en: `No statement of \`${document}\` cites \`${said.text}\`.`,
    },
    cause: {
      sv: "Ett scenario prövar en klausul som överenskommelsen bygger på, hela eller en del av den.",
      en: "A scenario tests a clause that the agreement stands on, the whole or a part of it.",
    },
    known,
    none: { sv: "Dokumentet hänvisar inte till någon klausul.", en: "The document cites no clause." },
    within: longest(known.filter((place) => said.text.endsWith(` ${place}`))),
  });
}

function longest(names: readonly string[]): string | undefined {
  return names.reduce<string | undefined>((best, name) => (name.length > (best ?? "").length ? name : best), undefined);
}

/** AV8105. `words`: what may stand instead of a day. */
export function unknownWording(
  said: Said,
  agreement: string,
  known: readonly string[],
  words: readonly string[],
): Problem {
  const found: NotFound = {
    code: "AV8105",
    said,
    headline: {
      sv: `\`${agreement}\` har ingen lydelse som börjar \`${said.text}\`.`,
      en: `\`${agreement}\` has no wording that begins \`${said.text}\`.`,
    },
    cause: {
      sv: "En lydelse heter som dagen då något ändras. Dessutom finns `alla lydelser`, `övriga lydelser` och `gällande`.",
      en: "A wording is called by the day on which something changes. Besides there are `all wordings`, `other wordings` and `in force`.",
    },
    known: [...known, ...words],
    none: { sv: "Den har inga lydelser.", en: "It has no wordings." },
  };
  return notFound(found, known);
}

/** AV8107. */
export function unknownQuestion(said: Said, known: readonly string[]): Problem {
  return notFound({
    code: "AV8107",
    said,
    headline: {
      sv: `Det finns ingen tolkningsfråga som heter \`${said.text}\`.`,
      en: `There is no question called \`${said.text}\`.`,
    },
    cause: questionCause,
    known,
    none: { sv: "Överenskommelsen har inga tolkningsfrågor.", en: "The agreement has no questions." },
  });
}

/** AV8107. */
export function unknownReading(said: Said, question: string, known: readonly string[]): Problem {
  return notFound({
    code: "AV8107",
    said,
    headline: {
      sv: `Tolkningsfrågan \`${question}\` har ingen tolkning \`${said.text}\`.`,
      en: `The question \`${question}\` has no reading \`${said.text}\`.`,
    },
    cause: questionCause,
    known,
    none: { sv: "Den har inga tolkningar.", en: "It has no readings." },
  });
}

/** AV8108. */
export function unknownEvent(said: Said, known: readonly string[]): Problem {
  return notFound({
    code: "AV8108",
    said,
    headline: {
      sv: `Det finns ingen händelse som heter \`${said.text}\`.`,
      en: `There is no event called \`${said.text}\`.`,
    },
    cause: {
      sv: "Bara händelser som överenskommelsen nämner kan anges.",
      en: "Only events that the agreement names can be given.",
    },
    known,
    none: { sv: "Överenskommelsen nämner ingen händelse.", en: "The agreement names no event." },
  });
}

/** AV8109. */
export function unknownValue(said: Said, known: readonly string[]): Problem {
  return notFound({
    code: "AV8109",
    said,
    headline: {
      sv: `Det finns inget värde som heter \`${said.text}\`.`,
      en: `There is no value called \`${said.text}\`.`,
    },
    cause: {
      sv: "Bara överenskommelsens egna värden och mätvärden kan anges eller stoppa en körning.",
      en: "Only values and measured values of the agreement can be given, or can stop a run.",
    },
    known,
    none: { sv: "Överenskommelsen har inga värden.", en: "The agreement has no values." },
  });
}

/** AV8110. */
export function unknownStep(said: Said, known: readonly string[]): Problem {
  return notFound({
    code: "AV8110",
    said,
    headline: {
      sv: `Ingen regel har ett steg som heter \`${said.text}\`.`,
      en: `No rule has a step called \`${said.text}\`.`,
    },
    cause: {
      sv: "Ett steg är en rad `namn = …` i en regel eller en statistik.",
      en: "A step is a line `name = …` of a rule or a statistic.",
    },
    known,
    none: { sv: "Överenskommelsen har inga regler.", en: "The agreement has no rules." },
  });
}

export type ResultPart = "payer" | "rule" | "episode" | "fact" | "clause" | "code";

/** AV8112. What is expected can never come out, because the agreement does not know it. */
export function unknownInResult(said: Said, part: ResultPart, known: readonly string[]): Problem {
  return notFound({
    code: "AV8112",
    said,
    headline: headlines[part](said.text),
    cause: {
      sv: "En förväntan på något som inte kan hända slår alltid fel.",
      en: "An expectation of what cannot happen always fails.",
    },
    known,
    none: { sv: "Det finns ingen.", en: "There is none." },
  });
}

const headlines: Readonly<Record<ResultPart, (name: string) => Words>> = {
  payer: (name) => ({ sv: `Ingen betalare heter \`${name}\`.`, en: `No payer is called \`${name}\`.` }),
  rule: (name) => ({ sv: `Ingen regel heter \`${name}\`.`, en: `No rule is called \`${name}\`.` }),
  episode: (name) => ({
    sv: `Inget vårdtillfälle i scenariot heter \`${name}\`.`,
    en: `No episode of the scenario is called \`${name}\`.`,
  }),
  fact: (name) => ({
    sv: `Ingen uppgift, inget värde och ingen händelse heter \`${name}\`.`,
    en: `No fact, value or event is called \`${name}\`.`,
  }),
  clause: (name) => ({
    sv: `Inget villkor hänvisar till \`${name}\`, och ingen orsak lyder så.`,
    en: `No condition cites \`${name}\`, and no reason reads so.`,
  }),
  code: (name) => ({
    sv: `\`${name}\` är ingen kod som ett vårdtillfälle kan avvisas med.`,
    en: `\`${name}\` is no code that an episode can be refused with.`,
  }),
};

const questionCause: Words = {
  sv: "Under `tolkningar` står en tolkningsfråga och en av dess tolkningar, som i överenskommelsen.",
  en: "Below `readings` stands a question and one of its readings, as in the agreement.",
};

function notFound(
  { code, said, headline, cause, known, none, within }: NotFound,
  shown: readonly string[] = known,
): Problem {
  // Among names of one or two signs every name is near every other.
  const near = within ?? (said.text.length < 3 ? undefined : nearest(said.text, known));
  const alike = near === undefined ? namesWith(said.text, known) : [near];
  const guess = alike.length === 1 ? alike[0] : undefined;
  const advice =
    alike.length > 0
      ? { sv: `Menade du ${oneOf(alike, "eller")}?`, en: `Did you mean ${oneOf(alike, "or")}?` }
      : shown.length === 0
        ? none
        : { sv: `Det finns: ${listed(shown)}.`, en: `There are: ${listed(shown)}.` };
  const fixes = guess === undefined ? [] : [replaceWith(said.span, guess)];
  return scenarioProblem({ code, span: said.span, headline, cause, advice, fixes });
}

/** Names of which a part was written; none where there are many. */
function namesWith(written: string, known: readonly string[]): readonly string[] {
  if (written.length < 4) return [];
  const found = known.filter((name) => name.includes(written));
  return found.length > mostAlike ? [] : found;
}

const mostAlike = 4;

function oneOf(names: readonly string[], or: string): string {
  const quoted = names.map((name) => `\`${name}\``);
  const last = quoted.slice(-1).join("");
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(", ")} ${or} ${last}`;
}
