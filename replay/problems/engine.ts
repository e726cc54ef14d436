import { dataProblem, type DataProblem } from "../data-problem.ts";

// AV9351–AV9356: an engine cannot compute what it was asked to. No address, no password and no value is repeated.

/** AV9351. `construct`: what the agreement says, in English as the compiler names it. */
export function unsayableInSql(construct: string): DataProblem {
  return dataProblem({
    code: "AV9351",
    headline: {
      sv: `Överenskommelsen säger något som inte går att räkna exakt i SQL (${construct}).`,
      en: `The agreement says something that SQL cannot compute exactly (${construct}).`,
    },
    advice: {
      sv: "Kör med `--engine typescript`. Den räknar allt som språket kan säga.",
      en: "Run with `--engine typescript`. It computes everything that the language can say.",
    },
  });
}

/** AV9352. `engine` as people know it: `PostgreSQL`. */
export function engineNotReached(engine: string): DataProblem {
  return dataProblem({
    code: "AV9352",
    headline: {
      sv: `Jag fick ingen kontakt med ${engine}.`,
      en: `I could not reach ${engine}.`,
    },
    advice: {
      sv: "Kontrollera adressen, att tjänsten är igång och att du har behörighet att läsa.",
      en: "Check the address, that the service is running, and that you may read there.",
    },
  });
}

/** AV9353. Nothing of the engine's own message is repeated, since it may hold values of the data. */
export function engineStopped(engine: string): DataProblem {
  return dataProblem({
    code: "AV9353",
    headline: {
      sv: `${engine} avbröt beräkningen. Inget resultat finns.`,
      en: `${engine} broke off the computation. There is no result.`,
    },
    advice: {
      sv: "Det händer när ett tal är för stort, när en dag ligger utanför 1990–2079 eller när minnet tar slut. Prova `--engine typescript`.",
      en: "That happens when a number is too large, a day lies outside 1990–2079, or memory runs out. Try `--engine typescript`.",
    },
  });
}

/** AV9354. `option`: what was asked for; `engine`: where it cannot be had. */
export function notWithThisEngine(option: string, engine: string): DataProblem {
  return dataProblem({
    code: "AV9354",
    headline: {
      sv: `\`${option}\` går inte att använda med ${engine}.`,
      en: `\`${option}\` cannot be used with ${engine}.`,
    },
    advice: {
      sv: "Kör på en fil med `--engine typescript` eller `--engine duckdb`.",
      en: "Run on a file with `--engine typescript` or `--engine duckdb`.",
    },
  });
}

/** AV9355. `column`: a field of the vocabulary; `found`: the type it has, or undefined where there is none. */
export function unfitTable(column: string, found: string | undefined, needed: string): DataProblem {
  return dataProblem({
    code: "AV9355",
    column,
    headline: {
      sv:
        found === undefined ? `Tabellen saknar kolumnen \`${column}\`.` : `Kolumnen \`${column}\` har typen ${found}.`,
      en:
        found === undefined
          ? `The table has no column \`${column}\`.`
          : `The column \`${column}\` has the type ${found}.`,
    },
    advice: {
      sv: `Ge tabellen en kolumn \`${column}\` av typen ${needed}, till exempel i en vy.`,
      en: `Give the table a column \`${column}\` of the type ${needed}, for instance in a view.`,
    },
  });
}

/** AV9356. `engine` as people know it. A warning: amounts and accounts are whole, notes on records are not given. */
export function withoutNotes(engine: string): DataProblem {
  return dataProblem({
    code: "AV9356",
    severity: "warning",
    headline: {
      sv: `${engine} räknar utan anmärkningar om enskilda vårdtillfällen. Belopp och antal är desamma.`,
      en: `${engine} computes without notes on single episodes. Amounts and counts are the same.`,
    },
    advice: {
      sv: "Kör med `--engine typescript` för att se dem, till exempel tider som står i omvänd ordning.",
      en: "Run with `--engine typescript` to see them, for instance times that stand in reverse order.",
    },
  });
}
