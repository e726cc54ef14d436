// What each open question is worth, as people read it: the span first, then question by question.

import type { QuestionValue, ReadingValue, ReadingValues, Span } from "@avtal/replay/compare/reading-values";
import { signedKronor } from "@avtal/replay/compare/signed";
import { countShown, kronorShown } from "@avtal/replay/shown";
import type { Words } from "@avtal/compiler/problem";
import type { Payer } from "@avtal/runtime/result";
import type { Ready } from "./actions/over-data.ts";
import { countWords } from "./count-words.ts";
import { table } from "./table.ts";
import type { Terminal } from "./terminal.ts";
import { wrapped } from "./wrapped.ts";

const width = 96;

export function readingsReport({ side, options }: Ready, values: ReadingValues, terminal: Terminal): string {
  const { words, outColours } = terminal;
  const said = (text: Words): string[] => wrapped(words(text), width);
  const parts = [
    said(spanSentence(side.label, options.wording, values)).map((line) => outColours.bold(line)),
    said(boundSentence(values.span)),
    ...(values.questions.length === 0 ? [] : [[questionsTable(values.questions, terminal)]]),
    values.questions.flatMap((question) => turningLines(question, terminal)),
    said({
      sv: "Varje tolkning är prövad för sig, från de valda. --json visar beloppen per betalare.",
      en: "Each reading is tried by itself, from the chosen ones. --json shows the amounts by payer.",
    }),
  ];
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join("\n").trimEnd())
    .join("\n\n")}\n`;
}

function spanSentence(label: string, wording: string | null, { total, questions, span }: ReadingValues): Words {
  const [least, greatest, chosen] = [kronorShown(span.least), kronorShown(span.greatest), kronorShown(total)];
  const how: Words =
    wording === null
      ? { sv: "Gällande (varje vårdtillfälle efter sina egna datum)", en: "In force (each episode by its own dates)" }
      : { sv: "Kontrafaktiskt (allt som det löd den dagen)", en: "Counterfactually (all as worded on that day)" };
  if (questions.length === 0) {
    return {
      sv: `${how.sv}: ${label} kostar ${chosen} kr och lämnar inga frågor öppna.`,
      en: `${how.en}: ${label} costs ${chosen} kr and leaves no question open.`,
    };
  }
  return {
    sv: `${how.sv}: ${label} kostar ${chosen} kr som den läses, och mellan ${least} och ${greatest} kr om den läses på andra sätt.`,
    en: `${how.en}: ${label} costs ${chosen} kr as it is read, and between ${least} and ${greatest} kr read in other ways.`,
  };
}

function boundSentence({ of, tried, combinations, stopped, leastBy, greatestBy }: Span): Words {
  const [count, all] = [countShown(tried), combinations.toString().replaceAll(/\B(?=(?:\d{3})+$)/gu, "\u00a0")];
  const over: Words = {
    every: { sv: `alla ${count} kombinationer`, en: `all ${count} combinations` },
    moving: {
      sv: `${count} kombinationer av de frågor som ensamma flyttar något (av ${all} i allt)`,
      en: `${count} combinations of the questions that move anything alone (of ${all} in all)`,
    },
    climbed: {
      sv: `${count} prövade kombinationer av ${all}`,
      en: `${count} tried combinations of ${all}`,
    },
  }[of];
  const ends = (by: readonly string[]): string => (by.length === 0 ? "–" : by.join(", "));
  const without: Words =
    stopped === 0
      ? { sv: "", en: "" }
      : {
          sv: ` ${countWords(stopped, "kombination", "kombinationer")} gick inte att räkna, för ett värde saknas.`,
          en: ` ${countWords(stopped, "combination", "combinations")} could not be computed, for a value is missing.`,
        };
  const how: Words =
    of === "climbed"
      ? {
          sv: " En tolkning i taget byttes så länge beloppet ändrades åt samma håll. Gränserna kan ligga längre ut.",
          en: " One reading at a time was changed while the amount moved the same way. The limits may lie further out.",
        }
      : { sv: "", en: "" };
  return {
    sv: `Spannet är över ${over.sv}.${how.sv} Minst: ${ends(leastBy)}. Mest: ${ends(greatestBy)}.${without.sv}`,
    en: `The span is over ${over.en}.${how.en} Least: ${ends(leastBy)}. Most: ${ends(greatestBy)}.${without.en}`,
  };
}

function questionsTable(questions: readonly QuestionValue[], { words }: Terminal): string {
  const rows = questions.flatMap(({ question, preliminary, readings }) =>
    readings.map((reading, index) => [
      index === 0 ? `${question}${preliminary ? " *" : ""}` : "",
      reading.reading,
      reading.total === null ? words(stoppedWords(reading)) : kronorShown(reading.total),
      reading.isChosen
        ? words({ sv: "vald", en: "chosen" })
        : reading.difference === null
          ? ""
          : signedKronor(reading.difference),
    ]),
  );
  const body = table(
    [
      { title: words({ sv: "Fråga", en: "Question" }), align: "left" },
      { title: words({ sv: "Tolkning", en: "Reading" }), align: "left" },
      { title: words({ sv: "Belopp (kr)", en: "Amount (kr)" }), align: "right" },
      { title: words({ sv: "Mot vald (kr)", en: "Against chosen (kr)" }), align: "right" },
    ],
    rows,
  );
  const isOpen = questions.some(({ preliminary }) => preliminary);
  return isOpen ? `${body}${words({ sv: "* preliminärt vald", en: "* chosen preliminarily" })}` : body;
}

function stoppedWords({ stoppedAt }: ReadingValue): Words {
  return { sv: `saknar ${stoppedAt ?? ""}`, en: `lacks ${stoppedAt ?? ""}` };
}

/** Who begins or ceases to pay under a reading, by name. */
function turningLines({ question, readings }: QuestionValue, { words }: Terminal): readonly string[] {
  return readings.flatMap(({ reading, title, starts, stops, payers }) => {
    const named = (codes: readonly string[]): string =>
      codes.map((code) => nameOf(payers.find(({ payer }) => payer.code === code)?.payer, code)).join(", ");
    const under = `${question}=${reading}${title === "" || title === reading ? "" : ` (${title})`}`;
    return [
      ...(starts.length === 0
        ? []
        : [{ sv: `Börjar betala med ${under}`, en: `Begin to pay with ${under}`, who: starts }]),
      ...(stops.length === 0
        ? []
        : [{ sv: `Slutar betala med ${under}`, en: `Cease to pay with ${under}`, who: stops }]),
    ].flatMap(({ sv, en, who }) => wrapped(words({ sv: `${sv}: ${named(who)}.`, en: `${en}: ${named(who)}.` }), width));
  });
}

function nameOf(payer: Payer | undefined, code: string): string {
  return payer === undefined || payer.name === code ? code : `${payer.name} (${code})`;
}
