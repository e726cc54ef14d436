// Titles of the AV9xxx family: data files (AV90), their rows (AV91), what a run was asked (AV92), agreement folders (AV930) and engines (AV935).
// Rule: a code is never reused or renumbered.

import type { Words } from "@avtal/compiler/problem";
import { differenceTitles } from "./av84-differences.ts";
import { witnessTitles } from "./av85-witness.ts";
import { evidenceTitles } from "./av86-evidence.ts";

export const dataTitles = {
  ...differenceTitles,
  ...witnessTitles,
  ...evidenceTitles,

  AV9001: { sv: "en fil som inte går att öppna", en: "a file that cannot be opened" },
  AV9002: { sv: "inte en vanlig fil", en: "not an ordinary file" },
  AV9003: { sv: "filen ändrades medan den lästes", en: "the file changed while it was read" },
  AV9004: { sv: "ett annat filformat", en: "another file format" },
  AV9005: { sv: "tecken som inte är UTF-8", en: "characters that are not UTF-8" },
  AV9006: { sv: "ett styrtecken i filen", en: "a control character in the file" },
  AV9007: { sv: "ett citattecken som inte stämmer", en: "a quotation mark that does not match" },
  AV9008: { sv: "en radbrytning av annat slag", en: "a line break of another kind" },
  AV9009: { sv: "sista raden är avhuggen", en: "the last row is cut off" },
  AV9010: { sv: "en fil utan rubrikrad", en: "a file without a header row" },
  AV9011: { sv: "en kolumn saknas", en: "a column is missing" },
  AV9012: { sv: "samma kolumn två gånger", en: "the same column twice" },
  AV9013: { sv: "skiljetecknet går inte att avgöra", en: "the separator cannot be told" },
  AV9014: { sv: "för mycket på en rad", en: "too much on one row" },
  AV9015: { sv: "två slags tider i en kolumn", en: "two sorts of times in one column" },
  AV9016: { sv: "en Parquetfil som inte går att läsa", en: "a Parquet file that cannot be read" },
  AV9017: { sv: "en kolumn av fel slag", en: "a column of the wrong type" },
  AV9018: { sv: "en beskrivning av kolumnerna som inte stämmer", en: "a column description that does not fit" },
  AV9019: { sv: "inga vårdtillfällen i filen", en: "no care episodes in the file" },
  AV9020: { sv: "sista raden saknar radbrytning", en: "the last row has no line break" },

  AV9101: { sv: "fel antal fält på raden", en: "the wrong number of fields on a row" },
  AV9102: { sv: "tomt där något måste stå", en: "empty where something must stand" },
  AV9103: { sv: "en tidpunkt som inte går att läsa", en: "a moment that cannot be read" },
  AV9104: { sv: "en tid som inte finns", en: "a time that does not exist" },
  AV9105: { sv: "oklar ordning i den dubbla timmen", en: "unclear order in the repeated hour" },
  AV9106: { sv: "ett datum som inte går att läsa", en: "a date that cannot be read" },
  AV9107: { sv: "ett datum som inte kan stämma", en: "a date that cannot be right" },
  AV9108: { sv: "varken ja eller nej", en: "neither yes nor no" },
  AV9109: { sv: "ett val som inte finns", en: "a choice that does not exist" },
  AV9110: { sv: "en betalare som inte finns i registret", en: "a payer that is not in the register" },
  AV9111: { sv: "en betalare som inte fanns då", en: "a payer that did not exist then" },
  AV9112: { sv: "inget heltal som kan stämma", en: "no whole number that can be right" },
  AV9113: { sv: "ett personnummer där en pseudonym behövs", en: "an identity number where a pseudonym is needed" },
  AV9114: { sv: "skadat av ett kalkylprogram", en: "damaged by a spreadsheet" },
  AV9115: { sv: "samma id på flera rader", en: "the same id on several rows" },
  AV9116: { sv: "händelser i en ordning som inte kan stämma", en: "events in an order that cannot be right" },
  AV9117: { sv: "vårdtillfällen som överlappar", en: "care episodes that overlap" },
  AV9118: { sv: "en text som inte kan användas", en: "a text that cannot be used" },

  AV9201: { sv: "fler rader avvisade än tillåtet", en: "more rows refused than allowed" },
  AV9202: { sv: "ett värde som inte är känt", en: "a value that is not known" },
  AV9203: { sv: "ett mätvärde som inte är fastställt", en: "a measured value that is not fixed" },
  AV9204: { sv: "en överenskommelse som inte finns", en: "an agreement that does not exist" },
  AV9205: { sv: "en lydelse som inte finns", en: "a wording that does not exist" },
  AV9206: { sv: "en tolkning som inte finns", en: "a reading that does not exist" },
  AV9207: { sv: "en händelse som inte går att ange så", en: "an event that cannot be given so" },
  AV9208: { sv: "ett värde som inte går att ange så", en: "a value that cannot be given so" },
  AV9209: { sv: "en mapp som inte kan ta emot resultatet", en: "a folder that cannot take the result" },
  AV9210: { sv: "resultatet kunde inte skrivas", en: "the result could not be written" },
  AV9211: { sv: "en körning som inte går att läsa", en: "a run that cannot be read" },
  AV9212: { sv: "en rad som inte finns i körningen", en: "a line that is not in the run" },
  AV9213: { sv: "ett val som inte går att förstå", en: "an option that cannot be understood" },
  AV9214: { sv: "en rad som hänger på fler vårdtillfällen", en: "a line that hangs on further episodes" },
  AV9215: { sv: "ingen byggd fil i mappen", en: "no generated file in the folder" },
  AV9216: { sv: "en mapp som en annan körning skriver till", en: "a folder that another run is writing to" },
  AV9217: { sv: "en körning som inte kan rättas så", en: "a run that cannot be corrected so" },
  AV9218: { sv: "en körning som redan är rättad", en: "a run that was corrected already" },
  AV9219: {
    sv: "en rad om någon med skyddade personuppgifter",
    en: "a line about somebody with protected personal data",
  },
  AV9220: { sv: "fler rader än som ryms i minnet", en: "more lines than fit in memory" },

  AV9301: { sv: "en avtalsfil som inte är UTF-8", en: "an agreement file that is not UTF-8" },
  AV9302: { sv: "en länk som leder ut ur mappen", en: "a link that leads out of the folder" },
  AV9303: { sv: "inga överenskommelser i mappen", en: "no agreements in the folder" },
  AV9304: { sv: "en fil som är för stor", en: "a file that is too large" },

  AV9351: { sv: "något som inte går att räkna i SQL", en: "something that SQL cannot compute" },
  AV9352: { sv: "en databas eller ett kluster som inte svarar", en: "a database or cluster that does not answer" },
  AV9353: { sv: "en beräkning som avbröts", en: "a computation that broke off" },
  AV9354: { sv: "ett val som inte passar motorn", en: "an option that does not fit the engine" },
  AV9355: { sv: "en tabell som inte passar", en: "a table that does not fit" },
  AV9356: { sv: "en beräkning utan anmärkningar", en: "a computation without notes" },
} as const satisfies Readonly<Record<string, Words>>;

export type DataCode = keyof typeof dataTitles;
